namespace Dialog360.Analyzers.Tests.Webhooks.Matrix;

/// <summary>A kind of receiver, written around statements that do something with <c>update</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Receiver">How the receiver's name is written, which a rule may report.</param>
/// <param name="Code">The classes, in which <c>NAME</c>, <c>TYPE</c>, <c>UPDATE</c> and <c>BODY</c> are replaced.</param>
/// <param name="Refuse">The statement by which it refuses an update; empty where it cannot.</param>
/// <param name="Secret">The statement by which it refuses somebody who does not know the secret.</param>
internal sealed record ReceiverKind(string Name, string Receiver, string Code, string Refuse, string Secret)
{
    /// <summary>Whether it answers a request itself.</summary>
    public bool Answers { get; init; } = true;

    /// <summary>What reports a send that is waited for: another method where it hands the update on.</summary>
    public bool IsBehindController { get; init; }

    /// <summary>All of them.</summary>
    public static readonly ReceiverKind[] All =
    [
        new("Controller", "Receive",
            """
            [ApiController, Route("hook")] public class HookController(IStore store, IWhatsApp whatsApp) : ControllerBase
            {
                [HttpPost] public async Task<IActionResult> NAME()
                {
                    using var reader = new StreamReader(Request.Body); var json = await reader.ReadToEndAsync(); var update = UPDATE;
                    BODY
                    return Ok();
                }
            }
            """,
            "return {|DLG0601:BadRequest()|};", "if (Request.Headers[\"X-Hub-Signature-256\"] != \"s\") return Unauthorized();"),
        new("BoundAction", "Incoming",
            """
            [Route("hook")] public class HookController : Controller
            {
                private readonly IStore store; private readonly IWhatsApp whatsApp;
                public HookController(IStore store, IWhatsApp whatsApp) { this.store = store; this.whatsApp = whatsApp; }
                [HttpPost("in")] public async Task<ActionResult> NAME([FromBody] TYPE update)
                {
                    BODY
                    return new OkResult();
                }
            }
            """,
            "return {|DLG0601:StatusCode(422)|};", "if (Request.Query[\"token\"] != \"s\") return Forbid();"),
        new("Lambda", "MapPost",
            """
            public static class Hooks
            {
                public static void Map(WebApplication app) => app.NAME("/hook", async (HttpRequest request, IStore store, IWhatsApp whatsApp) =>
                {
                    using var reader = new StreamReader(request.Body); var json = await reader.ReadToEndAsync(); var update = UPDATE;
                    BODY
                    return Results.Ok();
                });
            }
            """,
            "return {|DLG0601:Results.BadRequest()|};", "if (request.Headers[\"X-Hub-Signature-256\"] != \"s\") return Results.Unauthorized();"),
        new("MethodGroup", "ReceiveAsync",
            """
            public static class Hooks
            {
                public static void Map(IEndpointRouteBuilder app) => app.MapPost("/hook", ReceiveAsync);
                private static async Task<IResult> NAME(HttpContext context, IStore store, IWhatsApp whatsApp)
                {
                    var json = await new StreamReader(context.Request.Body).ReadToEndAsync(); var update = UPDATE;
                    BODY
                    return TypedResults.Ok();
                }
            }
            """,
            "return {|DLG0601:Results.Problem(\"no entry\")|};", "if (context.Request.Headers[\"Authorization\"] != \"s\") return Results.StatusCode(403);"),
        new("IsolatedFunction", "Run",
            """
            public class Hook(IStore store, IWhatsApp whatsApp)
            {
                [Function("Hook")] public async Task<HttpResponseData> NAME([Microsoft.Azure.Functions.Worker.HttpTrigger("post")] HttpRequestData request)
                {
                    var json = await request.ReadAsStringAsync(); var update = UPDATE;
                    BODY
                    return request.CreateResponse(HttpStatusCode.OK);
                }
            }
            """,
            "return {|DLG0601:request.CreateResponse(HttpStatusCode.BadRequest)|};", "if (request.Query[\"signature\"] != \"s\") return request.CreateResponse(HttpStatusCode.Unauthorized);"),
        new("InProcessFunction", "Run",
            """
            public class Hook
            {
                private readonly IStore store; private readonly IWhatsApp whatsApp;
                public Hook(IStore store, IWhatsApp whatsApp) { this.store = store; this.whatsApp = whatsApp; }
                [FunctionName("Hook")] public async Task<IActionResult> NAME([Microsoft.Azure.WebJobs.HttpTrigger("post", Route = null)] HttpRequest req)
                {
                    string json = await new StreamReader(req.Body).ReadToEndAsync(); var update = UPDATE;
                    BODY
                    return new OkResult();
                }
            }
            """,
            "return {|DLG0601:new BadRequestObjectResult(\"no entry\")|};", "if (req.Query[\"secret\"] != \"s\") return new UnauthorizedResult();"),
        new("Middleware", "InvokeAsync",
            """
            public class HookMiddleware(RequestDelegate next)
            {
                public async Task NAME(HttpContext context, IStore store, IWhatsApp whatsApp)
                {
                    if (context.Request.Path != "/hook") { await next(context); return; }
                    using var reader = new StreamReader(context.Request.Body); var json = await reader.ReadToEndAsync(); var update = UPDATE;
                    BODY
                    context.Response.StatusCode = 200;
                }
            }
            """,
            "{ context.Response.StatusCode = {|DLG0601:400|}; return; }", "if (context.Request.Headers[\"X-Hub-Signature-256\"] != \"s\") { context.Response.StatusCode = 401; return; }"),
        new("Gateway", "FunctionHandler",
            """
            public class Function(IStore store, IWhatsApp whatsApp)
            {
                public async Task<APIGatewayProxyResponse> NAME(APIGatewayProxyRequest request)
                {
                    var json = request.Body; var update = UPDATE;
                    BODY
                    return new APIGatewayProxyResponse { StatusCode = 200 };
                }
            }
            """,
            "return new APIGatewayProxyResponse { StatusCode = {|DLG0601:400|} };", "if (request.Headers![\"x-signature\"] != \"s\") return new APIGatewayProxyResponse { StatusCode = 401 };"),
        new("Service", "Post",
            """
            public interface IUpdates { Task HandleAsync(string json); }
            public class Updates(IStore store, IWhatsApp whatsApp) : IUpdates
            {
                public async Task HandleAsync(string json)
                {
                    var update = UPDATE;
                    BODY
                }
            }
            [ApiController, Route("hook")] public class HookController(IUpdates updates) : ControllerBase
            {
                [HttpPost] public async Task<IActionResult> NAME()
                {
                    using var reader = new StreamReader(Request.Body);
                    await updates.HANDLE(await reader.ReadToEndAsync());
                    return Ok();
                }
            }
            """,
            string.Empty, string.Empty) { IsBehindController = true },
        new("Worker", "ExecuteAsync",
            """
            public class Worker(Channel<string> channel, IStore store, IWhatsApp whatsApp) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    await foreach (var text in channel.Reader.ReadAllAsync(stoppingToken)) await TakeAsync(text);
                }
                private async Task NAME(string json)
                {
                    var update = UPDATE;
                    BODY
                }
            }
            """,
            string.Empty, string.Empty) { Answers = false },
    ];

    /// <summary>How it shows in the name of a test.</summary>
    public override string ToString() => Name;
}
