using Riverside.Clinic.Gateway;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Outbound;

/// <summary>Asks how the patient is, some days after a visit.</summary>
public sealed class FollowUp(IConversations conversations, IMessageGateway gateway, TimeProvider clock)
{
    public async Task AskAsync(string patientId)
    {
        Conversation conversation = await conversations.WithAsync(patientId);
        if (conversation.RequiresTemplate(clock.GetUtcNow()))
        {
            await gateway.SendTemplateAsync(conversation.Phone, "follow_up");
            return;
        }

        await gateway.SendTextAsync(conversation.Phone, "How do you feel today?");
    }

    public async Task AskOnceAsync(string patientId)
    {
        Conversation conversation = await conversations.WithAsync(patientId);
        Task sent = conversation.WindowExpiresAt > clock.GetUtcNow()
            ? gateway.SendTextAsync(conversation.Phone, "Does it still hurt?")
            : gateway.SendTemplateAsync(conversation.Phone, "follow_up");
        await sent;
    }

    // The two branches are the wrong way round.
    public async Task AskTheOthersAsync(string patientId)
    {
        Conversation conversation = await conversations.WithAsync(patientId);
        if (conversation.RequiresTemplate(clock.GetUtcNow()))
        {
            await gateway.SendTextAsync(conversation.Phone, "How do you feel today?"); // DLG0201
        }
        else
        {
            await gateway.SendTemplateAsync(conversation.Phone, "follow_up");
        }
    }

    // The session of the colleague is not that of the patient.
    public async Task AskByHandAsync(string patientId, UserSession userSession)
    {
        if (!userSession.IsActive)
        {
            return;
        }

        Conversation conversation = await conversations.WithAsync(patientId);
        await gateway.SendTextAsync(conversation.Phone, $"{userSession.Name} would like to know how you are."); // DLG0201
    }

    // Nor is the window in which the servers are restarted.
    public async Task AskAtNightAsync(string patientId)
    {
        if (IsMaintenanceWindowOpen())
        {
            return;
        }

        Conversation conversation = await conversations.WithAsync(patientId);
        await gateway.SendTextAsync(conversation.Phone, "Did you sleep well?"); // DLG0201
    }

    public async Task AskAllAsync(IEnumerable<string> patientIds)
    {
        foreach (string patientId in patientIds)
        {
            Conversation conversation = await conversations.WithAsync(patientId);
            DateTimeOffset now = clock.GetUtcNow();
            if (conversation.WindowExpiresAt <= now)
            {
                continue;
            }

            await gateway.SendTextAsync(conversation.Phone, "How do you feel today?");
            await Task.Delay(100);
        }
    }

    private bool IsMaintenanceWindowOpen() => clock.GetUtcNow().Hour is 2 or 3;
}
