// The few types of the old ASP.NET that the programs beside use.
namespace System.Web.Http
{
    public interface IHttpActionResult { }
    public class HttpPostAttribute : Attribute { }
    public class HttpGetAttribute : Attribute { }
    public class FromBodyAttribute : Attribute { }
    public class RouteAttribute : Attribute { public RouteAttribute(string r) { } }
    public class RoutePrefixAttribute : Attribute { public RoutePrefixAttribute(string r) { } }
    public abstract class ApiController { public HttpRequestMessage Request { get; set; } = null!; protected IHttpActionResult Ok() => null!; protected IHttpActionResult Ok<T>(T t) => null!; protected IHttpActionResult BadRequest() => null!; protected IHttpActionResult BadRequest(string m) => null!; protected IHttpActionResult InternalServerError(Exception e) => null!; protected IHttpActionResult InternalServerError() => null!; protected IHttpActionResult NotFound() => null!; protected IHttpActionResult Unauthorized() => null!; protected IHttpActionResult StatusCode(HttpStatusCode status) => null!; }
    public class HttpResponseException : Exception { public HttpResponseException(HttpStatusCode statusCode) { } }
    public static class HttpRequestMessageExtensions { public static HttpResponseMessage CreateResponse(this HttpRequestMessage r) => null!; public static HttpResponseMessage CreateResponse(this HttpRequestMessage r, HttpStatusCode statusCode) => null!; public static HttpResponseMessage CreateResponse<T>(this HttpRequestMessage r, HttpStatusCode statusCode, T value) => null!; public static HttpResponseMessage CreateErrorResponse(this HttpRequestMessage r, HttpStatusCode statusCode, string message) => null!; }
}
namespace System.Web
{
    public interface IHttpHandler { void ProcessRequest(HttpContext context); bool IsReusable { get; } }
    public class HttpContext { public HttpRequest Request => null!; public HttpResponse Response => null!; }
    public class HttpRequest { public Stream InputStream => null!; public string HttpMethod => ""; public System.Collections.Specialized.NameValueCollection Headers => null!; public System.Collections.Specialized.NameValueCollection QueryString => null!; }
    public class HttpResponse { public int StatusCode { get; set; } public void Write(string s) { } public string ContentType { get; set; } = ""; public void End() { } }
}
namespace System.Web.Mvc
{
    public class HttpPostAttribute : Attribute { }
    public abstract class ActionResult { }
    public class HttpStatusCodeResult : ActionResult { public HttpStatusCodeResult(int statusCode) { } public HttpStatusCodeResult(HttpStatusCode statusCode) { } public HttpStatusCodeResult(HttpStatusCode statusCode, string d) { } }
    public class EmptyResult : ActionResult { }
    public class ContentResult : ActionResult { }
    public abstract class HttpRequestBase { public abstract Stream InputStream { get; } }
    public abstract class Controller { public HttpRequestBase Request { get; } = null!; protected ContentResult Content(string s) => null!; protected ActionResult HttpNotFound() => null!; }
}
