using Newtonsoft.Json;
namespace Legacy.WhatsApp
{
    public static class Sender
    {
        public static bool Send(string phone, string template, params string[] values)
        {
            using (WebClient wc = new WebClient { Encoding = Encoding.UTF8 })
            {
                wc.Headers["D360-API-KEY"] = "k"; wc.Headers[HttpRequestHeader.ContentType] = "application/json";
                var body = JsonConvert.SerializeObject(new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = template, language = new { code = "es" }, components = new[] { new { type = "body", parameters = values.Select(v => new { type = "text", text = v }).ToArray() } } } });
                try { wc.UploadString("https://waba-v2.360dialog.io/messages", "POST", body); return true; }
                catch (WebException) { return false; }
            }
        }
        public static void SendAll(List<string> phones) { phones.ForEach(p => {|DLG0301:Send|}(p, "aviso")); }
        public static int Count(List<string> phones) { return phones.Count(p => Send(p, "aviso")); }
    }
}
