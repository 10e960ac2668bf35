using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Requests;

namespace Dialog360.Analyzers.Hosting;

/// <summary>
/// The findings on what a call gives to a method. The value may end up in several messages of which the method sends one
/// (<c>isImage ? SendImage(url) : SendDocument(url)</c>), so all that hold it must agree.
/// </summary>
internal sealed class AgreedFindings
{
    private const int MaxDepth = 32;

    private readonly PayloadJudge _judge;
    private readonly List<MessagePicture> _messages = [];

    /// <summary>Creates an empty list of messages.</summary>
    public AgreedFindings(PayloadJudge judge)
    {
        _judge = judge;
    }

    /// <summary>Adds the messages of one picture, those that it chooses between one by one.</summary>
    public void Add(PayloadNode picture, Whereabouts whereabouts) => _messages.AddRange(_judge.MessagesOf(picture, whereabouts));

    /// <summary>The findings at the places that <paramref name="isGiven"/> picks, on which all messages with that place agree.</summary>
    public List<Finding> Of(Func<SourceSpan, bool> isGiven)
    {
        List<Finding> agreed = [];
        HashSet<(string Id, SourceSpan Span)> seen = [];
        foreach (Rule<PayloadScope> rule in _judge.Rules)
        {
            List<List<Finding>> found = _messages.Select(message => _judge.JudgeMessage(rule, message).Select(finding => finding.At(isGiven)).OfType<Finding>().ToList()).ToList();
            for (int index = 0; index < found.Count; index++)
            {
                foreach (Finding finding in found[index])
                {
                    if (seen.Add((rule.Id, finding.Span)) && AllAgree(finding.Span, found))
                    {
                        agreed.Add(finding);
                    }
                }
            }
        }

        return agreed;
    }

    private bool AllAgree(SourceSpan span, List<List<Finding>> found)
    {
        for (int index = 0; index < found.Count; index++)
        {
            if (!found[index].Any(finding => finding.Span == span) && Holds(_messages[index].Root, span, 0))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Holds(PayloadNode node, SourceSpan span, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        // What the call leaves to a default stands nowhere: its span is that of the whole call.
        if (node.Operation is not { IsImplicit: true } && node.Span.Tree == span.Tree && (node.Span.Span.Contains(span.Span) || span.Span.Contains(node.Span.Span)))
        {
            return true;
        }

        foreach (PayloadMember member in node.Members)
        {
            if (Holds(member.Value, span, depth + 1))
            {
                return true;
            }
        }

        foreach (PayloadNode element in node.Elements)
        {
            if (Holds(element, span, depth + 1))
            {
                return true;
            }
        }

        return false;
    }
}
