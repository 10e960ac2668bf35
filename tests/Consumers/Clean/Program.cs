using System.Threading.Channels;
using Bellavista.Hotel.Clients;
using Bellavista.Hotel.Elsewhere;
using Bellavista.Hotel.Inbound;
using Bellavista.Hotel.Jobs;
using Bellavista.Hotel.Sessions;
using Refit;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
string? key = builder.Configuration["Dialog360:ApiKey"];
builder.Services.AddControllers();
builder.Services.AddSingleton<IGuestBook, GuestBook>();
builder.Services.AddSingleton(Channel.CreateUnbounded<GuestUpdate>());
builder.Services.AddHttpClient<TypedClient>(http =>
{
    http.BaseAddress = new Uri("https://waba-v2.360dialog.io/");
    http.DefaultRequestHeaders.Add("D360-API-KEY", key);
});
builder.Services.AddHttpClient("d360");
builder.Services.AddHttpClient<OtherChannels>();
builder.Services.AddRefitClient<IDialogApi>().ConfigureHttpClient(http => http.BaseAddress = new Uri("https://waba-v2.360dialog.io"));
builder.Services.AddSingleton<NamedClient>();
builder.Services.AddSingleton<FlurlSender>();
builder.Services.AddSingleton<RestSharpClient>();
builder.Services.AddSingleton<RefitSender>();
builder.Services.AddSingleton<SdkSender>();
builder.Services.AddHostedService<UpdateWorker>();
builder.Services.AddHostedService<FarewellJob>();

WebApplication app = builder.Build();
app.MapControllers();
app.MapPost("/rooms/{room}/bill/{number}", (string room, string number, TypedClient client) => client.SendBillAsync(room, number));
app.MapPost("/rooms/{room}/late-check-out", (string room, TypedClient client) => client.OfferLateCheckOutAsync(room));
app.MapPost("/rooms/{room}/directions", (string room, SdkSender sender) => sender.ShowTheWayAsync(room));
app.MapPost("/sandbox/{phone}", (string phone) => new SandboxRequest(app.Configuration["Dialog360:SandboxKey"]!).SendTemplate(phone));
await app.RunAsync();
