namespace Dialog360.Analyzers.Catalog;

/// <summary>The two generations of the API that code in the wild was written for.</summary>
internal enum ApiGeneration
{
    /// <summary>The code does not show it: only what holds for both is reported.</summary>
    Unknown,

    /// <summary><c>waba.360dialog.io</c>, <c>/v1/messages</c>.</summary>
    OnPremises,

    /// <summary><c>waba-v2.360dialog.io</c>, <c>graph.facebook.com</c>, <c>messaging_product</c> in the message.</summary>
    Cloud,

    /// <summary>Of a send only: the sandbox, which takes the bodies of both, whatever the options say.</summary>
    Either,

    /// <summary>Of a send only: a path of the on-premises API on a host that nobody knows. The message and the options come first.</summary>
    OnPremisesPath,
}
