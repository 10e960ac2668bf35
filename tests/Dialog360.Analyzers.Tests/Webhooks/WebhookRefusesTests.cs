namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>DLG0601: which receivers can answer something other than 200.</summary>
public sealed class WebhookRefusesTests
{
    [Theory]
    [InlineData("if (update.Entry == null) return [|BadRequest()|]; return Ok();")]
    [InlineData("if (update.Entry == null) return [|NotFound(\"nothing\")|]; return Ok();")]
    [InlineData("if (!ModelState.IsValid) { return [|BadRequest(ModelState)|]; } return Ok();")]
    [InlineData("try { await store.SaveAsync(\"a\", \"b\"); return Ok(); } catch (Exception e) { log.LogError(e, \"x\"); return [|StatusCode(500)|]; }")]
    [InlineData("try { await store.SaveAsync(\"a\", \"b\"); } catch (Exception) { return [|StatusCode(StatusCodes.Status500InternalServerError, \"x\")|]; } return Ok();")]
    [InlineData("return [|NoContent()|];")]
    [InlineData("return [|Accepted()|];")]
    [InlineData("return update.Entry == null ? [|BadRequest()|] : Ok();")]
    [InlineData("return update.Entry switch { null => [|new BadRequestResult()|], _ => new OkResult() };")]
    [InlineData("if (update.Entry == null) return [|new StatusCodeResult(422)|]; return new OkObjectResult(\"x\");")]
    [InlineData("if (update.Entry == null) return [|Problem(\"x\")|]; return Ok();")]
    [InlineData("if (update.Entry == null) return [|Problem(\"x\", statusCode: 503)|]; return Ok();")]
    [InlineData("if (update.Entry == null) [|throw|] new InvalidOperationException(\"no entry\"); return Ok();")]
    [InlineData("try { await store.SaveAsync(\"a\", \"b\"); } catch (Exception e) { log.LogError(e, \"x\"); [|throw|]; } return Ok();")]
    [InlineData("foreach (var e in update.Entry ?? [|throw|] new Exception(\"x\")) log.LogInformation(e.Id); return Ok();")]
    [InlineData("if (!signatures.IsValid(\"\", Request.Headers[\"X-Hub-Signature-256\"])) return [|BadRequest()|]; return Ok();")]
    [InlineData("if (Request.Query[\"secret\"] != \"s\") return [|NotFound()|]; return Ok();")]
    [InlineData("if (update.Entry == null) return [|Unauthorized()|]; return Ok();")]
    [InlineData("if (update.Entry == null) { Response.StatusCode = [|400|]; return new EmptyResult(); } return Ok();")]
    [InlineData("if (update.Entry == null) return new ObjectResult(\"x\") { StatusCode = [|500|] }; return Ok();")]
    [InlineData("return [|UnprocessableEntity()|];")]
    public void Triggers(string statements) => WebhookPrograms.Check("DLG0601", WebhookPrograms.Attributed, WebhookPrograms.Action(statements));

    [Fact]
    public void A_helper_that_gives_the_answer() => WebhookPrograms.Check("DLG0601", WebhookPrograms.Attributed, WebhookPrograms.Action("return Fail();", "private IActionResult Fail() => [|Conflict()|];"));

