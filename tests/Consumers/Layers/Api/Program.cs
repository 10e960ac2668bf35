using Meadow.Orders;
using Meadow.Orders.Api;
using Meadow.Orders.WhatsApp;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<LoginCodes>();
builder.Services.AddHttpClient<IWhatsAppSender, WhatsAppSender>(client => client.DefaultRequestHeaders.Add("D360-API-KEY", builder.Configuration["Dialog360:ApiKey"]));

WebApplication app = builder.Build();
app.MapControllers();
app.Run();
