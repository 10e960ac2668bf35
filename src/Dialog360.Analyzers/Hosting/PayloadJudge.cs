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
    private readonly ImmutableArray<PayloadRule> _rules;
    private readonly ProgramModel _program;
    private readonly ApiGeneration _assumed;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Creates a judge.</summary>
    /// <param name="rules">The rules to ask.</param>
    /// <param name="program">The compilation.</param>
    /// <param name="assumed">The generation where the code does not show it (<c>dialog360.api</c>).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public PayloadJudge(ImmutableArray<PayloadRule> rules, ProgramModel program, ApiGeneration assumed, CancellationToken cancellationToken)
    {
        _rules = rules;
        _program = program;
        _assumed = assumed;
        _cancellationToken = cancellationToken;
    }

    /// <summary>What the rules find in the body that <paramref name="root"/> is, ordered by place and number; each finding once.</summary>
    public ImmutableArray<Finding> Judge(IOperation root)
    {
        BlockPictures pictures = BlockPictures.Of(root, _program, _cancellationToken);
        FindingSet findings = new();
        if (!pictures.Roots.IsEmpty)
        {
            PayloadDestinations destinations = PayloadDestinations.Of(root, _program, _cancellationToken);
            foreach (PayloadNode picture in pictures.Roots)
            {
                (Destination destination, ApiGeneration generation) = destinations.Of(picture);
                foreach (Finding finding in JudgePicture(picture, destination, generation))
                {
                    findings.Add(finding);
                }
            }
        }

        foreach (IOperation call in pictures.SourceCalls)
        {
            foreach (Finding finding in WrapperCalls.Judge(call, this, _program, _cancellationToken))
            {
                findings.Add(finding);
            }
        }

        return findings.InOrder(root);
    }

    /// <summary>The rules to ask.</summary>
    public ImmutableArray<PayloadRule> Rules => _rules;

    /// <summary>The messages in one picture whose generation the code does not show, each with one choice of what it chooses between.</summary>
    public IEnumerable<MessagePicture> MessagesOf(PayloadNode picture, Destination destination)
    {
        foreach (MessageVariants message in MessageRecognizer.Find(picture, destination, ApiGeneration.Unknown, _assumed))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach ((MessagePicture variant, _) in message.Variants)
            {
                yield return variant;
            }
        }
    }

    /// <summary>What the rules find in the messages of one picture.</summary>
    public IEnumerable<Finding> JudgePicture(PayloadNode picture, Destination destination, ApiGeneration generation)
    {
        foreach (MessageVariants message in MessageRecognizer.Find(picture, destination, generation, _assumed))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            foreach (PayloadRule rule in _rules)
            {
                foreach (Finding finding in JudgeVariants(rule, message))
                {
                    yield return finding;
                }
            }
        }
    }

    /// <summary>
    /// A finding counts when one arm of one choice is enough for it, whatever the other choices are: two choices that the code makes
    /// together are not known to, so what only a certain pair of arms brings about is not reported.
    /// </summary>
    private static IEnumerable<Finding> JudgeVariants(PayloadRule rule, MessageVariants message)
    {
        if (message.Variants.Length == 1)
        {
            return rule.Judge(message.Variants[0].Picture).Select(finding => finding with { Message = message.Variants[0].Picture });
        }

        Dictionary<SourceSpan, (Finding First, HashSet<int> Variants)> bySpan = [];
        List<SourceSpan> order = [];
        for (int index = 0; index < message.Variants.Length; index++)
        {
            foreach (Finding finding in rule.Judge(message.Variants[index].Picture))
            {
                if (!bySpan.TryGetValue(finding.Span, out (Finding First, HashSet<int> Variants) entry))
                {
                    entry = (finding with { Message = message.Variants[index].Picture }, []);
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
