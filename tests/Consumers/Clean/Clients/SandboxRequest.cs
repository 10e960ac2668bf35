using System.Net;
using System.Text;
using System.Text.Json;

namespace Bellavista.Hotel.Clients;

/// <summary>The night auditor's old tool: HttpWebRequest against the sandbox, with the number looked up first.</summary>
public sealed class SandboxRequest(string key)
{
    private const string Host = "https://waba-sandbox.360dialog.io";

    public bool SendTemplate(string phone)
    {
        string answer = Post("/v1/contacts", JsonSerializer.Serialize(new { blocking = "wait", contacts = new[] { phone }, force_check = false }));
        using JsonDocument document = JsonDocument.Parse(answer);
        JsonElement contact = document.RootElement.GetProperty("contacts")[0];
        if (contact.GetProperty("status").GetString() != "valid")
        {
            return false;
        }

        string waId = contact.GetProperty("wa_id").GetString()!;
        Post("/v1/messages", JsonSerializer.Serialize(new
        {
            to = waId,
            type = "template",
            template = new { name = "night_audit", language = new { policy = "deterministic", code = "en" } },
        }));
        return true;
    }

    // GetResponse throws when the answer is no success.
    private string Post(string path, string json)
    {
        HttpWebRequest request = (HttpWebRequest)WebRequest.Create(Host + path);
        request.Method = "POST";
        request.ContentType = "application/json";
        request.Headers["D360-API-KEY"] = key;
        using (StreamWriter writer = new(request.GetRequestStream(), new UTF8Encoding(false)))
        {
            writer.Write(json);
        }

        using WebResponse response = request.GetResponse();
        using StreamReader reader = new(response.GetResponseStream());
        return reader.ReadToEnd();
    }
}
