public class Old
{
    public bool TrySend(string to, out string error)
    {
        error = null;
        using (var wc = new WebClient())
        {
            wc.Headers.Add("D360-API-KEY", "k");
            try { wc.UploadString("https://waba-v2.360dialog.io/messages", JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } })); return true; }
            catch (WebException e) { error = e.Message; return false; }
        }
    }
    public void A(string to) { string e; if (!TrySend(to, out e)) Console.WriteLine(e); }
    public void B(string to) { string e; TrySend(to, out e); Console.WriteLine(e); }
}
