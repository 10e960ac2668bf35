using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>
/// Tells which functions run only on the way from a receiver of inbound messages. There a member that only inbound messages fill holds the
/// number of who is writing; a job that reads it at night finds a stored number.
/// </summary>
internal sealed class InboundWays
{
    private const int MaxFunctions = 256;

    private readonly ProgramModel _program;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<FunctionUnit, bool> _known = new();

    /// <summary>Creates the part. It is for one thread.</summary>
    public InboundWays(ProgramModel program, CancellationToken cancellationToken)
    {
        _program = program;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether the place of an operation is reached only from receivers, as far as its callers are seen.</summary>
    public bool LeadTo(IOperation place)
    {
        if (BodyModels.Of(_program).Around(place.Syntax, _cancellationToken) is not { } body)
        {
            return false;
        }

        FunctionUnit function = QueueItems.NamedUnit(body.UnitOf(body.OperationOf(place.Syntax) ?? place));
        if (!_known.TryGetValue(function, out bool lead))
        {
            _known[function] = lead = Find(function);
        }

        return lead;
    }

    private bool Find(FunctionUnit function)
    {
        HashSet<FunctionUnit> seen = new() { function };
        Queue<FunctionUnit> pending = new();
        pending.Enqueue(function);
        while (pending.Count > 0 && seen.Count < MaxFunctions)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            FunctionUnit current = pending.Dequeue();
            if (ReadsSender(current.Body))
            {
                continue;
            }

            VisibleCallers callers = QueuedCallers.Of(current, _program, _cancellationToken);
            if (callers.AreNone)
            {
                return false;
            }

            foreach (CallSite site in callers.Sites)
            {
                FunctionUnit caller = QueueItems.NamedUnit(site.Unit);
                if (seen.Add(caller))
                {
                    pending.Enqueue(caller);
                }
            }
        }

        return true;
    }

    /// <summary>Whether a member handles inbound messages: then the time is that of one.</summary>
    public static bool ReadsSender(BodyModel body)
    {
        ImmutableArray<IParameterSymbol> parameters = body.Method?.Parameters ?? ImmutableArray<IParameterSymbol>.Empty;
        if (SessionWords.Any(NameWords.Of(body.Method?.Name ?? string.Empty), SessionWords.Inbound) || parameters.Any(static parameter => SessionWords.Any(NameWords.Of(parameter.Type.Name), SessionWords.Inbound)))
        {
            return true;
        }

        foreach (IOperation operation in body.Root.Descendants())
        {
            if (operation is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference && InboundShape.IsSender(reference.Member)
                || operation.ConstantValue is { HasValue: true, Value: string text } && InboundShape.IsSenderName(text))
            {
                return true;
            }
        }

        return false;
    }
}
