using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes;
using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>The fixes of the rules about answers: what they make of a program compiles, and the finding is gone. See <see cref="AnswerProgram"/> for the words in capitals.</summary>
public sealed class AnswerFixTests
{
    private const string Throws = "if (!answer.IsSuccessStatusCode)\n{\n    throw new HttpRequestException($\"WhatsApp answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}\");\n}";

    [Theory]
    [InlineData("await SEND;", "var answer = await SEND;\n" + Throws)]
    [InlineData("await SEND.ConfigureAwait(false);", "var answer = await SEND.ConfigureAwait(false);\n" + Throws)]
    [InlineData("var answer = await SEND;", "var answer = await SEND;\n" + Throws)]
    [InlineData("var answer = await SEND; // sent", "var answer = await SEND;\n" + Throws + " // sent")]
    [InlineData("using var answer = await SEND;\nvar body = await answer.Content.ReadAsStringAsync();", "using var answer = await SEND;\n" + Throws + "\nvar body = await answer.Content.ReadAsStringAsync();")]
    [InlineData("SEND;", "var answer = await SEND;\n" + Throws)]
    [InlineData("_ = SEND;", "var answer = await SEND;\n" + Throws)]
    [InlineData("foreach (var phone in phones)\n    await SEND;", "foreach (var phone in phones)\n{\n    var answer = await SEND;\n    if (!answer.IsSuccessStatusCode)\n    {\n        throw new HttpRequestException($\"WhatsApp answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}\");\n    }\n}")]
    public Task Answers_are_checked(string before, string after) => CheckBody("DLG0301", before, after);

    [Theory]
    [InlineData("await SendAsync(to);", "var sent = await SendAsync(to);\nif (!sent)\n{\n    throw new InvalidOperationException(\"The WhatsApp message was not sent.\");\n}")]
    [InlineData("var ok = await SendAsync(to);", "var ok = await SendAsync(to);\nif (!ok)\n{\n    throw new InvalidOperationException(\"The WhatsApp message was not sent.\");\n}")]
    public Task Results_are_tested(string before, string after) => CheckBody("DLG0301", before, after, "async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode;");

    [Theory]
    [InlineData("var r = await SEND;\nvar read = await r.Content.ReadFromJsonAsync<Answer>();\nstore.Add(read);", "var r = await SEND;\nif (r.Content.Headers.ContentType?.MediaType != \"application/json\")\n{\n    throw new HttpRequestException($\"WhatsApp answered {(int)r.StatusCode}: {await r.Content.ReadAsStringAsync()}\");\n}\n\nvar read = await r.Content.ReadFromJsonAsync<Answer>();\nstore.Add(read);")]
    [InlineData("var r = await SEND;\nvar body = await r.Content.ReadAsStringAsync();\nif (r.IsSuccessStatusCode)\n    return;\nstore.Add(JsonNode.Parse(body));", "var r = await SEND;\nvar body = await r.Content.ReadAsStringAsync();\nif (r.IsSuccessStatusCode)\n    return;\nif (r.Content.Headers.ContentType?.MediaType != \"application/json\")\n{\n    throw new HttpRequestException($\"WhatsApp answered {(int)r.StatusCode}: {await r.Content.ReadAsStringAsync()}\");\n}\n\nstore.Add(JsonNode.Parse(body));")]
    public Task Content_types_are_looked_at(string before, string after) => CheckBody("DLG0302", before, after);

    private const string Caught = """
        using System.IO;
        using Newtonsoft.Json;
        class Answer { public string message = ""; }
        class A // WhatsApp
        {
            public Answer M(string to)
            {
                var web = new WebClient();
                try
                {
                    web.UploadString(URL, JsonConvert.SerializeObject(BODY));
                    return null;
                }
                catch (WebException ex)
                {
                    using (var reader = new StreamReader(ex.Response.GetResponseStream()))
                    {
                        READ
                    }
                }
            }
        }
        """;

