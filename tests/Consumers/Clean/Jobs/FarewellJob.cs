using Bellavista.Hotel.Clients;
using Bellavista.Hotel.Sessions;

namespace Bellavista.Hotel.Jobs;

/// <summary>Says goodbye, one guest at a time and at a pace that 360dialog accepts.</summary>
public sealed class FarewellJob(IGuestBook guests, FlurlSender flurl, RestSharpClient breakfast, RefitSender stickers) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromHours(24));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (Guest guest in await guests.LeavingTodayAsync())
            {
                await flurl.InviteAsync(guest.Phone, guest.Name);
                await breakfast.SendBreakfastAsync(guest.Room);
                await stickers.SendStickerAsync(guest.Room);
                await Task.Delay(TimeSpan.FromMilliseconds(200), stoppingToken);
            }
        }
    }
}
