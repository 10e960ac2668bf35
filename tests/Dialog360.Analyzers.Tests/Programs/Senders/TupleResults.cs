public class Gateway(HttpClient http)
{
    public async Task<(HttpStatusCode Status, string Body)> PostAsync(object payload)
    {
        using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", payload);
        return (r.StatusCode, await r.Content.ReadAsStringAsync());
    }
    public async Task<string> Good(string to)
    {
        var (status, body) = await PostAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        if (status != HttpStatusCode.OK) throw new Exception(body);
        return JsonNode.Parse(body)["messages"][0]["id"].ToString();
    }
    public async Task<string> Bad(string to)
    {
        var (_, body) = await {|DLG0301:PostAsync|}(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        Console.WriteLine(body);
        return "sent";
    }
    public async Task<string> Unchecked(string to)
    {
        var (status, body) = await PostAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        var node = JsonNode.{|DLG0302:Parse|}(body);
        if (status == HttpStatusCode.OK) return node["messages"][0]["id"].ToString();
        throw new Exception(node["error"]["message"].ToString());
    }
    public async Task OnlyCreated(string to)
    {
        var answer = await PostAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        if ({|DLG0308:answer.Status == HttpStatusCode.Created|}) return;
        Console.Error.WriteLine(answer.Body);
    }
}
