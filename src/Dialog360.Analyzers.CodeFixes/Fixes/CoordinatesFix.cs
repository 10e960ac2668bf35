using System.Globalization;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0101: exchanges latitude and longitude, or puts a lost decimal point back.</summary>
internal sealed class CoordinatesFix : PayloadFix
{
    /// <summary>Degrees with fewer decimals are no place that anybody would send; also the fewest that a lost point leaves.</summary>
    private const int MinDecimals = 4;

    /// <summary>Devices store coordinates in millionths of a degree: the first guess.</summary>
    private const int MicroDegrees = 6;

    /// <inheritdoc/>
    public override string RuleId => "DLG0101";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding is not { Node: { } place, Member: { Name: var name, Value: { } node } })
        {
            yield break;
        }

        if (place["latitude"] is { } latitude && place["longitude"] is { } longitude
            && CoordinateOutOfRange.DegreesOf(latitude) is { } first && CoordinateOutOfRange.DegreesOf(longitude) is { } second
            && Math.Abs(first) is > CoordinateOutOfRange.MaxLatitude and <= CoordinateOutOfRange.MaxLongitude && Math.Abs(second) <= CoordinateOutOfRange.MaxLatitude)
        {
            if (!Choices.IsOneOfSeveral(latitude, place) && !Choices.IsOneOfSeveral(longitude, place))
            {
                yield return Proposal.Of("swap-coordinates", Swap(latitude, longitude, context));
            }
        }
        else if (WithPoint(node, name == "latitude" ? CoordinateOutOfRange.MaxLatitude : CoordinateOutOfRange.MaxLongitude) is { } text)
        {
            NewValue value = node.Kind == PayloadKind.Text ? NewValue.Of(text) : new NewValue.Number(text);
            yield return Proposal.Of("insert-decimal-point", [text], new PictureEdit.SetValue(node, value));
        }
    }

    /// <summary>
    /// Constants that are named after the coordinate got the wrong value where they are declared; everything else is exchanged where it
    /// stands in the message.
    /// </summary>
    private static PictureEdit[] Swap(PayloadNode latitude, PayloadNode longitude, EditContext context)
    {
        if (latitude is { Kind: PayloadKind.Number, NumberText: { } first } && longitude is { Kind: PayloadKind.Number, NumberText: { } second }
            && IsNamedLike(latitude, "lat") && (IsNamedLike(longitude, "lon") || IsNamedLike(longitude, "lng")))
        {
            PictureEdit[] inDeclarations = [new PictureEdit.SetValue(latitude, new NewValue.Number(second)), new PictureEdit.SetValue(longitude, new NewValue.Number(first))];
            if (PayloadEditor.Changes(inDeclarations, context) is not null)
            {
                return inDeclarations;
            }
        }

        return [new PictureEdit.SwapValues(latitude, longitude)];
    }

    private static bool IsNamedLike(PayloadNode node, string word) =>
        ExpressionEditor.ExpressionOf(node) is { } expression
        && node.Origin.Style != WritingStyle.JsonText
        && Definitions.NameOf(expression) is { } name
        && name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>The digits with a decimal point in the one place that gives a coordinate; null where there is none, or more than one.</summary>
    private static string? WithPoint(PayloadNode node, double limit)
    {
        string? written = node.Kind == PayloadKind.Text ? node.KnownText : node.NumberText;
        int point = written?.IndexOf('.') ?? -1;
        written = point >= 0 && written!.Substring(point + 1).All(static character => character == '0') ? written.Substring(0, point) : written;
        string digits = written?.TrimStart('-') ?? string.Empty;
        if (digits.Length is <= MinDecimals or > 17 || digits[0] == '0' || !digits.All(static character => character is >= '0' and <= '9'))
        {
            return null;
        }

        string sign = written![0] == '-' ? "-" : string.Empty;
        if (Candidate(MicroDegrees) is { } micro)
        {
            return micro;
        }

        string? only = null;
        for (int decimals = MinDecimals; decimals < digits.Length; decimals++)
        {
            if (Candidate(decimals) is { } candidate)
            {
                if (only is not null)
                {
                    return null;
                }

                only = candidate;
            }
        }

        return only;

        string? Candidate(int decimals)
        {
            int whole = digits.Length - decimals;
            return whole is >= 1 and <= 3 && double.Parse(digits.Substring(0, whole), CultureInfo.InvariantCulture) < limit
                ? sign + digits.Substring(0, whole) + "." + digits.Substring(whole)
                : null;
        }
    }
}
