namespace Riverside.Clinic.Patients;

public interface IPatientRepository
{
    Task<Patient> GetAsync(string id);

    Task<Patient?> FindByPhoneAsync(string phone);

    Task<IReadOnlyList<Patient>> AllAsync();

    Task<IReadOnlyList<Appointment>> AppointmentsBeforeAsync(DateTimeOffset time);

    /// <summary>The time of the last inbound message from that number, or null when there was none.</summary>
    Task<DateTimeOffset?> LastInboundAtAsync(string phone);

    Task RecordInboundAsync(string phone, DateTimeOffset at);
}

public sealed class MemoryPatientRepository : IPatientRepository
{
    private readonly List<Patient> _patients = [];
    private readonly List<Appointment> _appointments = [];

    public Task<Patient> GetAsync(string id) => Task.FromResult(_patients.Single(patient => patient.Id == id));

    public Task<Patient?> FindByPhoneAsync(string phone) => Task.FromResult(_patients.Find(patient => patient.Phone == phone));

    public Task<IReadOnlyList<Patient>> AllAsync() => Task.FromResult<IReadOnlyList<Patient>>(_patients);

    public Task<IReadOnlyList<Appointment>> AppointmentsBeforeAsync(DateTimeOffset time) =>
        Task.FromResult<IReadOnlyList<Appointment>>(_appointments.FindAll(appointment => appointment.StartsAt < time));

    public Task<DateTimeOffset?> LastInboundAtAsync(string phone) =>
        Task.FromResult(_patients.Find(patient => patient.Phone == phone)?.LastInboundAt);

    public Task RecordInboundAsync(string phone, DateTimeOffset at)
    {
        if (_patients.Find(patient => patient.Phone == phone) is { } patient)
        {
            patient.LastInboundAt = at;
        }

        return Task.CompletedTask;
    }
}
