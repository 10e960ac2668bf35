using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0108, what the schema says of the inner objects: required members, closed lists, headers and footers, combinations.</summary>
public sealed class RequiredMembersTests
{
    private const string Id = "DLG0108";

    /// <summary>The interactive object in a message that is otherwise right.</summary>
    private static string Interactive(string json) => Message("\"type\": \"interactive\", \"interactive\": " + json);

    /// <summary>The components of a template.</summary>
    private static string Components(string json) => Message("\"type\": \"template\", \"template\": { \"name\": \"x\", \"language\": { \"code\": \"en\" }, \"components\": [ " + json + " ] }");

    private static string Message(string members) => "{ \"messaging_product\": \"whatsapp\", \"to\": \"491701234567\", " + members + " }";

    private static void Check(string json) => new TestProgram(Id, Bodies.Expression("\"\"\"" + json + "\"\"\"")).Check();

    [Theory]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "reply", "reply": [|{|] "id": "a" } } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "reply", "reply": [|{|] "title": "a" } } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "reply", "reply": [|{|] "id": "a", "text": "A" } } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ [|{|] "type": "reply", "id": "a", "title": "A" } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "reply", "reply": [|{|] "id": "a", "title": null } } ] } }""")]
    [InlineData("""{ "type": "list", "body": { "text": "x" }, "action": [|{|] "sections": [ { "rows": [ { "id": "1", "title": "a" } ] } ] } }""")]
    [InlineData("""{ "type": "list", "body": { "text": "x" }, "action": { "button": "b", "sections": [ [|{|] "title": "t" } ] } }""")]
    [InlineData("""{ "type": "list", "body": { "text": "x" }, "action": { "button": "b", "sections": [ { "rows": [ [|{|] "id": "1" } ] } ] } }""")]
    [InlineData("""{ "type": "list", "body": { "text": "x" }, "action": { "button": "b", "sections": [ { "rows": [ [|{|] "title": "a", "description": "d" } ] } ] } }""")]
    [InlineData("""{ "type": "cta_url", "body": { "text": "x" }, "action": { "name": "cta_url", "parameters": [|{|] "display_text": "Open" } } }""")]
    [InlineData("""{ "type": "cta_url", "body": { "text": "x" }, "action": { "name": "cta_url", "parameters": [|{|] "url": "https://a.example" } } }""")]
    [InlineData("""{ "type": "cta_url", "body": { "text": "x" }, "action": [|{|] "parameters": { "display_text": "Open", "url": "https://a.example" } } }""")]
    [InlineData("""{ "type": "cta_url", "body": { "text": "x" }, "action": [|{|] "name": "cta_url" } }""")]
    [InlineData("""{ "type": "address_message", "body": { "text": "x" }, "action": [|{|] "name": "address_message" } }""")]
    [InlineData("""{ "type": "address_message", "body": { "text": "x" }, "action": { "name": "address_message", "parameters": [|{|] } } }""")]
    [InlineData("""{ "type": "flow", "body": { "text": "x" }, "action": { "name": "flow", "parameters": [|{|] "flow_message_version": "3", "flow_cta": "Open" } } }""")]
    [InlineData("""{ "type": "flow", "body": { "text": "x" }, "action": { "name": "flow", "parameters": [|{|] "flow_message_version": "3", "flow_id": "1" } } }""")]
    [InlineData("""{ "type": "flow", "body": { "text": "x" }, "action": [|{|] "name": "flow" } }""")]
    [InlineData("""{ "type": "location_request_message", "body": { "text": "x" }, "action": [|{|] } }""")]
    [InlineData("""[|{|] "type": "location_request_message", "body": { "text": "x" } }""")]
    [InlineData("""{ "type": "product", "action": [|{|] "catalog_id": "1" } }""")]
    [InlineData("""[|{|] "type": "product_list", "body": { "text": "x" }, "action": { "catalog_id": "1", "sections": [ { "title": "t", "product_items": [ { "product_retailer_id": "s" } ] } ] } }""")]
    [InlineData("""{ "type": "product_list", "header": { "type": "text", "text": "h" }, "body": { "text": "x" }, "action": { "catalog_id": "1", "sections": [ { "title": "t", "product_items": [ [|{|] "id": "s" } ] } ] } }""")]
    [InlineData("""{ "type": "catalog_message", "body": { "text": "x" }, "action": [|{|] } }""")]
    [InlineData("""{ "type": "call_permission_request", "action": [|{|] } }""")]
    [InlineData("""[|{|] "type": "request_contact_info", "action": { "name": "request_contact_info" } }""")]
    [InlineData("""[|{|] "type": "voice_call", "action": { "name": "voice_call" } }""")]
    [InlineData("""[|{|] "type": "carousel", "action": { "cards": [ ] } }""")]
    [InlineData("""{ "type": "carousel", "body": { "text": "x" }, "action": { "cards": [ [|{|] "card_index": 0, "type": "cta_url", "action": { "name": "cta_url", "parameters": { "display_text": "o", "url": "https://a.example" } } }, { "card_index": 1, "type": "product", "action": [|{|] "catalog_id": "1" } } ] } }""")]
    [InlineData("""{ "type": "button", "header": [|{|] "type": "text" }, "body": { "text": "x" }, "action": { "buttons": [ { "type": "reply", "reply": { "id": "a", "title": "A" } } ] } }""")]
    [InlineData("""{ "type": "button", "header": [|{|] "type": "image", "link": "https://a.example/a.png" }, "body": { "text": "x" }, "action": { "buttons": [ { "type": "reply", "reply": { "id": "a", "title": "A" } } ] } }""")]
    public void Missing_in_an_interactive_message(string json) => Check(Interactive(json));

    [Theory]
    // A type that is none and a member that its object lacks are one defect: the type.
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "[|url|]", "url": "https://a.example", "title": "a" } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "[|phone_number|]", "title": "a" }, { "type": "reply", "reply": { "id": "1", "title": "b" } } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "[|url|]", "title": "a" }, { "type": "reply", "reply": [|{|] "id": "1" } } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "[|url|]", "reply": { "id": "1", "title": "b" } } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "reply", "reply": { "id": "1", "title": "b" } } ] } }""")]
    public void A_wrong_type_and_what_it_lacks_are_one_defect(string json) => Check(Interactive(json));

    [Theory]
    // A type that does not exist, on its value.
    [InlineData("""{ "type": "[|buttons|]", "body": { "text": "x" }, "action": { "buttons": [ ] } }""")]
    [InlineData("""{ "type": "[|Button|]", "body": { "text": "x" }, "action": { "buttons": [ ] } }""")]
    [InlineData("""{ "type": "[|location_request|]", "body": { "text": "x" }, "action": { "name": "send_location" } }""")]
    [InlineData("""{ "type": "[|contact_request|]", "body": { "text": "x" }, "action": { "name": "x" } }""")]
    [InlineData("""{ "type": "[|media_carousel|]", "body": { "text": "x" }, "action": { "cards": [ ] } }""")]
    [InlineData("""{ "type": "[|cta-url|]", "body": { "text": "x" }, "action": { "name": "cta_url" } }""")]
    [InlineData("""{ "type": "[|quick_reply|]", "body": { "text": "x" }, "action": { "buttons": [ ] } }""")]
    // Kinds of headers, on the type of the header.
    [InlineData("""{ "type": "list", "header": { "type": "[|image|]", "image": { "link": "https://a.example/a.png" } }, "body": { "text": "x" }, "action": { "button": "b", "sections": [ { "rows": [ { "id": "1", "title": "a" } ] } ] } }""")]
    [InlineData("""{ "type": "list", "header": { "type": "[|document|]", "document": { "id": "1" } }, "body": { "text": "x" }, "action": { "button": "b", "sections": [ { "rows": [ { "id": "1", "title": "a" } ] } ] } }""")]
    [InlineData("""{ "type": "button", "header": { "type": "[|location|]", "location": { "latitude": 1, "longitude": 2 } }, "body": { "text": "x" }, "action": { "buttons": [ { "type": "reply", "reply": { "id": "a", "title": "A" } } ] } }""")]
    [InlineData("""{ "type": "product_list", "header": { "type": "[|image|]", "image": { "id": "1" } }, "body": { "text": "x" }, "action": { "catalog_id": "1", "sections": [ { "title": "t", "product_items": [ { "product_retailer_id": "s" } ] } ] } }""")]
    // Headers and footers where there are none, on their names.
    [InlineData("""{ "type": "product", "[|header|]": { "type": "text", "text": "h" }, "action": { "catalog_id": "1", "product_retailer_id": "s" } }""")]
    [InlineData("""{ "type": "location_request_message", "[|header|]": { "type": "text", "text": "h" }, "body": { "text": "x" }, "action": { "name": "send_location" } }""")]
    [InlineData("""{ "type": "location_request_message", "body": { "text": "x" }, "[|footer|]": { "text": "f" }, "action": { "name": "send_location" } }""")]
    [InlineData("""{ "type": "catalog_message", "[|header|]": { "type": "text", "text": "h" }, "body": { "text": "x" }, "action": { "name": "catalog_message" } }""")]
    [InlineData("""{ "type": "call_permission_request", "[|footer|]": { "text": "f" }, "action": { "name": "call_permission_request" } }""")]
    [InlineData("""{ "type": "request_contact_info", "body": { "text": "x" }, "[|footer|]": { "text": "f" }, "action": { "name": "request_contact_info" } }""")]
    [InlineData("""{ "type": "request_contact_info", "body": { "text": "x" }, "action": { "name": "request_contact_info", "[|parameters|]": { } } }""")]
    [InlineData("""{ "type": "carousel", "[|header|]": { "type": "text", "text": "h" }, "body": { "text": "x" }, "action": { "cards": [ { "card_index": 0, "type": "product", "action": { "catalog_id": "1", "product_retailer_id": "a" } }, { "card_index": 1, "type": "product", "action": { "catalog_id": "1", "product_retailer_id": "b" } } ] } }""")]
    // Flows.
    [InlineData("""{ "type": "flow", "body": { "text": "x" }, "action": { "name": "flow", "parameters": { "flow_message_version": "3", "flow_cta": "Open", "flow_id": "1", "[|flow_name|]": "n" } } }""")]
    [InlineData("""{ "type": "flow", "body": { "text": "x" }, "action": { "name": "flow", "parameters": { "flow_message_version": "3", "flow_cta": "Open", "flow_id": "1", "flow_action": "data_exchange", "[|flow_action_payload|]": { "screen": "A" } } } }""")]
    [InlineData("""{ "type": "flow", "body": { "text": "x" }, "action": { "name": "flow", "parameters": { "flow_message_version": "3", "flow_cta": "Open", "flow_id": "1", "flow_action": "[|exchange_data|]" } } }""")]
    [InlineData("""{ "type": "flow", "body": { "text": "x" }, "action": { "name": "flow", "parameters": { "flow_message_version": "3", "flow_cta": "Open", "flow_id": "1", "mode": "[|live|]" } } }""")]
    // Names of actions and kinds of buttons.
    [InlineData("""{ "type": "cta_url", "body": { "text": "x" }, "action": { "name": "[|open_url|]", "parameters": { "display_text": "Open", "url": "https://a.example" } } }""")]
    [InlineData("""{ "type": "location_request_message", "body": { "text": "x" }, "action": { "name": "[|location_request|]" } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "[|quick_reply|]", "reply": { "id": "a", "title": "A" } } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "type": "[|url|]", "url": "https://a.example", "title": "a" } ] } }""")]
    public void Not_taken_in_an_interactive_message(string json) => Check(Interactive(json));

    [Theory]
    [InlineData("""{ "type": "body", "parameters": [ [|{|] "type": "text" } ] }""")]
    [InlineData("""{ "type": "body", "parameters": [ [|{|] "type": "text", "value": "a" } ] }""")]
    [InlineData("""{ "type": "body", "parameters": [ { "type": "text", "text": "a" }, [|{|] "type": "text", "text": null } ] }""")]
    [InlineData("""{ "type": "header", "parameters": [ [|{|] "type": "image", "link": "https://a.example/a.png" } ] }""")]
    [InlineData("""{ "type": "header", "parameters": [ { "type": "document", "document": [|{|] "filename": "a.pdf" } } ] }""")]
    [InlineData("""[|{|] "type": "button", "parameters": [ { "type": "text", "text": "a" } ] }""")]
    [InlineData("""[|{|] "type": "button", "sub_type": "url", "parameters": [ { "type": "text", "text": "a" } ] }""")]
    [InlineData("""[|{|] "type": "button", "index": "0", "parameters": [ { "type": "payload", "payload": "a" } ] }""")]
    [InlineData("""{ "type": "button", "sub_type": "[|phone_number|]", "index": "0", "parameters": [ { "type": "text", "text": "a" } ] }""")]
    [InlineData("""{ "type": "button", "sub_type": "[|quickreply|]", "index": "0", "parameters": [ { "type": "payload", "payload": "a" } ] }""")]
    [InlineData("""{ "type": "button", "sub_type": "copy_code", "index": 0, "parameters": [ [|{|] "type": "coupon_code", "text": "A" } ] }""")]
    [InlineData("""{ "type": "carousel", "cards": [ { "card_index": 0, "components": [ { "type": "body", "parameters": [ [|{|] "type": "text" } ] } ] } ] }""")]
    public void Wrong_in_a_template(string json) => Check(Components(json));

    [Theory]
    [InlineData("""{ "messaging_product": "[|WhatsApp|]", "to": "491701234567", "type": "text", "text": { "body": "x" } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "recipient_type": "[|person|]", "to": "491701234567", "type": "text", "text": { "body": "x" } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "to": "491701234567", "type": "template", "template": { "name": "[|Order_Confirmed|]", "language": { "code": "en" } } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "to": "491701234567", "type": "template", "template": { "name": "[|order-confirmed|]", "language": { "code": "en" } } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "to": "491701234567", "type": "template", "template": { "name": "[|order confirmed|]", "language": { "code": "en" } } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "to": "491701234567", "type": "template", "template": { "name": "x", "language": { "code": "en", "policy": "[|fallback|]" } } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "to": "491701234567", "category": "[|marketing|]", "type": "text", "text": { "body": "x" } }""")]
    // The type may be left out of a text only.
    [InlineData("""[|{|] "messaging_product": "whatsapp", "to": "491701234567", "image": { "id": "1" } }""")]
    [InlineData("""[|{|] "messaging_product": "whatsapp", "to": "491701234567", "template": { "name": "x", "language": { "code": "en" } } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "to": "491701234567", "context": [|{|] "id": "wamid.x" }, "type": "text", "text": { "body": "x" } }""")]
    public void Wrong_in_the_message(string json) => Check(json);

    [Theory]
    // Types that nobody has documented yet, members that are documented nowhere.
    [InlineData("""{ "type": "something_new", "header": { "type": "gif", "gif": { } }, "body": { "text": "x" }, "action": { "name": "something_new" } }""")]
    [InlineData("""{ "type": "poll", "body": { "text": "x" }, "action": { "options": [ "a" ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x", "mentions": [ ] }, "extra": 1, "action": { "buttons": [ { "type": "reply", "reply": { "id": "a", "title": "A", "emoji": "x" } } ] } }""")]
    [InlineData("""{ "type": "button", "body": { "text": "x" }, "action": { "buttons": [ { "reply": { "id": "a", "title": "A" } } ] } }""")]
    // What the documents call optional or do not settle.
    [InlineData("""{ "type": "catalog_message", "body": { "text": "x" }, "action": { "name": "catalog_message" } }""")]
    [InlineData("""{ "type": "product", "body": { "text": "x" }, "footer": { "text": "f" }, "action": { "catalog_id": "1", "product_retailer_id": "s" } }""")]
    [InlineData("""{ "type": "call_permission_request", "action": { "name": "call_permission_request" } }""")]
    [InlineData("""{ "type": "voice_call", "body": { "text": "x" }, "action": { "name": "voice_call" } }""")]
    [InlineData("""{ "type": "voice_call", "header": { "type": "text", "text": "h" }, "body": { "text": "x" }, "footer": { "text": "f" }, "action": { "name": "voice_call", "parameters": { "display_text": "Call", "ttl_minutes": 60, "payload": "p" } } }""")]
    [InlineData("""{ "type": "flow", "header": { "type": "image", "image": { "id": "1" } }, "body": { "text": "x" }, "action": { "name": "flow", "parameters": { "flow_message_version": "3", "flow_name": "n", "flow_cta": "Open" } } }""")]
    [InlineData("""{ "type": "flow", "body": { "text": "x" }, "action": { "name": "flow", "parameters": { "flow_message_version": "3", "flow_id": "1", "flow_cta": "Open", "mode": "draft", "flow_action": "data_exchange", "flow_token": "t" } } }""")]
    [InlineData("""{ "type": "flow", "body": { "text": "x" }, "action": { "name": "flow", "parameters": { "flow_message_version": "3", "flow_id": "1", "flow_cta": "Open", "flow_action": "navigate", "flow_action_payload": { "screen": "A", "data": "{}" } } } }""")]
    [InlineData("""{ "type": "address_message", "header": { "type": "image", "image": { "id": "1" } }, "body": { "text": "x" }, "footer": { "text": "f" }, "action": { "name": "address_message", "parameters": { "country": "IN", "values": { "name": "A" } } } }""")]
    [InlineData("""{ "type": "request_contact_info", "body": { "text": "x" }, "action": { "name": "request_contact_info" } }""")]
    [InlineData("""{ "type": "order_details", "header": { "type": "image", "image": { "id": "1" } }, "body": { "text": "x" }, "action": { "name": "review_and_pay", "parameters": { "reference_id": "1" } } }""")]
    [InlineData("""{ "type": "order_status", "body": { "text": "x" }, "action": { "name": "review_order", "parameters": { "reference_id": "1" } } }""")]
    [InlineData("""{ "type": "cta_url", "header": { "type": "video", "video": { "link": "https://a.example/a.mp4" } }, "body": { "text": "x" }, "footer": { "text": "f" }, "action": { "name": "cta_url", "parameters": { "display_text": "Open", "url": "https://a.example" } } }""")]
    [InlineData("""{ "type": "button", "header": { "type": "document", "document": { "link": "https://a.example/a.pdf", "filename": "a.pdf" } }, "body": { "text": "x" }, "action": { "buttons": [ { "type": "reply", "reply": { "id": "a", "title": "A" } } ] } }""")]
    [InlineData("""{ "type": "carousel", "body": { "text": "x" }, "action": { "cards": [ { "card_index": 0, "type": "cta_url", "header": { "type": "image", "image": { "link": "https://a.example/a.png" } }, "body": { "text": "b" }, "action": { "buttons": [ { "type": "quick_reply", "quick_reply": { "id": "a", "title": "A" } } ] } }, { "card_index": 1, "type": "cta_url", "header": { "type": "image", "image": { "link": "https://a.example/b.png" } }, "body": { "text": "b" }, "action": { "buttons": [ { "type": "quick_reply", "quick_reply": { "id": "b", "title": "B" } } ] } } ] } }""")]
    [InlineData("""{ "type": "carousel", "body": { "text": "x" }, "action": { "cards": [ { "card_index": 0, "type": "product", "action": { "catalog_id": "1", "product_retailer_id": "a" } }, { "card_index": 1, "type": "product", "action": { "catalog_id": "1", "product_retailer_id": "b" } } ] } }""")]
    public void Silent_in_an_interactive_message(string json) => Check(Interactive(json));

    [Theory]
    [InlineData("""{ "type": "button", "sub_type": "QUICK_REPLY", "index": 1, "parameters": [ { "type": "payload", "payload": "a" } ] }""")]
    [InlineData("""{ "type": "button", "sub_type": "flow", "index": "0" }""")]
    [InlineData("""{ "type": "button", "sub_type": "flow", "index": "0", "parameters": [ { "type": "action", "action": { "flow_token": "t" } } ] }""")]
    [InlineData("""{ "type": "button", "sub_type": "voice_call", "index": "0", "parameters": [ { "type": "ttl_minutes", "ttl_minutes": 10 } ] }""")]
    [InlineData("""{ "type": "header", "parameters": [ { "type": "product", "product": { "product_retailer_id": "1", "catalog_id": "2" } } ] }""")]
    [InlineData("""{ "type": "limited_time_offer", "parameters": [ { "type": "limited_time_offer", "limited_time_offer": { "expiration_time_ms": 1 } } ] }""")]
    [InlineData("""{ "type": "order_status", "parameters": [ { "type": "order_status", "order_status": { "reference_id": "1" } } ] }""")]
    [InlineData("""{ "type": "body", "parameters": [ { "text": "a" } ] }""")]
    [InlineData("""{ "type": "BODY", "parameters": [ { "type": "text", "parameter_name": "n", "text": "a" } ] }""")]
    [InlineData("""{ "type": "body" }""")]
    [InlineData("""{ "type": "carousel", "cards": [ { "card_index": 0, "components": [ { "type": "header", "parameters": [ { "type": "image", "image": { "id": "1" } } ] }, { "type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [ { "type": "payload", "payload": "x" } ] } ] } ] }""")]
    public void Silent_in_a_template(string json) => Check(Components(json));

    [Theory]
    [InlineData("""{ "messaging_product": "whatsapp", "to": "491701234567", "text": { "body": "x" } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "recipient_type": "group", "to": "Y2FwaV9ncm91cDox", "type": "text", "text": { "body": "x" } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "recipient": "US.13491208655302741918", "type": "text", "text": { "body": "x" } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "to": "491701234567", "type": "template", "template": { "name": "{{name}}", "language": { "code": "en" } } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "to": "491701234567", "context": { "message_id": "wamid.x" }, "biz_opaque_callback_data": "a", "type": "text", "text": { "body": "x" } }""")]
    [InlineData("""{ "messaging_product": "whatsapp", "status": "read", "message_id": "wamid.x", "typing_indicator": { "type": "text" } }""")]
    public void Silent_in_the_message(string json) => Check(json);

    [Theory]
    // Enums are written by converters, unknown values are nobody's guess, an empty default is there to be filled.
    [InlineData("new { messaging_product = \"whatsapp\", to, recipient_type = name, type = \"text\", text = new { body = name } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = name.ToLower(), language = new { code = \"en\" } } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = $\"order_{id}\", language = new { code = \"en\" }, components = new object[] { new { type = \"button\", sub_type = name, index = number, parameters = new[] { new { type = \"text\", text = id } } } } } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"interactive\", interactive = new { type = \"list\", header = new { type = name, text = name }, body = new { text = name }, action = new { button = name, sections = name.Select(c => new { rows = name.Select(r => new { id = r.ToString(), title = name }) }) } } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"interactive\", interactive = new { type = \"list\", header = flag ? new { type = \"text\", text = name } : null, body = new { text = name }, action = new { button = name, sections = new[] { new { rows = new[] { new { id, title = name } } } } } } }")]
    [InlineData("new { messaging_product = \"whatsapp\", to, type = \"interactive\", interactive = new { type = \"flow\", body = new { text = name }, action = new { name = \"flow\", parameters = new { flow_message_version = \"3\", flow_id = id, flow_cta = name, flow_action = name, flow_action_payload = new { screen = name } } } } }")]
    public void Silent_where_it_is_not_known(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("""
        public class Reply { [JsonPropertyName("id")] public string Id { get; set; } = ""; [JsonPropertyName("title")] public string? Title { get; set; } }
        public class Sender
        {
            void Use(object o) { }
            public void Ask(string to)
            {
                Use(new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "Which?" }, action = new { buttons = new object[] { new { type = "reply", reply = [|new|] Reply { Id = "long" } } } } } });
                var later = new Reply { Id = "later" };
                later.Title = "Later";
                Use(new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "Which?" }, action = new { buttons = new object[] { new { type = "reply", reply = later } } } } });
            }
        }
        """)]
    public void In_a_class(string program) => new TestProgram(Id, program).Check();

    [Theory]
    // On the host that was switched off nothing is said of the product: neither that it is missing nor that it is there.
    [InlineData("await client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = name } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to, type = \"text\", text = new { body = name } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-sandbox.360dialog.io/v1/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = name } });")]
    public void Silent_about_the_product_elsewhere(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();
}
