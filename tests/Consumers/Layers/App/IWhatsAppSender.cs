namespace Meadow.Orders;

/// <summary>What the orders ask of WhatsApp. The transport is in another project.</summary>
public interface IWhatsAppSender
{
    /// <summary>Sends free text, which WhatsApp delivers only within 24 hours of the customer's last message.</summary>
    [RequiresOpenSession]
    Task SendTextAsync(string to, string body, CancellationToken cancellationToken = default);

    Task SendTemplateAsync(string to, string name, CancellationToken cancellationToken = default);
}

/// <summary>Marks a method that sends free-form: whoever calls it checks that the 24-hour session is open.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequiresOpenSessionAttribute : Attribute
{
}