    [Theory]
    [InlineData("return JsonConvert.DeserializeObject<Answer>(reader.ReadToEnd());",
        "var body = reader.ReadToEnd();\nif (!body.TrimStart().StartsWith(\"{\", StringComparison.Ordinal))\n{\n    throw new InvalidOperationException(\"WhatsApp answered something other than JSON: \" + body, ex);\n}\n\nreturn JsonConvert.DeserializeObject<Answer>(body);")]
    [InlineData("var text = reader.ReadToEnd();\nvar answer = JsonConvert.DeserializeObject<Answer>(text);\nreturn answer;",
        "var text = reader.ReadToEnd();\nif (!text.TrimStart().StartsWith(\"{\", StringComparison.Ordinal))\n{\n    throw new InvalidOperationException(\"WhatsApp answered something other than JSON: \" + text, ex);\n}\n\nvar answer = JsonConvert.DeserializeObject<Answer>(text);\nreturn answer;")]
    public Task Bodies_of_exceptions_are_looked_at(string before, string after) =>
        Check("DLG0302", Caught.Replace("READ", before.Replace("\n", "\n                ", StringComparison.Ordinal), StringComparison.Ordinal), Caught.Replace("READ", after.Replace("\n", "\n                ", StringComparison.Ordinal).Replace("\n                \n", "\n\n", StringComparison.Ordinal), StringComparison.Ordinal));

