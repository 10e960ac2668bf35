using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;

namespace Harbour.Lettings;

/// <summary>Right: a secret in a header, a queue, 200.</summary>
[Route("queue")]
public sealed class QueueController(Channel<Update> updates) : ControllerBase
{
    [HttpGet]
    public IActionResult Verify([FromQuery(Name = "hub.challenge")] string? challenge) => challenge is null ? BadRequest() : Ok(challenge);

    [HttpPost]
    public async Task<IActionResult> ReceiveAsync([FromBody] Update update)
    {
        if (Request.Headers.TryGetValue("X-Secret", out var secret) && secret != "open")
        {
            return Unauthorized();
        }

        await updates.Writer.WriteAsync(update);
        return Ok();
    }
}
