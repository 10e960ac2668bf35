namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>What a stretch of source shows, by its characters alone. Too much may be shown, never too little.</summary>
[Flags]
internal enum SourceSigns
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary><c>to</c> as the key of JSON or of an entry, or the name of an argument.</summary>
    ToKey = 1,

    /// <summary><c>to</c> that is given a value.</summary>
    ToValue = 2,

    /// <summary><c>to</c> that may be a member: a field, a property, a parameter of a record, one of <see cref="ToEntry"/>.</summary>
    ToMember = 4,

    /// <summary><c>recipient_type</c> or <c>messaging_product</c>, in any spelling, or the factory of the SDK.</summary>
    Product = 8,

    /// <summary>A host, header or value of the API in a text.</summary>
    Api = 16,

    /// <summary><c>type</c> or a type of messages as a key, an entry or what is given a value.</summary>
    Content = 32,

    /// <summary>An anonymous object.</summary>
    Anonymous = 64,

    /// <summary>A text that looks like an API key.</summary>
    Key = 128,

    /// <summary>A name that begins like a call of a client.</summary>
    ClientCall = 256,

    /// <summary>Words of a group of <c>evidence.json</c>, enough of them.</summary>
    Group = 512,

    /// <summary>Words of resilience libraries, registrations of clients.</summary>
    Helper = 1024,

    /// <summary>Words of a webhook update, enough of them.</summary>
    Webhook = 2048,

    /// <summary>A name that speaks of a webhook.</summary>
    WebhookName = 4096,

    /// <summary>A name that speaks of WhatsApp or of its API.</summary>
    Speaks = 8192,

    /// <summary>A name that speaks of a queue.</summary>
    Queue = 16384,

    /// <summary><see cref="Content"/> in quotation marks.</summary>
    ContentName = 32768,

    /// <summary>A word of mail.</summary>
    Mail = 65536,

    /// <summary><c>to</c> as one of several: <c>new { to, text }</c>, <c>new { order.To }</c>.</summary>
    ToEntry = 131072,
}
