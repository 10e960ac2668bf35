using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// What the class itself gives a new object: property initializers, getters with a constant, constructor bodies, positional
/// parameters of records, base classes. <c>messaging_product</c> and <c>type</c> often stand only there.
/// </summary>
internal static class ClassDefaults
{
    private const int MaxBaseTypes = 8;

    /// <summary>Adds the members that a creation has before its initializer runs.</summary>
    public static void Add(IObjectCreationOperation creation, INamedTypeSymbol type, MemberList members, ObjectState state, PayloadReader reader)
    {
        Stack<INamedTypeSymbol> line = new();
        for (INamedTypeSymbol? current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            line.Push(current);
            if (line.Count > MaxBaseTypes || current.TypeKind == TypeKind.Error || !SymbolEqualityComparer.Default.Equals(current.ContainingAssembly, reader.Resolver.Program.Compilation.Assembly))
            {
                members.IsOpen = true;
                break;
            }
        }

        CallValues arguments = new();
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                arguments[parameter] = ArgumentNode(argument, reader);
            }
        }

        // The parameters of base classes get their values before any property is looked at: initializers read them.
        List<IMethodSymbol> constructors = creation.Constructor is { } constructor ? ConstructorChain.Of(constructor, arguments, reader) : [];
        foreach (INamedTypeSymbol each in line)
        {
            AddProperties(each, creation, arguments, members, reader);
            AddKept(each, creation, arguments, state, reader);
        }

        foreach (KeyValuePair<IParameterSymbol, PayloadNode> argument in arguments)
        {
            // The methods of a class with a primary constructor read its parameters.
            state.Keep(argument.Key, argument.Value, creation);
        }

        for (int index = constructors.Count - 1; index >= 0; index--)
        {
            ConstructorChain.AddBody(constructors[index], creation, arguments, members, state, reader);
        }
    }

    /// <summary>The picture of an argument; one that the call leaves out is the class's own.</summary>
    public static PayloadNode ArgumentNode(IArgumentOperation argument, PayloadReader reader)
    {
        PayloadNode node = reader.Read(argument.Value);
        return argument.ArgumentKind == ArgumentKind.DefaultValue
            ? node with { Origin = new PayloadOrigin(WritingStyle.ClassDefault, argument.Value.Syntax) }
            : node;
    }

    private static void AddProperties(INamedTypeSymbol type, IOperation creation, CallValues arguments, MemberList members, PayloadReader reader)
    {
        foreach (ISymbol symbol in type.GetMembers())
        {
            if (IsExtensionData(symbol))
            {
                members.IsOpen = true;
            }
            else if (SerializedNames.IsSerialized(symbol) || PositionalParameter(symbol, arguments) is not null)
            {
                PayloadNode? value = PositionalParameter(symbol, arguments) ?? InitialValue(symbol, arguments, reader);
                ITypeSymbol valueType = symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)symbol).Type;
                if (value is { Kind: PayloadKind.Choice } && Accessors.Computes(symbol))
                {
                    // What a getter chooses depends on the members of this very object: no arm can be had by itself.
                    value = null;
                }

                if (value is null && (Accessors.Computes(symbol) || valueType is { IsValueType: true, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T }))
                {
                    // Left alone it is serialized with its default or computed value: present, but nothing that anybody wrote.
                    value = new PayloadNode(PayloadKind.Unknown, SourceSpan.Of(creation.Syntax), new PayloadOrigin(WritingStyle.ClassDefault, creation.Syntax))
                    {
                        StaticType = JsonTypes.Of(valueType),
                    };
                }

                if (value is not null)
                {
                    bool isWrittenHere = creation.Syntax.SyntaxTree == value.Span.Tree && creation.Syntax.Span.Contains(value.Span.Span);
                    members.Set(new PayloadMember(
                        SerializedNames.Of(symbol),
                        isWrittenHere ? NameSpanOf(value) : SourceSpan.Of(creation.Syntax),
                        isWrittenHere ? value : value with { Span = SourceSpan.Of(creation.Syntax) },
                        new PayloadOrigin(isWrittenHere ? WritingStyle.ConstructorArgument : WritingStyle.ClassDefault, value.Origin.Syntax)) { Symbol = symbol });
                }
            }
        }
    }

    /// <summary>Adds what the fields begin with that no serializer writes.</summary>
    private static void AddKept(INamedTypeSymbol type, IOperation creation, CallValues arguments, ObjectState state, PayloadReader reader)
    {
        if (!reader.Resolver.Program.Part(static _ => new PayloadTypes()).MayKeepMessage(type))
        {
            return;
        }

        foreach (ISymbol symbol in type.GetMembers())
        {
            if (ObjectState.IsKept(symbol))
            {
                state.Keep(symbol, InitialValue(symbol, arguments, reader) ?? PayloadReader.Unknown(creation, creation), creation);
            }
        }
    }

    private static PayloadNode? PositionalParameter(ISymbol symbol, CallValues arguments)
    {
        if (symbol is not IPropertySymbol { ContainingType.IsRecord: true, DeclaringSyntaxReferences: [{ } reference] } || reference.GetSyntax() is not ParameterSyntax)
        {
            return null;
        }

        foreach (KeyValuePair<IParameterSymbol, PayloadNode> pair in arguments)
        {
            if (pair.Key.Name == symbol.Name && SymbolEqualityComparer.Default.Equals(pair.Key.ContainingType, symbol.ContainingType))
            {
                return pair.Value;
            }
        }

        return null;
    }

    /// <summary>The value of a property or field initializer, or of a getter that gives one expression.</summary>
    private static PayloadNode? InitialValue(ISymbol symbol, CallValues arguments, PayloadReader reader)
    {
        if (symbol.DeclaringSyntaxReferences is not [{ } reference] || !reader.Resolver.Program.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
        {
            return null;
        }

        ExpressionSyntax? expression = reference.GetSyntax(reader.Resolver.CancellationToken) switch
        {
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ ExpressionBody: { } body }] } => body.Expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body.Statements: [ReturnStatementSyntax { Expression: { } returned }] }] } => returned,
            VariableDeclaratorSyntax { Initializer: { } initializer } => initializer.Value,
            _ => null,
        };

        if (expression is null || reader.Resolver.Program.SemanticModelOf(expression.SyntaxTree).GetOperation(expression, reader.Resolver.CancellationToken) is not { } operation
            || reader.Follow(symbol, operation.Root()) is not { } inner)
        {
            return null;
        }

        using (inner)
        {
            return Substitution.Apply(inner.Read(operation), arguments);
        }
    }

    /// <summary>Where the name of a member that an argument gives is written: the name of a named argument, else the argument itself.</summary>
    public static SourceSpan NameSpanOf(PayloadNode value) =>
        value.Origin.Syntax.FirstAncestorOrSelf<ArgumentSyntax>() is { NameColon: { } colon } argument && argument.Expression == value.Origin.Syntax
            ? SourceSpan.Of(colon.Name)
            : value.Span;

    private static bool IsExtensionData(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name == "JsonExtensionDataAttribute")
            {
                return true;
            }
        }

        return false;
    }
}
