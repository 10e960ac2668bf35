using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0205 for retries of Polly, and for sends that are handed to a method which retries. <c>SEND</c> stands for the call of <c>PostAsJsonAsync</c> with a template.</summary>
public sealed class RepeatingPolicyTests
{
    private const string Id = "DLG0205";

    [Theory]
    // Answers.
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => [|!r.IsSuccessStatusCode|]).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.Handle<HttpRequestException>().OrResult<HttpResponseMessage>(r => [|!r.IsSuccessStatusCode|]).WaitAndRetryAsync(3, n => TimeSpan.FromSeconds(n)).ExecuteAsync(async () => await SEND);")]
    [InlineData("await Policy<HttpResponseMessage>.Handle<HttpRequestException>().OrResult(r => [|r.StatusCode != HttpStatusCode.OK|]).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode >= 500 || [|r.StatusCode == HttpStatusCode.Unauthorized|]).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => r.StatusCode is HttpStatusCode.TooManyRequests or [|HttpStatusCode.Forbidden|]).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => [|retried.Contains(r.StatusCode)|]).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>([|IsFailure|]).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => [|IsFailure(r)|]).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("var builder = Policy.HandleResult<HttpResponseMessage>(r => [|!r.IsSuccessStatusCode|]); var policy = builder.RetryAsync(3); await policy.ExecuteAsync(() => SEND);")]
    [InlineData("var retry = Policy.HandleResult<HttpResponseMessage>(r => [|!r.IsSuccessStatusCode|]).RetryAsync(3); var breaker = Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).CircuitBreakerAsync(3, TimeSpan.FromSeconds(9)); await Policy.WrapAsync(retry, breaker).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => [|!r.IsSuccessStatusCode|]).RetryAsync(3).ExecuteAsync(() => Plain(to));")]
    // Exceptions.
    [InlineData("await Policy.[|Handle|]<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { (await SEND).EnsureSuccessStatusCode(); });")]
    [InlineData("await Policy.[|Handle|]<Exception>().RetryAsync(3).ExecuteAsync(async () => { (await SEND).EnsureSuccessStatusCode(); });")]
    [InlineData("await Policy.Handle<TaskCanceledException>().[|Or|]<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { (await SEND).EnsureSuccessStatusCode(); });")]
    [InlineData("await Policy.[|Handle|]<HttpRequestException>().RetryAsync(3).ExecuteAsync(() => Ensured(to));")]
    [InlineData("await Policy.Handle<HttpRequestException>(e => [|e.StatusCode == HttpStatusCode.Forbidden|]).RetryAsync(3).ExecuteAsync(() => Ensured(to));")]
    // What the executed code catches and throws again is the policy's business.
    [InlineData("await Policy.[|Handle|]<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { (await SEND).EnsureSuccessStatusCode(); } catch (Exception e) { Console.WriteLine(e); throw; } });")]
    [InlineData("await Policy.[|Handle|]<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { (await SEND).EnsureSuccessStatusCode(); } catch { Console.WriteLine(to); throw; } });")]
    [InlineData("await Policy.[|Handle|]<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { (await SEND).EnsureSuccessStatusCode(); } catch (HttpRequestException e) { if (e.StatusCode == null) { Console.WriteLine(to); } throw; } finally { Console.WriteLine(to); } });")]
    [InlineData("await Policy.[|Handle|]<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { (await SEND).EnsureSuccessStatusCode(); } catch (TaskCanceledException) { Console.WriteLine(to); } });")]
    [InlineData("await Policy.[|Handle|]<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { await Ensured(to); } catch (Exception) { Console.WriteLine(to); throw; } });")]
    // Pipelines.
    [InlineData("var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().HandleResult(r => [|!r.IsSuccessStatusCode|]) }).Build(); await pipeline.ExecuteAsync(async stop => await SEND);")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = args => ValueTask.FromResult([|args.Outcome.Result?.IsSuccessStatusCode == false|]) }).Build(); await pipeline.ExecuteAsync(async stop => await SEND);")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = args => new ValueTask<bool>([|args.Outcome.Result is { IsSuccessStatusCode: false }|]) }).Build(); await pipeline.ExecuteAsync(async stop => await SEND);")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = args => args.Outcome switch { { Exception: HttpRequestException } => PredicateResult.True(), { Result.StatusCode: [|HttpStatusCode.Forbidden|] } => PredicateResult.True(), _ => PredicateResult.False() } }).Build(); await pipeline.ExecuteAsync(async stop => await SEND);")]
    [InlineData("var options = new RetryStrategyOptions { ShouldHandle = new PredicateBuilder().[|Handle|]<HttpRequestException>() }; await new ResiliencePipelineBuilder().AddRetry(options).Build().ExecuteAsync(async stop => { (await SEND).EnsureSuccessStatusCode(); });")]
    public void Reported(string statements) => SendingProgram.Of(Program(statements)).Check(Id);

    [Theory]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => (int)r.StatusCode >= 500 || r.StatusCode == HttpStatusCode.TooManyRequests).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => passing.Contains(r.StatusCode)).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await HttpPolicyExtensions.HandleTransientHttpError().RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => r.StatusCode == HttpStatusCode.TooManyRequests).RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => unseen(r)).RetryAsync(3).ExecuteAsync(() => SEND);")]
    // No retry.
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).CircuitBreakerAsync(3, TimeSpan.FromSeconds(9)).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).FallbackAsync(null).ExecuteAsync(() => SEND);")]
    // Exceptions of the network alone.
    [InlineData("await Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(() => SEND);")]
    [InlineData("await Policy.Handle<TaskCanceledException>().RetryAsync(3).ExecuteAsync(() => Ensured(to));")]
    [InlineData("await Policy.Handle<HttpRequestException>(e => e.StatusCode == null || (int)e.StatusCode >= 500).RetryAsync(3).ExecuteAsync(() => Ensured(to));")]
    // What the executed code keeps to itself, may keep, or throws as something else.
    [InlineData("await Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { (await SEND).EnsureSuccessStatusCode(); } catch (Exception e) { Console.WriteLine(e); } });")]
    [InlineData("await Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { (await SEND).EnsureSuccessStatusCode(); } catch (HttpRequestException e) { if (e.StatusCode == HttpStatusCode.Forbidden) return; throw; } });")]
    [InlineData("await Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { (await SEND).EnsureSuccessStatusCode(); } catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.Forbidden) { Console.WriteLine(e); } });")]
    [InlineData("await Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { (await SEND).EnsureSuccessStatusCode(); } catch (HttpRequestException e) { throw new InvalidOperationException(to, e); } });")]
    [InlineData("await Policy.Handle<HttpRequestException>().RetryAsync(3).ExecuteAsync(async () => { try { await Ensured(to); } catch (Exception e) { Console.WriteLine(e); } });")]
    [InlineData("await Policy.Handle<TaskCanceledException>().RetryAsync(3).ExecuteAsync(async () => { try { (await SEND).EnsureSuccessStatusCode(); } catch (Exception) { throw; } });")]
    // No message goes through it, or nobody sees whether one does.
    [InlineData("var policy = Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).RetryAsync(3); await SEND;")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).RetryAsync(3).ExecuteAsync(() => client.GetAsync(\"https://waba-v2.360dialog.io/health_status\"));")]
    [InlineData("await Policy.HandleResult<HttpResponseMessage>(r => !r.IsSuccessStatusCode).RetryAsync(3).ExecuteAsync(() => client.PostAsJsonAsync(\"https://example.org/orders\", new { to }));")]
    // Pipelines.
    [InlineData("var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage>()).Build(); await pipeline.ExecuteAsync(async stop => await SEND);")]
    [InlineData("var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>().AddRetry(new RetryStrategyOptions<HttpResponseMessage> { ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is HttpRequestException || args.Outcome.Result?.StatusCode >= HttpStatusCode.InternalServerError) }).Build(); await pipeline.ExecuteAsync(async stop => await SEND);")]
    [InlineData("await new ResiliencePipelineBuilder().AddRetry(new RetryStrategyOptions { ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is TaskCanceledException) }).Build().ExecuteAsync(async stop => { (await SEND).EnsureSuccessStatusCode(); });")]
    public void Not_reported(string statements) => SendingProgram.Of(Program(statements)).Check(Id);

    [Theory]
    [InlineData("services.AddHttpClient<A>().AddPolicyHandler(HttpPolicyExtensions.HandleTransientHttpError().OrResult(r => [|r.StatusCode == HttpStatusCode.Unauthorized|]).RetryAsync(3));")]
    [InlineData("services.AddHttpClient<A>().AddPolicyHandler(Policies.Make());")]
    [InlineData("services.AddHttpClient<A>().AddTransientHttpErrorPolicy(policy => policy.OrResult(r => [|!r.IsSuccessStatusCode|]).RetryAsync(3));")]
    [InlineData("services.AddHttpClient<A>().AddResilienceHandler(\"retry\", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { ShouldHandle = new PredicateBuilder<HttpResponseMessage>().HandleResult(r => [|!r.IsSuccessStatusCode|]) }));")]
    [InlineData("services.AddHttpClient<A>().AddStandardResilienceHandler(options => options.Retry.ShouldHandle = args => ValueTask.FromResult([|args.Outcome.Result?.IsSuccessStatusCode is false|]));")]
    [InlineData("services.AddHttpClient<A>().AddHttpMessageHandler<Again>();")]
    public void Set_ups_of_the_client_are_reported(string setUp) => SendingProgram.Of(Program("await SEND;", setUp, isReported: true)).Check(Id);

    [Theory]
    [InlineData("services.AddHttpClient<A>().AddStandardResilienceHandler();")]
    [InlineData("services.AddHttpClient<A>().AddTransientHttpErrorPolicy(policy => policy.RetryAsync(3));")]
    [InlineData("services.AddHttpClient<A>().AddResilienceHandler(\"retry\", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = 5 }));")]
    [InlineData("services.AddHttpClient<A>().AddPolicyHandler(Policy<HttpResponseMessage>.Handle<HttpRequestException>().RetryAsync(3));")]
    [InlineData("services.AddHttpClient<Other>().AddPolicyHandler(Policies.Make());")]
    [InlineData("services.AddHttpClient(\"other\").AddHttpMessageHandler<Again>();")]
    public void Set_ups_that_are_right_or_of_others_are_not_reported(string setUp) => SendingProgram.Of(Program("await SEND;", setUp)).Check(Id);

    [Theory]
    [InlineData("await Repeat(() => SEND);", "async Task<HttpResponseMessage> Repeat(Func<Task<HttpResponseMessage>> send) { HttpResponseMessage r = null; [|for|] (int i = 0; i < 3; i++) { r = await send(); if (r.IsSuccessStatusCode) return r; await Task.Delay(500); } return r; }")]
    [InlineData("await Repeat(() => Ensured(to));", "async Task Repeat(Func<Task> send) { for (int i = 0; ; i++) { try { await send(); return; } [|catch|] (Exception) when (i < 3) { await Task.Delay(500); } } }")]
    [InlineData("await Repeat(() => Plain(to));", "async Task Repeat(Func<Task> send) { for (int i = 0; ; i++) { try { await send(); return; } catch (Exception) when (i < 3) { await Task.Delay(500); } } }")]
    [InlineData("await Repeat(() => client.GetAsync(\"https://example.org\"));", "async Task<HttpResponseMessage> Repeat(Func<Task<HttpResponseMessage>> send) { HttpResponseMessage r = null; for (int i = 0; i < 3; i++) { r = await send(); if (r.IsSuccessStatusCode) return r; } return r; }")]
    [InlineData("await Repeat(() => SEND);", "async Task<HttpResponseMessage> Repeat(Func<Task<HttpResponseMessage>> send) { HttpResponseMessage r = null; for (int i = 0; i < 3; i++) { r = await send(); if ((int)r.StatusCode < 500) return r; } return r; }")]
    public void Methods_that_retry_for_others(string statements, string method) => SendingProgram.Of(Program(statements, method: method)).Check(Id);

    private static string Program(string statements, string setUp = "", bool isReported = false, string method = "") => $$"""
        using Polly;
        using Polly.Retry;
        using Polly.Extensions.Http;
        using Microsoft.Extensions.Http.Resilience;
        static class SetUp { public static void Add(IServiceCollection services) { {{setUp}} } }
        static class Policies { public static IAsyncPolicy<HttpResponseMessage> Make() => Policy.HandleResult<HttpResponseMessage>(r => {{(isReported && setUp.Contains("Make()", StringComparison.Ordinal) ? "[|!r.IsSuccessStatusCode|]" : "!r.IsSuccessStatusCode")}}).RetryAsync(3); }
        class Again : DelegatingHandler
        {
            protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken token)
            {
                HttpResponseMessage r = null;
                {{(isReported && setUp.Contains("<Again>", StringComparison.Ordinal) ? "[|for|]" : "for")}} (int i = 0; i < 3; i++) { r = await base.SendAsync(request, token); if (r.IsSuccessStatusCode) return r; }
                return r;
            }
        }
        class Other(HttpClient client) { public Task<string> Get() => client.GetStringAsync("https://example.org"); }
        class A(HttpClient client, Func<HttpResponseMessage, bool> unseen)
        {
            static readonly HttpStatusCode[] retried = { HttpStatusCode.RequestTimeout, HttpStatusCode.Unauthorized };
            static readonly HttpStatusCode[] passing = { HttpStatusCode.RequestTimeout, HttpStatusCode.BadGateway };
            static bool IsFailure(HttpResponseMessage answer) => !answer.IsSuccessStatusCode;
            Task<HttpResponseMessage> Plain(string to) => SEND;
            async Task Ensured(string to) { (await SEND).EnsureSuccessStatusCode(); }
            {{method}}
            async Task M(string to)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """.Replace("SEND", "client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } })", StringComparison.Ordinal);
}
