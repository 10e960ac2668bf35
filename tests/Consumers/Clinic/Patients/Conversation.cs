namespace Riverside.Clinic.Patients;

/// <summary>A thread with one patient. An inbound message keeps the window open for a day.</summary>
public sealed class Conversation(string phone)
{
    public string Phone { get; } = phone;

    public DateTimeOffset WindowExpiresAt { get; private set; }

    public void PatientWrote(DateTimeOffset at) => WindowExpiresAt = at.AddHours(24);

    public bool RequiresTemplate(DateTimeOffset now) => now >= WindowExpiresAt;
}

public interface IConversations
{
    Task<Conversation> WithAsync(string patientId);
}

/// <summary>A colleague who is logged in.</summary>
public sealed record UserSession(string Name, bool IsActive);
