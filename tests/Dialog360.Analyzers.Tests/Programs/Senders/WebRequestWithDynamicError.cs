// Envio de WhatsApp
public class EnvioWhatsApp
{
    private string url = "https://waba-v2.360dialog.io/messages"; private string apiKey = System.X.Configuration2.Get("D360");
    public string EnviarMensaje(string numero, string mensaje)
    {
        var json = "{\"messaging_product\":\"whatsapp\",\"to\":\"" + numero + "\",\"type\":\"text\",\"text\":{\"body\":\"" + mensaje.Replace("\"", "'") + "\"}}";
        var httpWebRequest = (HttpWebRequest)WebRequest.Create(url);
        httpWebRequest.ContentType = "application/json"; httpWebRequest.Method = "POST"; httpWebRequest.Headers.Add("D360-API-KEY", apiKey);
        using (var streamWriter = new StreamWriter(httpWebRequest.GetRequestStream())) { streamWriter.Write(json); streamWriter.Flush(); }
        try
        {
            var httpResponse = (HttpWebResponse)httpWebRequest.GetResponse();
            using (var sr = new StreamReader(httpResponse.GetResponseStream())) { var result = sr.ReadToEnd(); dynamic r = Newtonsoft.Json.JsonConvert.DeserializeObject(result); return r.messages[0].id; }
        }
        catch (WebException we)
        {
            using (var sr = new StreamReader(we.Response.GetResponseStream()))
            {
                dynamic err = Newtonsoft.Json.JsonConvert.{|DLG0302:DeserializeObject|}(sr.ReadToEnd());
                if ({|DLG0307:(int)err.error.code == 470|}) return "SESION";
                return "ERROR " + err.error.message;
            }
        }
    }
}
namespace System.X { public static class Configuration2 { public static string Get(string k) => k; } }
