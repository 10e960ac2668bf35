// The few types of Flurl and Refit that the programs beside use.
namespace Flurl
{
    public class Url { public static implicit operator Url(string url) => null!; }
    public static class UrlExtensions { public static Url AppendPathSegment(this string url, object segment) => null!; public static Url AppendPathSegment(this Url url, object segment) => null!; }
}
namespace Flurl.Http
{
    using Flurl;
    public interface IFlurlResponse : IDisposable { int StatusCode { get; } HttpResponseMessage ResponseMessage { get; } Task<T> GetJsonAsync<T>(); Task<string> GetStringAsync(); }
    public interface IFlurlRequest { }
    public class FlurlCall { public IFlurlResponse Response { get; set; } = null!; }
    public class FlurlHttpException : Exception { public FlurlCall Call => null!; public int? StatusCode => null; public Task<T> GetResponseJsonAsync<T>() => null!; public Task<string> GetResponseStringAsync() => null!; }
    public static class GeneratedExtensions
    {
        public static IFlurlRequest WithHeader(this string url, string name, object value) => null!;
        public static IFlurlRequest WithHeader(this Url url, string name, object value) => null!;
        public static IFlurlRequest WithHeader(this IFlurlRequest request, string name, object value) => null!;
        public static IFlurlRequest AllowAnyHttpStatus(this IFlurlRequest request) => null!;
        public static IFlurlRequest AllowAnyHttpStatus(this string url) => null!;
        public static Task<IFlurlResponse> PostJsonAsync(this IFlurlRequest request, object data) => null!;
        public static Task<IFlurlResponse> PostJsonAsync(this string url, object data) => null!;
        public static Task<T> ReceiveJson<T>(this Task<IFlurlResponse> response) => null!;
        public static Task<string> ReceiveString(this Task<IFlurlResponse> response) => null!;
    }
}
namespace Refit
{
    public abstract class HttpMethodAttribute : Attribute { protected HttpMethodAttribute(string path) { } }
    public class PostAttribute : HttpMethodAttribute { public PostAttribute(string path) : base(path) { } }
    public class BodyAttribute : Attribute { }
    public class HeaderAttribute : Attribute { public HeaderAttribute(string name) { } }
    [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] public class HeadersAttribute : Attribute { public HeadersAttribute(params string[] headers) { } }
    public interface IApiResponse : IDisposable { bool IsSuccessStatusCode { get; } HttpStatusCode StatusCode { get; } ApiException Error { get; } }
    public interface IApiResponse<out T> : IApiResponse { T Content { get; } }
    public class ApiResponse<T> : IApiResponse<T> { public bool IsSuccessStatusCode => false; public HttpStatusCode StatusCode => default; public ApiException Error => null!; public T Content => default!; public void Dispose() { } }
    public class ApiException : Exception { public HttpStatusCode StatusCode => default; public string Content => ""; public Task<T> GetContentAsAsync<T>() => null!; }
    public static class RestService { public static T For<T>(string baseUrl) => default!; public static T For<T>(HttpClient client) => default!; }
}
