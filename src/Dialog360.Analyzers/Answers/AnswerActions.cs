using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>What is done about the error of a closed session.</summary>
internal sealed class AnswerActions
{
    private readonly ValueResolver _resolver;
    private readonly Func<IInvocationOperation, bool?> _isFreeFormSend;

    /// <summary>Creates the part.</summary>
    public AnswerActions(ValueResolver resolver, Func<IInvocationOperation, bool?> isFreeFormSend)
    {
        _resolver = resolver;
        _isFreeFormSend = isFreeFormSend;
    }

    /// <summary>Whether something does: a throw, a template, a call that gets the recipient; logging and the same message again do not.</summary>
    public bool ActsOn(SendSite site, IOperation root)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            if (operation is IThrowOperation)
            {
                return true;
            }

            if (operation is not IInvocationOperation copy || IsLogging(copy))
            {
                continue;
            }

            IInvocationOperation call = site.Unit.Body.OperationOf(copy.Syntax) as IInvocationOperation ?? copy;
            bool? sends = _isFreeFormSend(call);
            bool isFreeForm = sends == true || (site.Call is IInvocationOperation sent && SymbolEqualityComparer.Default.Equals(sent.TargetMethod.OriginalDefinition, call.TargetMethod.OriginalDefinition) && sends != false);
            bool sendsTemplate = sends == false || !isFreeForm && Vocabulary.Any(NameWords.Of(call.TargetMethod.Name), Vocabulary.Of("template"));
            if (sendsTemplate || (!isFreeForm && GetsRecipient(site, call)))
            {
                return true;
            }
        }

        return false;
    }

    private bool GetsRecipient(SendSite site, IInvocationOperation call)
    {
        ImmutableHashSet<ISymbol> recipient = SymbolsIn(site.Recipient);
        foreach (IArgumentOperation argument in call.Arguments)
        {
            foreach (IOperation part in argument.Value.DescendantsAndSelf())
            {
                if (OperationNames.SymbolOf(part) is ILocalSymbol or IParameterSymbol && recipient.Contains(OperationNames.SymbolOf(part)!))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private ImmutableHashSet<ISymbol> SymbolsIn(IOperation? recipient)
    {
        ImmutableHashSet<ISymbol>.Builder symbols = ImmutableHashSet.CreateBuilder<ISymbol>(SymbolEqualityComparer.Default);
        foreach (IOperation part in recipient?.DescendantsAndSelf() ?? Enumerable.Empty<IOperation>())
        {
            if (OperationNames.SymbolOf(part) is ILocalSymbol or IParameterSymbol)
            {
                symbols.Add(OperationNames.SymbolOf(part)!);
                if (part is ILocalReferenceOperation local && _resolver.Resolve(local) is var resolved && OperationNames.SymbolOf(resolved) is IParameterSymbol or ILocalSymbol)
                {
                    symbols.Add(OperationNames.SymbolOf(resolved)!);
                }
            }
        }

        return symbols.ToImmutable();
    }

    private static bool IsLogging(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Log", StringComparison.Ordinal) || call.TargetMethod.Name is "WriteLine" or "Write" or "Warning" or "Error" or "Information" or "Debug" or "Warn" or "Info" or "TrackEvent" or "TrackException" or "AppendLine"
        || call.TargetMethod.ContainingType?.Name.Contains("Log") == true;
}
