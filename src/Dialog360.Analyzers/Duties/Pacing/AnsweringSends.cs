using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Queues;
using Dialog360.Analyzers.Sending.Recipients;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Pacing;

/// <summary>Sends that answer who wrote: a loop of them is paced by those who write, or gives several answers to one of them.</summary>
internal sealed class AnsweringSends
{
    private const int MaxDepth = 6;

    private readonly ValueResolver _resolver;
    private readonly ReplyFacts _replies;
    private readonly RecipientOrigin _origin;

    /// <summary>Creates the part. It is for one thread.</summary>
    public AnsweringSends(ValueResolver resolver)
    {
        _resolver = resolver;
        _replies = new ReplyFacts(resolver);
        _origin = new RecipientOrigin(resolver);
    }

    /// <summary>Whether a call gives the sender of an inbound message to what sends, itself or as all of its function's callers do.</summary>
    public bool Contain(IInvocationOperation send)
    {
        foreach (IArgumentOperation argument in send.Arguments)
        {
            if (IsSender(argument.Value, ImmutableArray<ISymbol>.Empty, 0))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsSender(IOperation value, ImmutableArray<ISymbol> path, int depth)
    {
        if (_replies.IsInbound(value, path))
        {
            return true;
        }

        if (depth >= MaxDepth)
        {
            return false;
        }

        if (path.IsEmpty && RecipientsIn(value).Any(recipient => IsSender(recipient, path, depth + 1)))
        {
            return true;
        }

        if (_origin.RootOf(value, path) is not { Parameter: { ContainingSymbol: IMethodSymbol method } parameter } root
            || BodyModels.Of(_resolver.Program).UnitOf(method, _resolver.CancellationToken) is not { } unit)
        {
            return false;
        }

        VisibleCallers callers = QueuedCallers.Of(unit, _resolver.Program, _resolver.CancellationToken);
        return !callers.Sites.IsEmpty && callers.Sites.All(site => CallSite.ArgumentOf(site.Operation, parameter.Ordinal) is { } argument && IsSender(argument, root.Path, depth + 1));
    }

    /// <summary>What a message that is made on the spot may have its recipient from: its own members, or the arguments of the method that makes it.</summary>
    private IEnumerable<IOperation> RecipientsIn(IOperation value) => _resolver.Resolve(value) switch
    {
        IAnonymousObjectCreationOperation message => message.Initializers.OfType<ISimpleAssignmentOperation>()
            .Where(static member => member.Target is IPropertyReferenceOperation { Property.Name: var name } && Vocabulary.Any(NameWords.Of(name), Vocabulary.Of("recipient")))
            .Select(static member => member.Value),
        IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } factory => factory.Arguments
            .Where(static argument => argument.Parameter is { } parameter && Vocabulary.Any(NameWords.Of(parameter.Name), Vocabulary.Of("recipient")))
            .Select(static argument => argument.Value),
        _ => Array.Empty<IOperation>(),
    };
}
