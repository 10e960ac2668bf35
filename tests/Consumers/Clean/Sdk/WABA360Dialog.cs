// What the WABA360Dialog package has, as far as this application uses it.
namespace WABA360Dialog;

public enum WhatsAppLanguage
{
    EN,
    IT,
}

public sealed class MessageObject
{
    public string To { get; set; } = "";

    public string Type { get; set; } = "";

    public object? Content { get; set; }
}

public static class MessageObjectFactory
{
    public static MessageObject CreateTextMessage(string to, string text, bool previewUrl = false) =>
        new() { To = to, Type = "text", Content = (text, previewUrl) };

    public static MessageObject CreateLocationMessage(string to, double latitude, double longitude, string name, string address) =>
        new() { To = to, Type = "location", Content = (latitude, longitude, name, address) };

    public static MessageObject CreateImageMessageByLink(string to, string imageLink, string? caption = null) =>
        new() { To = to, Type = "image", Content = (imageLink, caption) };

    public static MessageObject CreateTemplateMessage(string to, string @namespace, string name, WhatsAppLanguage language, params object[] components) =>
        new() { To = to, Type = "template", Content = (@namespace, name, language, components) };
}

public sealed record CheckContactsResult(IReadOnlyList<CheckedContact> Contacts);

public sealed record CheckedContact(string Input, string Status, string? WaId);

public sealed record SendMessageResult(string Id);

public sealed class WABA360DialogSandboxClient(string apiKey)
{
    public string ApiKey { get; } = apiKey;

    public Task<CheckContactsResult> CheckContactsAsync(IEnumerable<string> contacts) =>
        Task.FromResult(new CheckContactsResult([.. contacts.Select(contact => new CheckedContact(contact, "valid", contact.TrimStart('+')))]));

    public Task<SendMessageResult> SendMessageAsync(MessageObject message) => Task.FromResult(new SendMessageResult(message.To));
}
