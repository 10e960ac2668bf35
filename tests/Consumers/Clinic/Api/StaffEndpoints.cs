using Riverside.Clinic.Gateway;
using Riverside.Clinic.Outbound;
using Riverside.Clinic.Patients;

namespace Riverside.Clinic.Api;

public sealed record StaffMessage(string PatientId, string Text);

public static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder staff = routes.MapGroup("/staff");

        staff.MapPost("/messages", async (StaffMessage message, IPatientRepository patients, IMessageGateway gateway) =>
        {
            Patient patient = await patients.GetAsync(message.PatientId);
            await gateway.SendTextAsync(patient.Phone, message.Text); // DLG0201
            return Results.NoContent();
        });

        staff.MapPost("/conversation", async (StaffMessage message, IPatientRepository patients, IServiceWindow window, IMessageGateway gateway) =>
        {
            Patient patient = await patients.GetAsync(message.PatientId);
            if (!await window.AllowsAsync(patient.Phone))
            {
                return Results.Conflict("The patient has not written within 24 hours; send a template.");
            }

            await gateway.SendTextAsync(patient.Phone, message.Text);
            return Results.NoContent();
        });

        staff.MapPost("/invitations", async (StaffMessage message, IPatientRepository patients, IMessageGateway gateway) =>
        {
            Patient patient = await patients.GetAsync(message.PatientId);
            await gateway.SendTemplateAsync(patient.Phone, "invitation", patient.Name);
            return Results.NoContent();
        });

        staff.MapPost("/results/{patientId}", (string patientId, LabResults results) => results.AnnounceUrgentAsync(patientId));
    }
}
