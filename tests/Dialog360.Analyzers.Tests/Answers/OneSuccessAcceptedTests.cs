namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>DLG0308. See <see cref="AnswerProgram"/> for the words in capitals.</summary>
public sealed class OneSuccessAcceptedTests
{
    private const string Id = "DLG0308";

    private const string OnPremises = "client.PostAsJsonAsync(\"v1/messages\", new { to, type = \"text\", text = new { body = \"x\" } })";
    private const string Unknown = "client.PostAsJsonAsync(\"messages\", new { to, recipient_type = \"individual\", type = \"text\", text = new { body = \"x\" } })";
    private const string Sandbox = "client.PostAsJsonAsync(\"https://waba-sandbox.360dialog.io/v1/messages\", new { to, type = \"text\", text = new { body = \"x\" } })";

    [Fact]
    public void Wrong_alone() => AnswerProgram.OfStatements(
        // The Cloud API answers 200.
        "var r = await SEND; if ([|r.StatusCode == HttpStatusCode.Created|]) return; store.Add(to);",
        "var r = await SEND; if ([|r.StatusCode != HttpStatusCode.Created|]) store.Add(to);",
        "var r = await SEND; var ok = [|r.StatusCode == HttpStatusCode.Created|]; if (!ok) store.Add(to);",
        "if ([|(int)(await SEND).StatusCode == 201|]) return; store.Add(to);",
        "var code = (int)(await SEND).StatusCode; if ([|code != 201|]) throw new Exception();",
        "var r = await SEND; if (r.StatusCode is [|HttpStatusCode.Created|]) return; store.Add(to);",
        "var r = await SEND; switch (r.StatusCode) { case [|HttpStatusCode.Created|]: break; default: store.Add(to); break; }",
        "var r = await SEND; var text = r.StatusCode switch { [|HttpStatusCode.Created|] => \"sent\", _ => \"failed\" }; log.LogInformation(text);",
        "var r = await SEND; if (!([|HttpStatusCode.Created == r.StatusCode|])) store.Add(to);",
        // The on-premises API answers 201.
        $"var r = await {OnPremises}; if ([|r.StatusCode == HttpStatusCode.OK|]) return; store.Add(to);",
        $"var r = await {OnPremises}; if ([|r.StatusCode != HttpStatusCode.OK|]) throw new Exception();",
        // Unknown: either one fails somewhere.
        $"var r = await {Unknown}; if ([|r.StatusCode == HttpStatusCode.OK|]) return; store.Add(to);",
        $"var r = await {Unknown}; if ([|r.StatusCode == HttpStatusCode.Created|]) return; store.Add(to);",
        $"var r = await {Unknown}; store.Add([|r.StatusCode == HttpStatusCode.Created|] ? \"sent\" : \"failed\");",
        "var r = await SEND; if ([|r.StatusCode == HttpStatusCode.Created|] && to.Length > 3) return; store.Add(to);").Check(Id);

    [Fact]
    public void Right_or_both() => AnswerProgram.OfStatements(
        "var r = await SEND; if (r.StatusCode == HttpStatusCode.OK) return; store.Add(to);",
        "var r = await SEND; if ((int)r.StatusCode != 200) store.Add(to);",
        $"var r = await {OnPremises}; if (r.StatusCode == HttpStatusCode.Created) return; store.Add(to);",
        $"var r = await {Unknown}; if (r.StatusCode == HttpStatusCode.OK || r.StatusCode == HttpStatusCode.Created) return; store.Add(to);",
        $"var r = await {Unknown}; if (r.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created) return; store.Add(to);",
        $"var r = await {Unknown}; switch (r.StatusCode) {{ case HttpStatusCode.OK: case HttpStatusCode.Created: break; default: store.Add(to); break; }}",
        $"var r = await {Unknown}; if (r.IsSuccessStatusCode) return; store.Add(to);",
        $"var r = await {Unknown}; r.EnsureSuccessStatusCode(); if (r.StatusCode == HttpStatusCode.Created) store.Add(to);",
        $"var r = await {Unknown}; if (r.IsSuccessStatusCode && r.StatusCode != HttpStatusCode.Created) log.LogInformation(\"ok\");",
        $"var r = await {Unknown}; if ((int)r.StatusCode >= 200 && (int)r.StatusCode < 300) return; store.Add(to);",
        $"var r = await {Unknown}; if ((int)r.StatusCode == 429) store.Add(to);",
        $"var r = await {Unknown}; if (r.StatusCode == HttpStatusCode.BadRequest) store.Add(to);",
        $"var r = await {Sandbox}; if (r.StatusCode == HttpStatusCode.OK) return; store.Add(to);",
        $"var r = await {Sandbox}; if (r.StatusCode == HttpStatusCode.Created) return; store.Add(to);",
        "var r = await client.PostAsJsonAsync(\"https://example.org/orders\", new { to }); if (r.StatusCode == HttpStatusCode.Created) return; store.Add(to);",
        "var r = await client.GetAsync(\"https://example.org/orders\"); if (r.StatusCode == HttpStatusCode.OK) return; r = await SEND; r.EnsureSuccessStatusCode();").Check(Id);

    [Fact]
    public void Through_methods() => AnswerProgram.OfMembers(
        "async Task<HttpStatusCode> Enviar(string to) => (await SEND).StatusCode; public async Task Run(string to) { if ([|await Enviar(to) == HttpStatusCode.Created|]) return; store.Add(to); }",
        "async Task<HttpStatusCode> Enviar(string to) => (await SEND).StatusCode; public async Task Run(string to) { if (await Enviar(to) == HttpStatusCode.OK) return; store.Add(to); }",
        "public async Task<bool> Enviar(string to) { var r = await SEND; return [|r.StatusCode == HttpStatusCode.Created|]; }").Check(Id);

    [Fact]
    public void RestSharp() => AnswerProgram.Of("""
        using RestSharp;
        public class A
        {
            public bool Bad(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); var response = client.Execute(request); return [|response.StatusCode == HttpStatusCode.Created|]; }
            public bool Good(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); var response = client.Execute(request); return response.StatusCode == HttpStatusCode.OK; }
        }
        """).Check(Id);
}
