using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>The factory of the WABA360Dialog package, with the names that its parameters have there.</summary>
public sealed class SdkFactoryTests
{
    private const string Sdk = """
        namespace WABA360Dialog.ApiClient.Payloads.Models.MessageObjects
        {
            public class MessageObject { public string? To { get; set; } }
            public class ProviderObject { }
            public static class MessageObjectFactory
            {
                public static MessageObject CreateTextMessage(string whatsAppId, string textMessage, bool previewUrl = false) => throw new NotSupportedException();
                public static MessageObject CreateImageMessageByMediaId(string whatsAppId, string mediaId, string caption) => throw new NotSupportedException();
                public static MessageObject CreateImageMessageByLink(string whatsAppId, string imageLink, string caption, ProviderObject? provider = null) => throw new NotSupportedException();
                public static MessageObject CreateVideoMessageByLink(string whatsAppId, string imageLink, string caption, ProviderObject? provider = null) => throw new NotSupportedException();
                public static MessageObject CreateAudioMessageByLink(string whatsAppId, string audioLink, ProviderObject? provider = null) => throw new NotSupportedException();
                public static MessageObject CreateDocumentMessageByLink(string whatsAppId, string fileName, string documentLink, string caption, ProviderObject? provider = null) => throw new NotSupportedException();
                public static MessageObject CreateLocationMessage(string whatsAppId, double latitude, double longitude, string? name = null, string? address = null) => throw new NotSupportedException();
            }
        }
        """;

    [Theory]
    [InlineData("CreateTextMessage({|DLG0112:\"0049151234567\"|}, name)")]
    [InlineData("CreateTextMessage(to, {|DLG0109:\"\"|})")]
    [InlineData("CreateTextMessage(to, {|DLG0109:string.Empty|})")]
    [InlineData("CreateTextMessage(textMessage: {|DLG0109:\"\"|}, whatsAppId: to)")]
    [InlineData("CreateImageMessageByLink(to, {|DLG0102:\"https://x.example/scan.tiff\"|}, caption)")]
    [InlineData("CreateVideoMessageByLink(to, {|DLG0102:\"https://x.example/a.png\"|}, caption)")]
    [InlineData("CreateImageMessageByLink(to, {|DLG0103:\"https://x.example/a%2520b.png\"|}, caption)")]
    [InlineData("CreateDocumentMessageByLink(to, \"a.pdf\", {|DLG0104:\"file:///c:/a.pdf\"|}, caption)")]
    [InlineData("CreateLocationMessage(to, {|DLG0101:118.24|}, 34.05)")]
    [InlineData("CreateLocationMessage(to, longitude: 34.05, latitude: {|DLG0101:double.NaN|})")]
    public void Reported(string call) => Check(call);

    [Theory]
    [InlineData("CreateTextMessage(to, name, true)")]
    [InlineData("CreateTextMessage(\"+49 151 1234567\", name)")]
    [InlineData("CreateImageMessageByMediaId(to, id, caption)")]
    [InlineData("CreateImageMessageByLink(to, \"https://x.example/a.png\", caption)")]
    [InlineData("CreateVideoMessageByLink(to, \"https://x.example/a.mp4\", caption)")]
    [InlineData("CreateAudioMessageByLink(to, \"https://x.example/a.opus\")")]
    [InlineData("CreateDocumentMessageByLink(to, \"photo.png\", \"https://x.example/a.pdf\", caption)")]
    [InlineData("CreateLocationMessage(to, 34.05, 118.24)")]
    [InlineData("CreateLocationMessage(to, value, value)")]
    public void Silent(string call) => Check(call);

    private static void Check(string call)
    {
        string program = Bodies.Expression("WABA360Dialog.ApiClient.Payloads.Models.MessageObjects.MessageObjectFactory." + call);
        foreach (string id in new[] { "DLG0101", "DLG0102", "DLG0103", "DLG0104", "DLG0106", "DLG0108", "DLG0109", "DLG0112" })
        {
            new TestProgram(id, program, Sdk).Check();
        }
    }
}
