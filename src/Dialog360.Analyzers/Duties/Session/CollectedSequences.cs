using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Sequences that the source fills element by element: iterators, lists, lists from which the others are removed.</summary>
internal sealed class CollectedSequences
{
    private readonly ValueResolver _resolver;
    private readonly SessionCondition _condition;

    /// <summary>Creates the part. It is for one thread.</summary>
    public CollectedSequences(ValueResolver resolver, SessionCondition condition)
    {
        _resolver = resolver;
        _condition = condition;
    }

    /// <summary>Whether an element is given at that place only where its session is open: <c>if (open) yield return x;</c>.</summary>
    public bool IsGivenWhereOpen(FunctionUnit unit, IOperation element) => _condition.Sources.Controlling(unit.Body, element.Syntax, 0).Guards();

    /// <summary>Whether a list of which only the variable is known holds only elements whose session is open.</summary>
    /// <param name="list">The variable.</param>
    /// <param name="value">What it was given at first.</param>
    public bool IsGuarded(IOperation list, IOperation value)
    {
        if (OperationNames.SymbolOf(list) is not (ILocalSymbol or IParameterSymbol)
            || BodyModels.Of(_resolver.Program).Around(list.Syntax, _resolver.CancellationToken) is not { } body)
        {
            return false;
        }

        ISymbol symbol = OperationNames.SymbolOf(list)!;
        bool startsEmpty = value is IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null or { Initializers.IsEmpty: true } };
        bool filled = false;
        bool onlyOpen = startsEmpty;
        foreach (IOperation reference in LocalFacts.Of(list).References(symbol))
        {
            if (reference.Parent is not IInvocationOperation call || call.Instance != reference)
            {
                continue;
            }

            switch (call.TargetMethod.Name)
            {
                case "Add" or "Enqueue" or "Push" or "AddLast" or "AddFirst" or "Insert" or "TryAdd":
                    filled = true;
                    onlyOpen &= _condition.Sources.Controlling(body, call.Syntax, 0).Guards();
                    break;
                case "AddRange" or "UnionWith":
                    onlyOpen = false;
                    break;
                case "RemoveAll" or "RemoveWhere" when call.Syntax.SpanStart < list.Syntax.SpanStart && call.Arguments is [{ Value: var predicate }, ..]
                    && ValueOrigins.LambdaOf(predicate) is { } lambda && _condition.OfLambda(lambda) is SessionSense.Closed or SessionSense.About:
                    return true;
            }
        }

        return filled && onlyOpen;
    }
}
