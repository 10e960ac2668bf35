using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0101: a latitude outside −90..90 or a longitude outside −180..180 degrees.</summary>
internal sealed class CoordinateOutOfRange : Rule<PayloadScope>
{
    /// <summary>Creates the rule.</summary>
    public CoordinateOutOfRange()
        : base("DLG0101")
    {
    }

    /// <summary>The largest latitude, in degrees.</summary>
    public const double MaxLatitude = 90;

    /// <summary>The largest longitude, in degrees.</summary>
    public const double MaxLongitude = 180;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        foreach (PayloadNode location in message.Locations)
        {
            foreach (Finding finding in Judge(message, location, "latitude", MaxLatitude).Concat(Judge(message, location, "longitude", MaxLongitude)))
            {
                yield return finding;
            }
        }
    }

    /// <summary>The coordinate that a value gives in degrees: a number, or a text that parses as one, as both may be sent; null where it is not known.</summary>
    public static double? DegreesOf(PayloadNode? value) => value switch
    {
        { Kind: PayloadKind.Number } => value.Number,
        { KnownText: { } text } when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        _ => null,
    };

    /// <summary>Whether the two coordinates of a place are known and would be right the other way round.</summary>
    public static bool LookSwapped(PayloadNode location) =>
        DegreesOf(location["latitude"]) is { } latitude && DegreesOf(location["longitude"]) is { } longitude
        && Math.Abs(latitude) is > MaxLatitude and <= MaxLongitude && Math.Abs(longitude) <= MaxLatitude;

    /// <summary>Whether a test in the methods that the value passes, or in the one that declares it, may keep it from being sent.</summary>
    private static bool IsKeptAway(PayloadNode value, double degrees) =>
        value.Through.Any(reference => ValueTests.MayExclude(reference, degrees))
        || value is { Operation.SemanticModel: { } model, Origin.Syntax: var written } && written.SyntaxTree == model.SyntaxTree && model.GetOperation(written) is { } use && ValueTests.MayExclude(use, degrees);

    private string AdviceFor(PayloadNode location, PayloadMember member, double max) =>
        LookSwapped(location) ? Words.Advice("swapped")
        : LostPoint.In(member.Value, max) is { } degrees ? Words.Advice("point", degrees)
        : string.Empty;

    private IEnumerable<Finding> Judge(MessagePicture message, PayloadNode location, string name, double max)
    {
        // Written so that NaN, which is smaller than nothing, is out of range too.
        if (location.Member(name) is { } member && DegreesOf(member.Value) is { } degrees && !(Math.Abs(degrees) <= max) && !IsKeptAway(member.Value, degrees))
        {
            string written = member.Value.NumberText ?? member.Value.KnownText ?? degrees.ToString(CultureInfo.InvariantCulture);
            string limit = max.ToString(CultureInfo.InvariantCulture);
            yield return new Finding(this, member.Value.Span, ImmutableArray.Create(name, written, "-" + limit, limit, Words.Errors(message.IsCloud), AdviceFor(location, member, max)))
            {
                Node = location,
                Member = member,
            };
        }
    }
}
