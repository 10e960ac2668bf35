using Microsoft.AspNetCore.Mvc;

namespace Meadow.Orders.Api;

[ApiController]
[Route("orders")]
public sealed class OrdersController(IWhatsAppSender whatsApp) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Ready(string phone)
    {
        await whatsApp.SendTextAsync(phone, "Your order is ready."); // DLG0201
        return Ok();
    }
}

public sealed class LoginCodes(IWhatsAppSender whatsApp)
{
    public Task SendAsync(string phone) => whatsApp.SendTextAsync(phone, "Your code is 1234"); // DLG0201
}
