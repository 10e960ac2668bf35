using System.Globalization;

namespace Dialog360.Analyzers.Catalog;

/// <summary>Recognises the errors that a rule prevents in the constants of code that handles answers.</summary>
internal sealed class ErrorMentions
{
    private const int LongCode = 5;

    private static readonly Lazy<ErrorMentions> ClosedSession = new(static () => new ErrorMentions(ErrorCatalog.Current.PreventedBy("DLG0201")));

    private readonly HashSet<long> _codes = new();
    private readonly HashSet<string> _titles = new(StringComparer.Ordinal);

    private ErrorMentions(IEnumerable<ErrorEntry> errors)
    {
        foreach (ErrorEntry error in errors)
        {
            _titles.Add(error.Title);
            if (error.Code is { } code)
            {
                _codes.Add(code);
            }
        }
    }

    /// <summary>The errors of a session that is closed.</summary>
    public static ErrorMentions OfClosedSession => ClosedSession.Value;

    /// <summary>Whether a number is one of the codes, or a text is one, holds a long one, holds one as the <c>code</c> of a JSON text, or holds the first word of a title.</summary>
    public bool IsIn(object? constant) => constant switch
    {
        int number => _codes.Contains(number),
        long number => _codes.Contains(number),
        string text => _codes.Any(code => IsIn(text, code.ToString(CultureInfo.InvariantCulture))) || _titles.Any(title => text.IndexOf(title.Split(' ')[0], StringComparison.Ordinal) >= 0),
        _ => false,
    };

    // A short code is part of many numbers; a long one stands for itself.
    private static bool IsIn(string text, string code) =>
        text == code || (code.Length >= LongCode ? text.Contains(code) : text.Contains("\"code\":" + code));
}
