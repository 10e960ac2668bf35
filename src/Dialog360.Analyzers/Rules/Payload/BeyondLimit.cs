using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0109: a text, a list or an identifier beyond a documented limit.</summary>
internal sealed class BeyondLimit : Rule<PayloadScope>
{
    /// <summary>Creates the rule.</summary>
    public BeyondLimit()
        : base("DLG0109")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
        foreach (SchemaPlace place in message.Objects)
        {
            foreach (PayloadMember member in place.Node.Members)
            {
                if (place.Shape.Member(member.Name) is not { } limits || !ReferenceEquals(place.Node.Member(member.Name), member))
                {
                    continue;
                }

                IEnumerable<LimitBreach> breaches = member.Value.Kind switch
                {
                    PayloadKind.Text => TextLimits.Of(member, limits, message.IsCloud),

                    // Where elements may be added or left out, nothing is counted.
                    PayloadKind.Array when !member.Value.IsOpen => ListLimits.Of(member, limits, message.IsCloud),
                    _ => [],
                };

                foreach (LimitBreach breach in breaches)
                {
                    yield return new Finding(this, breach.Span, ImmutableArray.Create(breach.Member, breach.Allowed, breach.Has)) { Node = place.Node, Member = member };
                }
            }
        }
    }
}

/// <summary>A limit that is not kept.</summary>
/// <param name="Span">The value, or the array for counts.</param>
/// <param name="Member">The member that has the limit.</param>
/// <param name="Allowed">What is allowed, in words.</param>
/// <param name="Has">What is there, in words.</param>
internal sealed record LimitBreach(SourceSpan Span, string Member, string Allowed, string Has)
{
    /// <summary>A number of things, in words.</summary>
    public static string Count(int count, string one, string many) => count.ToString(CultureInfo.InvariantCulture) + " " + (count == 1 ? one : many);
}
