using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Queues;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>Guards around the calls of a function: they count wherever its recipients come from.</summary>
internal sealed class CallerGuards
{
    private const int MaxCallerDepth = 64;

    private readonly ProgramModel _program;
    private readonly ValueResolver _resolver;
    private readonly SendPolicy _policy;

    /// <summary>Creates the part. It is for one thread.</summary>
    public CallerGuards(ProgramModel program, ValueResolver resolver, SendPolicy policy)
    {
        _program = program;
        _resolver = resolver;
        _policy = policy;
    }

    /// <summary>Whether a function has callers and each guards its call, in itself or in its own callers.</summary>
    public bool AllGuard(FunctionUnit function) => AllGuard(function, new HashSet<SyntaxNode>(), 0);

    private bool AllGuard(FunctionUnit function, HashSet<SyntaxNode> seen, int depth)
    {
        _resolver.CancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxCallerDepth)
        {
            return true;
        }

        seen.Add(function.Node.Syntax);
        VisibleCallers callers = QueuedCallers.Of(function, _program, _resolver.CancellationToken);
        if (callers.HasUnknown)
        {
            return false;
        }

        bool any = false;
        foreach (CallSite site in callers.Sites)
        {
            FunctionUnit caller = QueueItems.NamedUnit(site.Unit);
            if (_policy.IsGuarded(site.Unit, site.Operation.Syntax))
            {
                any = true;
                continue;
            }

            if (seen.Contains(caller.Node.Syntax))
            {
                continue;
            }

            any = true;
            if (!AllGuard(caller, seen, depth + 1))
            {
                return false;
            }
        }

        return any;
    }
}
