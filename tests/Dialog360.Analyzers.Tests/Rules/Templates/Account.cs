using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Rules.Templates;

/// <summary>The templates of an account that the tests send.</summary>
internal static class Account
{
    /// <summary>One template of every kind.</summary>
    public const string Templates =
        """
        { "count": 20, "total": 20, "limit": 1000, "offset": 0, "filters": {}, "sort": ["id"], "waba_templates": [
          { "name": "order_shipped", "language": "en", "status": "approved", "category": "UTILITY", "components": [{ "type": "BODY", "text": "Hi {{1}}, your order {{2}} is on its way.", "example": { "body_text": [["Ann", "17"]] } }, { "type": "FOOTER", "text": "Shop" }] },
          { "name": "order_shipped", "language": "de", "status": "approved", "components": [{ "type": "BODY", "text": "Hallo {{1}}, Ihre Bestellung {{2}} ist unterwegs." }] },
          { "name": "welcome", "language": "en_US", "status": "approved", "components": [{ "type": "BODY", "text": "Welcome!" }] },
          { "name": "invoice_ready", "language": "en", "status": "approved", "components": [{ "type": "HEADER", "format": "DOCUMENT" }, { "type": "BODY", "text": "Invoice {{1}}." }] },
          { "name": "photo_news", "language": "en", "status": "approved", "components": [{ "type": "HEADER", "format": "IMAGE", "example": { "header_handle": ["https://x"] } }, { "type": "BODY", "text": "News!" }] },
          { "name": "clip", "language": "en", "status": "approved", "components": [{ "type": "HEADER", "format": "VIDEO" }, { "type": "BODY", "text": "Look!" }] },
          { "name": "branch", "language": "en", "status": "approved", "components": [{ "type": "HEADER", "format": "LOCATION" }, { "type": "BODY", "text": "Here." }] },
          { "name": "greeting", "language": "en", "status": "approved", "components": [{ "type": "HEADER", "format": "TEXT", "text": "For {{1}}" }, { "type": "BODY", "text": "See you on {{1}}." }] },
          { "name": "reminder", "language": "en", "status": "APPROVED", "parameter_format": "NAMED", "components": [{ "type": "BODY", "text": "{{first_name}}, see you on {{day}}, {{first_name}}." }] },
          { "name": "track", "language": "en", "status": "approved", "components": [{ "type": "BODY", "text": "Parcel {{1}}." }, { "type": "BUTTONS", "buttons": [{ "type": "QUICK_REPLY", "text": "Stop" }, { "type": "URL", "text": "Track", "url": "https://x/{{1}}" }, { "type": "PHONE_NUMBER", "text": "Call", "phone_number": "+49" }] }] },
          { "name": "sale", "language": "en", "status": "approved", "components": [{ "type": "BODY", "text": "Sale!" }, { "type": "BUTTONS", "buttons": [{ "type": "URL", "text": "Shop", "url": "https://x" }, { "type": "COPY_CODE", "text": "Copy" }] }] },
          { "name": "login_code", "language": "en", "status": "approved", "category": "AUTHENTICATION", "components": [{ "type": "BODY", "text": "*{{1}}* is your code." }, { "type": "BUTTONS", "buttons": [{ "type": "OTP", "otp_type": "COPY_CODE", "text": "Copy" }] }] },
          { "name": "survey", "language": "en", "status": "approved", "components": [{ "type": "BODY", "text": "Tell us." }, { "type": "BUTTONS", "buttons": [{ "type": "FLOW", "text": "Start", "flow_id": "1" }] }] },
          { "name": "menu", "language": "en", "status": "approved", "components": [{ "type": "BODY", "text": "Today, {{1}}:" }, { "type": "CAROUSEL", "cards": [{ "components": [{ "type": "BODY", "text": "{{1}}" }] }] }, { "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Now" } }] },
          { "name": "old_offer", "language": "en", "status": "PAUSED", "components": [{ "type": "BODY", "text": "Offer" }] },
          { "name": "refused", "language": "en", "status": "rejected", "components": [{ "type": "BODY", "text": "Refused" }] },
          { "name": "half", "language": "en", "status": "approved", "components": [{ "type": "BODY", "text": "Half" }] },
          { "name": "half", "language": "de", "status": "pending", "components": [{ "type": "BODY", "text": "Halb" }] },
          { "name": "twice", "language": "en", "status": "rejected", "components": [{ "type": "BODY", "text": "Hi {{1}}" }] },
          { "name": "twice", "language": "en", "status": "approved", "components": [{ "type": "BODY", "text": "Hi {{1}} {{2}}" }] }
        ] }
        """;

    /// <summary>The manifest of the account.</summary>
    public static AdditionalText Manifest => TestFile.Manifest(Templates);

    /// <summary>The expression of a message that sends a template.</summary>
    /// <param name="name">The C# expression of the name.</param>
    /// <param name="components">The C# expression of the components, or nothing.</param>
    /// <param name="code">The C# expression of the language code.</param>
    public static string Message(string name, string components = "", string code = "\"en\"") =>
        $"new {{ messaging_product = \"whatsapp\", to, type = \"template\", template = new {{ name = {name}, language = new {{ code = {code} }}{(components.Length == 0 ? string.Empty : ", components = " + components)} }} }}";

    /// <summary>A component of the body with texts.</summary>
    public static string Body(params string[] texts) =>
        $"new {{ type = \"body\", parameters = new object[] {{ {string.Join(", ", texts.Select(text => $"new {{ type = \"text\", text = {text} }}"))} }} }}";
}
