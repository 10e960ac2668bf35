using System.Globalization;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0101: exchanges latitude and longitude, or puts a lost decimal point back.</summary>
internal sealed class CoordinatesFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0101";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding is not { Node: { } place, Member: { Name: var name, Value: { } node } })
        {
            yield break;
        }

        if (CoordinateOutOfRange.LookSwapped(place) && place["latitude"] is { } latitude && place["longitude"] is { } longitude)
        {
            if (!Choices.IsOneOfSeveral(latitude, place) && !Choices.IsOneOfSeveral(longitude, place))
            {
                yield return Proposal.Of("swap-coordinates", Swap(latitude, longitude, context));
            }
        }
        else if (LostPoint.In(node, LimitOf(name)) is { } text)
        {
            NewValue value = node.Kind == PayloadKind.Text ? NewValue.Of(text) : new NewValue.Number(text);
            yield return Proposal.Of("insert-decimal-point", [text], [new PictureEdit.SetValue(node, value), .. Beside(node, LimitOf(name))]);
        }
    }

    private static double LimitOf(string coordinate) => coordinate == "latitude" ? CoordinateOutOfRange.MaxLatitude : CoordinateOutOfRange.MaxLongitude;

    /// <summary>The same for the numbers at the same place of the objects beside, which have the same type.</summary>
    private static IEnumerable<PictureEdit> Beside(PayloadNode node, double limit)
    {
        if (node.Kind != PayloadKind.Number || node.Origin.Style == WritingStyle.JsonText || ExpressionEditor.ExpressionOf(node) is not { } expression)
        {
            yield break;
        }

        foreach (ExpressionSyntax other in SiblingValues.Of(expression))
        {
            string digits = other.ToString();
            if (double.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out double number) && LostPoint.In(node with { Number = number, NumberText = digits }, limit) is { } text)
            {
                yield return new PictureEdit.ReplaceExpression(other, text);
            }
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
}
