using System.Threading.Channels;
using Riverside.Clinic.Api;
using Riverside.Clinic.Gateway;
using Riverside.Clinic.Inbound;
using Riverside.Clinic.Outbound;
using Riverside.Clinic.Patients;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<IPatientRepository, MemoryPatientRepository>();
builder.Services.AddSingleton<IServiceWindow, ServiceWindow>();
builder.Services.AddHttpClient<IMessageGateway, WhatsAppGateway>((services, http) =>
    http.DefaultRequestHeaders.Add("D360-API-KEY", services.GetRequiredService<IConfiguration>()["Dialog360:ApiKey"]));
builder.Services.AddHttpClient<SandboxProbe>((services, http) =>
    http.DefaultRequestHeaders.Add("D360-API-KEY", services.GetRequiredService<IConfiguration>()["Dialog360:SandboxKey"]));
builder.Services.AddSingleton(Channel.CreateUnbounded<PatientMessage>());
builder.Services.AddSingleton(Channel.CreateUnbounded<OutboxItem>());
builder.Services.AddSingleton<Receptionist>();
builder.Services.AddSingleton<Notifier>();
builder.Services.AddSingleton<CheckIn>();
builder.Services.AddSingleton<Emergencies>();
builder.Services.AddSingleton<LabResults>();
builder.Services.AddSingleton<Feedback>();
builder.Services.AddSingleton<Billing>();
builder.Services.AddSingleton<Pharmacy>();
builder.Services.AddHostedService<InboundWorker>();
builder.Services.AddHostedService<OutboxWorker>();
builder.Services.AddHostedService<AppointmentReminders>();

WebApplication app = builder.Build();
app.MapControllers();
app.MapStaff();
await app.RunAsync();
