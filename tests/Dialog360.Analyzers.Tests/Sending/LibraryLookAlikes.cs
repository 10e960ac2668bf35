namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>The few types of the libraries that programs of these tests use, with the same names in the same namespaces.</summary>
internal static class LibraryLookAlikes
{
    private const string RestSharpOld = """
        namespace RestSharp
        {
            public enum Method { GET, POST, PUT, DELETE }
            public enum ParameterType { Cookie, GetOrPost, UrlSegment, HttpHeader, RequestBody, QueryString }
            public enum DataFormat { Json, Xml, None }
            public interface IRestResponse { System.Net.HttpStatusCode StatusCode { get; } bool IsSuccessful { get; } string Content { get; } }
            public interface IRestResponse<T> : IRestResponse { T Data { get; } }
            public interface IRestRequest
            {
                Method Method { get; set; }
                string Resource { get; set; }
                IRestRequest AddHeader(string name, string value);
                IRestRequest AddParameter(string name, object value);
                IRestRequest AddParameter(string name, object value, ParameterType type);
                IRestRequest AddJsonBody(object body);
            }
            public class RestRequest : IRestRequest
            {
                public RestRequest() { }
                public RestRequest(Method method) { }
                public RestRequest(string resource) { }
                public RestRequest(string resource, Method method) { }
                public RestRequest(string resource, Method method, DataFormat format) { }
                public Method Method { get; set; }
                public string Resource { get; set; }
                public DataFormat RequestFormat { get; set; }
                public IRestRequest AddHeader(string name, string value) => this;
                public IRestRequest AddParameter(string name, object value) => this;
                public IRestRequest AddParameter(string name, object value, ParameterType type) => this;
                public IRestRequest AddJsonBody(object body) => this;
            }
            public interface IRestClient
            {
                System.Uri BaseUrl { get; set; }
                int Timeout { get; set; }
                IRestResponse Execute(IRestRequest request);
                IRestResponse<T> Execute<T>(IRestRequest request);
                System.Threading.Tasks.Task<IRestResponse> ExecuteAsync(IRestRequest request);
                System.Threading.Tasks.Task<IRestResponse> ExecuteTaskAsync(IRestRequest request);
            }
            public class RestClient : IRestClient
            {
                public RestClient() { }
                public RestClient(string baseUrl) { }
                public RestClient(System.Uri baseUrl) { }
                public System.Uri BaseUrl { get; set; }
                public int Timeout { get; set; }
                public IRestResponse Execute(IRestRequest request) => null;
                public IRestResponse<T> Execute<T>(IRestRequest request) => null;
                public System.Threading.Tasks.Task<IRestResponse> ExecuteAsync(IRestRequest request) => null;
                public System.Threading.Tasks.Task<IRestResponse> ExecuteTaskAsync(IRestRequest request) => null;
            }
            public static class RestClientExtensions
            {
                public static IRestResponse Post(this IRestClient client, IRestRequest request) => null;
                public static void AddDefaultHeader(this IRestClient client, string name, string value) { }
            }
        }
        """;

