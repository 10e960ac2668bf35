public class ModuloWhatsapp
{
    public int Enviar(string tel, string plantilla, ref string motivo)
    {
        HttpClient hc = new HttpClient(); hc.DefaultRequestHeaders.Add("D360-API-KEY", "k");
        HttpResponseMessage resp = hc.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(JsonSerializer.Serialize(new { messaging_product = "whatsapp", to = tel, type = "template", template = new { name = plantilla, language = new { code = "es" } } }), Encoding.UTF8, "application/json")).GetAwaiter().GetResult();
        motivo = resp.ReasonPhrase;
        if (resp.StatusCode == HttpStatusCode.OK || resp.StatusCode == HttpStatusCode.Created) return 0;
        string cuerpo = resp.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        JsonDocument d = JsonDocument.{|DLG0302:Parse|}(cuerpo);
        motivo = d.RootElement.GetProperty("error").GetProperty("message").GetString();
        return d.RootElement.GetProperty("error").GetProperty("code").GetInt32();
    }
    public void Uno(string tel) { string m = ""; Enviar(tel, "x", ref m); }
    public void Dos(string tel) { string m = ""; int r = Enviar(tel, "x", ref m); if (r == 131026) Console.WriteLine("sin whatsapp"); else if (r == 2001) Console.WriteLine("plantilla"); else if (r != 0) Console.WriteLine(m); }
}
