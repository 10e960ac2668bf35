using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>
/// Says of a condition whether it is about the 24-hour session, and which way round: by arithmetic, by names, by attributes and
/// options, and by what the source methods and properties in it do (forms a and b of DLG0201).
/// </summary>
internal sealed class SessionCondition
{
    private const int MaxDepth = 16;

    private readonly ValueResolver _resolver;
    private readonly SendingOptions _options;
    private readonly TimeArithmetic _arithmetic;
    private readonly HashSet<SyntaxNode> _open = new();

    /// <summary>Creates a judge. It is for one thread.</summary>
    public SessionCondition(ValueResolver resolver, SendingOptions options)
    {
        _resolver = resolver;
        _options = options;
        _arithmetic = new TimeArithmetic(resolver);
    }

    /// <summary>What the truth of <paramref name="condition"/> says: of an expression, or of a case or pattern of a <c>switch</c>.</summary>
    public SessionSense SenseOf(IOperation condition) => SenseOf(condition, 0);

    private SessionSense SenseOf(IOperation condition, int depth)
    {
        _resolver.CancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
        {
            return SessionSense.None;
        }

        condition = ValueResolver.Strip(condition);
        if (condition.ConstantValue.HasValue || !_open.Add(condition.Syntax))
        {
            return SessionSense.None;
        }

        try
        {
            return Judge(condition, depth + 1);
        }
        finally
        {
            _open.Remove(condition.Syntax);
        }
    }

