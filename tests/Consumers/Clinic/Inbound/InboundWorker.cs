using System.Threading.Channels;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Inbound;

public sealed class InboundWorker(Channel<PatientMessage> inbox, IPatientRepository patients, Receptionist receptionist) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (PatientMessage message in inbox.Reader.ReadAllAsync(stoppingToken))
        {
            await patients.RecordInboundAsync(message.Sender, DateTimeOffset.UtcNow);
            await receptionist.AnswerAsync(message);
        }
    }
}
