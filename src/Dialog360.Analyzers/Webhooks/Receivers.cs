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
/// The webhook receivers of a compilation. They are found from the places that read updates: from each the way leads up to the function that a request runs.
/// </summary>
internal sealed class Receivers
{
    private const int MaxSteps = 60;

    private readonly ProgramModel _program;
    private readonly object _gate = new();
    private ImmutableArray<Receiver> _all;

    private Receivers(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The receivers of that compilation.</summary>
    public static Receivers Of(ProgramModel program) => program.Part(static model => new Receivers(model));

    /// <summary>All of them, in the order of files and text.</summary>
    public ImmutableArray<Receiver> All(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_all.IsDefault)
            {
                _all = Find(cancellationToken);
            }

            return _all;
        }
    }

    private ImmutableArray<Receiver> Find(CancellationToken cancellationToken)
    {
        ImmutableArray<Receiver>.Builder receivers = ImmutableArray.CreateBuilder<Receiver>();
        HashSet<SyntaxTree> files = new(_program.Compilation.SyntaxTrees.Where(tree => WebhookFiles.MayRead(tree, cancellationToken)));
        HashSet<SyntaxTree> outlined = new(UpdateOutlines.In(_program.Compilation, cancellationToken));
        List<SyntaxTree> declaring = _program.Compilation.SyntaxTrees.Where(tree => files.Contains(tree) || outlined.Contains(tree)).ToList();
        if (declaring.Count == 0)
        {
            return receivers.ToImmutable();
        }

        UpdateReaders readers = new(_program, cancellationToken);
        readers.LearnTypes(declaring);
        List<FunctionUnit> roots = new();
        List<FunctionUnit> processing = new();
        Dictionary<FunctionUnit, EntryKind> kinds = new();
        foreach (FunctionUnit unit in _program.Compilation.SyntaxTrees.SelectMany(file => readers.In(file, files.Contains(file))))
        {
            bool isRequest = false;
            foreach ((FunctionUnit root, EntryKind kind) in RootsOf(unit, cancellationToken))
            {
                isRequest |= kind != EntryKind.Processor;
                if (!kinds.ContainsKey(root))
                {
                    kinds.Add(root, kind);
                    roots.Add(root);
                }
            }

            if (!isRequest)
            {
                processing.Add(unit);
            }
        }

        HashSet<FunctionUnit> passed = new();
        foreach (FunctionUnit root in roots.OrderBy(root => kinds[root] == EntryKind.Processor).ThenBy(static root => root.Node.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static root => root.Node.Syntax.SpanStart))
        {
            // A processor that a receiver hands its updates to is judged with the receiver.
            if ((kinds[root] != EntryKind.Processor || IsProcessor(root, passed, cancellationToken)) && !HttpEntryPoints.IsTest(root) && ReceiverOf(root, kinds[root], cancellationToken) is { } receiver)
            {
                receivers.Add(receiver);
                passed.UnionWith(receiver.Functions.Select(static function => function.Unit));
            }
        }

        // What a worker takes out of a queue as text or JSON begins where somebody looks into it: in the topmost method that does.
        List<Receiver> apart = processing.Where(reader => IsProcessor(reader, passed, cancellationToken) && !HttpEntryPoints.IsTest(reader)).Distinct()
            .Select(reader => ReceiverOf(reader, EntryKind.Processor, cancellationToken)).OfType<Receiver>().ToList();
        foreach (Receiver receiver in apart.Where(receiver => !apart.Any(other => IsWithin(receiver, other) && !IsWithin(other, receiver))))
        {
            if (IsProcessor(receiver.Root.Unit, passed, cancellationToken))
            {
                receivers.Add(receiver);
                passed.UnionWith(receiver.Functions.Select(static function => function.Unit));
            }
        }

        return receivers.ToImmutable();
    }

    /// <summary>Whether a function outside the receivers that are known processes updates, and not those that a test made.</summary>
    private static bool IsProcessor(FunctionUnit unit, HashSet<FunctionUnit> passed, CancellationToken cancellationToken)
    {
        for (FunctionUnit? outer = unit; outer is not null; outer = outer.Outer)
        {
            if (passed.Contains(outer))
            {
                return false;
            }
        }

        return !HttpEntryPoints.StandsBesideTests(unit, cancellationToken);
    }

    private static bool IsWithin(Receiver receiver, Receiver other) => other.Functions.Skip(1).Any(function => function.Unit == receiver.Root.Unit);

    private Receiver? ReceiverOf(FunctionUnit root, EntryKind kind, CancellationToken cancellationToken)
    {
        UpdatePlaces places = new(_program, cancellationToken);
        (ImmutableArray<ReceivedFunction> functions, RawBody raw, HashSet<IOperation> followed) = ReceiverWalk.From(root, places);
        UpdateReads reads = UpdateReads.Of(functions, places, raw, followed);
        return IsUpdate(reads, functions[0], places, kind) ? new Receiver(kind, functions, places, reads) : null;
    }

    /// <summary>Whether what is read is a webhook update of WhatsApp: the names of its levels, or a class that holds them.</summary>
    private static bool IsUpdate(UpdateReads reads, ReceivedFunction root, UpdatePlaces places, EntryKind kind)
    {
        if (reads.IsTyped || root.Unit.Symbol?.Parameters.Any(parameter => UpdateTypes.Of(places.Resolver.Program).PlaceOf(parameter.Type) is { } place && place.Shape == WebhookSchema.Current.Update) == true)
        {
            return true;
        }

        return WebhookSchema.Current.IsUpdate(reads.JsonNames.Contains, kind != EntryKind.Processor, () => SpeaksOfWhatsApp(root.Unit.Symbol));
    }

    /// <summary>Whether a method, its type or its namespace is named after WhatsApp: entries with changes come from other products of Meta too.</summary>
    private static bool SpeaksOfWhatsApp(ISymbol? symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol { IsGlobalNamespace: true }; current = current.ContainingSymbol)
        {
            if (EvidenceWords.Speaks("speaks", current.Name) || NameWords.Of(current.Name).Contains("wa"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The functions that requests run and from which a function is reached; itself or the topmost one where there are none.</summary>
    private IEnumerable<(FunctionUnit Root, EntryKind Kind)> RootsOf(FunctionUnit reader, CancellationToken cancellationToken)
    {
        HashSet<FunctionUnit> seen = new();
        Queue<FunctionUnit> pending = new();
        pending.Enqueue(reader);
        while (pending.Count > 0 && seen.Count < MaxSteps)
        {
            FunctionUnit unit = pending.Dequeue();
            if (!seen.Add(unit))
            {
                continue;
            }

            if (HttpEntryPoints.Of(unit) is { } kind)
            {
                yield return (unit, kind);
                continue;
            }

            if (unit.IsLambda && unit.Outer is { } outer)
            {
                pending.Enqueue(outer);
                continue;
            }

            bool hasCaller = false;
            if (unit.Symbol is { } method)
            {
                foreach (CallSite site in CallIndex.Of(_program).CallersOf(method, cancellationToken))
                {
                    if (HttpEntryPoints.IsTest(site.Unit) || site.Unit == unit)
                    {
                        continue;
                    }

                    hasCaller = true;
                    if (site.Operation is IMethodReferenceOperation reference && HttpEntryPoints.OfDelegate(reference) is { } mapped)
                    {
                        yield return (unit, mapped);
                    }
                    else
                    {
                        pending.Enqueue(site.Unit);
                    }
                }
            }

            if (!hasCaller && unit.Symbol is { } handler && QueueItems.HandledItem(handler) is { } item)
            {
                foreach (QueuePut put in QueueItems.Of(_program).PutsOf(item, cancellationToken))
                {
                    if (QueueItems.Of(_program).MediatedItemOf((IInvocationOperation)put.Site.Operation, cancellationToken) is not null && !HttpEntryPoints.IsTest(put.Site.Unit))
                    {
                        hasCaller = true;
                        pending.Enqueue(put.Site.Unit);
                    }
                }
            }

            if (!hasCaller)
            {
                yield return (unit.Outer is { } around && unit.Node is ILocalFunctionOperation ? around : unit, unit.Symbol is { } own && own.Parameters.Any(static parameter => HttpEntryPoints.IsRequest(parameter.Type)) ? EntryKind.Handler : EntryKind.Processor);
            }
        }
    }
}
