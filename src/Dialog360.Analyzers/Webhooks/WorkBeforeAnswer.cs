using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Finds what a receiver waits for before it answers: sends, other HTTP calls, delays, blocked threads; also inside the methods that it waits for.</summary>
internal sealed class WorkBeforeAnswer
{
    private const int MaxMethods = 300;

    private readonly Receiver _receiver;
    private readonly PayloadReader _reader;
    private readonly CancellationToken _cancellationToken;

    private WorkBeforeAnswer(Receiver receiver)
    {
        _receiver = receiver;
        _reader = new PayloadReader(receiver.Places.Resolver);
        _cancellationToken = receiver.Places.Resolver.CancellationToken;
    }

    /// <summary>The names of the calls that are waited for, in the order of the text.</summary>
    public static IEnumerable<(SourceSpan Span, string Name)> Of(Receiver receiver)
    {
        WorkBeforeAnswer work = new(receiver);
        HashSet<SourceSpan> seen = new();
        int answered = AnsweredAt(receiver);
        foreach ((IOperation operation, SourceSpan span, string name) in work.WorkIn(receiver.Root.Unit, descend: true))
        {
            if (operation.Syntax.SpanStart < answered && seen.Add(span))
            {
                yield return (span, name);
            }
        }
    }

    /// <summary>Where a handler that writes its answer itself has written it.</summary>
    private static int AnsweredAt(Receiver receiver)
    {
        if (receiver.Kind != EntryKind.Handler)
        {
            return int.MaxValue;
        }

        foreach (IOperation operation in receiver.Root.Operations)
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "CompleteAsync" or "Close" or "End", ContainingType.Name: "HttpResponse" or "HttpListenerResponse" } })
            {
                return operation.Syntax.SpanStart;
            }
        }

        return int.MaxValue;
    }

    private IEnumerable<(IOperation Operation, SourceSpan Span, string Name)> WorkIn(FunctionUnit unit, bool descend)
    {
        HashSet<IOperation> sends = new(SendReach.Of(_receiver.Places.Resolver.Program).SendsIn(unit.Body.Root, _reader));
        foreach (IOperation operation in SourceBodies.OperationsOf(unit))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IAwaitOperation { Operation: var awaited }:
                    foreach (IInvocationOperation call in Awaited(awaited))
                    {
                        if (IsSlow(call) || (sends.Contains(call) && !HasSource(call)) || (descend && Works(call)))
                        {
                            yield return (call, InvokedName.Of(call), call.TargetMethod.Name);
                        }
                    }

                    break;
                case IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } } blocked when !IsCompleted(blocked.Instance):
                    yield return (blocked, SourceSpan.Of(blocked.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.MemberAccessExpressionSyntax { Name: var name } ? name : blocked.Syntax), "Result");
                    break;
                case IInvocationOperation call when IsBlocking(call.TargetMethod) || (!IsTask(call.Type) && (IsSlow(call) || (sends.Contains(call) && !HasSource(call)) || (descend && Works(call)))):
                    yield return (call, InvokedName.Of(call), call.TargetMethod.Name);
                    break;
            }
        }
    }

    /// <summary>The calls whose end an <c>await</c> waits for: the call itself, and all in the arguments of <c>Task.WhenAll</c>.</summary>
    private IEnumerable<IInvocationOperation> Awaited(IOperation awaited)
    {
        IOperation bare = ValueResolver.Bare(_receiver.Places.Resolver.Resolve(awaited));
        while (bare is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } inner })
        {
            bare = ValueResolver.Bare(_receiver.Places.Resolver.Resolve(inner));
        }

        if (bare is IConditionalAccessOperation access)
        {
            bare = ValueResolver.Bare(access.WhenNotNull);
        }

        if (bare is IInvocationOperation { TargetMethod: { Name: "WhenAll" or "WhenAny" or "Run", ContainingType.Name: "Task" } } all)
        {
            foreach (IOperation part in all.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()))
            {
                if (part is IInvocationOperation inner && IsTask(inner.Type))
                {
                    yield return inner;
                }
            }
        }
        else if (bare is IInvocationOperation call)
        {
            yield return call;
        }
    }

    /// <summary>Whether what a call runs can be looked into.</summary>
    private bool HasSource(IInvocationOperation call) =>
        RunCode.Behind(call, _receiver.Places.Resolver.Program, _cancellationToken).Any();

    /// <summary>Whether a method of the source that a call runs waits for work; whatever it only starts does not count.</summary>
    private bool Works(IInvocationOperation call)
    {
        HashSet<FunctionUnit> seen = new();
        Queue<IInvocationOperation> pending = new();
        pending.Enqueue(call);
        while (pending.Count > 0 && seen.Count < MaxMethods)
        {
            IInvocationOperation current = pending.Dequeue();
            foreach (FunctionUnit unit in RunCode.Behind(current, _receiver.Places.Resolver.Program, _cancellationToken))
            {
                if (!seen.Add(unit))
                {
                    continue;
                }

                if (WorkIn(unit, descend: false).Any())
                {
                    return true;
                }

                foreach (IOperation operation in SourceBodies.OperationsOf(unit))
                {
                    switch (operation)
                    {
                        case IAwaitOperation { Operation: var awaited }:
                            foreach (IInvocationOperation inner in Awaited(awaited))
                            {
                                pending.Enqueue(inner);
                            }

                            break;
                        case IReturnOperation { ReturnedValue: { } returned } when IsTask(returned.Type) && ValueResolver.Bare(returned) is IInvocationOperation handed:
                            if (IsSlow(handed))
                            {
                                return true;
                            }

                            pending.Enqueue(handed);
                            break;
                        case IInvocationOperation inner when !IsTask(inner.Type):
                            pending.Enqueue(inner);
                            break;
                    }
                }
            }
        }

        return false;
    }

    /// <summary>A call that goes over the network to somebody else, or waits for time to pass.</summary>
    private static bool IsSlow(IInvocationOperation call) => call.TargetMethod is { ContainingType: { } type } method && (type.Name switch
    {
        "Task" => method.Name == "Delay",
        "HttpClient" or "HttpMessageInvoker" => method.Parameters.Length > 0 && method.ReturnType.SpecialType != SpecialType.System_Void,
        "HttpClientJsonExtensions" => true,
        "WebClient" => IsTransfer(method.Name),
        "RestClient" or "IRestClient" or "RestClientExtensions" => IsTask(method.ReturnType) || method.Name.StartsWith("Execute", StringComparison.Ordinal),
        "HttpWebRequest" or "WebRequest" => method.Name.StartsWith("GetResponse", StringComparison.Ordinal),
        _ => false,
    });

    private static bool IsTransfer(string name) => name.StartsWith("Upload", StringComparison.Ordinal) || name.StartsWith("Download", StringComparison.Ordinal);

    private static bool IsBlocking(IMethodSymbol method) => (method.ContainingType?.Name, method.Name) is
        ("Thread", "Sleep") or ("Task", "Wait") or ("Task", "WaitAll") or ("TaskAwaiter", "GetResult") or ("ConfiguredTaskAwaiter", "GetResult") or ("ValueTaskAwaiter", "GetResult");

    /// <summary>The result of a task that was waited for already.</summary>
    private bool IsCompleted(IOperation? task) =>
        task is not null && ValueResolver.Bare(task) is ILocalReferenceOperation local
        && LocalFacts.Of(local).References(local.Local).Any(reference => reference.Syntax.SpanStart < local.Syntax.SpanStart && reference.FirstAncestorIs<IAwaitOperation>())
        || task is IInvocationOperation { TargetMethod.Name: "FromResult" };

    private static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" };
}

/// <summary>Looks around operations.</summary>
internal static class OperationAncestors
{
    /// <summary>Whether an operation stands in one of that kind, within its statement.</summary>
    public static bool FirstAncestorIs<T>(this IOperation operation)
        where T : IOperation
    {
        for (IOperation? parent = operation.Parent; parent is not null and not IBlockOperation; parent = parent.Parent)
        {
            if (parent is T)
            {
                return true;
            }
        }

        return false;
    }
}
