using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Bodies;

/// <summary>A function inside a <see cref="BodyModel"/>: the member itself, a lambda or a local function.</summary>
/// <param name="Body">The member it stands in.</param>
/// <param name="Node">The root of the member, the lambda or the local function.</param>
/// <param name="Symbol">What is called; null for an initializer.</param>
/// <param name="Outer">The function around it; null for the member itself.</param>
internal sealed record FunctionUnit(BodyModel Body, IOperation Node, IMethodSymbol? Symbol, FunctionUnit? Outer)
{
    /// <summary>Whether it is a lambda or anonymous method.</summary>
    public bool IsLambda => Node is IAnonymousFunctionOperation;

    /// <inheritdoc/>
    public bool Equals(FunctionUnit? other) => other is not null && Node == other.Node;

    /// <inheritdoc/>
    public override int GetHashCode() => Node.GetHashCode();
}
