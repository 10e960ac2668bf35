using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0203 for loops whose pace is kept by a policy or by the set-up of the client.</summary>
public sealed class UnpacedClientTests
{
    private const string Id = "DLG0203";

    [Theory]
    [InlineData("services.AddHttpClient<Sender>();")]
    [InlineData("services.AddHttpClient<Sender>().AddTransientHttpErrorPolicy(policy => policy.WaitAndRetryAsync(3, _ => TimeSpan.FromSeconds(1)));")]
    [InlineData("services.AddHttpClient<Sender>().AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient<Other>().AddPolicyHandler(Policy.RateLimitAsync<HttpResponseMessage>(50, TimeSpan.FromSeconds(1)));")]
    [InlineData("services.AddHttpClient(\"other\").AddResilienceHandler(\"pace\", pipeline => pipeline.AddConcurrencyLimiter(5));")]
    [InlineData("services.AddHttpClient<Sender>().AddHttpMessageHandler<Plain>();")]
    public void Reported(string setUp) => SendingProgram.Of(Program(setUp)).Check(Id);

    [Theory]
    [InlineData("services.AddHttpClient<Sender>().AddPolicyHandler(Policy.RateLimitAsync<HttpResponseMessage>(50, TimeSpan.FromSeconds(1)));")]
    [InlineData("services.AddHttpClient<Sender>().AddPolicyHandler(Policies.Limit);")]
    [InlineData("services.AddHttpClient<Sender>().AddPolicyHandler(Policies.Make());")]
    [InlineData("services.AddHttpClient<Sender>().AddResilienceHandler(\"pace\", pipeline => pipeline.AddConcurrencyLimiter(5));")]
    [InlineData("var builder = services.AddHttpClient<Sender>(); builder.AddResilienceHandler(\"pace\", pipeline => pipeline.AddConcurrencyLimiter(5));")]
    [InlineData("services.AddHttpClient<Sender>().AddHttpMessageHandler<Gate>();")]
    [InlineData("services.AddHttpClient<Sender>().AddHttpMessageHandler(() => new Gate());")]
    public void Not_reported(string setUp) => SendingProgram.Of(Program(setUp).Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Check(Id);

    [Theory]
    [InlineData("static readonly IAsyncPolicy policy = Policy.Handle<TaskCanceledException>().RetryAsync(3);", true)]
    [InlineData("static readonly IAsyncPolicy policy = Policy.BulkheadAsync(5, 100);", false)]
    public void Policies_count_where_they_limit(string policy, bool isReported)
    {
        string send = isReported ? "[|Send|]" : "Send";
        SendingProgram.Of($$"""
            using Polly;
            class A(Sender sender) { {{policy}} public async Task M(List<string> phones) { foreach (var to in phones) await policy.ExecuteAsync(() => sender.{{send}}(to)); } }
            """ + Sender).Check(Id);
    }

    private const string Sender = """

        class Sender(HttpClient client)
        {
            public async Task Send(string to) { (await client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } })).EnsureSuccessStatusCode(); }
        }
        """;

    private static string Program(string setUp) => $$"""
        using Polly;
        static class SetUp { public static void Add(IServiceCollection services) { {{setUp}} } }
        static class Policies
        {
            public static readonly IAsyncPolicy<HttpResponseMessage> Limit = Policy.RateLimitAsync<HttpResponseMessage>(50, TimeSpan.FromSeconds(1));
            public static IAsyncPolicy<HttpResponseMessage> Make() => Limit;
        }
        class Plain : DelegatingHandler { protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) => base.SendAsync(request, token); }
        class Gate : DelegatingHandler
        {
            static readonly SemaphoreSlim gate = new(4);
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token) { await gate.WaitAsync(token); try { return await base.SendAsync(request, token); } finally { gate.Release(); } }
        }
        class Other(HttpClient client) { public Task<string> Get() => client.GetStringAsync("https://example.org"); }
        class A(Sender sender) { public async Task M(List<string> phones) { foreach (var to in phones) await sender.[|Send|](to); } }
        """ + Sender;
}
