using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;

namespace Dialog360.Analyzers.Sending.Queues;

/// <summary>The callers of a function, those included who put in the item that a library calls it with.</summary>
internal static class QueuedCallers
{
    /// <summary>The callers of a member or local function.</summary>
    public static VisibleCallers Of(FunctionUnit unit, ProgramModel program, CancellationToken cancellationToken)
    {
        VisibleCallers callers = VisibleCallers.Of(unit, program, cancellationToken);
        if (!callers.Sites.IsEmpty || unit.Symbol is not { } method || QueueItems.HandledItem(method) is not { } item)
        {
            return callers;
        }

        ImmutableArray<CallSite>.Builder sites = ImmutableArray.CreateBuilder<CallSite>();
        foreach (QueuePut put in QueueItems.Of(program).PutsOf(item, cancellationToken))
        {
            sites.Add(put.Site);
        }

        return callers with { Sites = sites.ToImmutable() };
    }
}
