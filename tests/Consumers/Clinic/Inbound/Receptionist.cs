using Riverside.Clinic.Gateway;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Inbound;

/// <summary>Answers what patients write. Everything here is a reply, and replies are always allowed.</summary>
public sealed class Receptionist(IMessageGateway gateway, IPatientRepository patients)
{
    public async Task AnswerAsync(PatientMessage message)
    {
        string question = message.Text?.Body.Trim().ToLowerInvariant() ?? "";
        switch (question)
        {
            case "hours":
                await gateway.SendTextAsync(message.Sender, "We are open from 8 to 18.");
                break;
            case "where":
                await ShowTheWayAsync(message.Sender);
                break;
            case "price list":
                await gateway.SendDocumentAsync(message.Sender, "https://files.riverside.example/price%2520list.pdf", "Prices.pdf"); // DLG0103
                break;
            case "forms":
                await gateway.SendDocumentAsync(message.Sender, "https://files.riverside.example/consent%20form.pdf", "Form.pdf");
                break;
            case "map":
                await gateway.SendImageAsync(message.Sender, "https://files.riverside.example/floor-plan.pdf"); // DLG0102
                break;
            case "photo":
                await gateway.SendImageAsync(message.Sender, "https://files.riverside.example/entrance.jpg", "Our entrance");
                break;
            default:
                Patient? patient = await patients.FindByPhoneAsync(message.Sender);
                await gateway.SendTextAsync(message.Sender, $"Hello {patient?.Name}, a colleague will answer soon.");
                break;
        }
    }

    private async Task ShowTheWayAsync(string phone)
    {
        await gateway.SendLocationAsync(phone, 151.2070, -33.8650, "Riverside Clinic, Sydney"); // DLG0101
        await gateway.SendLocationAsync(phone, -33.8650, 151.2070, "Riverside Clinic, Sydney");
        await gateway.SendLocationAsync(phone, latitude: -37.8136, longitude: 1449631, name: "Riverside Clinic, Melbourne"); // DLG0101
        await gateway.SendTextAsync(phone, "There are parking spaces behind the house.");
    }
}
