using Riverside.Clinic.Gateway;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Outbound;

/// <summary>Reminds patients of their appointments, once an hour.</summary>
public sealed class AppointmentReminders(IPatientRepository patients, IMessageGateway gateway, IServiceWindow window, TimeProvider clock)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (Appointment appointment in await patients.AppointmentsBeforeAsync(clock.GetUtcNow().AddDays(2)))
            {
                await RemindAsync(appointment); // DLG0201
                await RemindPolitelyAsync(appointment);
                await ConfirmAsync(appointment); // DLG0201
                await Task.Delay(100, stoppingToken);
            }
        }
    }

    // The 24 hours here are those before the appointment.
    private async Task RemindAsync(Appointment appointment)
    {
        TimeSpan left = appointment.StartsAt - clock.GetUtcNow();
        if (left <= TimeSpan.FromHours(24))
        {
            await gateway.SendTextAsync(appointment.Patient.Phone, $"See you tomorrow at {appointment.StartsAt:t}.");
        }
    }

    private async Task RemindPolitelyAsync(Appointment appointment)
    {
        string phone = appointment.Patient.Phone;
        if (await window.AllowsAsync(phone))
        {
            await gateway.SendTextAsync(phone, $"See you tomorrow at {appointment.StartsAt:t}. Is there anything we should know?");
        }
        else
        {
            await gateway.SendTemplateAsync(phone, "appointment_reminder", appointment.Doctor);
        }
    }

    private async Task ConfirmAsync(Appointment appointment)
    {
        Patient patient = appointment.Patient;
        if (!patient.HasOptedIn)
        {
            return;
        }

        await gateway.SendTextAsync(patient.Phone, $"Please confirm your appointment with {appointment.Doctor}.");
    }
}
