using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Mvc.Filters; using Microsoft.Extensions.Logging;
// signature check as a filter, receiver below (WhatsApp)
public class SignatureFilter : IAsyncActionFilter { public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next) { if (!context.HttpContext.Request.Headers.ContainsKey("X-Hub-Signature-256")) { context.Result = new UnauthorizedResult(); return; } await next(); } }
[ApiController, Route("hook"), ServiceFilter(typeof(SignatureFilter))]
public class HookController : ControllerBase
{
    private readonly IServiceProvider sp; private readonly ILogger<HookController> log;
    public HookController(IServiceProvider sp, ILogger<HookController> log) { this.sp = sp; this.log = log; }
    [HttpPost]
    public ActionResult Post([FromBody] JsonObject body)
    {
        try
        {
            if (body["entry"] is JsonArray entries)
                foreach (var e in entries)
                    if (e?["changes"] is JsonArray changes)
                        foreach (var c in changes)
                            Dispatch(c!["value"]!.AsObject());
        }
        catch (Exception ex) { log.LogError(ex, "bad update"); }
        return Ok();
    }
    private void Dispatch(JsonObject value)
    {
        if (value["messages"] is JsonArray ms) foreach (var m in ms) log.LogInformation("{From}", (string)m![{|DLG0606:"from"|}]);
        if (value["statuses"] is JsonArray ss) foreach (var s in ss) log.LogInformation("{Id} {S} {E}", (string)s!["id"], (string)s["status"], s["errors"]?.ToJsonString());
    }
}
