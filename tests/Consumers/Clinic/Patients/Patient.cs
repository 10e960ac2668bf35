namespace Riverside.Clinic.Patients;

public sealed class Patient
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Phone { get; init; }

    /// <summary>When the patient last wrote to us, in UTC.</summary>
    public DateTimeOffset? LastInboundAt { get; set; }

    /// <summary>When we last wrote to the patient, in UTC.</summary>
    public DateTimeOffset? LastSentAt { get; set; }

    public bool HasOptedIn { get; set; }
}

public sealed record Appointment(string Id, Patient Patient, DateTimeOffset StartsAt, string Doctor);
