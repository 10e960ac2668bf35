using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>Tells which messages go to a host that was switched off.</summary>
internal static class SwitchedOffHosts
{
    private const int MaxMethods = 16;

    /// <summary>Whether the message of a send goes there, by the call itself or in a method of the compilation that it calls.</summary>
    public static bool TakeMessageOf(SendSite site, Compilation compilation, CancellationToken cancellationToken)
    {
        ValueResolver resolver = new(ProgramModel.Of(compilation), cancellationToken);
        if (BlockSends.Of(site.Call, resolver).FirstOrDefault(send => send.Operation.Syntax == site.Call.Syntax) is { } direct)
        {
            return IsThere(direct);
        }

        HashSet<IMethodSymbol> seen = new(SymbolEqualityComparer.Default);
        Queue<IMethodSymbol> pending = new();
        Call(site.Call);
        while (pending.Count > 0)
        {
            IMethodSymbol method = pending.Dequeue();
            if (resolver.Program.BodyOf(method, cancellationToken) is not { } body)
            {
                continue;
            }

            if (BlockSends.Of(body, resolver).Any(IsThere))
            {
                return true;
            }

            foreach (IOperation part in body.Descendants())
            {
                Call(part);
            }
        }

        return false;

        void Call(IOperation operation)
        {
            if (operation is IInvocationOperation { TargetMethod: var called } && seen.Count < MaxMethods && !called.DeclaringSyntaxReferences.IsEmpty && seen.Add(called))
            {
                pending.Enqueue(called);
            }
        }
    }

    private static bool IsThere(SendCall send) => ApiHosts.HostOf(send.Url) is { SwitchedOff: not null };
}
