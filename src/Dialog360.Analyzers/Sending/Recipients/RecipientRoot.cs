using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Recipients;

/// <summary>What a recipient is computed from: a parameter, or an item taken from a queue.</summary>
/// <param name="Parameter">The parameter; null for a queued item.</param>
/// <param name="Item">The type of the queued item; null for a parameter.</param>
/// <param name="Path">The members that lead from the parameter or item to the recipient.</param>
internal sealed record RecipientRoot(IParameterSymbol? Parameter, ITypeSymbol? Item, ImmutableArray<ISymbol> Path);
