using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>Tells an API key from a placeholder.</summary>
internal static class ApiKeys
{
    private const int MinLength = 16;
    private const int MinMixed = 6;
    private const string SandboxEnd = "_sandbox";

    /// <summary>Whether the text may be a real key: letters and digits mixed, or a key of the sandbox.</summary>
    public static bool IsReal(string text)
    {
        if (text.EndsWith(SandboxEnd, StringComparison.OrdinalIgnoreCase))
        {
            string number = text.Substring(0, text.Length - SandboxEnd.Length);
            return number.All(IsLetterOrDigit) && number.Any(IsDigit) && !HasPlaceholderWord(number, isSandbox: true);
        }

        if (text.Length < MinLength || !text.All(static character => IsLetterOrDigit(character) || character is '_' or '-'))
        {
            return false;
        }

        // Words that are put together with separators are a name, and a name is no key.
        string[] parts = text.Split('_', '-');
        string[] mixed = parts.Where(static part => part.Any(IsDigit) && !part.All(IsDigit)).ToArray();
        return (mixed.Length > 1 || mixed.Any(part => parts.Length == 1 || part.Length >= MinMixed)) && !HasPlaceholderWord(string.Concat(parts), isSandbox: false);
    }

    private static bool IsLetterOrDigit(char character) => IsDigit(character) || character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsDigit(char character) => character is >= '0' and <= '9';

    private static bool HasPlaceholderWord(string key, bool isSandbox)
    {
        foreach (string word in KeyWords.Current.Placeholders)
        {
            // The number in a sandbox key may well be a plain row of digits.
            if (!(isSandbox && IsDigit(word[0])) && key.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
