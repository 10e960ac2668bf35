namespace Meadow.Orders;

public sealed class Customer
{
    public string Phone { get; set; } = "";

    public DateTimeOffset? LastInboundAt { get; set; }
}

public interface ICustomers
{
    Task<Customer?> FindAsync(string phone);
}

/// <summary>Writes to customers who may not have written for weeks.</summary>
public sealed class ShipmentNotifier(IWhatsAppSender whatsApp, ICustomers customers)
{
    public async Task ShippedAsync(string key)
    {
        if (await customers.FindAsync(key) is { } customer)
        {
            await whatsApp.SendTextAsync(customer.Phone, "Your order is on its way."); // DLG0201
        }
    }
}

/// <summary>Answers while the session is open, and opens a new one with a template otherwise.</summary>
public sealed class SupportReplies(IWhatsAppSender whatsApp, ICustomers customers)
{
    public async Task AnswerAsync(string phone, string text)
    {
        Customer? customer = await customers.FindAsync(phone);
        if (customer?.LastInboundAt > DateTimeOffset.UtcNow.AddHours(-24))
        {
            await whatsApp.SendTextAsync(phone, text);
        }
        else
        {
            await whatsApp.SendTemplateAsync(phone, "reopen");
        }
    }
}
