using Riverside.Clinic.Gateway;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Outbound;

public sealed class LabResults(IPatientRepository patients, IMessageGateway gateway, IServiceWindow window, ILogger<LabResults> logger)
{
    private const int ReEngagement = 131047;

    public async Task AnnounceAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        await gateway.SendTextAsync(patient.Phone, "Your results are here. Call us any time."); // DLG0201
    }

    // The guard throws.
    public async Task AnnounceUrgentAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        await window.EnsureAllowedAsync(patient.Phone);
        await gateway.SendTextAsync(patient.Phone, "Please call us today about your results.");
    }

    // The error is answered with a template.
    public async Task AnnounceWithFallbackAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        SendResult result = await gateway.TrySendTextAsync(patient.Phone, "Your results are here.");
        if (result.ErrorCode == ReEngagement)
        {
            await gateway.SendTemplateAsync(patient.Phone, "results_ready", patient.Name);
        }
    }

    // The error is only written down: the patient never hears of the results.
    public async Task AnnounceAndLogAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        SendResult result = await gateway.TrySendTextAsync(patient.Phone, "Your results are here."); // DLG0201
        if (result.ErrorCode == ReEngagement)
        {
            logger.LogWarning("The session with {Id} is closed", patient.Id);
        }
    }
}
