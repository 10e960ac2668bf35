namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>What calling a method leads to.</summary>
internal enum Reached
{
    /// <summary>No send, or one that is paced on its way.</summary>
    Nothing,

    /// <summary>A parameter is handed to an HTTP call whose host nobody knows: a send when the caller gives it a message.</summary>
    Carries,

    /// <summary>A parameter is handed to where messages go: a send, unless the caller gives something that is none.</summary>
    CarriesThere,

    /// <summary>A message is sent without a pause on the way.</summary>
    Sends,
}
