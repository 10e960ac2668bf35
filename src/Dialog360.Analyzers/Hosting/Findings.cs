using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Hosting;

/// <summary>The one way from rules to findings, for those who report and for those who repair: a diagnostic carries its place alone, a fix needs the pictures.</summary>
internal static class Findings
{
    /// <summary>What rules find in one file, body by body, attributes and defaults of parameters after them.</summary>
    /// <param name="rules">The rules to ask.</param>
    /// <param name="tree">The file.</param>
    /// <param name="place">Only the bodies around or in this stretch; null for all.</param>
    /// <param name="file">What the rules may ask.</param>
    public static IEnumerable<Finding> In(SortedRules rules, SyntaxTree tree, TextSpan? place, FileScope file)
    {
        foreach (IOperation root in OperationRoots.In(tree, file.Program, place, null, file.CancellationToken))
        {
            foreach (Finding finding in In(rules, root, file))
            {
                yield return finding;
            }
        }
    }

    /// <summary>What rules find in one executable body, or in one attribute or default.</summary>
    public static IEnumerable<Finding> In(SortedRules rules, IOperation root, FileScope file)
    {
        if (!rules.Payload.IsEmpty)
        {
            foreach (Finding finding in new PayloadJudge(rules.Payload, file).Judge(root))
            {
                yield return finding;
            }
        }

        BodyScope? body = null;
        foreach (Rule<BodyScope> rule in rules.Bodies)
        {
            file.CancellationToken.ThrowIfCancellationRequested();
            foreach (Finding finding in rule.Judge(body ??= new BodyScope(root, file)))
            {
                yield return finding;
            }
        }

        foreach (Finding finding in rules.Receivers.IsEmpty ? [] : ReceiverFindings.In(rules.Receivers, root, file))
        {
            yield return finding;
        }
    }

    /// <summary>The bodies of a file that concern the rules; no other is bound.</summary>
    public static IEnumerable<IOperation> BodiesIn(SortedRules rules, SyntaxTree tree, TextSpan? place, FileScope file)
    {
        SendingMembers reach = SendingMembers.Of(file.Program, file.CancellationToken);
        Concern concern = reach.ConcernOf(tree);
        foreach (Rule rule in rules.All)
        {
            // Options may name further methods that count as sends, then the reach is another one.
            if (concern != Concern.Whole && file.OptionsFor(rule).FreeFormMethods is { IsEmpty: false } methods)
            {
                concern = SendingMembers.Of(file.Program, methods, file.CancellationToken).ConcernOf(tree);
            }
        }

        // Receivers are found over the whole program: a file counts by what is wrong in it.
        if (concern != Concern.Whole && !rules.Receivers.IsEmpty && ReceiverFindings.HasAny(tree, file))
        {
            concern = Concern.Whole;
        }

        bool mayHoldParts = concern != Concern.Whole && !rules.Payload.IsEmpty && reach.MayHoldParts(tree);
        return concern == Concern.None && !mayHoldParts ? []
            : OperationRoots.In(tree, file.Program, place, body => SendingMembers.IsConcerned(body, concern, file.CancellationToken) || (mayHoldParts && reach.MayMakePart(body) && PartTypes.MayGive(body, file.Program, file.CancellationToken)), file.CancellationToken);
    }
}
