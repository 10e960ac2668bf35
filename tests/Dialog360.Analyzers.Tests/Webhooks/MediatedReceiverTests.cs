using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>Receivers that give the update to a mediator: its handlers run within the request.</summary>
public sealed class MediatedReceiverTests
{
    private const string Library = """
        namespace MediatR
        {
            public interface IRequest { }
            public interface INotification { }
            public interface IRequestHandler<in T> where T : IRequest { Task Handle(T request, CancellationToken cancellationToken); }
            public interface INotificationHandler<in T> where T : INotification { Task Handle(T notification, CancellationToken cancellationToken); }
            public interface IMediator { Task Send<T>(T request, CancellationToken cancellationToken = default) where T : IRequest; Task Publish<T>(T notification, CancellationToken cancellationToken = default) where T : INotification; }
        }
        """;

    [Fact]
    public void A_command_carries_the_update() => Check("""
        [ApiController]
        public class HookController(IMediator mediator) : ControllerBase
        {
            [HttpPost("hook")]
            public async Task<IActionResult> {|DLG0607:Receive|}([FromBody] Update update, CancellationToken cancel)
            {
                await mediator.{|DLG0602:Send|}(new TakeUpdate(update), cancel);
                return Ok();
            }
        }
        public record TakeUpdate(Update Update) : IRequest;
        public class TakeUpdateHandler(IWhatsApp whatsApp) : IRequestHandler<TakeUpdate>
        {
            public async Task Handle(TakeUpdate request, CancellationToken cancellationToken)
            {
                var message = request.Update.Entry.{|DLG0604:First|}().Changes.{|DLG0604:First|}().Value.Messages.{|DLG0604:{|DLG0605:First|}|}();
                await whatsApp.SendTextAsync(message.From, "Thanks");
            }
        }
        """);

    [Fact]
    public void A_notification_carries_JSON_and_text() => Check("""
        [ApiController]
        public class HookController(IMediator mediator) : ControllerBase
        {
            [HttpPost("json")]
            public async Task<IActionResult> {|DLG0607:Json|}([FromBody] JsonElement body) { await mediator.Publish(new JsonArrived(body)); return Ok(); }

            [HttpPost("text")]
            public async Task<IActionResult> {|DLG0607:Text|}()
            {
                var text = await new StreamReader(Request.Body).ReadToEndAsync();
                await mediator.Publish(new TextArrived { Json = text });
                return {|DLG0601:BadRequest()|};
            }

            [HttpPost("other")]
            public async Task<IActionResult> Other(string name) { await mediator.Publish(new Renamed(name)); return BadRequest(); }
        }
        public record JsonArrived(JsonElement Body) : INotification;
        public class TextArrived : INotification { public string Json { get; init; } = ""; }
        public record Renamed(string Name) : INotification;
        public class JsonHandler(IStore store) : INotificationHandler<JsonArrived>
        {
            public async Task Handle(JsonArrived notification, CancellationToken cancellationToken)
            {
                var value = notification.Body.GetProperty("entry"){|DLG0604:[0]|}.GetProperty("changes"){|DLG0604:[0]|}.GetProperty("value");
                var message = value.GetProperty("messages"){|DLG0604:{|DLG0605:[0]|}|};
                await store.SaveAsync(message.GetProperty("from_user_id").GetString(), "");
            }
        }
        public class TextHandler(IStore store) : INotificationHandler<TextArrived>
        {
            public async Task Handle(TextArrived notification, CancellationToken cancellationToken)
            {
                using var document = JsonDocument.Parse(notification.Json);
                foreach (var entry in document.RootElement.GetProperty("entry").EnumerateArray())
                foreach (var change in entry.GetProperty("changes").EnumerateArray())
                {
                    if (!change.GetProperty("value").TryGetProperty("messages", out var messages)) continue;
                    foreach (var message in messages.EnumerateArray()) await store.SaveAsync(message.GetProperty("from_user_id").GetString(), "");
                }
            }
        }
        public class RenamedHandler(IWhatsApp whatsApp) : INotificationHandler<Renamed> { public Task Handle(Renamed notification, CancellationToken cancellationToken) => whatsApp.SendTextAsync("1", notification.Name); }
        """);

    [Fact]
    public void A_bus_is_no_mediator() => Check("""
        public interface IBus { Task Publish<T>(T message); }
        public interface IConsumer<T> { Task Consume(T message); }
        public record UpdateArrived(Update Update);
        [ApiController]
        public class HookController(IBus bus) : ControllerBase
        {
            [HttpPost("hook")]
            public async Task<IActionResult> Receive([FromBody] Update update) { await bus.Publish(new UpdateArrived(update)); return Ok(); }
        }
        public class UpdateConsumer(IWhatsApp whatsApp) : IConsumer<UpdateArrived>
        {
            public async Task Consume(UpdateArrived arrived)
            {
                foreach (var message in arrived.Update.Entry.SelectMany(entry => entry.Changes).SelectMany(change => change.Value.Messages)) await whatsApp.SendTextAsync(message.FromUserId, "Thanks");
            }
        }
        """);

    private static void Check(string file) =>
        new TestProgram(
            "DLG06*",
            "using System.IO;\nusing MediatR;\nusing Microsoft.AspNetCore.Builder;\nusing Microsoft.AspNetCore.Http;\nusing Microsoft.AspNetCore.Mvc;\n" + file,
            "using System.Text.Json.Serialization;\n" + WebhookPrograms.Attributed,
            WebhookPrograms.Services,
            Library).Check();
}
