using Bellavista.Hotel.Messages;
using Flurl.Http;

namespace Bellavista.Hotel.Clients;

/// <summary>Flurl throws by itself when the answer is no success.</summary>
public sealed class FlurlSender(IConfiguration configuration)
{
    public async Task WelcomeAsync(Inbound.GuestMessage message) =>
        await "https://waba-v2.360dialog.io/messages"
            .WithHeader("D360-API-KEY", configuration["Dialog360:ApiKey"])
            .PostJsonAsync(CloudMessages.Welcome(message.From));

    public async Task InviteAsync(string phone, string name) =>
        await "https://waba-v2.360dialog.io/messages"
            .WithHeader("D360-API-KEY", configuration["Dialog360:ApiKey"])
            .PostJsonAsync(CloudMessages.Template(phone, "come_back", "de", name));
}
