using System.Collections.Concurrent;
using System.Collections.Immutable;
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
            foreach (SyntaxNode node in CallIndex.Of(_program).Named(name, cancellationToken))
            {
                if (CallOf(node) is { } call && _program.SemanticModelOf(node.SyntaxTree).GetSymbolInfo(call, cancellationToken) is { Symbol: null } info
                    && MeantBy(info, name, call.ArgumentList.Arguments.Count(static argument => !argument.Expression.IsMissing), cancellationToken) is { } meant
                    && (meant.MethodKind == MethodKind.LocalFunction ? SymbolEqualityComparer.Default.Equals(meant, method)
                        : definitions.Contains(meant, SymbolEqualityComparer.Default) || CalledAs.DefinitionsOf(meant).Any(definition => definitions.Contains(definition, SymbolEqualityComparer.Default))))
                {
                    return true;
                }
            }
        }

        return false;
    }

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
        int least = method.Parameters.Count(static parameter => !parameter.IsOptional && !parameter.IsParams);
        int most = method.Parameters is [.., { IsParams: true }] ? int.MaxValue : method.Parameters.Length;
        int receiver = method.IsExtensionMethod && method.ReducedFrom is null ? 1 : 0;
        return (arguments >= least && arguments <= most) || (receiver == 1 && arguments + 1 >= least && arguments + 1 <= most);
    }
}