    private SessionSense Judge(IOperation condition, int depth) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => SenseOf(not.Operand, depth).Negate(),
        IConversionOperation conversion => SenseOf(conversion.Operand, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => Equality(equality.LeftOperand, equality.RightOperand, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } inequality => Equality(inequality.LeftOperand, inequality.RightOperand, depth).Negate(),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And or BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } both =>
            SenseOf(both.LeftOperand, depth).And(SenseOf(both.RightOperand, depth)),
        IBinaryOperation comparison => Comparison(comparison, depth),
        IIsPatternOperation pattern => Pattern(pattern.Value, pattern.Pattern, depth),
        IPatternCaseClauseOperation { Pattern: var pattern } clause when SwitchValue(clause) is { } value => Pattern(value, pattern, depth),
        ISingleValueCaseClauseOperation { Value: var constant } clause when SwitchValue(clause) is { } value => Equality(value, constant, depth),
        IRelationalCaseClauseOperation { Relation: var relation, Value: var bound } clause when SwitchValue(clause) is { } value => _arithmetic.SenseOf(value, relation, bound, ImmutableArray<string>.Empty),
        IPatternOperation pattern when SwitchValue(pattern) is { } value => Pattern(value, pattern, depth),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => Chosen(conditional, whenFalse, depth),
        ICoalesceOperation coalesce => SenseOf(coalesce.Value, depth),
        IConditionalAccessOperation access => SenseOf(access.WhenNotNull, depth),
        IInvocationOperation call => Call(call, depth),
        IPropertyReferenceOperation property => Property(property, depth),
        IFieldReferenceOperation or IParameterReferenceOperation or IDynamicMemberReferenceOperation or IDynamicInvocationOperation => Field(condition, depth),
        ILocalReferenceOperation local => Local(local, depth),
        _ => SessionSense.None,
    };

    private SessionSense Chosen(IConditionalOperation conditional, IOperation whenFalse, int depth)
    {
        // condition ? true : false and the like: an arm that is the constant false makes the other one decide.
        SessionSense condition = SenseOf(conditional.Condition, depth);
        if (conditional.WhenTrue.ConstantValue is { HasValue: true, Value: bool first })
        {
            return condition.When(first).And(SenseOf(whenFalse, depth));
        }

        return whenFalse.ConstantValue is { HasValue: true, Value: bool second } ? condition.When(!second).And(SenseOf(conditional.WhenTrue, depth))
            : SenseOf(conditional.WhenTrue, depth).And(SenseOf(whenFalse, depth));
    }

    private SessionSense Comparison(IBinaryOperation comparison, int depth)
    {
        SessionSense sense = _arithmetic.SenseOf(comparison.LeftOperand, comparison.OperatorKind, comparison.RightOperand, Context(comparison));
        if (sense != SessionSense.None)
        {
            return sense;
        }

        if (ExpirySense(comparison) is { } expiry)
        {
            return expiry;
        }

        // count > 0, and any other comparison whose one side is a bare number: what is counted decides.
        IOperation left = ValueResolver.Strip(comparison.LeftOperand);
        return comparison.RightOperand.ConstantValue is { HasValue: true, Value: int number } && left is IInvocationOperation { TargetMethod.Name: "Count" or "CountAsync" or "LongCount" or "LongCountAsync" } count
            ? (comparison.OperatorKind, number) is (BinaryOperatorKind.GreaterThan, _) or (BinaryOperatorKind.GreaterThanOrEqual, > 0) ? Existence(count, depth) : Existence(count, depth).Negate()
            : SessionSense.None;
    }

    /// <summary><c>windowExpiresAt > now</c>: open; the other way round: closed.</summary>
    private SessionSense? ExpirySense(IBinaryOperation comparison)
    {
        bool less = comparison.OperatorKind is BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual;
        if (!less && comparison.OperatorKind is not (BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual))
        {
            return null;
        }

        bool left = NamesExpiry(comparison.LeftOperand);
        bool right = NamesExpiry(comparison.RightOperand);
        if (left == right)
        {
            return null;
        }

        return left == less ? SessionSense.Closed : SessionSense.Open;
    }

    private bool NamesExpiry(IOperation operation)
    {
        operation = ValueResolver.Strip(operation);
        if (operation is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } difference)
        {
            // windowExpiresAt - now > 0
            return NamesExpiry(difference.LeftOperand);
        }

        if (operation is IPropertyReferenceOperation { Property.Name: "Value" or "UtcDateTime" or "DateTime" or "TotalHours" or "TotalSeconds" or "TotalMinutes", Instance: { } inner })
        {
            return NamesExpiry(inner);
        }

        if (operation is IConditionalAccessOperation access)
        {
            return NamesExpiry(access.WhenNotNull);
        }

        if (SessionNames.IsExpiry(OperationNames.Own(operation), OperationNames.Holder(operation)))
        {
            return true;
        }

        IOperation resolved = _resolver.Resolve(operation);
        return resolved != operation && resolved is not ILocalReferenceOperation && SessionNames.IsExpiry(OperationNames.Own(resolved), OperationNames.Holder(resolved));
    }

    private SessionSense Equality(IOperation left, IOperation right, int depth)
    {
        if (right.ConstantValue is { HasValue: true, Value: bool value })
        {
            return SenseOf(left, depth).When(value);
        }

        if (left.ConstantValue is { HasValue: true, Value: bool first })
        {
            return SenseOf(right, depth).When(first);
        }

        if (IsNull(right))
        {
            return Presence(left, depth).Negate();
        }

        if (IsNull(left))
        {
            return Presence(right, depth).Negate();
        }

        if (right.ConstantValue is { HasValue: true, Value: 0 } && ValueResolver.Strip(left) is IInvocationOperation { TargetMethod.Name: "Count" or "CountAsync" } count)
        {
            return Existence(count, depth).Negate();
        }

        SessionSense named = State(left, right) is var state and not SessionSense.None ? state : State(right, left);
        return named != SessionSense.None ? named
            : right.ConstantValue is { HasValue: true, Value: { } constant } ? Chosen(left, constant, depth)
            : left.ConstantValue is { HasValue: true, Value: { } leftConstant } ? Chosen(right, leftConstant, depth)
            : SessionSense.None;
    }

    /// <summary>
    /// What it says that a value is a certain constant, where the source chooses it: <c>fresh ? Mode.FreeForm : Mode.Template</c>, in a
    /// local or as the result of a method.
    /// </summary>
    private SessionSense Chosen(IOperation value, object constant, int depth)
    {
        if (depth >= MaxDepth)
        {
            return SessionSense.None;
        }

        IOperation resolved = _resolver.Resolve(value);
        IEnumerable<IOperation> choices = resolved is IConditionalOperation or ISwitchExpressionOperation ? new[] { resolved }
            : resolved is IInvocationOperation call ? _resolver.Program.Implementations.Of(call.TargetMethod, _resolver.CancellationToken)
                .Select(target => BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken)).OfType<FunctionUnit>().SelectMany(SourceBodies.ReturnsOf)
            : SourceBodies.UnitBehind(resolved, _resolver.Program, _resolver.CancellationToken) is { } unit ? SourceBodies.ReturnsOf(unit)
            : Enumerable.Empty<IOperation>();
        SessionSense sense = SessionSense.None;
        foreach (IOperation choice in choices)
        {
            foreach (IOperation arm in choice.DescendantsAndSelf())
            {
                if (arm is IFieldReferenceOperation or ILiteralOperation && arm.ConstantValue is { HasValue: true, Value: var chosen } && Equals(chosen, constant) && arm.Parent is not (IBinaryOperation or IPatternOperation or IArgumentOperation)
                    && BodyModels.Of(_resolver.Program).Around(arm.Syntax, _resolver.CancellationToken) is { } body)
                {
                    sense = sense.And(Controlling(body, arm.Syntax, depth));
                }
            }
        }

        return sense;
    }

    /// <summary><c>status == SessionStatus.Open</c>, <c>state == "open"</c>: a state of something that is called a session.</summary>
    private static SessionSense State(IOperation value, IOperation state)
    {
        state = ValueResolver.Strip(state);
        ImmutableArray<string> words = state is IFieldReferenceOperation field ? NameWords.Of(field.Field.Name)
            : state.ConstantValue is { HasValue: true, Value: string { Length: < 60 } text } ? NameWords.Of(text)
            : state is IPropertyReferenceOperation { Instance: null } property ? NameWords.Of(property.Property.Name)
            : ImmutableArray<string>.Empty;
        if (words.IsEmpty)
        {
            return SessionSense.None;
        }

        ImmutableArray<string> holder = OperationNames.Own(ValueResolver.Strip(value)).AddRange(OperationNames.Holder(ValueResolver.Strip(value)))
            .AddRange(state.Type is { TypeKind: TypeKind.Enum, Name: var type } ? NameWords.Of(type) : state is IMemberReferenceOperation { Member.ContainingType.Name: var owner } ? NameWords.Of(owner) : ImmutableArray<string>.Empty);
        return SessionNames.SenseOf(words, holder);
    }

    /// <summary>What it says that a value is not null: a session that was found, a message of the last 24 hours.</summary>
    private SessionSense Presence(IOperation value, int depth)
    {
        value = ValueResolver.Strip(value);
        SessionSense byName = SessionNames.SenseOf(OperationNames.Own(value), ImmutableArray<string>.Empty);
        if (byName != SessionSense.None)
        {
            return byName;
        }

        IOperation resolved = _resolver.Resolve(value);
        if (resolved is IConditionalOperation { WhenFalse: { } whenFalse } chosen && IsNull(chosen.WhenTrue) != IsNull(whenFalse))
        {
            return SenseOf(chosen.Condition, depth).When(IsNull(whenFalse));
        }

        if (resolved is IInvocationOperation call)
        {
            SessionSense name = SessionNames.SenseOf(NameWords.Of(call.TargetMethod.Name), ImmutableArray<string>.Empty);
            return name != SessionSense.None ? name : Existence(call, depth);
        }

        return SessionSense.None;
    }

    /// <summary>What it says that a query finds something: the condition in its lambdas.</summary>
    private SessionSense Existence(IInvocationOperation query, int depth)
    {
        SessionSense sense = SessionSense.None;
        IOperation? current = query;
        for (int step = 0; step < MaxDepth && current is not null; step++)
        {
            if (current is IInvocationOperation call)
            {
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    if (LambdaOf(argument.Value) is { } lambda && call.TargetMethod.Name is not ("Select" or "OrderBy" or "OrderByDescending" or "GroupBy"))
                    {
                        sense = sense.And(OfLambda(lambda, depth));
                    }
                }
            }

            IOperation? next = OperationNames.InstanceOf(current);
            current = next is null ? null : _resolver.Resolve(next);
        }

        return sense;
    }

    /// <summary>What it says that a lambda gives true.</summary>
    public SessionSense OfLambda(IAnonymousFunctionOperation lambda, int depth = 0)
    {
        SessionSense sense = SessionSense.None;
        foreach (IOperation operation in lambda.Body.Descendants())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                sense = sense.And(SenseOf(value, depth + 1));
            }
        }

        return sense;
    }

    /// <summary>What it says that a method, handed over as a predicate, gives true.</summary>
    public SessionSense OfMethod(IMethodSymbol method)
    {
        SessionSense byName = SessionNames.SenseOf(NameWords.Of(method.Name), ImmutableArray<string>.Empty);
        return byName != SessionSense.None ? byName : _options.IsSessionCheck(method) ? SessionSense.Open : OfTargets(method, 0);
    }

    /// <summary>The lambda that is handed over as an argument, through delegate and expression-tree conversions.</summary>
    public static IAnonymousFunctionOperation? LambdaOf(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    value = creation.Target;
                    break;
                default:
                    return value as IAnonymousFunctionOperation;
            }
        }
    }

    private SessionSense Pattern(IOperation value, IPatternOperation pattern, int depth)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                return Pattern(value, negated.Pattern, depth).Negate();
            case IBinaryPatternOperation both:
                return Pattern(value, both.LeftPattern, depth).And(Pattern(value, both.RightPattern, depth));
            case IConstantPatternOperation constant:
                return Equality(value, constant.Value, depth);
            case IRelationalPatternOperation relational:
                return _arithmetic.SenseOf(value, relational.OperatorKind, relational.Value, ImmutableArray<string>.Empty);
            case IDeclarationPatternOperation or ITypePatternOperation:
                return Presence(value, depth);
            case IRecursivePatternOperation recursive:
                SessionSense sense = SessionSense.None;
                foreach (IPropertySubpatternOperation sub in recursive.PropertySubpatterns)
                {
                    sense = sense.And(Subpattern(value, sub, depth));
                }

                return sense == SessionSense.None ? Presence(value, depth) : sense;
            default:
                return SessionSense.None;
        }
    }

    private SessionSense Subpattern(IOperation value, IPropertySubpatternOperation sub, int depth)
    {
        if (sub.Member is not IMemberReferenceOperation { Member: var member } reference)
        {
            return SessionSense.None;
        }

        if (sub.Pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool expected } })
        {
            ImmutableArray<string> holder = OperationNames.Own(ValueResolver.Strip(value)).AddRange(NameWords.Of(member.ContainingType?.Name ?? string.Empty));
            SessionSense byName = SessionNames.SenseOf(NameWords.Of(member.Name), holder);
            return (byName != SessionSense.None ? byName : reference is IPropertyReferenceOperation property ? Behind(property, depth) : SessionSense.None).When(expected);
        }

        return sub.Pattern switch
        {
            IRelationalPatternOperation relational when TimeReader.UnitOf(member.Name) is not null => _arithmetic.SenseOfProperty(value, member.Name, relational.OperatorKind, relational.Value),
            IRelationalPatternOperation relational => _arithmetic.SenseOf(reference, relational.OperatorKind, relational.Value, ImmutableArray<string>.Empty),
            IConstantPatternOperation constant => State(reference, constant.Value),
            _ => SessionSense.None,
        };
    }

    private SessionSense Call(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (_options.IsSessionCheck(method) || _resolver.Program.Implementations.Of(method, _resolver.CancellationToken).Any(_options.IsSessionCheck))
        {
            return SessionNames.StateOf(NameWords.Of(method.Name)) == SessionSense.Closed ? SessionSense.Closed : SessionSense.Open;
        }

        if (method.Name is "ConfigureAwait" or "GetResult" or "GetAwaiter" or "GetValueOrDefault" or "AsTask" && OperationNames.InstanceOf(call) is { } task)
        {
            return SenseOf(task, depth);
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
            SessionSense found = Existence(call, depth);
            if (found != SessionSense.None)
            {
                return found;
            }
        }

        SessionSense behind = Behind(call, depth);
        return behind != SessionSense.None ? behind : Arguments(call, depth);
    }

    /// <summary>A condition that is handed to a helper: <c>Check(IsSessionOpen(to))</c>.</summary>
    private SessionSense Arguments(IInvocationOperation call, int depth)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value.Type?.SpecialType == SpecialType.System_Boolean && SenseOf(argument.Value, depth) != SessionSense.None)
            {
                return SessionSense.About;
            }
        }

        return SessionSense.None;
    }

    private SessionSense Property(IPropertyReferenceOperation property, int depth)
    {
        // task.Result, nullable.Value, nullable.HasValue
        if (property.Property.Name is "Result" or "Value" && OperationNames.InstanceOf(property) is { } task && property.Property.ContainingNamespace?.Name is "Tasks" or "System")
        {
            return SenseOf(task, depth);
        }

        if (property.Property.Name == "HasValue" && OperationNames.InstanceOf(property) is { } nullable)
        {
            return Presence(nullable, depth);
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

        SessionSense behind = Behind(property, depth);
        return behind != SessionSense.None ? behind : Assigned(property.Property, depth);
    }

    /// <summary>The names of the object that is asked, and of the call that gave it.</summary>
    private ImmutableArray<string> HolderWithOrigin(IOperation operation)
    {
        ImmutableArray<string> holder = OperationNames.Holder(operation);
        return OperationNames.InstanceOf(operation) is { } instance && _resolver.Resolve(instance) is IInvocationOperation origin
            ? holder.AddRange(OperationNames.Own(origin)).AddRange(OperationNames.Holder(origin))
            : holder;
    }

    private SessionSense Field(IOperation operation, int depth)
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
        return resolved != operation ? SenseOf(resolved, depth) : Assigned(symbol, depth);
    }

    private SessionSense Local(ILocalReferenceOperation local, int depth)
    {
        ImmutableArray<string> holder = DeclarationNames(local);
        SessionSense byName = SessionNames.SenseOf(OperationNames.Own(local), holder);
        if (byName != SessionSense.None)
        {
            return byName;
        }

        LocalFacts facts = LocalFacts.Of(local);
        ImmutableArray<IOperation> values = facts.ValuesOf(local.Local);
        if (values.IsDefault)
        {
            return SessionSense.None;
        }

        SessionSense sense = SessionSense.None;
        foreach (IOperation value in values)
        {
            sense = sense.And(ValueSense(value, depth));
        }

        return sense;
    }

    /// <summary>The names of what a deconstructed or <c>out</c> local gets its value from.</summary>
    private static ImmutableArray<string> DeclarationNames(ILocalReferenceOperation local)
    {
        foreach (SyntaxReference reference in local.Local.DeclaringSyntaxReferences)
        {
            IOperation root = local;
            while (root.Parent is { } parent)
            {
                root = parent;
            }

            foreach (IOperation operation in root.Descendants())
            {
                switch (operation)
                {
                    case IDeconstructionAssignmentOperation deconstruction when deconstruction.Target.Syntax.Span.Contains(reference.Span):
                        IOperation source = ValueResolver.Strip(deconstruction.Value);
                        return OperationNames.Own(source).AddRange(OperationNames.Holder(source));
                    case IInvocationOperation call when call.Syntax.Span.Contains(reference.Span) && call.Arguments.Any(argument => argument.Parameter?.RefKind == RefKind.Out && argument.Syntax.Span.Contains(reference.Span)):
                        return OperationNames.Own(call).AddRange(OperationNames.Holder(call));
                }
            }
        }

        return ImmutableArray<string>.Empty;
    }

    /// <summary>
    /// What it says that a value is true. A constant says what the conditions say that lead to it: <c>if (now - last &lt; day) open = true;</c>.
    /// </summary>
    private SessionSense ValueSense(IOperation value, int depth)
    {
        if (ValueResolver.Strip(value).ConstantValue is not { HasValue: true, Value: bool constant })
        {
            return SenseOf(value, depth);
        }

        return BodyModels.Of(_resolver.Program).Around(value.Syntax, _resolver.CancellationToken) is { } body && depth < MaxDepth
            ? Controlling(body, value.Syntax, depth).When(constant)
            : SessionSense.None;
    }

    /// <summary>What the conditions say that lead to a place.</summary>
    private SessionSense Controlling(BodyModel body, SyntaxNode place, int depth)
    {
        if (body.OperationOf(place) is not { } operation || ControlConditions.Of(body.UnitOf(operation), place, _resolver.CancellationToken) is not { } conditions)
        {
            return SessionSense.None;
        }

        SessionSense sense = SessionSense.None;
        foreach (ControlCondition condition in conditions)
        {
            sense = sense.And(SenseOf(condition.Condition, depth + 1).When(condition.Outcome));
        }

        return sense;
    }

    /// <summary>What the source method or property behind an expression gives, agreed by all its implementations.</summary>
    private SessionSense Behind(IOperation operation, int depth)
    {
        IMethodSymbol? method = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IPropertyReferenceOperation property => property.Property.GetMethod,
            _ => null,
        };
        if (method is null || !(IsYesOrNo(method.ReturnType) || method.MethodKind == MethodKind.PropertyGet))
        {
            return SessionSense.None;
        }

        return OfTargets(method, depth);
    }

    private SessionSense OfTargets(IMethodSymbol method, int depth)
    {
        SessionSense sense = SessionSense.None;
        foreach (IMethodSymbol target in _resolver.Program.Implementations.Of(method, _resolver.CancellationToken))
        {
            if (BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken) is { } unit)
            {
                SessionSense one = OfFunction(unit, depth);
                if (one == SessionSense.None)
                {
                    return SessionSense.None;
                }

                sense = sense.And(one);
            }
        }

        return sense;
    }

    private SessionSense OfFunction(FunctionUnit unit, int depth)
    {
        SessionSense sense = SessionSense.None;
        foreach (IOperation value in SourceBodies.ReturnsOf(unit))
        {
            sense = sense.And(ValueSense(value, depth + 1));
        }

        return sense;
    }

    /// <summary>What the values say that a source property or field is given anywhere: in initializers and assignments.</summary>
    private SessionSense Assigned(ISymbol symbol, int depth)
    {
        if (SourceBodies.InitializerOf(symbol, _resolver.Program, _resolver.CancellationToken) is { } initializer)
        {
            return SenseOf(initializer, depth);
        }

        SessionSense sense = SessionSense.None;
        foreach (IOperation value in CallIndex.Of(_resolver.Program).ValuesOf(symbol, _resolver.CancellationToken))
        {
            sense = sense.And(ValueSense(value, depth + 1));
        }

        return sense;
    }

    private static bool IsYesOrNo(ITypeSymbol type)
    {
        while (type is INamedTypeSymbol { TypeArguments: [{ } inner] } generic && generic.Name is "Task" or "ValueTask" or "Nullable")
        {
            type = inner;
        }

        return type.SpecialType == SpecialType.System_Boolean;
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

    /// <summary>Words around a comparison that tell whose messages a query looks at: the object that is queried and the sister conditions.</summary>
    private static ImmutableArray<string> Context(IOperation comparison)
    {
        for (IOperation? parent = comparison.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
            {
                ImmutableArray<string> words = OperationNames.All(lambda.Body);
                IOperation? call = lambda.Parent;
                while (call is not null and not IInvocationOperation)
                {
                    call = call.Parent;
                }

                return call is IInvocationOperation query && OperationNames.InstanceOf(query) is { } queried ? words.AddRange(OperationNames.All(queried)) : words;
            }
        }

        return ImmutableArray<string>.Empty;
    }

    private static bool IsNull(IOperation operation)
    {
        IOperation stripped = ValueResolver.Strip(operation);
        return stripped.ConstantValue is { HasValue: true, Value: null } || stripped is IDefaultValueOperation { Type.IsReferenceType: true };
    }

    /// <summary>The value that a case or an arm is compared with.</summary>
    private static IOperation? SwitchValue(IOperation clause)
    {
        for (IOperation? parent = clause.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case ISwitchOperation { Value: var value }:
                    return value;
                case ISwitchExpressionOperation { Value: var value }:
                    return value;
                case IBlockOperation or IIsPatternOperation:
                    return null;
            }
        }

        return null;
    }
}
