// The few types of libraries that the programs beside use, with the same names in the same namespaces.
using System.IO;
namespace Microsoft.Azure.Functions.Worker
{
    public class FunctionAttribute : Attribute { public FunctionAttribute(string name) { } }
    public enum AuthorizationLevel { Anonymous, Function, Admin }
    public class HttpTriggerAttribute : Attribute { public HttpTriggerAttribute(params string[] methods) { } public HttpTriggerAttribute(AuthorizationLevel level, params string[] methods) { } public string? Route { get; set; } }
    public class FunctionContext { }
    public class QueueOutputAttribute : Attribute { public QueueOutputAttribute(string n) { } }
    public class QueueTriggerAttribute : Attribute { public QueueTriggerAttribute(string n) { } }
}
namespace Microsoft.Azure.Functions.Worker.Http
{
    public abstract class HttpRequestData { public abstract Stream Body { get; } public abstract HttpResponseData CreateResponse(); public abstract string Method { get; } public abstract Uri Url { get; } public System.Collections.Specialized.NameValueCollection Query => null!; }
    public abstract class HttpResponseData { public abstract HttpStatusCode StatusCode { get; set; } }
    public static class HttpRequestDataExtensions { public static Task<string?> ReadAsStringAsync(this HttpRequestData r, Encoding? e = null) => null!; public static string? ReadAsString(this HttpRequestData r, Encoding? e = null) => null!; public static ValueTask<T?> ReadFromJsonAsync<T>(this HttpRequestData r, CancellationToken c = default) => default; public static HttpResponseData CreateResponse(this HttpRequestData req, HttpStatusCode statusCode) => null!; }
    public static class HttpResponseDataExtensions { public static Task WriteStringAsync(this HttpResponseData r, string v, Encoding? e = null) => null!; public static ValueTask WriteAsJsonAsync<T>(this HttpResponseData r, T i, CancellationToken c = default) => default; public static ValueTask WriteAsJsonAsync<T>(this HttpResponseData r, T i, HttpStatusCode statusCode, CancellationToken c = default) => default; }
}
namespace Microsoft.Azure.WebJobs
{
    public class FunctionNameAttribute : Attribute { public FunctionNameAttribute(string name) { } }
    [AttributeUsage(AttributeTargets.All)] public class QueueAttribute : Attribute { public QueueAttribute(string n) { } }
    public interface IAsyncCollector<T> { Task AddAsync(T t, CancellationToken c = default); }
    public class HttpTriggerAttribute : Attribute { public HttpTriggerAttribute(params string[] methods) { } public HttpTriggerAttribute(Extensions.Http.AuthorizationLevel level, params string[] methods) { } public string? Route { get; set; } }
}
namespace Microsoft.Azure.WebJobs.Extensions.Http
{
    public enum AuthorizationLevel { Anonymous, Function, Admin }
}
namespace MediatR
{
    public interface IRequest { }
    public interface IRequest<T> { }
    public interface INotification { }
    public interface IRequestHandler<T, R> where T : IRequest<R> { Task<R> Handle(T request, CancellationToken cancellationToken); }
    public interface IRequestHandler<T> where T : IRequest { Task Handle(T request, CancellationToken cancellationToken); }
    public interface INotificationHandler<T> where T : INotification { Task Handle(T notification, CancellationToken cancellationToken); }
    public interface IMediator { Task<R> Send<R>(IRequest<R> request, CancellationToken c = default); Task Send<T>(T request, CancellationToken c = default) where T : IRequest; Task Publish<T>(T n, CancellationToken c = default) where T : INotification; }
}
namespace MassTransit
{
    public interface ConsumeContext<T> { T Message { get; } }
    public interface IConsumer<T> { Task Consume(ConsumeContext<T> context); }
    public interface IPublishEndpoint { Task Publish<T>(T m, CancellationToken c = default); }
    public interface IBus : IPublishEndpoint { }
}
namespace Hangfire
{
    public static class BackgroundJob { public static string Enqueue<T>(System.Linq.Expressions.Expression<Action<T>> m) => ""; public static string Enqueue(System.Linq.Expressions.Expression<Action> m) => ""; public static string Enqueue<T>(System.Linq.Expressions.Expression<Func<T, Task>> m) => ""; }
    public interface IBackgroundJobClient { }
    public static class BackgroundJobClientExtensions { public static string Enqueue<T>(this IBackgroundJobClient c, System.Linq.Expressions.Expression<Func<T, Task>> m) => ""; public static string Enqueue<T>(this IBackgroundJobClient c, System.Linq.Expressions.Expression<Action<T>> m) => ""; }
}
namespace Polly
{
    public interface IAsyncPolicy<T> { Task<T> ExecuteAsync(Func<Task<T>> f); }
    public interface IAsyncPolicy { Task<T> ExecuteAsync<T>(Func<Task<T>> f); Task ExecuteAsync(Func<Task> f); }
    public class ResiliencePipeline { public ValueTask<T> ExecuteAsync<T>(Func<CancellationToken, ValueTask<T>> f, CancellationToken c = default) => default; public ValueTask ExecuteAsync(Func<CancellationToken, ValueTask> f, CancellationToken c = default) => default; }
    public class ResiliencePipeline<T> { public ValueTask<R> ExecuteAsync<R>(Func<CancellationToken, ValueTask<R>> f, CancellationToken c = default) where R : T => default; }
}
namespace Amazon.Lambda.APIGatewayEvents
{
    public class APIGatewayProxyRequest { public string Body { get; set; } = ""; public string HttpMethod { get; set; } = ""; public IDictionary<string, string>? QueryStringParameters { get; set; } public IDictionary<string, string>? Headers { get; set; } }
    public class APIGatewayProxyResponse { public int StatusCode { get; set; } public string Body { get; set; } = ""; }
    public class APIGatewayHttpApiV2ProxyRequest { public string Body { get; set; } = ""; }
    public class APIGatewayHttpApiV2ProxyResponse { public int StatusCode { get; set; } public string Body { get; set; } = ""; }
}
namespace Amazon.Lambda.Core
{
    public interface ILambdaContext { }
}
