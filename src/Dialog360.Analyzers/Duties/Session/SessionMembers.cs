using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>What calls, properties, fields and parameters say about the session: by options, by names, by what they are asked of.</summary>
internal sealed class SessionMembers
{
    private readonly SessionCondition _judge;
    private readonly ValueResolver _resolver;
    private readonly SendingOptions _options;

    /// <summary>Creates the part of a judge. It is for one thread.</summary>
    public SessionMembers(SessionCondition judge, ValueResolver resolver, SendingOptions options)
    {
        _judge = judge;
        _resolver = resolver;
        _options = options;
    }

    /// <summary>What it says that a call gives true.</summary>
    public SessionSense Call(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (_options.IsSessionCheck(method) || Implementations.Of(_resolver.Program).Of(method, _resolver.CancellationToken).Any(_options.IsSessionCheck))
        {
            return SessionNames.StateOf(NameWords.Of(method.Name)) == SessionSense.Closed ? SessionSense.Closed : SessionSense.Open;
        }

        if (method.Name is "ConfigureAwait" or "GetResult" or "GetAwaiter" or "GetValueOrDefault" or "AsTask" && OperationNames.InstanceOf(call) is { } task)
        {
            return _judge.SenseOf(task, depth);
        }

        SessionSense byName = IsForeignSession(call) ? SessionSense.None : SessionNames.SenseOf(OperationNames.Own(call), OperationNames.Holder(call));
        if (byName != SessionSense.None)
        {
            return byName;
        }

        if (method.Name is "Contains" or "ContainsKey" or "TryGetValue" or "TryGet" or "Any" && OperationNames.InstanceOf(call) is { } set)
        {
            SessionSense member = SessionNames.SenseOf(OperationNames.Own(ValueResolver.Strip(set)), ImmutableArray<string>.Empty);
            if (member != SessionSense.None)
            {
                return member;
            }
        }

        if (method.Name is "Any" or "AnyAsync" or "Exists" or "ExistsAsync" or "Contains")
        {
            SessionSense found = _judge.Queries.Existence(call, depth);
            if (found != SessionSense.None)
            {
                return found;
            }
        }

        SessionSense behind = _judge.Sources.Behind(call, depth);
        return behind != SessionSense.None ? behind : _judge.Queries.AsksSinceOpening(call) || SessionQueries.AsksForSessionKey(call) ? SessionSense.Open : Arguments(call, depth);
    }

    /// <summary>A condition that is handed to a helper: <c>Check(IsSessionOpen(to))</c>.</summary>
    private SessionSense Arguments(IInvocationOperation call, int depth)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value.Type?.SpecialType == SpecialType.System_Boolean && _judge.SenseOf(argument.Value, depth) != SessionSense.None)
            {
                return SessionSense.About;
            }
        }

        return SessionSense.None;
    }

    /// <summary>What it says that a property is true.</summary>
    public SessionSense Property(IPropertyReferenceOperation property, int depth)
    {
        // task.Result, nullable.Value, nullable.HasValue
        if (property.Property.Name is "Result" or "Value" && OperationNames.InstanceOf(property) is { } task && property.Property.ContainingNamespace?.Name is "Tasks" or "System")
        {
            return _judge.SenseOf(task, depth);
        }

        if (property.Property.Name == "HasValue" && OperationNames.InstanceOf(property) is { } nullable)
        {
            return _judge.Comparisons.Presence(nullable, depth);
        }

        if (_options.IsSessionCheck(property.Property))
        {
            return SessionNames.StateOf(OperationNames.Own(property)) == SessionSense.Closed ? SessionSense.Closed : SessionSense.Open;
        }

        SessionSense byName = IsForeignSession(property) ? SessionSense.None : SessionNames.SenseOf(OperationNames.Own(property), HolderWithOrigin(property));
        if (byName != SessionSense.None)
        {
            return byName;
        }

        SessionSense behind = _judge.Sources.Behind(property, depth);
        if (behind != SessionSense.None)
        {
            return behind;
        }

        SessionSense result = property.Type?.SpecialType == SpecialType.System_Boolean ? _judge.Results.MemberIs(OperationNames.InstanceOf(property), property.Property, true, depth) : SessionSense.None;
        return result != SessionSense.None ? result : _judge.Sources.Assigned(property.Property, depth);
    }

    /// <summary>The names of the object that is asked, and of the call that gave it.</summary>
    private ImmutableArray<string> HolderWithOrigin(IOperation operation)
    {
        ImmutableArray<string> holder = OperationNames.Holder(operation);
        return OperationNames.InstanceOf(operation) is { } instance && _resolver.Resolve(instance) is IInvocationOperation origin
            ? holder.AddRange(OperationNames.Own(origin)).AddRange(OperationNames.Holder(origin))
            : holder;
    }

    /// <summary>What it says that a field, a parameter or a dynamic member is true.</summary>
    public SessionSense Field(IOperation operation, int depth)
    {
        ISymbol? symbol = OperationNames.SymbolOf(operation);
        if (symbol is not null && _options.IsSessionCheck(symbol))
        {
            return SessionSense.Open;
        }

        SessionSense byName = IsForeignSession(operation) ? SessionSense.None : SessionNames.SenseOf(OperationNames.Own(operation), HolderWithOrigin(operation));
        if (byName != SessionSense.None || symbol is null or IParameterSymbol)
        {
            return byName;
        }

        IOperation resolved = _resolver.Resolve(operation);
        return resolved != operation ? _judge.SenseOf(resolved, depth) : _judge.Sources.Assigned(symbol, depth);
    }

    /// <summary>What it says that a method, handed over as a predicate, gives true.</summary>
    public SessionSense OfMethod(IMethodSymbol method)
    {
        SessionSense byName = SessionNames.SenseOf(NameWords.Of(method.Name), ImmutableArray<string>.Empty);
        return byName != SessionSense.None ? byName : _options.IsSessionCheck(method) ? SessionSense.Open : _judge.Sources.OfTargets(method, 0);
    }

    /// <summary>Windows of the screen, sessions of a web server or of a database: by where their types come from.</summary>
    private static bool IsForeignSession(IOperation operation)
    {
        ITypeSymbol? type = OperationNames.SymbolOf(operation)?.ContainingType;
        ITypeSymbol? held = OperationNames.InstanceOf(operation)?.Type;
        return IsForeign(type) || IsForeign(held);

        static bool IsForeign(ITypeSymbol? type)
        {
            string space = type?.ContainingNamespace?.ToDisplayString() ?? string.Empty;
            return space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal)
                || space.StartsWith("NHibernate", StringComparison.Ordinal) || space.StartsWith("Avalonia", StringComparison.Ordinal);
        }
    }
}
