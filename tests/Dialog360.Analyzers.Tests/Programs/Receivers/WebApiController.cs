using System.Web.Http;
namespace Clinica.Controllers
{
    [RoutePrefix("api/whatsapp")]
    public class WhatsAppController : ApiController
    {
        [HttpPost, Route("hook")]
        public HttpResponseMessage Recibir([FromBody] Notificacion n)
        {
            if (n == null || n.entry == null) return {|DLG0601:Request.CreateResponse(HttpStatusCode.BadRequest)|};
            foreach (var e in n.entry)
            {
                foreach (var c in e.changes)
                {
                    if (c.value.messages != null)
                        foreach (var m in c.value.messages)
                            Console.WriteLine(m.user_id + m.id);
                    if (c.value.statuses != null)
                        foreach (var s in c.value.{|DLG0603:statuses|})
                            if (s.status == "failed") Console.WriteLine("fallido " + s.id);
                }
            }
            return Request.CreateResponse(HttpStatusCode.OK, "EVENT_RECEIVED");
        }
    }
    public class Notificacion { public List<Entrada> entry { get; set; } }
    public class Entrada { public List<Cambio> changes { get; set; } }
    public class Cambio { public Valor value { get; set; } }
    public class Valor { public List<Mensaje> messages { get; set; } public List<Estado> statuses { get; set; } }
    public class Mensaje { public string from { get; set; } public string user_id { get; set; } public string id { get; set; } public string type { get; set; } }
    public class Estado { public string id { get; set; } public string status { get; set; } public string recipient_id { get; set; } }
}
