using System.Globalization;
using System.Text;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>What serializers make of the C# names of members.</summary>
internal enum NamingPolicy
{
    /// <summary>Nothing: they stay as they are.</summary>
    AsWritten,

    /// <summary><c>messagingProduct</c>.</summary>
    CamelCase,

    /// <summary><c>messaging_product</c>.</summary>
    SnakeCaseLower,

    /// <summary><c>MESSAGING_PRODUCT</c>.</summary>
    SnakeCaseUpper,

    /// <summary><c>messaging-product</c>.</summary>
    KebabCaseLower,

    /// <summary><c>MESSAGING-PRODUCT</c>.</summary>
    KebabCaseUpper,
}

/// <summary>Applies naming policies as the libraries do.</summary>
internal static class NamingPolicies
{
    /// <summary>The name that the policy makes of a C# name.</summary>
    public static string Apply(NamingPolicy policy, string name) => policy switch
    {
        NamingPolicy.CamelCase => CamelCase(name),
        NamingPolicy.SnakeCaseLower => Separated(name, '_', isUpper: false),
        NamingPolicy.SnakeCaseUpper => Separated(name, '_', isUpper: true),
        NamingPolicy.KebabCaseLower => Separated(name, '-', isUpper: false),
        NamingPolicy.KebabCaseUpper => Separated(name, '-', isUpper: true),
        _ => name,
    };

    /// <summary>The capitals at the start become small, but for the one that begins the next word: <c>URLValue</c> is <c>urlValue</c>.</summary>
    private static string CamelCase(string name)
    {
        char[] characters = name.ToCharArray();
        for (int index = 0; index < characters.Length && char.IsUpper(characters[index]); index++)
        {
            if (index > 0 && index + 1 < characters.Length && !char.IsUpper(characters[index + 1]))
            {
                break;
            }

            characters[index] = char.ToLowerInvariant(characters[index]);
        }

        return new string(characters);
    }

    /// <summary>A separator goes before each word: a capital after a small letter or digit, and the last of several capitals when a small letter follows.</summary>
    private static string Separated(string name, char separator, bool isUpper)
    {
        StringBuilder result = new(name.Length + 4);
        for (int index = 0; index < name.Length; index++)
        {
            char character = name[index];
            if (index > 0 && char.IsUpper(character) && BeginsWord(name, index))
            {
                result.Append(separator);
            }

            result.Append(isUpper ? char.ToUpper(character, CultureInfo.InvariantCulture) : char.ToLower(character, CultureInfo.InvariantCulture));
        }

        return result.ToString();
    }

    private static bool BeginsWord(string name, int index) =>
        char.IsLower(name[index - 1]) || char.IsDigit(name[index - 1])
        || char.IsUpper(name[index - 1]) && index + 1 < name.Length && char.IsLower(name[index + 1]);
}
