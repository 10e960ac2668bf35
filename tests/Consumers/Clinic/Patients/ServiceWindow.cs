namespace Riverside.Clinic.Patients;

public interface IServiceWindow
{
    Task<bool> AllowsAsync(string phone);

    Task EnsureAllowedAsync(string phone);
}

/// <summary>A patient may be written to freely for 24 hours after the last inbound message.</summary>
public sealed class ServiceWindow(IPatientRepository patients, TimeProvider clock) : IServiceWindow
{
    private static readonly TimeSpan Length = TimeSpan.FromHours(24);

    public async Task<bool> AllowsAsync(string phone)
    {
        DateTimeOffset? lastInbound = await patients.LastInboundAtAsync(phone);
        return lastInbound is not null && clock.GetUtcNow() - lastInbound.Value < Length;
    }

    public async Task EnsureAllowedAsync(string phone)
    {
        DateTimeOffset? lastInbound = await patients.LastInboundAtAsync(phone);
        if (lastInbound is null || clock.GetUtcNow() - lastInbound.Value >= Length)
        {
            throw new InvalidOperationException("The patient has not written to us within the last 24 hours.");
        }
    }
}
