using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>What source methods, properties, fields and locals give, and what the conditions say that lead to it.</summary>
internal sealed class SessionSources
{
    private readonly SessionCondition _judge;
    private readonly ValueResolver _resolver;

    /// <summary>Creates the part of a judge. It is for one thread.</summary>
    public SessionSources(SessionCondition judge, ValueResolver resolver)
    {
        _judge = judge;
        _resolver = resolver;
    }

    /// <summary>What it says that a local is true.</summary>
    public SessionSense Local(ILocalReferenceOperation local, int depth)
    {
        ImmutableArray<string> holder = DeclarationNames(local);
        SessionSense byName = SessionNames.SenseOf(OperationNames.Own(local), holder);
        if (byName != SessionSense.None)
        {
            return byName;
        }

        if (ValueOrigins.DeconstructionOf(local) is { } deconstruction && _judge.Results.ElementIsTrue(deconstruction.Value, deconstruction.Index, depth) is var element and not SessionSense.None)
        {
            return element;
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
            IOperation root = local.Root();

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
            return _judge.SenseOf(value, depth);
        }

        return BodyModels.Of(_resolver.Program).Around(value.Syntax, _resolver.CancellationToken) is { } body && depth < SessionCondition.MaxDepth
            ? Controlling(body, value.Syntax, depth).When(constant)
            : SessionSense.None;
    }

    /// <summary>What the conditions say that lead to a place.</summary>
    public SessionSense Controlling(BodyModel body, SyntaxNode place, int depth)
    {
        if (body.OperationOf(place) is not { } operation || ControlConditions.Of(body.UnitOf(operation), place, SessionOverrides.Is, _resolver.CancellationToken) is not { } conditions)
        {
            return SessionSense.None;
        }

        SessionSense sense = SessionSense.None;
        foreach (ControlCondition condition in conditions)
        {
            sense = sense.And(_judge.SenseOf(condition.Condition, depth + 1).When(condition.Outcome));
        }

        return sense;
    }

    /// <summary>What the source method or property behind an expression gives, agreed by all its implementations.</summary>
    public SessionSense Behind(IOperation operation, int depth)
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

    /// <summary>What it says that the method gives true, agreed by all its implementations.</summary>
    public SessionSense OfTargets(IMethodSymbol method, int depth)
    {
        SessionSense sense = SessionSense.None;
        foreach (IMethodSymbol target in Implementations.Of(_resolver.Program).Of(method, _resolver.CancellationToken))
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
    public SessionSense Assigned(ISymbol symbol, int depth)
    {
        if (SourceBodies.InitializerOf(symbol, _resolver.Program, _resolver.CancellationToken) is { } initializer)
        {
            return _judge.SenseOf(initializer, depth);
        }

        SessionSense sense = SessionSense.None;
        foreach (IOperation value in CallIndex.Of(_resolver.Program).ValuesOf(symbol, _resolver.CancellationToken))
        {
            sense = sense.And(ValueSense(value, depth + 1));
        }

        return sense;
    }

    private static bool IsYesOrNo(ITypeSymbol type) => Names.Unwrapped(type)?.SpecialType == SpecialType.System_Boolean;
}
