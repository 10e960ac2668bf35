namespace Dialog360.Analyzers.Sending.Access;

/// <summary>Tells an API key from a placeholder.</summary>
internal static class ApiKeys
{
    private const int MinLength = 16;
    private const string SandboxEnd = "_sandbox";

    /// <summary>What placeholders say; a key is drawn from letters and digits at random.</summary>
    private static readonly string[] PlaceholderWords = ["your", "xxx", "test", "placeholder", "example", "sample", "dummy", "fake", "demo", "secret", "apikey", "changeme", "replace", "insert", "mykey", "clave", "chave", "aqui", "token", "00000000", "123456789"];

    /// <summary>Whether the text may be a real key: letters and digits mixed, or a key of the sandbox.</summary>
    public static bool IsReal(string text)
    {
        bool isSandbox = text.EndsWith(SandboxEnd, StringComparison.OrdinalIgnoreCase);
        string key = isSandbox ? text.Substring(0, text.Length - SandboxEnd.Length) : text;
        if (key.Length == 0 || (!isSandbox && key.Length < MinLength))
        {
            return false;
        }

        bool hasLetter = false;
        bool hasDigit = false;
        foreach (char character in key)
        {
            bool isDigit = character is >= '0' and <= '9';
            bool isLetter = character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
            if (!isDigit && !isLetter)
            {
                return false;
            }

            hasLetter |= isLetter;
            hasDigit |= isDigit;
        }

        return hasDigit && (isSandbox || hasLetter) && !HasPlaceholderWord(key, isSandbox);
    }

    private static bool HasPlaceholderWord(string key, bool isSandbox)
    {
        foreach (string word in PlaceholderWords)
        {
            // The number in a sandbox key may well be a plain row of digits.
            if (!(isSandbox && char.IsDigit(word[0])) && key.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
