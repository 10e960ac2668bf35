using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Reads the parts of messages that the project's own methods, properties, local functions and lambdas make (<c>Button(id, title)</c>,
/// <c>Rows(items)</c>, <c>Footer</c>) where they are used, to any depth: what the function returns, with the arguments of the call in the
/// place of its parameters.
/// </summary>
internal static class PartReader
{
    private const int MaxDepth = 32;

    /// <summary>The picture of what a call gives; null where its function is not seen, or nothing is known of what it returns.</summary>
    public static PayloadNode? Read(IInvocationOperation call, PayloadReader reader)
    {
        if (call.TargetMethod.ReturnsVoid || FunctionOf(call, reader.Resolver) is not (IMethodSymbol function, IOperation body)
            || reader.Follow(function, body) is not { } inner || ReadReturned(body, call, inner) is not { } made
            || Place(made, call, function, CallArguments.Of(call, reader), CallArguments.InstanceOf(call, reader)) is not { } node)
        {
            return null;
        }

        return IsChangedLater(call, reader.Resolver) ? CompletedParts.Of(node, call, reader) : InstanceCalls.AfterLater(node, call, reader);
    }

    /// <summary>The picture of what a property of the project gives; null where its getter is not seen or more than one value comes from it.</summary>
    public static PayloadNode? Read(IPropertyReferenceOperation reference, IOperation written, PayloadReader reader)
    {
        IPropertySymbol property = reference.Property.OriginalDefinition;
        if (property is not { IsIndexer: false, GetMethod: { } getter, DeclaringSyntaxReferences: [{ } declaration] }
            || declaration.GetSyntax(reader.Resolver.CancellationToken) is not PropertyDeclarationSyntax syntax
            || BodyOf(property, getter, syntax, reader.Resolver) is not { } body || IsChangedLater(reference, reader.Resolver))
        {
            return null;
        }

        // What an initializer makes is one object for everybody who reads the property.
        if (reader.Follow(property, body, isShared: body is IPropertyInitializerOperation) is not { } inner || ReadReturned(body, reference, inner) is not { } made
            || Place(made, reference, function: null, ImmutableArray<PayloadNode>.Empty) is not { } node)
        {
            return null;
        }

        // Like a constant, a value that is declared elsewhere stands in the message at its use.
        return node.Kind is PayloadKind.Object or PayloadKind.Array or PayloadKind.Choice ? node
            : node with { Span = SourceSpan.Of(written.Syntax), Origin = new PayloadOrigin(WritingStyle.Expression, written.Syntax) };
    }

    /// <summary>What a lambda or method group makes of an element that is not looked at; null where it is not seen.</summary>
    public static PayloadNode? ReadElement(IOperation function, PayloadReader reader) =>
        FunctionOf(function, reader.Resolver) is (IMethodSymbol symbol, IOperation body) && reader.Follow(symbol, body) is { } inner ? ReadReturned(body, function, inner) : null;

    /// <summary>The function that a call runs, where there is only one, with its body.</summary>
    private static (IMethodSymbol Function, IOperation Body)? FunctionOf(IInvocationOperation call, ValueResolver resolver)
    {
        IMethodSymbol method = call.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return call.Instance is { } instance ? FunctionOf(instance, resolver) : null;
        }

