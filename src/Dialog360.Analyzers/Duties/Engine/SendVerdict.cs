using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>What has become of a send.</summary>
/// <param name="IsWrong">Whether it is wrong and to be reported where it stands.</param>
/// <param name="Owner">The function whose callers answer for it.</param>
/// <param name="Parameter">The parameter of that function.</param>
/// <param name="Item">The type of the queued item whose putters answer for it.</param>
/// <param name="Path">The members that lead to the recipient.</param>
internal sealed record SendVerdict(bool IsWrong, FunctionUnit? Owner, IParameterSymbol? Parameter, ITypeSymbol? Item, ImmutableArray<ISymbol> Path)
{
    /// <summary>The function whose callers are in other projects, if anywhere; null for any other verdict.</summary>
    public FunctionUnit? Open { get; init; }

    /// <summary>Nothing is to be reported.</summary>
    public static readonly SendVerdict Right = new(false, null, null, null, ImmutableArray<ISymbol>.Empty);

    /// <summary>It is reported where it stands.</summary>
    public static readonly SendVerdict Wrong = new(true, null, null, null, ImmutableArray<ISymbol>.Empty);
}
