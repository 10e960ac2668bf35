using Amazon.Lambda.APIGatewayEvents; using Amazon.Lambda.Core;
public class Function
{
    public async Task<APIGatewayHttpApiV2ProxyResponse> {|DLG0607:FunctionHandler|}(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        try
        {
            using var doc = JsonDocument.Parse(request.Body);
            var value = doc.RootElement.GetProperty("entry"){|DLG0604:[0]|}.GetProperty("changes"){|DLG0604:[0]|}.GetProperty("value");
            var msg = value.GetProperty("messages"){|DLG0604:[0]|};
            await Save(msg.{|DLG0606:GetProperty|}("from").GetString());
            return new APIGatewayHttpApiV2ProxyResponse { StatusCode = 200 };
        }
        catch (Exception e) { return new APIGatewayHttpApiV2ProxyResponse { StatusCode = {|DLG0601:500|}, Body = e.Message }; }
    }
    private Task Save(string from) => Task.CompletedTask;
}
// part of the WhatsApp bridge
