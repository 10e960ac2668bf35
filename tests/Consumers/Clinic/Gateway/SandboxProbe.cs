using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Riverside.Clinic.Gateway;

/// <summary>Sends a template to a colleague's phone through the sandbox, before a release.</summary>
public sealed class SandboxProbe(HttpClient http)
{
    private const string Messages = "https://waba-sandbox.360dialog.io/v1/messages";

    public async Task<bool> ProbeAsync(string phone)
    {
        StringContent content = new(
            $$"""{ "to": "{{phone}}", "type": "template", "template": { "name": "appointment_reminder", "language": { "code": "en", "policy": "deterministic" } } }""",
            Encoding.UTF8,
            "application/json");
        HttpResponseMessage response = await http.PostAsync(Messages, content);
        return response.IsSuccessStatusCode;
    }

    public async Task<bool> ProbeCheckedAsync(string phone)
    {
        string? id = await FindAsync(phone);
        if (id is null)
        {
            return false;
        }

        HttpResponseMessage response = await http.PostAsJsonAsync(Messages, new
        {
            to = id,
            type = "template",
            template = new { name = "appointment_reminder", language = new { code = "en", policy = "deterministic" } },
        });
        return response.IsSuccessStatusCode;
    }

    private async Task<string?> FindAsync(string phone)
    {
        HttpResponseMessage response = await http.PostAsJsonAsync(
            "https://waba-sandbox.360dialog.io/v1/contacts",
            new { blocking = "wait", contacts = new[] { phone }, force_check = true });
        response.EnsureSuccessStatusCode();
        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("contacts")[0].GetProperty("wa_id").GetString();
    }
}
