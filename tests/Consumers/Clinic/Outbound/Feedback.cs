using Riverside.Clinic.Gateway;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Outbound;

public sealed class Feedback(IPatientRepository patients, IMessageGateway gateway, IServiceWindow window)
{
    // The wrong way round: the longer ago, the sooner it is sent.
    public async Task AskThoseWhoAreSilentAsync()
    {
        foreach (Patient patient in await patients.AllAsync())
        {
            if (DateTimeOffset.UtcNow - patient.LastInboundAt > TimeSpan.FromHours(24))
            {
                await gateway.SendTextAsync(patient.Phone, "How are you?"); // DLG0201
                await Task.Delay(100);
            }
        }
    }

    public async Task AskThoseWhoHaveJustWrittenAsync()
    {
        IReadOnlyList<Patient> all = await patients.AllAsync();
        foreach (Patient patient in all.Where(patient => patient.LastInboundAt > DateTimeOffset.UtcNow.AddHours(-24)))
        {
            await gateway.SendTextAsync(patient.Phone, "How was your visit?");
            await Task.Delay(100);
        }
    }

    // Our own last message opens no session.
    public async Task AskAgainAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        if (DateTimeOffset.UtcNow - patient.LastSentAt < TimeSpan.FromHours(24))
        {
            await gateway.SendTextAsync(patient.Phone, "Did you see our question?"); // DLG0201
        }
    }

    // Leaves when the session is open, and sends when it is not.
    public async Task AskLateAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        if (await window.AllowsAsync(patient.Phone))
        {
            return;
        }

        await gateway.SendTextAsync(patient.Phone, "We miss you."); // DLG0201
    }

    public async Task ThankAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        bool sessionOpen = await window.AllowsAsync(patient.Phone);
        if (!sessionOpen)
        {
            await gateway.SendTemplateAsync(patient.Phone, "thank_you", patient.Name); // DLG0110
            return;
        }

        await gateway.SendTextAsync(patient.Phone, "Thank you for your trust.");
    }
}
