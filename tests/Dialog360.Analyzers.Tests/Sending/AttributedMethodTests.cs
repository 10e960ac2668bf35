using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>Attributes and parameter defaults are blocks of their own to the compiler; a send between them is one send.</summary>
public sealed class AttributedMethodTests
{
    [Fact]
    public void A_send_in_a_controller_is_reported_once() => new TestProgram("DLG0201", """
        using Microsoft.AspNetCore.Mvc;
        public interface IWhatsApp { Task SendTextAsync(string to, string body); }
        public class WhatsApp(HttpClient http) : IWhatsApp
        {
            public Task SendTextAsync(string to, string body) =>
                http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
        }
        public record Order(string Phone);
        [ApiController]
        public class OrdersController(IWhatsApp whatsApp) : ControllerBase
        {
            [HttpPost("orders")]
            public async Task<IActionResult> Confirm([FromBody] Order order, [FromQuery] string text = "confirmed")
            {
                await whatsApp.[|SendTextAsync|](order.Phone, text);
                return Ok();
            }
        }
        """).Check();
}
