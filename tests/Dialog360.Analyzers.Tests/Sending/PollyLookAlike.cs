namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>The few types of Polly, old and new, and of its companions for <c>HttpClient</c> that programs of these tests use.</summary>
internal static class PollyLookAlike
{
    /// <summary>Their source text.</summary>
    public const string Source = """
        namespace Polly
        {
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using Polly.Retry;
            public interface IAsyncPolicy { Task ExecuteAsync(Func<Task> action); Task<T> ExecuteAsync<T>(Func<Task<T>> action); }
            public interface IAsyncPolicy<T> { Task<T> ExecuteAsync(Func<Task<T>> action); }
            public class AsyncPolicy : IAsyncPolicy { public Task ExecuteAsync(Func<Task> action) => null; public Task<T> ExecuteAsync<T>(Func<Task<T>> action) => null; }
            public class AsyncPolicy<T> : IAsyncPolicy<T> { public Task<T> ExecuteAsync(Func<Task<T>> action) => null; }
            public class PolicyBuilder { public PolicyBuilder Or<E>() where E : Exception => this; public PolicyBuilder<T> OrResult<T>(Func<T, bool> predicate) => null; }
            public class PolicyBuilder<T> { public PolicyBuilder<T> OrResult(Func<T, bool> predicate) => this; public PolicyBuilder<T> Or<E>() where E : Exception => this; }
            public abstract class Policy
            {
                public static PolicyBuilder Handle<E>() where E : Exception => null;
                public static PolicyBuilder Handle<E>(Func<E, bool> predicate) where E : Exception => null;
                public static PolicyBuilder<T> HandleResult<T>(Func<T, bool> predicate) => null;
                public static AsyncPolicy<T> WrapAsync<T>(params IAsyncPolicy<T>[] policies) => null;
                public static AsyncPolicy BulkheadAsync(int parallel, int queued) => null;
                public static AsyncPolicy<T> RateLimitAsync<T>(int count, TimeSpan span) => null;
            }
            public abstract class Policy<T> { public static PolicyBuilder<T> Handle<E>() where E : Exception => null; public static PolicyBuilder<T> HandleResult(Func<T, bool> predicate) => null; }
            public static class AsyncRetrySyntax
            {
                public static AsyncPolicy RetryAsync(this PolicyBuilder builder, int count) => null;
                public static AsyncPolicy WaitAndRetryAsync(this PolicyBuilder builder, int count, Func<int, TimeSpan> pause) => null;
                public static AsyncPolicy<T> RetryAsync<T>(this PolicyBuilder<T> builder, int count) => null;
                public static AsyncPolicy<T> WaitAndRetryAsync<T>(this PolicyBuilder<T> builder, int count, Func<int, TimeSpan> pause) => null;
                public static AsyncPolicy<T> CircuitBreakerAsync<T>(this PolicyBuilder<T> builder, int count, TimeSpan span) => null;
                public static AsyncPolicy<T> FallbackAsync<T>(this PolicyBuilder<T> builder, T value) => null;
            }
            public readonly struct Outcome<T> { public T Result => default; public Exception Exception => null; }
            public static class PredicateResult { public static ValueTask<bool> True() => default; public static ValueTask<bool> False() => default; }
            public class PredicateBuilder<T>
            {
                public PredicateBuilder<T> Handle<E>() where E : Exception => this;
                public PredicateBuilder<T> HandleResult(Func<T, bool> predicate) => this;
                public static implicit operator Func<RetryPredicateArguments<T>, ValueTask<bool>>(PredicateBuilder<T> builder) => null;
            }
            public class PredicateBuilder : PredicateBuilder<object> { public new PredicateBuilder Handle<E>() where E : Exception => this; }
            public class ResiliencePipeline { public ValueTask ExecuteAsync(Func<CancellationToken, ValueTask> action, CancellationToken token = default) => default; }
            public class ResiliencePipeline<T> { public ValueTask<T> ExecuteAsync(Func<CancellationToken, ValueTask<T>> action, CancellationToken token = default) => default; }
            public abstract class ResiliencePipelineBuilderBase { }
            public class ResiliencePipelineBuilder : ResiliencePipelineBuilderBase { public ResiliencePipeline Build() => null; }
            public class ResiliencePipelineBuilder<T> : ResiliencePipelineBuilderBase { public ResiliencePipeline<T> Build() => null; }
            public static class RetryExtensions
            {
                public static ResiliencePipelineBuilder AddRetry(this ResiliencePipelineBuilder builder, RetryStrategyOptions options) => builder;
                public static ResiliencePipelineBuilder<T> AddRetry<T>(this ResiliencePipelineBuilder<T> builder, RetryStrategyOptions<T> options) => builder;
                public static B AddConcurrencyLimiter<B>(this B builder, int permits) where B : ResiliencePipelineBuilderBase => builder;
            }
        }
        namespace Polly.Retry
        {
            using System;
            using System.Threading.Tasks;
            public readonly struct RetryPredicateArguments<T> { public Polly.Outcome<T> Outcome => default; }
            public class RetryStrategyOptions<T> { public Func<RetryPredicateArguments<T>, ValueTask<bool>> ShouldHandle { get; set; } public int MaxRetryAttempts { get; set; } public TimeSpan Delay { get; set; } }
            public class RetryStrategyOptions : RetryStrategyOptions<object> { }
        }
        namespace Polly.Extensions.Http { public static class HttpPolicyExtensions { public static Polly.PolicyBuilder<System.Net.Http.HttpResponseMessage> HandleTransientHttpError() => null; } }
        namespace Microsoft.Extensions.Http.Resilience { public class HttpRetryStrategyOptions : Polly.Retry.RetryStrategyOptions<System.Net.Http.HttpResponseMessage> { } public class HttpStandardResilienceOptions { public HttpRetryStrategyOptions Retry { get; set; } } }
        namespace Microsoft.Extensions.DependencyInjection
        {
            using System;
            using System.Net.Http;
            using Polly;
            public static class PollyHttpClientBuilderExtensions
            {
                public static IHttpClientBuilder AddPolicyHandler(this IHttpClientBuilder builder, IAsyncPolicy<HttpResponseMessage> policy) => builder;
                public static IHttpClientBuilder AddTransientHttpErrorPolicy(this IHttpClientBuilder builder, Func<PolicyBuilder<HttpResponseMessage>, IAsyncPolicy<HttpResponseMessage>> configure) => builder;
                public static IHttpClientBuilder AddResilienceHandler(this IHttpClientBuilder builder, string name, Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure) => builder;
                public static IHttpClientBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder) => builder;
                public static IHttpClientBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder, Action<Microsoft.Extensions.Http.Resilience.HttpStandardResilienceOptions> configure) => builder;
            }
        }
        """;
}
