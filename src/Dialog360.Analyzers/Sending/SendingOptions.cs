using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Sending;

/// <summary>The options of DLG0201 and DLG0202, and the attributes that say the same.</summary>
internal sealed class SendingOptions
{
    private const string AttributeSuffix = "Attribute";

    private static readonly ConditionalWeakTable<AnalyzerConfigOptions, ConcurrentDictionary<string, SendingOptions>> Read = new();

    /// <summary>Reads the options for a rule; null for none.</summary>
    public SendingOptions(AnalyzerConfigOptions? options, string rule)
    {
        SessionChecks = Options.SessionCheckMethods.Names(options, rule);
        FreeFormMethods = Options.FreeFormMethods.Names(options, rule);
        ContactLookups = Options.ContactLookupMethods.Names(options, rule);
        RequiresLookup = Options.ContactsLookup.Read(options, rule) != "off";
        Api = Options.Api.Read(options, rule) switch
        {
            "on_premises" => ApiGeneration.OnPremises,
            "cloud" => ApiGeneration.Cloud,
            _ => ApiGeneration.Unknown,
        };
        Key = string.Join("|", string.Join(",", SessionChecks), string.Join(",", FreeFormMethods), string.Join(",", ContactLookups), RequiresLookup, Api);
    }

    /// <summary>The options of a file for a rule, read once: every body of the file asks for them.</summary>
    public static SendingOptions Of(AnalyzerConfigOptions options, string rule)
    {
        ConcurrentDictionary<string, SendingOptions> read = Read.GetOrCreateValue(options);
        return read.TryGetValue(rule, out SendingOptions? known) ? known : read.GetOrAdd(rule, new SendingOptions(options, rule));
    }

    /// <summary><c>dialog360.session_check_methods</c></summary>
    public ImmutableArray<string> SessionChecks { get; }

    /// <summary><c>dialog360.free_form_methods</c></summary>
    public ImmutableArray<string> FreeFormMethods { get; }

    /// <summary><c>dialog360.contact_lookup_methods</c></summary>
    public ImmutableArray<string> ContactLookups { get; }

    /// <summary><c>dialog360.contacts_lookup</c> is not <c>off</c>.</summary>
    public bool RequiresLookup { get; }

    /// <summary>The generation where the code does not show it: <c>dialog360.api</c>.</summary>
    public ApiGeneration Api { get; }

    /// <summary>A text that is the same for the same options.</summary>
    public string Key { get; }

    /// <summary>Whether the symbol is a check of the session by attribute or option.</summary>
    public bool IsSessionCheck(ISymbol symbol) => HasAttribute(symbol, "ChecksSessionAttribute") || IsNamed(symbol, SessionChecks);

    /// <summary>Whether the symbol is a look-up of contacts by option.</summary>
    public bool IsContactLookup(ISymbol symbol) => IsNamed(symbol, ContactLookups);

    /// <summary>Whether one of <paramref name="names"/> names the symbol: <c>Method</c>, <c>Type.Method</c> or the full name.</summary>
    public static bool IsNamed(ISymbol symbol, ImmutableArray<string> names)
    {
        foreach (string name in names)
        {
            if (name == symbol.Name)
            {
                return true;
            }

            if (name.Length > symbol.Name.Length && name.EndsWith("." + symbol.Name, StringComparison.Ordinal) && symbol.ContainingType is { } type)
            {
                string owner = name.Substring(0, name.Length - symbol.Name.Length - 1);
                string full = type.ToDisplayString();
                if (owner == type.Name || owner == full || full.EndsWith("." + owner, StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool HasAttribute(ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is { } found && IsAttribute(found, name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAttribute(string found, string name) => found == name || found + AttributeSuffix == name;
}
