using Riverside.Clinic.Gateway;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Outbound;

public sealed class Billing(IPatientRepository patients, IMessageGateway gateway, IServiceWindow window)
{
    private DateTimeOffset _rateLoadedAt;
    private decimal _rate = 1;

    // The 24 hours are the age of the exchange rate, and decide nothing about the message.
    public async Task SendInvoiceAsync(string patientId, string number)
    {
        if (DateTimeOffset.UtcNow - _rateLoadedAt > TimeSpan.FromHours(24))
        {
            _rate = await LoadRateAsync();
            _rateLoadedAt = DateTimeOffset.UtcNow;
        }

        Patient patient = await patients.GetAsync(patientId);
        await gateway.SendDocumentAsync(patient.Phone, $"https://files.riverside.example/invoices/{number}.pdf?rate={_rate}", $"{number}.pdf"); // DLG0201
    }

    public async Task SendReceiptAsync(string patientId, string number)
    {
        Patient patient = await patients.GetAsync(patientId);
        await (await window.AllowsAsync(patient.Phone)
            ? gateway.SendDocumentAsync(patient.Phone, $"https://files.riverside.example/receipts/{number}.pdf", $"{number}.pdf")
            : gateway.SendTemplateAsync(patient.Phone, "receipt", number));
    }

    // The check comes after the send.
    public async Task SendDunningAsync(string patientId)
    {
        Patient patient = await patients.GetAsync(patientId);
        await gateway.SendTextAsync(patient.Phone, "An invoice is still open."); // DLG0201
        if (!await window.AllowsAsync(patient.Phone))
        {
            await gateway.SendTemplateAsync(patient.Phone, "invoice_open", patient.Name); // DLG0111
        }
    }

    private static Task<decimal> LoadRateAsync() => Task.FromResult(1.08m);
}