        return method.DeclaringSyntaxReferences.IsEmpty && method.ContainingType.TypeKind != TypeKind.Interface ? null : Implementations.Of(resolver.Program).Only(method, resolver.CancellationToken);
    }

    private static (IMethodSymbol Function, IOperation Body)? FunctionOf(IOperation function, ValueResolver resolver) => resolver.Resolve(function) switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => (lambda.Symbol, lambda),
        IAnonymousFunctionOperation lambda => (lambda.Symbol, lambda),
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } => Implementations.Of(resolver.Program).Only(method, resolver.CancellationToken),
        _ => null,
    };

    /// <summary>The getter, or the initializer of a property that is never set again.</summary>
    private static IOperation? BodyOf(IPropertySymbol property, IMethodSymbol getter, PropertyDeclarationSyntax syntax, ValueResolver resolver)
    {
        if (Implementations.Of(resolver.Program).Of(getter, resolver.CancellationToken) is not [var only] || !SymbolEqualityComparer.Default.Equals(only, getter) || !resolver.Program.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
        {
            return null;
        }

        if (Accessors.Computes(property))
        {
            return resolver.Program.BodyOf(getter, resolver.CancellationToken);
        }

        return property.SetMethod is null && syntax.Initializer is { } initializer && !IsSetInConstructor(property, resolver)
            ? resolver.Program.SemanticModelOf(syntax.SyntaxTree).GetOperation(initializer, resolver.CancellationToken)
            : null;
    }

    private static bool IsSetInConstructor(IPropertySymbol property, ValueResolver resolver)
    {
        foreach (IMethodSymbol constructor in property.IsStatic ? property.ContainingType.StaticConstructors : property.ContainingType.InstanceConstructors)
        {
            foreach (SyntaxReference reference in constructor.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(resolver.CancellationToken) is ConstructorDeclarationSyntax syntax
                    && syntax.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == property.Name
                        || assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } && member == property.Name
                        || assignment.Left is TupleExpressionSyntax))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static PayloadNode? ReadReturned(IOperation body, IOperation call, PayloadReader reader)
    {
        using (reader)
        {
            ImmutableArray<ReturnedValue> values = ReturnedValues.Of(body);
            if (values.IsDefaultOrEmpty)
            {
                return null;
            }

            if (values[0].IsElement)
            {
                return new PayloadNode(PayloadKind.Array, SourceSpan.Of(call.Syntax), new PayloadOrigin(WritingStyle.Array, call.Syntax))
                {
                    Elements = values.Select(value => reader.Read(value.Value)).ToImmutableArray(),
                    IsOpen = values.Any(static value => value.IsRepeatable || !value.Conditions.IsEmpty),
                    StaticType = JsonType.Array,
                };
            }

            PayloadNode made = values is [var only] ? reader.Read(only.Value) : ChoiceReader.ReadReturned(call, values, reader) ?? PayloadReader.Unknown(call, call);
            made = WithoutNothing(made, call, 0);
            return made.Kind == PayloadKind.Unknown && Substitution.ParameterOf(made) is null && !Substitution.HasInstance(made, (call as IInvocationOperation)?.TargetMethod.ContainingType) && !UrlEncoders.IsEncoder(made.Operation) ? null : made;
        }
    }

    /// <summary>
    /// A function that gives nothing (null, an empty text) beside other values says that it found none: its callers ask for that before they send, so
    /// nothing is known of what arrives then.
    /// </summary>
    private static PayloadNode WithoutNothing(PayloadNode made, IOperation call, int depth) => made switch
    {
        { Kind: PayloadKind.Null } => PayloadReader.Unknown(call, call),
        { Kind: PayloadKind.Choice, Choice: { } choice } when depth < MaxDepth => made with
        {
            Choice = choice with { Arms = choice.Arms.Select(arm => arm.KnownText is { Length: 0 } ? PayloadReader.Unknown(call, call) : WithoutNothing(arm, call, depth + 1)).ToImmutableArray() },
        },
        _ => made,
    };

    /// <summary>What a function makes, with the arguments of a call in it.</summary>
    private static PayloadNode? Place(PayloadNode made, IOperation call, IMethodSymbol? function, ImmutableArray<PayloadNode> arguments, PayloadNode? instance = null)
    {
        PayloadNode node = PartChoices.Qualify(made, call, function, arguments);
        if (function is not null)
        {
            node = Substitution.Apply(node, CallArguments.Map(function, arguments, instance));
            if (ReferenceEquals(node, made) && made.Kind == PayloadKind.Unknown && !UrlEncoders.IsEncoder(made.Operation))
            {
                return null;
            }
        }

        return node.Kind switch
        {
            PayloadKind.Object => node with { Makers = node.Makers.Add(call) },
            PayloadKind.Choice => node with { Choice = node.Choice! with { Arms = node.Choice.Arms.Select(arm => PlaceArm(arm, call, 0)).ToImmutableArray() } },

            // Of a text that is not known throughout the call is what gives it; what an encoder in the method makes is wrong there.
            PayloadKind.Text when !node.IsKnownText && node.Origin.Style != WritingStyle.WrapperArgument => node with { Operation = call, HoleOperations = node.HoleOperations.Select(hole => UrlEncoders.IsEncoderOrOwn(hole) ? hole : call).ToImmutableArray() },
            _ => UsedAt(node, call),
        };
    }

    private static PayloadNode PlaceArm(PayloadNode arm, IOperation call, int depth) => arm switch
    {
        { Kind: PayloadKind.Object } => arm with { Makers = arm.Makers.Add(call) },
        { Choice: { } choice } when depth < MaxDepth => arm with { Choice = choice with { Arms = choice.Arms.Select(each => PlaceArm(each, call, depth + 1)).ToImmutableArray() } },
        _ => UsedAt(arm, call),
    };

    /// <summary>A known text of the function itself stands in the message where the function is called; what the caller gave stands at the argument.</summary>
    private static PayloadNode UsedAt(PayloadNode node, IOperation call) =>
        node.IsKnownText && node.Origin.Style != WritingStyle.WrapperArgument ? node with { UsedAt = SourceSpan.Of(call.Syntax) } : node;

    /// <summary>Whether the caller fills or changes what it was given, or lets others do so.</summary>
    public static bool IsChangedLater(IOperation call, ValueResolver resolver)
    {
        foreach (LaterUse use in LaterUses.Of(call, resolver))
        {
            if (use.Kind is LaterUseKind.SetMember or LaterUseKind.SetEntry or LaterUseKind.AddElement or LaterUseKind.Escape
                || use is { Kind: LaterUseKind.Call, Invocation.TargetMethod.Name: var name } && Completion.IsChangingCall(name) && !InstanceCalls.IsOwn(use))
            {
                return true;
            }
        }

        return false;
    }
}
