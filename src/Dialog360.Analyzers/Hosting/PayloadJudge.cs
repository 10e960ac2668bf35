using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Hosting;

/// <summary>Hands the messages of one executable body, and those that its calls complete, to the payload rules.</summary>
internal sealed class PayloadJudge
{
    private readonly FileScope _file;
    private readonly ApiGeneration _assumed;

    /// <summary>Creates a judge.</summary>
    /// <param name="rules">The rules to ask.</param>
    /// <param name="file">The file in which the body stands.</param>
    public PayloadJudge(ImmutableArray<Rule<PayloadScope>> rules, FileScope file)
    {
        Rules = rules;
        _file = file;
        _assumed = AssumedGeneration.Of(file.Config);
    }

    /// <summary>The rules to ask.</summary>
    public ImmutableArray<Rule<PayloadScope>> Rules { get; }

    /// <summary>
    /// What the rules find in the body that <paramref name="root"/> is, ordered by place and number; each finding once. What the body makes or writes
    /// for messages of other bodies is judged there and reported here.
    /// </summary>
    public ImmutableArray<Finding> Judge(IOperation root)
    {
        FindingSet findings = Collect(root);
        foreach (IOperation user in PartUsers.Of(root, _file.Program, _file.CancellationToken))
        {
            foreach (Finding finding in _file.Program.Part(static _ => new UserFindings()).Of(user, this))
            {
                findings.Add(finding);
            }
        }

        return findings.InOrder(root).RemoveAll(finding => finding.Message?.Root.Origin.Style == WritingStyle.JsonText && DeclaredTexts.Reports(finding, this, _file.Program, _file.CancellationToken));
    }

    /// <summary>What the rules find in the messages of one body, wherever it stands.</summary>
    public FindingSet Collect(IOperation root)
    {
        BlockPictures pictures = BlockPictures.Of(root, _file.Program, _file.CancellationToken);
        FindingSet findings = new();
        foreach (PayloadNode picture in pictures.Roots)
        {
            foreach (Finding finding in JudgePicture(picture, ReturnedDestinations.Of(picture, _file.Program, _file.CancellationToken)))
            {
                findings.Add(finding);
            }
        }

        foreach (IOperation call in pictures.SourceCalls)
        {
            foreach (Finding finding in WrapperCalls.Judge(call, this, _file.Program, _file.CancellationToken))
            {
                findings.Add(finding);
            }
        }

        return findings;
    }

    /// <summary>A judge with the same rules for the messages of another file.</summary>
    public PayloadJudge In(SyntaxTree tree) => new(Rules, _file.At(tree));

    /// <summary>The messages in one picture, each with one choice of what it chooses between.</summary>
    public IEnumerable<MessagePicture> MessagesOf(PayloadNode picture, Whereabouts whereabouts)
    {
        foreach (MessageVariants message in Find(picture, whereabouts))
        {
            _file.CancellationToken.ThrowIfCancellationRequested();
            foreach ((MessagePicture variant, _) in message.Variants)
            {
                yield return variant;
            }
        }
    }

    /// <summary>What the rules find in the messages of one picture.</summary>
    public IEnumerable<Finding> JudgePicture(PayloadNode picture, Whereabouts whereabouts)
    {
        foreach (MessageVariants message in Find(picture, whereabouts))
        {
            _file.CancellationToken.ThrowIfCancellationRequested();
            foreach (Rule<PayloadScope> rule in Rules)
            {
                foreach (Finding finding in JudgeVariants(rule, message))
                {
                    yield return finding;
                }
            }
        }
    }

    private ImmutableArray<MessageVariants> Find(PayloadNode picture, Whereabouts whereabouts) =>
        MessageRecognizer.Find(picture, whereabouts.Destination, whereabouts.Generation, _assumed, whereabouts.Serializer);

    /// <summary>What one rule finds in one message.</summary>
    public IEnumerable<Finding> JudgeMessage(Rule<PayloadScope> rule, MessagePicture message) =>
        rule.Judge(new PayloadScope(message, _file)).Select(finding => finding with { Message = message });

    /// <summary>
    /// A finding counts when one arm of one choice is enough for it, whatever the other choices are: two choices that the code makes
    /// together are not known to, so what only a certain pair of arms brings about is not reported.
    /// </summary>
    private IEnumerable<Finding> JudgeVariants(Rule<PayloadScope> rule, MessageVariants message)
    {
        if (message.Variants.Length == 1)
        {
            return JudgeMessage(rule, message.Variants[0].Picture);
        }

        Dictionary<SourceSpan, (Finding First, HashSet<int> Variants)> bySpan = [];
        List<SourceSpan> order = [];
        for (int index = 0; index < message.Variants.Length; index++)
        {
            foreach (Finding finding in JudgeMessage(rule, message.Variants[index].Picture))
            {
                if (!bySpan.TryGetValue(finding.Span, out (Finding First, HashSet<int> Variants) entry))
                {
                    entry = (finding, []);
                    bySpan.Add(finding.Span, entry);
                    order.Add(finding.Span);
                }

                entry.Variants.Add(index);
            }
        }

        return order.Select(span => bySpan[span]).Where(entry => OneArmIsEnough(message, entry.Variants)).Select(entry => entry.First);
    }

    private static bool OneArmIsEnough(MessageVariants message, HashSet<int> found)
    {
        if (found.Count == message.Variants.Length)
        {
            return true;
        }

        foreach (ChosenArm arm in message.Variants.SelectMany(variant => variant.Arms).Distinct())
        {
            bool all = true;
            for (int index = 0; all && index < message.Variants.Length; index++)
            {
                all = !message.Variants[index].Arms.Contains(arm) || found.Contains(index);
            }

            if (all)
            {
                return true;
            }
        }

        return false;
    }
}
