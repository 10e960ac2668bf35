namespace Riverside.Clinic.Gateway;

public interface IMessageGateway
{
    Task SendTextAsync(string to, string body, CancellationToken cancellationToken = default);

    Task<SendResult> TrySendTextAsync(string to, string body, CancellationToken cancellationToken = default);

    Task SendImageAsync(string to, string link, string? caption = null);

    Task SendDocumentAsync(string to, string link, string fileName);

    Task SendLocationAsync(string to, double latitude, double longitude, string name);

    Task SendTemplateAsync(string to, string template, params string[] values);
}

public sealed record SendResult(bool Accepted, int? ErrorCode);
