using Riverside.Clinic.Gateway;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Outbound;

/// <summary>Adds the clinic's signature. It leaves the decision to those who call it.</summary>
public sealed class Notifier(IMessageGateway gateway)
{
    public Task NotifyAsync(string phone, string text) => gateway.SendTextAsync(phone, text + "\n\nRiverside Clinic");
}

public sealed class CheckIn(Notifier notifier, IServiceWindow window, IPatientRepository patients)
{
    public async Task CallInAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        if (await window.AllowsAsync(patient.Phone))
        {
            await notifier.NotifyAsync(patient.Phone, "Room 3, please.");
        }
    }
}

public sealed class Emergencies(Notifier notifier, IPatientRepository patients)
{
    public async Task CancelDayAsync()
    {
        foreach (Patient patient in await patients.AllAsync())
        {
            await notifier.NotifyAsync(patient.Phone, "We have to close today."); // DLG0201
            await Task.Delay(100);
        }
    }
}