    private const string RestSharpNew = """
        namespace RestSharp
        {
            public enum Method { Get, Post, Put, Delete }
            public enum ContentType { Json }
            public enum ParameterType { GetOrPost, HttpHeader, RequestBody }
            public class RestResponse { public System.Net.HttpStatusCode StatusCode { get; } public bool IsSuccessful { get; } public string Content { get; } }
            public class RestRequest
            {
                public RestRequest() { }
                public RestRequest(string resource, Method method = Method.Get) { }
                public string Resource { get; set; }
                public Method Method { get; set; }
            }
            public static class RestRequestExtensions
            {
                public static RestRequest AddHeader(this RestRequest request, string name, string value) => request;
                public static RestRequest AddOrUpdateHeader(this RestRequest request, string name, string value) => request;
                public static RestRequest AddHeaders(this RestRequest request, System.Collections.Generic.ICollection<System.Collections.Generic.KeyValuePair<string, string>> headers) => request;
                public static RestRequest AddParameter(this RestRequest request, string name, object value, ParameterType type) => request;
                public static RestRequest AddJsonBody<T>(this RestRequest request, T body) where T : class => request;
                public static RestRequest AddStringBody(this RestRequest request, string body, ContentType type) => request;
                public static RestRequest AddBody(this RestRequest request, object body) => request;
            }
            public class RestClientOptions
            {
                public RestClientOptions() { }
                public RestClientOptions(string baseUrl) { }
                public System.Uri BaseUrl { get; set; }
                public object Authenticator { get; set; }
            }
            public interface IRestClient : System.IDisposable { }
            public class RestClient : IRestClient
            {
                public RestClient() { }
                public RestClient(string baseUrl) { }
                public RestClient(RestClientOptions options) { }
                public RestClient(System.Net.Http.HttpClient client) { }
                public void Dispose() { }
                public System.Threading.Tasks.Task<RestResponse> ExecuteAsync(RestRequest request, System.Threading.CancellationToken token = default) => null;
            }
            public static class RestClientExtensions
            {
                public static System.Threading.Tasks.Task<RestResponse> PostAsync(this IRestClient client, RestRequest request, System.Threading.CancellationToken token = default) => null;
                public static System.Threading.Tasks.Task<T> PostAsync<T>(this IRestClient client, RestRequest request, System.Threading.CancellationToken token = default) => null;
                public static System.Threading.Tasks.Task<RestResponse> ExecutePostAsync(this IRestClient client, RestRequest request, System.Threading.CancellationToken token = default) => null;
                public static System.Threading.Tasks.Task<TResult> PostJsonAsync<TBody, TResult>(this IRestClient client, string resource, TBody body) where TBody : class => null;
                public static RestResponse Execute(this IRestClient client, RestRequest request) => null;
                public static IRestClient AddDefaultHeader(this IRestClient client, string name, string value) => client;
            }
            public class JwtAuthenticator { public JwtAuthenticator(string token) { } }
        }
        """;

    private const string Flurl = """
        namespace Flurl
        {
            public class Url
            {
                public Url(string url) { }
                public static string Combine(params string[] parts) => null;
                public static implicit operator Url(string url) => null;
            }
            public static class GeneratedExtensions
            {
                public static Url AppendPathSegment(this string url, object segment, bool fullyEncode = false) => null;
                public static Url AppendPathSegments(this string url, params object[] segments) => null;
                public static Url SetQueryParam(this Url url, string name, object value) => null;
            }
        }
        namespace Flurl.Http
        {
            using System.Threading.Tasks;
            public interface IFlurlResponse { int StatusCode { get; } }
            public interface IFlurlRequest { }
            public interface IFlurlClient { IFlurlRequest Request(params object[] segments); }
            public class FlurlClient : IFlurlClient { public FlurlClient(string baseUrl = null) { } public IFlurlRequest Request(params object[] segments) => null; }
            public static class GeneratedExtensions
            {
                public static IFlurlRequest WithHeader(this string url, string name, object value) => null;
                public static IFlurlRequest WithHeader(this Url url, string name, object value) => null;
                public static IFlurlRequest WithHeader(this IFlurlRequest request, string name, object value) => null;
                public static IFlurlClient WithHeader(this IFlurlClient client, string name, object value) => null;
                public static IFlurlRequest WithHeaders(this string url, object headers) => null;
                public static IFlurlRequest WithHeaders(this Url url, object headers) => null;
                public static IFlurlRequest WithOAuthBearerToken(this string url, string token) => null;
                public static IFlurlRequest WithOAuthBearerToken(this IFlurlRequest request, string token) => null;
                public static IFlurlRequest AllowAnyHttpStatus(this string url) => null;
                public static IFlurlRequest AllowAnyHttpStatus(this IFlurlRequest request) => null;
                public static Task<IFlurlResponse> PostJsonAsync(this string url, object data) => null;
                public static Task<IFlurlResponse> PostJsonAsync(this Url url, object data) => null;
                public static Task<IFlurlResponse> PostJsonAsync(this IFlurlRequest request, object data) => null;
                public static Task<IFlurlResponse> PostStringAsync(this IFlurlRequest request, string data) => null;
                public static Task<IFlurlResponse> GetAsync(this IFlurlRequest request) => null;
                public static Task<string> ReceiveString(this Task<IFlurlResponse> response) => null;
            }
        }
        """;

