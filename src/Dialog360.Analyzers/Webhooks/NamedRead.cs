using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>A member of an update that is read by name.</summary>
/// <param name="Place">Where it leads.</param>
/// <param name="Operation">The read.</param>
/// <param name="Span">The name.</param>
/// <param name="In">The function that reads.</param>
internal sealed record NamedRead(UpdatePlace Place, IOperation Operation, SourceSpan Span, ReceivedFunction In);

/// <summary>How elements of a list are taken.</summary>
internal enum TakenAs
{
    /// <summary>Only the first one: index 0, <c>First()</c>.</summary>
    First,

    /// <summary>One that fits a condition.</summary>
    Chosen,

    /// <summary>All of them.</summary>
    Each,
}

/// <summary>Elements of a list of an update that are taken.</summary>
/// <param name="Place">The list.</param>
/// <param name="As">How.</param>
/// <param name="Operation">The operation that takes them.</param>
/// <param name="List">The list that it takes them from.</param>
/// <param name="Span">The index or the name of the method.</param>
/// <param name="In">The function.</param>
internal sealed record ElementRead(UpdatePlace Place, TakenAs As, IOperation Operation, IOperation? List, SourceSpan Span, ReceivedFunction In);
