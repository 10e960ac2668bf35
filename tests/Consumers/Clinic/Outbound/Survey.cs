using System.Linq.Expressions;
using Riverside.Clinic.Gateway;
using Riverside.Clinic.Inbound;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Outbound;

public interface IBackgroundJobs
{
    string Enqueue<T>(Expression<Func<T, Task>> call);
}

public sealed class SurveyJob(IMessageGateway gateway)
{
    public async Task AskAsync(string phone) => await gateway.SendTextAsync(phone, "From 1 to 5, how was your visit?");

    public async Task ThankAsync(string phone) => await gateway.SendTextAsync(phone, "Thank you for answering.");
}

public sealed class Survey(IBackgroundJobs jobs, IPatientRepository patients, IServiceWindow window)
{
    public async Task StartAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        jobs.Enqueue<SurveyJob>(job => job.AskAsync(patient.Phone)); // DLG0201
    }

    public async Task StartIfAllowedAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        if (await window.AllowsAsync(patient.Phone))
        {
            jobs.Enqueue<SurveyJob>(job => job.AskAsync(patient.Phone));
        }
    }

    public void Answered(PatientMessage message) => jobs.Enqueue<SurveyJob>(job => job.ThankAsync(message.Sender));
}
