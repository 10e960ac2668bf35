using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>Why an answer need not be looked at: each reason has its name.</summary>
public sealed class AllowedBecauseTests
{
    [Theory]
    [InlineData(AllowedBecause.Ensured, "public async Task A(string to) => (await SEND).EnsureSuccessStatusCode();")]
    [InlineData(AllowedBecause.StatusDecides, "public async Task A(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) store.Add(to); }")]
    [InlineData(AllowedBecause.BodyDecides, "public async Task A(string to) { var r = await SEND; var body = await r.Content.ReadAsStringAsync(); if (body.Contains(\"error\")) store.Add(to); }")]
    [InlineData(AllowedBecause.CheckedByHelper, "void Check(HttpResponseMessage r) { if (!r.IsSuccessStatusCode) store.Add(r); } public async Task A(string to) => Check(await SEND);")]
    [InlineData(AllowedBecause.Returned, "public Task<HttpResponseMessage> A(string to) => SEND;")]
    [InlineData(AllowedBecause.Stored, "public async Task A(string to) { last = (await SEND).StatusCode; }")]
    [InlineData(AllowedBecause.HandedOn, "public async Task A(string to) { store.Add(await SEND); }")]
    [InlineData(AllowedBecause.Logged, "public async Task A(string to) { log.LogInformation((await SEND).ToString()); }")]
    [InlineData(AllowedBecause.Discarded, "public async Task A(string to) { _ = await SEND; }")]
    [InlineData(AllowedBecause.Unfollowed, "void Show(Task<string> text) { } public async Task A(string to) { var r = await SEND; await r.Content.ReadAsStringAsync().ContinueWith(Show); }")]
    [InlineData(AllowedBecause.ReadReceipt, "public async Task A(string to) { await client.PostAsJsonAsync(URL, new { messaging_product = \"whatsapp\", status = \"read\", message_id = to }); }")]
    [InlineData(AllowedBecause.WrapperReacts, "async Task<bool> Send(string to) { var r = await client.PostAsJsonAsync(\"messages\", (object)to); if (!r.IsSuccessStatusCode) log.LogError(to); return r.IsSuccessStatusCode; } public async Task A(string to) { await Sent(to); } async Task<bool> Sent(string to) { var r = await SEND; r.EnsureSuccessStatusCode(); return true; }")]
    public void Each_reason(object because, string members) => Assert.Contains((AllowedBecause)because, ReasonsIn(AnswerProgram.OfMembers(members)));

    [Theory]
    [InlineData(AllowedBecause.ThrowsByItself, "using Flurl.Http; public class A { public async Task M(string to) { await URL.WithHeader(\"a\", \"b\").PostJsonAsync(BODY); } }")]
    [InlineData(AllowedBecause.Test, "public class FactAttribute : Attribute { } public class A(HttpClient client) { [Fact] public async Task M() { var to = \"1\"; await SEND; } }")]
    [InlineData(AllowedBecause.ExceptionTest, "public static class Assert { public static Task ThrowsAsync<E>(Func<Task> code) => code(); } public class A(HttpClient client) { public Task M(string to) => Assert.ThrowsAsync<Exception>(() => SEND); }")]
    [InlineData(AllowedBecause.MockSetup, "public class Mock<T> { public void Setup<R>(Func<T, R> call) { } } public class A(HttpClient client) { public void M(string to, Mock<HttpClient> mock) => mock.Setup(async x => { await SEND; return 1; }); }")]
    [InlineData(AllowedBecause.TestServer, "public class WebApplicationFactory { public HttpClient CreateClient() => null; } public class A { public async Task M(string to) { var client = new WebApplicationFactory().CreateClient(); await client.PostAsJsonAsync(\"/messages\", BODY); } }")]
    public void Each_reason_in_its_surroundings(object because, string types) => Assert.Contains((AllowedBecause)because, ReasonsIn(AnswerProgram.Of(types)));

    [Fact]
    public void Every_reason_has_a_test()
    {
        AllowedBecause[] tested = typeof(AllowedBecauseTests).GetMethods()
            .SelectMany(method => method.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>())
            .Select(data => (AllowedBecause)data.GetData(null!).Single()[0]!)
            .Distinct().Order().ToArray();
        Assert.Equal(Enum.GetValues<AllowedBecause>(), tested);
    }

    [Fact]
    public void The_message_counts_the_calls_that_look()
    {
        string callers = string.Join("\n", Enumerable.Range(0, 7).Select(index => $"public async Task Run{index}(string to) {{ if (!await SendAsync(to)) store.Add(to); }}"));
        SendingProgram program = AnswerProgram.OfMembers("public async Task<bool> SendAsync(string to) => (await SEND).IsSuccessStatusCode; public async Task Run(string to) { await SendAsync(to); }\n" + callers);
        string message = Assert.Single(TestProgram.Analyze(program.Compilation), diagnostic => diagnostic.Id == "DLG0301").GetMessage();
        Assert.Contains("'SendAsync' says by its result alone whether the message was taken, and 7 of 8 calls look at it", message);
    }

    private static List<AllowedBecause?> ReasonsIn(SendingProgram program)
    {
        ValueResolver resolver = new(ProgramModel.Of(program.Compilation), CancellationToken.None);
        SendAnswers answers = new(new PayloadReader(resolver));
        return OperationRoots.In(program.Tree, resolver.Program, CancellationToken.None).SelectMany(answers.In).Select(answer => answer.Allowed).ToList();
    }
}
