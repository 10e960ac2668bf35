using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>
/// Calls that the compiler cannot bind, because an argument has an unknown type or the line is half typed. One whose name and number of
/// arguments fit one method only is a call of that method, of which nothing else is known.
/// </summary>
internal sealed class UnboundCalls
{
    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    private UnboundCalls(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The calls of that compilation.</summary>
    public static UnboundCalls Of(ProgramModel program) => program.Part(static model => new UnboundCalls(model));

    /// <summary>Whether there is one of a method.</summary>
    public bool AnyOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        return _known.TryGetValue(method, out bool known) ? known : _known.GetOrAdd(method, Find(method, cancellationToken));
    }

    private bool Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        ImmutableArray<IMethodSymbol> definitions = CalledAs.DefinitionsOf(method);
        foreach (string name in definitions.Select(static definition => definition.Name.Substring(definition.Name.LastIndexOf('.') + 1)).Distinct(StringComparer.Ordinal))
        {
            foreach (SyntaxNode node in PlacesOf(method, name, definitions, cancellationToken))
            {
                if (CallOf(node) is { } call && _program.SemanticModelOf(node.SyntaxTree).GetSymbolInfo(call, cancellationToken) is { Symbol: null } info
                    && MeantBy(info, name, call.ArgumentList.Arguments.Count(static argument => !argument.Expression.IsMissing), cancellationToken) is { } meant
                    && (meant.MethodKind == MethodKind.LocalFunction ? SymbolEqualityComparer.Default.Equals(meant, method)
                        : AreOne(meant, definitions)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// Where a call of the method may stand. Where another method of that name takes as many arguments, a call of something unknown could mean either, so
    /// that only code counts that may have an object of its type.
    /// </summary>
    private IEnumerable<SyntaxNode> PlacesOf(IMethodSymbol method, string name, ImmutableArray<IMethodSymbol> definitions, CancellationToken cancellationToken)
    {
        if (definitions.All(static definition => definition.DeclaredAccessibility == Accessibility.Private)
            || _program.Compilation.GetSymbolsWithName(name, SymbolFilter.Member, cancellationToken).OfType<IMethodSymbol>().Any(other => TakesAll(other, method) && !AreOne(other, definitions)))
        {
            return ProgramNames.Of(_program).FilesThatMayCall(definitions).SelectMany(file => TreeNames.Named(file, name, cancellationToken));
        }

        return CallIndex.Of(_program).Named(name, cancellationToken);
    }

    private static bool TakesAll(IMethodSymbol other, IMethodSymbol method)
    {
        (int least, int most) = ArgumentsOf(method);
        (int otherLeast, int otherMost) = ArgumentsOf(other);
        return otherLeast <= least && otherMost >= most;
    }

    private static bool AreOne(IMethodSymbol other, ImmutableArray<IMethodSymbol> definitions) =>
        definitions.Contains(other, SymbolEqualityComparer.Default) || CalledAs.DefinitionsOf(other).Any(definition => definitions.Contains(definition, SymbolEqualityComparer.Default));

    /// <summary>The call that has its name at a node.</summary>
    private static InvocationExpressionSyntax? CallOf(SyntaxNode name)
    {
        SyntaxNode expression = name.Parent is MemberAccessExpressionSyntax { Name: var member } && member == name ? name.Parent
            : name.Parent is MemberBindingExpressionSyntax ? name.Parent
            : name;
        return expression.Parent is InvocationExpressionSyntax call && call.Expression == expression ? call : null;
    }

    /// <summary>The one method that takes so many arguments: of those that the compiler considered, else of all in the source that have the name.</summary>
    private IMethodSymbol? MeantBy(SymbolInfo info, string name, int arguments, CancellationToken cancellationToken)
    {
        IEnumerable<ISymbol> candidates = info.CandidateSymbols.IsEmpty
            ? _program.Compilation.GetSymbolsWithName(name, SymbolFilter.Member, cancellationToken)
            : info.CandidateSymbols;
        IMethodSymbol? found = null;
        foreach (IMethodSymbol candidate in candidates.OfType<IMethodSymbol>())
        {
            IMethodSymbol method = candidate.OriginalDefinition;
            if (!Takes(method, arguments))
            {
                continue;
            }

            if (found is not null && !CalledAs.DefinitionsOf(found).Contains(method, SymbolEqualityComparer.Default) && !CalledAs.DefinitionsOf(method).Contains(found, SymbolEqualityComparer.Default))
            {
                return null;
            }

            found = method;
        }

        return found;
    }

    private static bool Takes(IMethodSymbol method, int arguments)
    {
        (int least, int most) = ArgumentsOf(method);
        return arguments >= least && arguments <= most;
    }

    /// <summary>How many arguments a call may have; an extension method is called with one less, too.</summary>
    private static (int Least, int Most) ArgumentsOf(IMethodSymbol method)
    {
        int least = method.Parameters.Count(static parameter => !parameter.IsOptional && !parameter.IsParams);
        int most = method.Parameters is [.., { IsParams: true }] ? int.MaxValue : method.Parameters.Length;
        return (method.IsExtensionMethod && method.ReducedFrom is null ? least - 1 : least, most);
    }
}
