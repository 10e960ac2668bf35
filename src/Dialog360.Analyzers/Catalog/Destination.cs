namespace Dialog360.Analyzers.Catalog;

/// <summary>Where a message visibly goes.</summary>
internal enum Destination
{
    /// <summary>Not visible.</summary>
    Unknown,

    /// <summary>A 360dialog or Graph host, or a client that only talks to one.</summary>
    WhatsApp,

    /// <summary>A known host that is neither: then the object is no message.</summary>
    Foreign,
}
