using System.Threading.Channels;
using Microsoft.AspNetCore.Mvc;

namespace Riverside.Clinic.Inbound;

[Route("webhooks/whatsapp")]
public sealed class WebhookController(Channel<PatientMessage> inbox, ILogger<WebhookController> logger) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> ReceiveAsync([FromBody] WebhookPayload payload)
    {
        foreach (WebhookValue value in payload.Entries.SelectMany(entry => entry.Changes).Select(change => change.Value).OfType<WebhookValue>())
        {
            foreach (PatientMessage message in value.Messages)
            {
                await inbox.Writer.WriteAsync(message);
            }

            foreach (DeliveryStatus status in value.Statuses)
            {
                foreach (DeliveryError error in status.Errors)
                {
                    logger.LogError("Message {Id} to {Recipient} failed: {Code} {Title}", status.MessageId, status.Recipient, error.Code, error.Title);
                }
            }
        }

        return Ok();
    }
}