    [Theory]
    [InlineData("return Ok();")]
    [InlineData("return StatusCode(200);")]
    [InlineData("return StatusCode(Code());")]
    [InlineData("return Content(\"ok\");")]
    [InlineData("if (!signatures.IsValid(\"\", Request.Headers[\"X-Hub-Signature-256\"])) return Unauthorized(); return Ok();")]
    [InlineData("return signatures.IsValid(\"\", Request.Headers[\"X-Hub-Signature-256\"]) ? Ok() : Unauthorized();")]
    [InlineData("if (Request.Headers[\"Authorization\"] != \"s\") return Forbid(); return Ok();")]
    [InlineData("if (Request.Query[\"token\"] != \"s\") return StatusCode(403); return Ok();")]
    [InlineData("bool valid = await Judge(update, Request.Headers[\"x-360dialog-signature\"]); if (!valid) return Unauthorized(); return Ok();")]
    [InlineData("if (Request.Method == \"GET\") return BadRequest(); return Ok();")]
    [InlineData("if (!HttpMethods.IsPost(Request.Method)) return StatusCode(405); return Ok();")]
    [InlineData("try { if (update.Entry == null) throw new InvalidOperationException(); } catch (Exception e) { log.LogError(e, \"x\"); } return Ok();")]
    [InlineData("ArgumentNullException.ThrowIfNull(update); return Ok();")]
    [InlineData("if (update == null) throw new ArgumentNullException(nameof(update)); return Ok();")]
    [InlineData("var secret = Environment.GetEnvironmentVariable(\"S\") ?? throw new InvalidOperationException(\"not set\"); log.LogInformation(secret); return Ok();")]
    [InlineData("foreach (var e in update.Entry) foreach (var c in e.Changes) log.LogInformation(c.Field); return new OkResult();")]
    [InlineData("_ = Task.Run(() => { if (update.Entry == null) throw new Exception(); }); return Ok();")]
    [InlineData("using var answer = new HttpResponseMessage(); log.LogInformation(answer.ReasonPhrase); return Ok();")]
    public void Does_not_trigger(string statements) =>
        WebhookPrograms.Check("DLG0601", WebhookPrograms.Attributed, WebhookPrograms.Action(statements, """
            private static int Code() => Environment.ExitCode;
            private static Task<bool> Judge(Update received, string? signature) => Task.FromResult(received != null && signature != null);
            [HttpGet] public IActionResult Verify([FromQuery(Name = "hub.verify_token")] string token) => token == "t" ? Ok() : BadRequest();
            [HttpGet("{id}")] public IActionResult Find(int id) => id == 0 ? NotFound() : Ok();
            [HttpPost("other")] public IActionResult Other([FromBody] string text) => text == "" ? BadRequest() : Ok();
            """));

    [Fact]
    public void One_function_for_both_verbs() => WebhookPrograms.Check("DLG0601", WebhookPrograms.Attributed, """
        public sealed class FunctionNameAttribute(string name) : Attribute { public string Name => name; }
        public sealed class HttpTriggerAttribute(params string[] methods) : Attribute { public string[] Methods => methods; }
        public static class Hook
        {
            [FunctionName("hook")]
            public static async Task<IActionResult> Run([HttpTrigger("get", "post")] HttpRequest req, ILogger log)
            {
                if (req.Method == "GET")
                {
                    if (req.Query["hub.verify_token"] == "t") return new OkObjectResult(req.Query["hub.challenge"]);
                    return new UnauthorizedResult();
                }
                var update = await JsonSerializer.DeserializeAsync<Update>(req.Body);
                if (update == null) return [|new BadRequestObjectResult("empty")|];
                foreach (var entry in update.Entry!) log.LogInformation(entry.Id);
                return new OkResult();
            }
        }
        """);

    [Fact]
    public void The_handshake_after_the_post() => WebhookPrograms.Check("DLG0601", WebhookPrograms.Attributed, """
        public static class Hook
        {
            public static void Map(WebApplication app) => app.MapMethods("/hook", new[] { "GET", "POST" }, async (HttpRequest req, IStore store) =>
            {
                if (req.Method == "POST")
                {
                    var update = await req.ReadFromJsonAsync<Update>();
                    foreach (var entry in update!.Entry!) await store.SaveAsync(entry.Id!, "");
                    return Results.Ok();
                }
                var mode = req.Query["hub.mode"];
                if (mode == "subscribe") return Results.Text(req.Query["hub.challenge"]!);
                return Results.BadRequest();
            });
        }
        """);

    [Fact]
    public void An_isolated_function() => WebhookPrograms.Check("DLG0601", WebhookPrograms.Attributed, """
        public sealed class FunctionAttribute(string name) : Attribute { public string Name => name; }
        public sealed class HttpTriggerAttribute(params string[] methods) : Attribute { public string[] Methods => methods; }
        public abstract class HttpRequestData { public Stream Body { get; } = Stream.Null; public HttpResponseData CreateResponse(HttpStatusCode statusCode) => null!; }
        public abstract class HttpResponseData { public HttpStatusCode StatusCode { get; set; } }
        public class Hook
        {
            [Function("hook")]
            public async Task<HttpResponseData> Run([HttpTrigger("post")] HttpRequestData req)
            {
                var update = await JsonSerializer.DeserializeAsync<Update>(req.Body);
                if (update?.Entry is null) return Refuse(req);
                foreach (var entry in update.Entry) Console.WriteLine(entry.Id);
                return req.CreateResponse(HttpStatusCode.OK);
            }

            private static HttpResponseData Refuse(HttpRequestData req) => req.CreateResponse(HttpStatusCode.OK);
        }
        """);
}
