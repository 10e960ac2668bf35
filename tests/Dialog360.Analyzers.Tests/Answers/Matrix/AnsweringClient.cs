namespace Dialog360.Analyzers.Tests.Answers.Matrix;

/// <summary>A client whose answer says how the send ended: how it sends, and how its answer is read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Members">What a class that sends with it declares: <c>Send</c> is not among it.</param>
/// <param name="Call">The call, in which <c>NAME</c> is the method that is reported; <c>BODY</c> is the message.</param>
/// <param name="Method">That method.</param>
/// <param name="Type">The type of the answer.</param>
/// <param name="Succeeded">Whether the answer <c>r</c> is a success.</param>
/// <param name="Status">Its status, as an <c>HttpStatusCode</c>.</param>
/// <param name="Text">Its body.</param>
internal sealed record AnsweringClient(string Name, string Members, string Call, string Method, string Type, string Succeeded, string Status, string Text)
{
    private const string Http = "private readonly HttpClient client = new();";
    private const string Rest = "private readonly RestClient client = new(\"https://waba-v2.360dialog.io\"); private static RestRequest Request(object body) { var q = new RestRequest(\"messages\", Method.Post); q.AddJsonBody(body); return q; }";
    private const string Refit = "private readonly IApi api = RestService.For<IApi>(\"https://waba-v2.360dialog.io\");";

    /// <summary>Whether the call gives a task.</summary>
    public bool IsTask { get; init; } = true;

    /// <summary>How it throws where the answer is no success; empty where it does not.</summary>
    public string Ensure { get; init; } = string.Empty;

    /// <summary>All of them.</summary>
    public static readonly AnsweringClient[] All =
    [
        new("PostAsJsonAsync", Http, "client.NAME(\"https://waba-v2.360dialog.io/messages\", BODY)", "PostAsJsonAsync", "HttpResponseMessage", "r.IsSuccessStatusCode", "r.StatusCode", "await r.Content.ReadAsStringAsync()") { Ensure = "r.EnsureSuccessStatusCode();" },
        new("PostAsync", Http + " private static StringContent Json(object body) => new(JsonSerializer.Serialize(body), Encoding.UTF8, \"application/json\");", "client.NAME(\"https://waba-v2.360dialog.io/messages\", Json(BODY))", "PostAsync", "HttpResponseMessage", "r.IsSuccessStatusCode", "r.StatusCode", "await r.Content.ReadAsStringAsync()") { Ensure = "r.EnsureSuccessStatusCode();" },
        new("SendAsync", Http + " private static HttpRequestMessage Request(object body) => new(HttpMethod.Post, \"https://waba-v2.360dialog.io/messages\") { Content = JsonContent.Create(body) };", "client.NAME(Request(BODY))", "SendAsync", "HttpResponseMessage", "r.IsSuccessStatusCode", "r.StatusCode", "await r.Content.ReadAsStringAsync()") { Ensure = "r.EnsureSuccessStatusCode();" },
        new("Send", Http + " private static HttpRequestMessage Request(object body) => new(HttpMethod.Post, \"https://waba-v2.360dialog.io/messages\") { Content = JsonContent.Create(body) };", "client.NAME(Request(BODY))", "Send", "HttpResponseMessage", "r.IsSuccessStatusCode", "r.StatusCode", "await r.Content.ReadAsStringAsync()") { IsTask = false, Ensure = "r.EnsureSuccessStatusCode();" },
        new("RestSharp", Rest, "client.NAME(Request(BODY))", "ExecuteAsync", "RestResponse", "r.IsSuccessful", "r.StatusCode", "r.Content!") { Ensure = "r.ThrowIfError();" },
        new("RestSharpPost", Rest, "client.NAME(Request(BODY))", "ExecutePostAsync", "RestResponse", "r.IsSuccessful", "r.StatusCode", "r.Content!") { Ensure = "r.ThrowIfError();" },
        new("RestSharpSync", Rest, "client.NAME(Request(BODY))", "Execute", "RestResponse", "r.IsSuccessful", "r.StatusCode", "r.Content!") { IsTask = false, Ensure = "r.ThrowIfError();" },
        new("Flurl", string.Empty, "\"https://waba-v2.360dialog.io/messages\".WithHeader(\"D360-API-KEY\", \"k\").AllowAnyHttpStatus().NAME(BODY)", "PostJsonAsync", "IFlurlResponse", "r.ResponseMessage.IsSuccessStatusCode", "((HttpStatusCode)r.StatusCode)", "await r.GetStringAsync()"),
        new("RefitResponse", Refit, "api.NAME(BODY)", "Try", "IApiResponse<string>", "r.IsSuccessStatusCode", "r.StatusCode", "r.Content"),
        new("RefitMessage", Refit, "api.NAME(BODY)", "Raw", "HttpResponseMessage", "r.IsSuccessStatusCode", "r.StatusCode", "await r.Content.ReadAsStringAsync()") { Ensure = "r.EnsureSuccessStatusCode();" },
    ];
}
