using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Tests.Errors;

/// <summary>The written reader, run against the bodies that the catalogue knows.</summary>
public class ErrorReaderTests
{
    private static readonly ErrorCatalog Catalogue = ErrorCatalog.Current;

    public static TheoryData<string, string> Samples()
    {
        TheoryData<string, string> samples = [];
        foreach (ErrorEntry error in Catalogue.Errors)
        {
            foreach (string payload in error.Payloads)
            {
                samples.Add(error.Key, payload);
            }
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_is_recognised(string key, string payload)
    {
        ErrorEntry error = Catalogue.Errors.Single(entry => entry.Key == key);
        Assert.Equal(WrittenErrors.KindOf(key), WrittenErrors.Read(error.HttpStatus ?? 400, payload.StartsWith('<') ? "text/html" : "application/json", payload).Kind);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_that_is_cut_off_or_spoilt_never_throws(string key, string payload)
    {
        Assert.NotEmpty(key);
        for (int length = 0; length <= payload.Length; length++)
        {
            Assert.NotEmpty(WrittenErrors.Read(500, null, payload[..length]).Kind);
            Assert.NotEmpty(WrittenErrors.Read(500, null, payload[length..]).Kind);
            Assert.NotNull(WrittenErrors.ReadStatus(payload[..length]));
        }
    }

    [Fact]
    public void Every_code_is_recognised_in_every_shape_of_its_api()
    {
        List<string> wrong = [];
        foreach (ErrorEntry error in Catalogue.Errors.Where(error => error.Code is not null && error.DetailsPattern is null))
        {
            foreach (string shape in error.Shapes.Where(shape => shape is "errors-array" or "graph-error" or "meta-snake-data"))
            {
                Expect(error, shape, WrittenErrors.Read(error.HttpStatus ?? 400, "application/json", Body(error, shape)).Kind, wrong);
            }

            foreach (string shape in error.Shapes.Where(shape => shape.StartsWith("webhook", StringComparison.Ordinal)))
            {
                string status = $$"""{"id":"wamid.X","status":"failed","errors":[{{Body(error, shape)}}]}""";
                Expect(error, shape, WrittenErrors.ReadStatus(status).Single().Kind, wrong);
                Expect(error, shape, WrittenErrors.ReadParsed(status).Single(), wrong);
            }
        }

        Assert.Empty(wrong);
    }

    [Theory]
    // The HTTP status decides where the body contradicts it.
    [InlineData(401, """{"meta":{"httpCode":404,"developerMessage":"Invalid api_key or token expired","success":false}}""", "gateway-invalid-api-key")]
    [InlineData(401, """{"meta":{"success":false,"http_code":401,"developer_message":"Invalid api_key"}}""", "gateway-invalid-api-key")]
    // The body names its own status, which HTTP does not have.
    [InlineData(500, """{"meta":{"success":false,"http_code":555,"developer_message":"Internal server error"}}""", "gateway-internal-error-555")]
    [InlineData(403, """{"meta":{"success":false,"http_code":403,"developer_message":"This URL /v1/users is blocked. More info: …"}}""", "gateway-path-blocked")]
    public void Both_spellings_of_the_envelope(int status, string body, string key) => Assert.Equal(WrittenErrors.KindOf(key), WrittenErrors.Read(status, "application/json", body).Kind);

    [Theory]
    [InlineData("""{"error":{"message":"(#131047) Re-engagement message","code":131047,"error_data":{"details":"More than 24 hours have passed"}}}""", 131047)]
    [InlineData("""{"error":{"message":"(#131047) Re-engagement message","type":"OAuthExc""", 131047)]
    [InlineData("""{"error":{"message":"(#131047) Re-engagement message","code":"131047"}}""", 131047)]
    [InlineData("""  {"errors":[{"code":470,"title":"Message failed to send because more than 24 hours have passed"}]}""", 470)]
    public void Code_of_an_answer(string body, int code) => Assert.Equal(code, WrittenErrors.Read(400, "application/json", body).Code);

    [Theory]
    [InlineData("Please wait 1 hour(s) 38 minute(s) before trying again", 5880)]
    [InlineData("Please wait 0 hour(s) 5 minute(s) before trying again", 300)]
    public void Wait_that_the_details_name(string details, double seconds)
    {
        string body = $$$"""{"data":{"code":1005,"details":"{{{details}}}","title":"Access denied"},"meta":{"developer_message":"Trigger registration error","http_code":403,"success":false}}""";
        Assert.Equal(seconds, WrittenErrors.Read(403, "application/json", body).Wait);
    }

    [Theory]
    [InlineData(500, null, "AfterBackoff")]
    [InlineData(503, "", "AfterBackoff")]
    [InlineData(429, "null", "AfterBackoff")]
    [InlineData(418, "[]", "Never")]
    [InlineData(400, "\"\"", "Never")]
    [InlineData(400, "{}", "Never")]
    [InlineData(502, "<html", "AfterBackoff")]
    public void Unknown_answer_is_told_by_its_status(int status, string? body, string retry)
    {
        Assert.Equal(retry, WrittenErrors.Read(status, null, body).Retry);
    }

    [Fact]
    public void Status_without_errors_gives_none()
    {
        foreach (string? json in new[] { null, "", "{", "[]", "{}", "true", """{"status":"sent"}""", """{"errors":null}""", """{"errors":{}}""", """{"errors":["x",1,null]}""" })
        {
            Assert.Empty(WrittenErrors.ReadStatus(json));
        }
    }

    [Fact]
    public void Noise_of_a_megabyte_is_read_in_one_go()
    {
        foreach (string noise in new[] { new string('{', 1 << 20), new string('[', 1 << 20), "{\"error\":\"" + new string('x', 1 << 20), string.Concat(Enumerable.Repeat("{\"a\":", 1 << 17)), new string('\\', 1 << 20), "{\"errors\":[" + string.Concat(Enumerable.Repeat("{\"code\":1},", 90000)) })
        {
            Assert.NotEmpty(WrittenErrors.Read(500, null, noise).Kind);
            Assert.NotNull(WrittenErrors.ReadStatus(noise));
        }
    }

    /// <summary>Several errors of one API can have one code and nothing but prose between them; then the first of them is as right as any. A refused registration has no title of its own.</summary>
    private static void Expect(ErrorEntry error, string shape, string kind, List<string> wrong)
    {
        IEnumerable<string> alike = Catalogue.Errors.Where(other => other.Code == error.Code && (other.Title == error.Title || shape == "meta-snake-data") && other.DetailsPattern is null).Select(other => WrittenErrors.KindOf(other.Key));
        if (!alike.Contains(kind))
        {
            wrong.Add($"{error.Key} as {shape}: {kind}");
        }
    }

    private static string Body(ErrorEntry error, string shape) => Catalogue.Shapes.Single(known => known.Name == shape).Sample
        .Replace("{status}", (error.HttpStatus ?? 400).ToString(), StringComparison.Ordinal)
        .Replace("{code}", error.Code.ToString(), StringComparison.Ordinal)
        .Replace("{title}", error.Title.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal)
        .Replace("{details}", "Something about it", StringComparison.Ordinal);
}
