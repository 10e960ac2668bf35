using System.Web; using Newtonsoft.Json.Linq;
public class WhatsAppHandler : IHttpHandler
{
    public bool IsReusable { get { return false; } }
    public void {|DLG0607:ProcessRequest|}(HttpContext context)
    {
        if (context.Request.HttpMethod == "GET") { context.Response.Write(context.Request.QueryString["hub.challenge"]); return; }
        string body;
        using (var sr = new StreamReader(context.Request.InputStream)) body = sr.ReadToEnd();
        try
        {
            JObject o = JObject.Parse(body);
            var mensajes = o["entry"]{|DLG0604:[0]|}["changes"]{|DLG0604:[0]|}["value"]["messages"];
            if (mensajes == null) { context.Response.StatusCode = 200; return; }
            string telefono = mensajes{|DLG0604:[0]|}[{|DLG0606:"from"|}].ToString();
            string texto = mensajes[0]["text"]["body"].ToString();
            Guardar(telefono, texto);
            context.Response.StatusCode = 200;
        }
        catch (Exception ex)
        {
            context.Response.StatusCode = {|DLG0601:500|};
            context.Response.Write(ex.Message);
        }
    }
    private void Guardar(string t, string x) { System.Diagnostics.Trace.WriteLine(t + x); }
}
