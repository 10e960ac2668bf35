using Microsoft.Azure.WebJobs; using Microsoft.Azure.WebJobs.Extensions.Http; using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.Logging; using Newtonsoft.Json;
public static class WhatsAppHook
{
    [FunctionName("WhatsAppHook")]
    public static async Task<IActionResult> {|DLG0607:Run|}(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = null)] HttpRequest req,
        [Queue("inbound")] IAsyncCollector<string> queue, ILogger log)
    {
        string requestBody = await new StreamReader(req.Body).ReadToEndAsync();
        dynamic data = JsonConvert.DeserializeObject(requestBody);
        if (data?.entry == null) return {|DLG0601:new BadRequestObjectResult("no entry")|};
        foreach (var entry in data.entry)
            foreach (var change in entry.changes)
            {
                if (change.value.messages == null) continue;
                string from = change.value.messages{|DLG0604:[0]|}.{|DLG0606:from|};
                await queue.AddAsync(from);
            }
        return new OkResult();
    }
}
