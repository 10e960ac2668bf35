using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>All HTTP calls of one executable body, those without a body and those to foreign hosts included. Made once per body.</summary>
internal static class BlockRequests
{
    private static readonly ConditionalWeakTable<IOperation, List<SendCall>> Cache = new();

    private static readonly ImmutableArray<ClientReader> Readers = ImmutableArray.Create<ClientReader>(
        new HttpClientReader(), new RestSharpReader(), new FlurlReader(), new WebClientReader(), new WebRequestReader(), new Waba360DialogReader(), new RefitReader());

    /// <summary>The readers, one for each library.</summary>
    public static IEnumerable<ClientReader> All => Readers;

    /// <summary>All names of <see cref="ClientReader.SendNames"/>.</summary>
    public static IEnumerable<string> SendNames => Readers.SelectMany(static reader => reader.SendNames);

    /// <summary>The calls in the body that <paramref name="root"/> stands in, lambdas and local functions included, in the order of the text.</summary>
    public static IReadOnlyList<SendCall> Of(IOperation root, ValueResolver resolver)
    {
        root = root.Root();
        if (!Cache.TryGetValue(root, out List<SendCall>? calls))
        {
            List<SendCall> read = Read(root, resolver);
            calls = Cache.GetValue(root, _ => read);
        }

        return calls;
    }

    private static List<SendCall> Read(IOperation root, ValueResolver resolver)
    {
        List<SendCall> calls = new();
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            if (operation is not IInvocationOperation invocation)
            {
                continue;
            }

            if (ReadDirect(invocation, resolver) is { } call)
            {
                calls.Add(call);
            }
            else if (HandedRequests.Read(invocation, resolver) is { } handed)
            {
                calls.Add(handed);
            }
        }

        calls.Sort(static (left, right) => left.NameSpan.Span.Start.CompareTo(right.NameSpan.Span.Start));
        return calls;
    }

    /// <summary>The call where it is one of a library itself.</summary>
    public static SendCall? ReadDirect(IInvocationOperation invocation, ValueResolver resolver)
    {
        foreach (ClientReader reader in Readers)
        {
            if (reader.Read(invocation, resolver) is { } call)
            {
                return call;
            }
        }

        return null;
    }
}
