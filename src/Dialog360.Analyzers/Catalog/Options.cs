using System.Collections.Immutable;

namespace Dialog360.Analyzers.Catalog;

/// <summary>
/// The options that an <c>.editorconfig</c> may set, each once. An option of some rules can be set for all of them
/// (<c>dialog360.free_form_methods</c>) or for one (<c>dialog360.DLG0202.free_form_methods</c>), which wins. A value outside the list counts as not set, and DLG0902 says so.
/// </summary>
internal static class Options
{
    /// <summary>What all keys begin with.</summary>
    public const string Prefix = "dialog360.";

    /// <summary>The generation of the API, where the code does not show it.</summary>
    public static readonly OptionDefinition Api = new("dialog360.api", "the generation of the API where the code does not show it", ["auto", "on_premises", "cloud"]);

    /// <summary>Methods and properties that check the session.</summary>
    public static readonly OptionDefinition SessionCheckMethods = new("dialog360.session_check_methods", "methods and properties that check the 24-hour session", [], "DLG0201");

    /// <summary>Methods that count as free-form sends.</summary>
    public static readonly OptionDefinition FreeFormMethods = new("dialog360.free_form_methods", "methods that count as free-form sends", [], "DLG0201", "DLG0202");

    /// <summary>Methods that look recipients up.</summary>
    public static readonly OptionDefinition ContactLookupMethods = new("dialog360.contact_lookup_methods", "methods that look recipients up", [], "DLG0202");

    /// <summary>Whether recipients have to be looked up.</summary>
    public static readonly OptionDefinition ContactsLookup = new("dialog360.contacts_lookup", "whether recipients have to be looked up", ["required", "off"], "DLG0202");

    /// <summary>All of them, in the order of the documentation.</summary>
    public static readonly ImmutableArray<OptionDefinition> All = ImmutableArray.Create(
        Api, SessionCheckMethods, FreeFormMethods, ContactLookupMethods, ContactsLookup);

    /// <summary>The option that a key sets, in any case, for all rules or for one; null where there is none.</summary>
    public static OptionDefinition? Of(string key)
    {
        foreach (OptionDefinition option in All)
        {
            if (option.IsSetBy(key))
            {
                return option;
            }
        }

        return null;
    }
}
