using System.Threading.Channels;

namespace Harbour.Lettings;

/// <summary>Right: takes what the receiver has put into the queue, all of it.</summary>
public sealed class UpdateWorker(Channel<Update> updates, Journal journal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (Update update in updates.Reader.ReadAllAsync(stoppingToken))
        {
            foreach (ChangeValue value in (update.Entries ?? []).SelectMany(entry => entry.Changes ?? []).Select(change => change.Value).OfType<ChangeValue>())
            {
                foreach (TenantMessage message in value.Messages ?? [])
                {
                    journal.Add("queue", message.Id, message.User ?? message.Phone);
                }

                foreach (DeliveryStatus status in value.Statuses ?? [])
                {
                    foreach (DeliveryError error in status.Errors ?? [])
                    {
                        journal.Add("queue", status.Id, error.Code.ToString());
                    }
                }
            }
        }
    }
}
