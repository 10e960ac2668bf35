using System.Threading.Channels;
using Riverside.Clinic.Gateway;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Outbound;

public sealed record OutboxItem(string Phone, string Text);

/// <summary>Sends what has been put in, one after the other.</summary>
public sealed class OutboxWorker(Channel<OutboxItem> outbox, IMessageGateway gateway) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (OutboxItem item in outbox.Reader.ReadAllAsync(stoppingToken))
        {
            await gateway.SendTextAsync(item.Phone, item.Text, stoppingToken);
        }
    }
}

public sealed class Pharmacy(Channel<OutboxItem> outbox, IPatientRepository patients, IServiceWindow window)
{
    public async Task PrescriptionReadyAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        await outbox.Writer.WriteAsync(new OutboxItem(patient.Phone, "Your prescription is ready.")); // DLG0201
    }

    public async Task PrescriptionDelayedAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        if (await window.AllowsAsync(patient.Phone))
        {
            await outbox.Writer.WriteAsync(new OutboxItem(patient.Phone, "Your prescription takes a day longer."));
        }
    }
}
