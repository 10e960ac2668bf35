using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Duties.Session;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>A check of the session that is in scope.</summary>
/// <param name="Condition">The condition under which a free-form message may be sent: <c>await _sessions.IsOpenAsync(to)</c>.</param>
/// <param name="Name">What the title calls it: <c>_sessions.IsOpenAsync</c>.</param>
/// <param name="TitleId">The title in the catalogue: which way round it is asked.</param>
internal sealed record ExistingCheck(string Condition, string Name, string TitleId)
{
    private const string WhileTrue = "guard-with-check";
    private const string WhileFalse = "guard-with-negated-check";

    /// <summary>
    /// The first check that fits: a method of the type itself or a flag, a method of what it holds, what the recipient's own object says,
    /// a static helper of the program.
    /// </summary>
    public static ExistingCheck? In(CheckScope scope)
    {
        SessionCondition judge = new(scope.Context.Resolver, scope.Options);
        foreach (IMethodSymbol method in scope.Names.OfType<IMethodSymbol>())
        {
            if (!SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, scope.Function.OriginalDefinition) && OfMethod(method, string.Empty, ImmutableArray<string>.Empty, scope, judge, needsWhose: true) is { } own)
            {
                return own;
            }
        }

        return OfFlags(scope) ?? OfHeld(scope, judge) ?? EntityChecks.In(scope, judge) ?? OfStaticHelpers(scope, judge);
    }

    /// <summary>A call of a method that checks the session; null where it does not, or takes what is not at hand.</summary>
    /// <param name="method">The method.</param>
    /// <param name="prefix">What it is called on, with the dot.</param>
    /// <param name="holder">The words of what it is called on.</param>
    /// <param name="scope">The place.</param>
    /// <param name="judge">Says what the method means.</param>
    /// <param name="needsWhose">Whether an argument has to say whose session is meant.</param>
    public static ExistingCheck? OfMethod(IMethodSymbol method, string prefix, ImmutableArray<string> holder, CheckScope scope, SessionCondition judge, bool needsWhose)
    {
        bool isTask = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };
        if ((!isTask && method.ReturnType.SpecialType != SpecialType.System_Boolean) || (isTask && !scope.MayAwait) || method.IsGenericMethod || method.Parameters.Length > 6 || ForeignTypes.Is(method.ContainingType))
        {
            return null;
        }

        // What a method means may take reading its body: only of those that can be called.
        if (CheckArguments.For(method, scope) is not { } arguments || (needsWhose && !arguments.SaysWhose))
        {
            return null;
        }

        SessionSense sense = SenseOf(method, holder, scope, judge);
        if (sense is not (SessionSense.Open or SessionSense.Closed) || (!scope.Options.IsSessionCheck(method) && Commands.Is(method, scope.Context)))
        {
            return null;
        }

        string call = $"{prefix}{method.Name}({arguments.List})";
        return Of(sense, isTask ? scope.Await(call) : call, prefix + method.Name);
    }

    /// <summary>A flag that is true while the session is open, or closed; null where a value is none.</summary>
    public static ExistingCheck? OfFlag(ISymbol flag, string text, ImmutableArray<string> holder, CheckScope scope)
    {
        SessionSense sense = CheckScope.TypeOf(flag)?.SpecialType != SpecialType.System_Boolean ? SessionSense.None
            : scope.Options.IsSessionCheck(flag) ? SessionSense.Open
            : Commands.IsNamed(flag.Name) ? SessionSense.None
            : SessionNames.SenseOf(NameWords.Of(flag.Name), holder);
        return sense is SessionSense.Open or SessionSense.Closed ? Of(sense, text, text) : null;
    }

    private static ExistingCheck Of(SessionSense sense, string question, string name) =>
        sense == SessionSense.Closed ? new ExistingCheck("!" + question, name, WhileFalse) : new ExistingCheck(question, name, WhileTrue);

    private static SessionSense SenseOf(IMethodSymbol method, ImmutableArray<string> holder, CheckScope scope, SessionCondition judge)
    {
        ImmutableArray<string> words = NameWords.Of(method.Name);
        if (scope.Options.IsSessionCheck(method))
        {
            return SessionNames.StateOf(words) == SessionSense.Closed ? SessionSense.Closed : SessionSense.Open;
        }

        SessionSense byName = SessionNames.SenseOf(words, holder);
        return byName != SessionSense.None ? byName : judge.OfMethod(method);
    }

    /// <summary>A parameter or local that was told whether the session is open.</summary>
    private static ExistingCheck? OfFlags(CheckScope scope) =>
        scope.Names.Where(static symbol => symbol is ILocalSymbol or IParameterSymbol { ContainingSymbol: not IMethodSymbol { MethodKind: MethodKind.Constructor } })
            .Select(symbol => OfFlag(symbol, symbol.Name, ImmutableArray<string>.Empty, scope))
            .FirstOrDefault(static check => check is not null);

    /// <summary>A method of a service in a field, property, local or parameter; those of a primary constructor included.</summary>
    private static ExistingCheck? OfHeld(CheckScope scope, SessionCondition judge)
    {
        foreach (ISymbol symbol in scope.Names)
        {
            if (symbol is IMethodSymbol || CheckScope.TypeOf(symbol) is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Interface, SpecialType: SpecialType.None } type || ForeignTypes.Is(type) || scope.Entities.Any(entity => entity.Text == symbol.Name))
            {
                continue;
            }

            foreach (IMethodSymbol method in MethodsOf(type))
            {
                if (!method.IsStatic && scope.CanUse(method) && OfMethod(method, symbol.Name + ".", NameWords.Of(symbol.Name).AddRange(NameWords.Of(type.Name)), scope, judge, needsWhose: true) is { } check)
                {
                    return check;
                }
            }
        }

        return null;
    }

    private static ExistingCheck? OfStaticHelpers(CheckScope scope, SessionCondition judge)
    {
        foreach (INamedTypeSymbol type in StaticTypes.Of(scope.Context.Program.Compilation, scope.Context.CancellationToken))
        {
            foreach (IMethodSymbol method in type.GetMembers().OfType<IMethodSymbol>())
            {
                if (method.IsStatic && method.MethodKind == MethodKind.Ordinary && !SymbolEqualityComparer.Default.Equals(method, scope.Function) && scope.CanUse(type) && scope.CanUse(method)
                    && OfMethod(method, type.ToMinimalDisplayString(scope.Model, scope.Place.SpanStart) + ".", NameWords.Of(type.Name), scope, judge, needsWhose: true) is { } check)
                {
                    return check;
                }
            }
        }

        return null;
    }

    /// <summary>The methods of a type, of its bases and of the interfaces that an interface extends.</summary>
    public static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type)
    {
        IEnumerable<INamedTypeSymbol> bases = type.TypeKind == TypeKind.Interface ? type.AllInterfaces : Bases(type);
        return new[] { type }.Concat(bases).SelectMany(static each => each.GetMembers()).OfType<IMethodSymbol>().Where(static method => method.MethodKind == MethodKind.Ordinary);

        static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
        {
            for (INamedTypeSymbol? current = type.BaseType; current is { SpecialType: SpecialType.None }; current = current.BaseType)
            {
                yield return current;
            }
        }
    }
}