    private const string Refit = """
        namespace Refit
        {
            using System;
            public abstract class HttpMethodAttribute : Attribute { protected HttpMethodAttribute(string path) { } }
            public class PostAttribute : HttpMethodAttribute { public PostAttribute(string path) : base(path) { } }
            public class GetAttribute : HttpMethodAttribute { public GetAttribute(string path) : base(path) { } }
            public class BodyAttribute : Attribute { }
            [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
            public class HeadersAttribute : Attribute { public HeadersAttribute(params string[] headers) { } }
            public class HeaderAttribute : Attribute { public HeaderAttribute(string name) { } }
            public class AuthorizeAttribute : Attribute { public AuthorizeAttribute(string scheme = "Bearer") { } }
            public interface IApiResponse { bool IsSuccessStatusCode { get; } }
            public class ApiResponse<T> : IApiResponse { public bool IsSuccessStatusCode { get; } }
            public class ApiException : Exception { }
            public static class RestService
            {
                public static T For<T>(string baseUrl) => default;
                public static T For<T>(System.Net.Http.HttpClient client) => default;
            }
            public static class HttpClientFactoryExtensions
            {
                public static Microsoft.Extensions.DependencyInjection.IHttpClientBuilder AddRefitClient<T>(this Microsoft.Extensions.DependencyInjection.IServiceCollection services) where T : class => null;
            }
        }
        """;

    private const string Sdk = """
        namespace WABA360Dialog.ApiClient.Payloads.Models.MessageObjects
        {
            public class MessageObject { public string To { get; set; } public string Type { get; set; } }
            public static class MessageObjectFactory
            {
                public static MessageObject CreateTextMessage(string to, string text, bool previewUrl = false) => null;
                public static MessageObject CreateLocationMessage(string to, double latitude, double longitude, string name, string address) => null;
            }
        }
        namespace WABA360Dialog
        {
            using System.Threading.Tasks;
            using WABA360Dialog.ApiClient.Payloads.Models.MessageObjects;
            public interface IWABA360DialogApiClient
            {
                Task<object> SendMessageAsync(MessageObject message);
                Task<object> CheckContactsAsync(string[] contacts);
            }
            public class WABA360DialogApiClient : IWABA360DialogApiClient
            {
                public WABA360DialogApiClient(string apiKey, System.Net.Http.HttpClient client = null) { }
                public Task<object> SendMessageAsync(MessageObject message) => null;
                public Task<object> SendMessageAsync(object message) => null;
                public Task<object> CheckContactsAsync(string[] contacts) => null;
            }
            public class WABA360DialogSandboxClient : WABA360DialogApiClient { public WABA360DialogSandboxClient(string apiKey) : base(apiKey) { } }
            public class WABA360DialogCloudApiClient { public WABA360DialogCloudApiClient(string apiKey) { } public Task<object> SendMessageAsync(MessageObject message) => null; }
        }
        """;

    private const string Newtonsoft = """
        namespace Newtonsoft.Json
        {
            public static class JsonConvert { public static string SerializeObject(object value) => null; public static T DeserializeObject<T>(string text) => default; }
        }
        namespace Newtonsoft.Json.Linq
        {
            public class JToken { public static implicit operator JToken(string text) => null; }
            public class JObject : JToken { public JToken this[string name] { get => null; set { } } public static JObject FromObject(object value) => null; public static JObject Parse(string text) => null; }
        }
        """;

    /// <summary>The look-alikes that a program needs, told by its text.</summary>
    public static IEnumerable<string> For(string text)
    {
        if (text.Contains("RestSharp", StringComparison.Ordinal))
        {
            yield return text.Contains("Method.POST", StringComparison.Ordinal) || text.Contains("IRest", StringComparison.Ordinal) || text.Contains("Method.GET", StringComparison.Ordinal) ? RestSharpOld : RestSharpNew;
        }

        (string Word, string Stub)[] others = [("Flurl", Flurl), ("Refit", Refit), ("WABA360Dialog", Sdk), ("Newtonsoft", Newtonsoft), ("using Polly", PollyLookAlike.Source)];
        foreach ((string word, string stub) in others)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                yield return stub;
            }
        }
    }
}
