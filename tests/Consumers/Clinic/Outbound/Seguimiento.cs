using Riverside.Clinic.Gateway;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Outbound;

/// <summary>Los avisos de la sede de Madrid.</summary>
public sealed class Seguimiento(IPatientRepository pacientes, IMessageGateway pasarela)
{
    public async Task AvisarAsync(string id)
    {
        Patient paciente = await pacientes.GetAsync(id);
        if (VentanaAbierta(paciente, DateTimeOffset.UtcNow))
        {
            await pasarela.SendTextAsync(paciente.Phone, "Su cita ha cambiado.");
        }
        else
        {
            await pasarela.SendTemplateAsync(paciente.Phone, "cita_cambiada", paciente.Name); // DLG0110
        }
    }

    public async Task FelicitarAsync(string id)
    {
        Patient paciente = await pacientes.GetAsync(id);
        if (paciente.HasOptedIn)
        {
            await pasarela.SendTextAsync(paciente.Phone, "¡Feliz cumpleaños!"); // DLG0201
        }
    }

    private static bool VentanaAbierta(Patient paciente, DateTimeOffset ahora) =>
        paciente.LastInboundAt is { } ultimo && (ahora - ultimo).TotalHours < 24;
}