    [Fact]
    public Task Bodies_of_other_clients_are_looked_at()
    {
        const string Client = """
            using RestSharp;
            using Newtonsoft.Json;
            class Answer { public string message = ""; }
            class A // WhatsApp
            {
                public Answer M(string to)
                {
                    var client = new RestClient(URL);
                    var request = new RestRequest(Method.POST);
                    request.AddJsonBody(BODY);
                    var response = client.Execute(request);
                    READ
                }
            }
            """;
        return Check(
            "DLG0302",
            Client.Replace("READ", "return JsonConvert.DeserializeObject<Answer>(response.Content);", StringComparison.Ordinal),
            Client.Replace("READ", "if (response.Content?.TrimStart().StartsWith(\"{\", StringComparison.Ordinal) != true)\n        {\n            throw new InvalidOperationException(\"WhatsApp answered something other than JSON: \" + response.Content);\n        }\n\n        return JsonConvert.DeserializeObject<Answer>(response.Content);", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public Task SendTemplateAsync(string to) => Post(TEMPLATE);", "case 131047: // Re-engagement message", "await SendTemplateAsync(to);\n                break;")]
    [InlineData("public async Task<bool> EnviarPlantilla(string to) { var r = await client.PostAsJsonAsync(URL, BODY); return r.IsSuccessStatusCode; }", "case 131047: // Re-engagement message", "if (!await EnviarPlantilla(to))\n                {\n                    throw new InvalidOperationException(\"WhatsApp: Outside the 24-hour session only a template arrives: send one.\");\n                }\n\n                break;")]
    [InlineData("public Task SendTemplateAsync(string to, string name) => Post(TEMPLATE);", "case 131047: // Re-engagement message", "throw new InvalidOperationException(\"WhatsApp: Outside the 24-hour session only a template arrives: send one.\");")]
    [InlineData("public Task SendTemplateAsync(string to) => Send(to);", "case 131047: // Re-engagement message", "throw new InvalidOperationException(\"WhatsApp: Outside the 24-hour session only a template arrives: send one.\");")]
    public async Task A_template_is_sent_where_the_class_has_a_method_for_it(string member, string label, string reaction)
    {
        string text = await ApplyAsync("DLG0305", AnswerProgram.Expanded($$"""
            class Error { public int code { get; set; } }
            class Answer { public Error error { get; set; } = new(); }
            class A(HttpClient client) // WhatsApp
            {
                {{member.Replace("TEMPLATE", "BODY", StringComparison.Ordinal)}}
                async Task Post(object message) => (await client.PostAsJsonAsync(URL, message)).EnsureSuccessStatusCode();
                public async Task Send(string to)
                {
                    var r = await client.PostAsJsonAsync(URL, BODY);
                    if (r.IsSuccessStatusCode || r.Content.Headers.ContentType?.MediaType != "application/json") return;
                    var error = (await r.Content.ReadFromJsonAsync<Answer>())!.error;
                    switch (error.code)
                    {
                        case 131026:
                            Console.WriteLine("gone");
                            break;
                        case 131056:
                            Console.WriteLine("slow down");
                            break;
                    }
                }
            }
            """));
        int start = text.IndexOf(label, StringComparison.Ordinal);
        string section = string.Join('\n', text[start..].Split('\n').Skip(1).SkipWhile(line => line.Contains("case ", StringComparison.Ordinal)).Select(line => line.Trim()));
        Assert.StartsWith(string.Join('\n', reaction.Split('\n').Select(line => line.Trim())), section, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var r = await SEND;\nif (r.StatusCode == HttpStatusCode.Created) return;", "var r = await SEND;\nif (r.IsSuccessStatusCode) return;")]
    [InlineData("var r = await SEND;\nif (r.StatusCode != HttpStatusCode.Created) store.Add(to);", "var r = await SEND;\nif (!r.IsSuccessStatusCode) store.Add(to);")]
    [InlineData("if ((int)(await SEND).StatusCode == 201) return;", "if ((await SEND).IsSuccessStatusCode) return;")]
    [InlineData("var r = await SEND;\nif (r.StatusCode is HttpStatusCode.Created) return;", "var r = await SEND;\nif (r.IsSuccessStatusCode) return;")]
    public Task Every_success_is_accepted(string before, string after) => CheckBody("DLG0308", before, after);

    [Theory]
    [InlineData("if (error.code == 470) store.Add(to);", "if (error.code is 470 or 131047) store.Add(to);")]
    [InlineData("if (error.code != 470 && to != null) return;", "if (error.code is not (470 or 131047) && to != null) return;")]
    [InlineData("if (error.code is 470 or 131026) store.Add(to);", "if (error.code is 470 or 131047 or 131026) store.Add(to);")]
    [InlineData("if (error is { code: 2001 }) store.Add(to);", "if (error is { code: 2001 or 132001 }) store.Add(to);")]
    [InlineData("switch (error.code)\n{\n    case 470:\n        store.Add(to);\n        break;\n}", "switch (error.code)\n{\n    case 470:\n    case 131047:\n        store.Add(to);\n        break;\n}")]
    [InlineData("store.Add(error.code switch { 470 => 1, _ => 2 });", "store.Add(error.code switch { 470 or 131047 => 1, _ => 2 });")]
    public Task Equivalents_are_added(string before, string after)
    {
        const string Start = "(await SEND).EnsureSuccessStatusCode();\nvar error = new Error();\n";
        return CheckBody("DLG0307", Start + before, Start + after);
    }

    [Theory]
    [InlineData("public int A(JsonElement meta) { return meta.GetProperty(\"httpCode\").GetInt32(); }", "public int A(JsonElement meta) { return (meta.TryGetProperty(\"httpCode\", out var value) ? value : meta.GetProperty(\"http_code\")).GetInt32(); }")]
    [InlineData("public bool A(JsonElement meta) { return meta.TryGetProperty(\"developer_message\", out var text); }", "public bool A(JsonElement meta) { return (meta.TryGetProperty(\"developer_message\", out var text) || meta.TryGetProperty(\"developerMessage\", out text)); }")]
    [InlineData("public string A(JsonNode meta) => (string)meta[\"developerMessage\"];", "public string A(JsonNode meta) => (string)(meta[\"developerMessage\"] ?? meta[\"developer_message\"]);")]
    public Task Both_spellings_are_read(string before, string after) => Check("DLG0303", $"class S {{ /* WhatsApp */ {before} }}", $"class S {{ /* WhatsApp */ {after} }}");

    [Theory]
    [InlineData("[JsonPropertyName(\"httpCode\")] public int HttpCode { get; set; }", "[JsonPropertyName(\"httpCode\")] public int HttpCode { get; set; }\n    [JsonPropertyName(\"http_code\")] public int HttpCodeInSnakeCase { set => HttpCode = value; }")]
    [InlineData("[JsonPropertyName(\"http_code\")] public int Code { get; init; }", "[JsonPropertyName(\"http_code\")] public int Code { get; init; }\n    [JsonPropertyName(\"httpCode\")] public int CodeInCamelCase { init => Code = value; }")]
    [InlineData("/// <summary>Why.</summary>\n    [JsonPropertyName(\"developerMessage\")]\n    public string Message { get; set; } = \"\";", "/// <summary>Why.</summary>\n    [JsonPropertyName(\"developerMessage\")]\n    public string Message { get; set; } = \"\";\n\n    [JsonPropertyName(\"developer_message\")]\n    public string MessageInSnakeCase { set => Message = value; }")]
    public Task The_other_spelling_sets_the_same_property(string before, string after)
    {
        const string Start = "using System.Text.Json.Serialization;\nclass Meta // WhatsApp\n{\n    ";
        return Check("DLG0303", Start + before + "\n}\n", Start + after + "\n}\n");
    }

    [Theory]
    [InlineData("public bool A(HttpResponseMessage answer, Meta meta) => meta.httpCode == 404;", "public bool A(HttpResponseMessage answer, Meta meta) => (int)answer.StatusCode == 404;")]
    [InlineData("public int A(HttpResponseMessage answer, Meta meta) { switch (meta.httpCode) { case 401: return 1; default: return 2; } }", "public int A(HttpResponseMessage answer, Meta meta) { switch ((int)answer.StatusCode) { case 401: return 1; default: return 2; } }")]
    public Task The_status_of_the_answer_is_compared(string before, string after)
    {
        const string Meta = "public class Meta { public int httpCode { get; set; } public int http_code { get; set; } } ";
        return Check("DLG0304", $"class S {{ /* WhatsApp */ {Meta}{before} }}", $"class S {{ /* WhatsApp */ {Meta}{after} }}");
    }

    [Theory]
    [InlineData("error.code", "case 131047:", "case 131026:", "\n        case 131056: // (Business Account, Consumer Account) pair rate limit hit: Queue messages per recipient")]
    [InlineData("error.code.ToString()", "case \"131047\":", "case \"131026\":", "\n        case \"131056\": // (Business Account, Consumer Account) pair rate limit hit: Queue messages per recipient")]
    public async Task Missing_cases_are_added_with_their_remedies(string value, string one, string other, string added)
    {
        string text = await ApplyAsync("DLG0305", $"class Error {{ public int code; }}\nclass A // WhatsApp\n{{\n    public void M(Error error)\n    {{\n        switch ({value})\n        {{\n            {one}\n                break;\n            {other}\n                break;\n            default:\n                break;\n        }}\n    }}\n}}\n");
        Assert.Contains(added.Replace("        case", "            case", StringComparison.Ordinal), text);
        Assert.Contains("// The message itself is refused: sending the same message again does not help.", text);
        Assert.Contains("throw new InvalidOperationException(\"WhatsApp: Send again with growing delays, over more than ten minutes.\");\n", text);
        Assert.Contains("throw new InvalidOperationException(\"WhatsApp: Nothing can be sent until somebody repairs this.\");\n", text);
        Assert.Contains("This recipient cannot be reached: do not send there again.\");\n                break;\n", text);
        Assert.True(text.IndexOf("default:", StringComparison.Ordinal) > text.LastIndexOf("case ", StringComparison.Ordinal));
    }

    private const string Sending = """
        using Microsoft.Extensions.Logging;
        class Error { public int code { get; set; } public string message { get; set; } = ""; }
        class Answer { public Error error { get; set; } = new(); }
        class A(HttpClient client, ILogger<A> logger) // WhatsApp
        {
            public async Task M(string to, CancellationToken token)
            {
                var content = JsonContent.Create(BODY);
                using var r = await client.PostAsync(URL, content, token);
                if (r.IsSuccessStatusCode) return;
                var error = (await r.Content.ReadFromJsonAsync<Answer>())!.error;
                switch (error.code)
                {
                    case 131047:
                        logger.LogError("closed");
                        break;
                    case 131048:
                        throw new InvalidOperationException(error.message);
                }
                logger.LogInformation("done");
            }
        }
        """;

    [Fact]
    public async Task Errors_that_pass_are_sent_again_within_a_budget()
    {
        string text = await ApplyAsync("DLG0305", AnswerProgram.Expanded(Sending));
        Assert.Contains("        for (var delay = TimeSpan.FromSeconds(5); ; delay += delay)\n        {\n            var content = JsonContent.Create(", text);
        Assert.Contains("                    if (delay > TimeSpan.FromMinutes(10))\n                    {\n                        throw new InvalidOperationException(\"WhatsApp: Send again with growing delays, over more than ten minutes.\");\n                    }\n\n                    await Task.Delay(delay, token);\n                    continue;\n", text);
        Assert.Contains("                    logger.LogError(\"WhatsApp error {Code}: This recipient cannot be reached: do not send there again.\", error.code);\n                    break;\n", text);
        Assert.Contains("            logger.LogInformation(\"done\");\n\n            break;\n        }\n    }\n", text);
    }

    /// <summary>The loop in a program that runs: refused twice for a while, then taken.</summary>
    [Theory]
    [InlineData(130429, 3, null)]
    [InlineData(131026, 1, null)]
    [InlineData(131031, 1, "Nothing can be sent until somebody repairs this.")]
    [InlineData(131047, 1, null)]
    public async Task What_the_loop_does_when_it_runs(int code, int requests, string? thrown)
    {
        Type sender = await RunningSenderAsync();
        (Exception? exception, int sent) = await RefusedAsync(sender, code);
        Assert.Equal(thrown is null ? null : "WhatsApp: " + thrown, exception?.Message);
        Assert.Equal(requests, sent);
    }

    [Fact]
    public async Task Every_added_case_does_what_its_error_asks_for()
    {
        Type sender = await RunningSenderAsync();
        int[] codes = [.. ErrorCatalog.Current.Find(api: "cloud", surface: "response").Where(error => error.Code > 100_000 && ErrorCatalog.Current.SendCategories.Contains(error.Category)).Select(error => error.Code!.Value).Except([131047, 131048]).Distinct()];
        Assert.True(codes.Length > 35, $"{codes.Length} codes");
        foreach (int code in codes)
        {
            (Exception? exception, int sent) = await RefusedAsync(sender, code);
            ErrorReaction[] reactions = [.. ErrorCatalog.Current.WithCode(code).Where(error => error.Api == "cloud").Select(error => ErrorCatalog.Current.Reactions.First(reaction => reaction.IsFor(error)))];
            bool isRight = reactions.Any(reaction => reaction.Kind switch
            {
                ReactionKind.Resend => exception is null && sent == 3,
                ReactionKind.Report => exception is null && sent == 1,
                _ => exception is InvalidOperationException && exception.Message == "WhatsApp: " + reaction.Note && sent == 1,
            });
            Assert.True(isRight, $"{code}: {sent} requests, {exception?.Message}");
        }
    }

    /// <summary>The sender after the fix, with delays of a millisecond.</summary>
    private static async Task<Type> RunningSenderAsync()
    {
        string text = await ApplyAsync("DLG0305", AnswerProgram.Expanded(Sending.Replace("using Microsoft.Extensions.Logging;", string.Empty, StringComparison.Ordinal)
            .Replace("class A(HttpClient client, ILogger<A> logger)", "public class A(HttpClient client)", StringComparison.Ordinal).Replace("logger.LogError", "Console.WriteLine", StringComparison.Ordinal).Replace("logger.LogInformation", "Console.WriteLine", StringComparison.Ordinal)));
        using MemoryStream image = new();
        Assert.True(SendingProgram.Of(text.Replace("FromSeconds(5)", "FromMilliseconds(1)", StringComparison.Ordinal)).Compilation.Emit(image).Success);
        return System.Reflection.Assembly.Load(image.ToArray()).GetType("A", throwOnError: true)!;
    }

    private static async Task<(Exception? Thrown, int Requests)> RefusedAsync(Type sender, int code)
    {
        using Refusing handler = new(code);
        using HttpClient client = new(handler);
        Task run = (Task)sender.GetMethod("M")!.Invoke(Activator.CreateInstance(sender, client), ["491511234567", CancellationToken.None])!;
        return (await Record.ExceptionAsync(() => run), handler.Requests);
    }

    [Fact]
    public async Task Every_cause_of_1005_has_a_branch_that_runs()
    {
        string text = await ApplyAsync("DLG0306", "public record Failure(int Code, string Details);\npublic class A // WhatsApp\n{\n    public void M(Failure failure)\n    {\n        if (failure.Code == 1005)\n        {\n            throw new NotSupportedException();\n        }\n    }\n}\n");
        using MemoryStream image = new();
        Assert.True(SendingProgram.Of(text).Compilation.Emit(image).Success);
        System.Reflection.Assembly assembly = System.Reflection.Assembly.Load(image.ToArray());
        int causes = 0;
        foreach (ErrorEntry error in ErrorCatalog.Current.WithCode(1005).Where(error => error.Api == "registration"))
        {
            foreach (string payload in error.Payloads)
            {
                string details = System.Text.Json.JsonDocument.Parse(payload).RootElement.GetProperty("data").GetProperty("details").GetString()!;
                object failure = Activator.CreateInstance(assembly.GetType("Failure", throwOnError: true)!, 1005, details)!;
                object handler = Activator.CreateInstance(assembly.GetType("A", throwOnError: true)!)!;
                Exception? thrown = Record.Exception(() => handler.GetType().GetMethod("M")!.Invoke(handler, [failure]))?.InnerException;
                Assert.Equal(error.DetailsPattern is null ? typeof(NotSupportedException) : typeof(InvalidOperationException), thrown?.GetType());
                Assert.Equal(error.DetailsPattern is null ? thrown!.Message : $"{error.Title}: {error.Remedy} {details}", thrown!.Message);
                causes++;
            }
        }

        Assert.True(causes >= 3, $"{causes} causes");
    }

    /// <summary>Refuses the first two requests with a code.</summary>
    private sealed class Refusing(int code) : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Contains("messaging_product", await request.Content!.ReadAsStringAsync(cancellationToken), StringComparison.Ordinal);
            return ++Requests > 2
                ? new HttpResponseMessage(System.Net.HttpStatusCode.OK)
                : new HttpResponseMessage(System.Net.HttpStatusCode.BadRequest) { Content = new StringContent($"{{\"error\":{{\"code\":{code},\"message\":\"refused\"}}}}", System.Text.Encoding.UTF8, "application/json") };
        }
    }

    [Theory]
    [InlineData("if (r.IsSuccessStatusCode) return;", "if (r.IsSuccessStatusCode) return; foreach (var c in to) { if (c == 'x') break; }", true)]
    [InlineData("logger.LogInformation(\"done\");", "logger.LogInformation(@\"a\nb\");", false)]
    [InlineData("logger.LogInformation(\"done\");", "void Local() { } Local();", false)]
    public async Task A_loop_only_where_all_stays_what_it_is(string part, string other, bool isLooped) =>
        Assert.Equal(isLooped, (await ApplyAsync("DLG0305", AnswerProgram.Expanded(Sending.Replace(part, other, StringComparison.Ordinal)))).Contains("delay += delay", StringComparison.Ordinal));

    [Fact]
    public async Task Nothing_throws_in_the_receiver_of_a_webhook()
    {
        string text = await ApplyAsync("DLG0305", """
            class Error { public int code { get; set; } }
            class Status { public string id { get; set; } public Error[] errors { get; set; } }
            class A // WhatsApp
            {
                public void M(Status[] statuses)
                {
                    foreach (var status in statuses)
                        foreach (var error in status.errors)
                            switch (error.code)
                            {
                                case 131047:
                                    Console.WriteLine("closed");
                                    break;
                                case 131026:
                                    Console.WriteLine("gone");
                                    break;
                            }
                }
            }
            """);
        Assert.DoesNotContain("throw", text);
        Assert.Contains("System.Console.Error.WriteLine(\"WhatsApp error \" + error.code + \": Nothing can be sent until somebody repairs this.\");\n                        break;\n", text);
    }

    [Theory]
    [InlineData("if (failure.Code == 1005) Console.WriteLine(1);", "if (failure.Code == 1005)\n        {\n            if (System.Text")]
    [InlineData("if (failure.Code == 1005)\n        {\n            // Why.\n            Console.WriteLine(1);\n        }", "        {\n            if (System.Text")]
    [InlineData("switch (failure.Code) { case 1005: Console.WriteLine(1); break; default: Console.WriteLine(2); break; }", "case 1005: if (System.Text")]
    [InlineData("if (failure.Code == 1005 && failure != null) { Console.WriteLine(1); }", "{ if (System.Text")]
    public async Task Details_decide(string before, string after)
    {
        string text = await ApplyAsync("DLG0306", $"public record Failure(int Code, string Details);\nclass A // WhatsApp\n{{\n    public void M(Failure failure)\n    {{\n        {before}\n    }}\n}}\n");
        Assert.Contains(after + ".RegularExpressions.Regex.IsMatch(failure.Details ?? \"\", @\"^Please wait (\\d+) hour\\(s\\) (\\d+) minute\\(s\\) before trying again$\"))", text);
        Assert.Contains("throw new InvalidOperationException(\"Registration timed out by Meta: Read the time from the details, store it, and do not register again before it is over. \" + failure.Details);", text);
        Assert.Contains("Regex.IsMatch(failure.Details ?? \"\", @\"biz_link_info_invalid_payload\"))", text);
    }

    [Theory]
    [InlineData("DLG0301", "await SEND;", "var answer = await SEND;\nif (!answer.IsSuccessStatusCode)\n{\n    throw new HttpRequestException((await Program.Dialog360.Dialog360Error.ReadAsync(answer)).ToString());\n}")]
    [InlineData("DLG0302", "var r = await SEND;\nvar read = await r.Content.ReadFromJsonAsync<Answer>();\nstore.Add(read);", "var r = await SEND;\nif (!r.IsSuccessStatusCode)\n{\n    throw new HttpRequestException((await Program.Dialog360.Dialog360Error.ReadAsync(r)).ToString());\n}\n\nvar read = await r.Content.ReadFromJsonAsync<Answer>();\nstore.Add(read);")]
    public async Task The_typed_catalogue_reads_the_error_where_it_is_on(string rule, string before, string after)
    {
        const string Typed = "namespace Program.Dialog360\n{\n    internal sealed class Dialog360Error\n    {\n        public static Task<Dialog360Error> ReadAsync(HttpResponseMessage response) => null;\n    }\n}\n";
        string text = await ApplyAsync(rule, AnswerProgram.Expanded(Program(before, string.Empty) + Typed));
        Assert.Equal(AnswerProgram.Expanded(Program(after, string.Empty) + Typed), text);
    }

    private static Task CheckBody(string rule, string before, string after, string members = "") => Check(rule, Program(before, members), Program(after, members));

    private static string Program(string body, string members) =>
        $"class A(HttpClient client, IStore store)\n{{\n    {members}\n    async Task M(string to, List<string> phones)\n    {{\n        await Task.Yield();\n        {body.Replace("\n", "\n        ", StringComparison.Ordinal).Replace("\n        \n", "\n\n", StringComparison.Ordinal)}\n    }}\n}}\n"
        + "interface IStore { void Add(object o); }\nclass Answer { public Error error { get; set; } }\nclass Error { public int code { get; set; } }\n";

    private static async Task Check(string rule, string before, string after) => Assert.Equal(AnswerProgram.Expanded(after), await ApplyAsync(rule, AnswerProgram.Expanded(before)));

    /// <summary>The program after the first fix of the first finding of a rule: it compiles, and the finding is gone.</summary>
    private static async Task<string> ApplyAsync(string rule, string program)
    {
        (Project project, DocumentId id) = await SendingFixTests.ProjectOf(program);
        Diagnostic diagnostic = TestProgram.Analyze((await project.GetCompilationAsync())!).First(found => found.Id == rule);
        List<CodeAction> actions = [];
        await new SendingCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(project.GetDocument(id)!, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        ApplyChangesOperation operation = (await actions[0].GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        Compilation changed = (await operation.ChangedSolution.GetProject(project.Id)!.GetCompilationAsync())!;
        string text = (await operation.ChangedSolution.GetDocument(id)!.GetTextAsync()).ToString();
        Assert.True(changed.GetDiagnostics().All(error => error.Severity != DiagnosticSeverity.Error), text + string.Join("\n", changed.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error)));
        Assert.DoesNotContain(TestProgram.Analyze(changed), found => found.Id == rule);
        return text;
    }
}
