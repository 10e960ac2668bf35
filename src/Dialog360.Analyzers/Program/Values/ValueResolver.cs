using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>
/// Follows an expression to what gives its value, as far as it is known at compile time: conversions, parentheses, <c>await</c>, locals
/// and readonly fields that are assigned once. What it cannot follow it gives back as it is.
/// </summary>
internal sealed class ValueResolver
{
    private const int MaxSteps = 64;

    private readonly ProgramModel _program;

    /// <summary>Creates a resolver for one compilation.</summary>
    public ValueResolver(ProgramModel program, CancellationToken cancellationToken)
    {
        _program = program;
        CancellationToken = cancellationToken;
    }

    /// <summary>Ends the work when the host no longer wants it.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The compilation.</summary>
    public ProgramModel Program => _program;

    /// <summary>The function (or initializer of a new object's member) whose value is read where it is used: giving it to the caller hands it to nobody else.</summary>
    public IOperation? Followed { get; init; }

    /// <summary>Without conversions that keep the value, parentheses and <c>await</c>.</summary>
    public static IOperation Strip(IOperation operation) => Strip(operation, isBare: false);

    /// <summary>The same without conversions of any kind: where a value is read from, whatever it becomes.</summary>
    public static IOperation Bare(IOperation operation) => Strip(operation, isBare: true);

    private static IOperation Strip(IOperation operation, bool isBare)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion when isBare || KeepsValue(conversion):
                    operation = conversion.Operand;
                    break;
                case ICoalesceOperation coalesce when Throws(coalesce.WhenNull):
                    operation = coalesce.Value;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    operation = awaited.Operation;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>Whether an expression does nothing but throw: looked at without recursion, since <c>??</c> nests to the right.</summary>
    private static bool Throws(IOperation operation)
    {
        while (operation is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        }

        return operation is IThrowOperation;
    }

    /// <summary>A conversion of the language, or the one by which a value becomes a <c>JsonNode</c> or <c>JToken</c>.</summary>
    private static bool KeepsValue(IConversionOperation conversion) =>
        conversion.OperatorMethod is null or { ContainingType.Name: "JsonNode" or "JToken" };

    /// <summary>The constant that the compiler computes for the expression, or that of the single expression behind it.</summary>
    public Optional<object?> ConstantOf(IOperation operation)
    {
        if (operation.ConstantValue.HasValue)
        {
            return operation.ConstantValue;
        }

        return ConstantValueOf(Resolve(operation));
    }

    /// <summary>The constant that an operation itself is; <c>string.Empty</c>, which is none to the compiler, included.</summary>
    public static Optional<object?> ConstantValueOf(IOperation operation) =>
        operation is IFieldReferenceOperation { Field: { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String } }
            ? new Optional<object?>(string.Empty)
            : operation.ConstantValue;

    /// <summary>The one expression that gives the value: through single-assignment locals and readonly fields; else the operation itself, stripped.</summary>
    public IOperation Resolve(IOperation operation)
    {
        for (int step = 0; step < MaxSteps; step++)
        {
            CancellationToken.ThrowIfCancellationRequested();
            operation = Strip(operation);
            if (SingleDefinition(operation) is not { } definition)
            {
                return operation;
            }

            operation = definition;
        }

        return operation;
    }

    /// <summary>
    /// Every expression that may give the value: like <see cref="Resolve"/>, and through <c>?:</c>, <c>??</c>, <c>switch</c> and locals
    /// that are assigned several times. What is not seen stands in the list as the reference itself.
    /// </summary>
    public ImmutableArray<IOperation> Sources(IOperation operation)
    {
        ImmutableArray<IOperation>.Builder result = ImmutableArray.CreateBuilder<IOperation>();
        HashSet<IOperation> seen = new();
        Stack<IOperation> pending = new();
        pending.Push(operation);
        while (pending.Count > 0)
        {
            IOperation current = Resolve(pending.Pop());
            if (!seen.Add(current) || seen.Count > MaxSteps)
            {
                continue;
            }

            switch (current)
            {
                case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                    pending.Push(whenFalse);
                    pending.Push(conditional.WhenTrue);
                    break;
                case ICoalesceOperation coalesce:
                    pending.Push(coalesce.WhenNull);
                    pending.Push(coalesce.Value);
                    break;
                case ISwitchExpressionOperation switchExpression:
                    for (int arm = switchExpression.Arms.Length - 1; arm >= 0; arm--)
                    {
                        pending.Push(switchExpression.Arms[arm].Value);
                    }

                    break;
                case ILocalReferenceOperation local when ReachingValues.Of(local) is { IsDefaultOrEmpty: false } values:
                    for (int index = values.Length - 1; index >= 0; index--)
                    {
                        pending.Push(values[index]);
                    }

                    break;
                default:
                    result.Add(current);
                    break;
            }
        }

        return result.ToImmutable();
    }

    /// <summary>The expression that a local or readonly field gets its only value from, or null.</summary>
    private IOperation? SingleDefinition(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { IsDeclaration: false } reference
            when ReachingValues.Of(reference) is { IsDefault: false, Length: 1 } values => values[0],
        IFieldReferenceOperation { Field: { IsReadOnly: true, IsConst: false } field } => FilledFields.Of(_program).Contains(field, CancellationToken) ? null : DefinitionOf(field),
        _ => null,
    };

    private IOperation? DefinitionOf(IFieldSymbol field)
    {
        if (field is not ({ IsStatic: true } or { DeclaredAccessibility: Accessibility.Private })
            || field.DeclaringSyntaxReferences is not [{ } reference]
            || reference.GetSyntax(CancellationToken) is not VariableDeclaratorSyntax declarator
            || !_program.Compilation.ContainsSyntaxTree(declarator.SyntaxTree))
        {
            return null;
        }

        ExpressionSyntax? value = declarator.Initializer?.Value;
        ImmutableArray<IMethodSymbol> constructors = field.IsStatic ? field.ContainingType.StaticConstructors : field.ContainingType.InstanceConstructors;
        foreach (SyntaxNode node in constructors.SelectMany(NodesOf))
        {
            bool isOutArgument = node is ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument && Names(argument.Expression, field.Name);
            if (!isOutArgument && !(node is AssignmentExpressionSyntax { Left: var left } && Names(left, field.Name)))
            {
                continue;
            }

            // A second write, one that is not plain, or another constructor that may skip it: the value is not known.
            if (value is not null || constructors.Length > 1 || !node.IsKind(SyntaxKind.SimpleAssignmentExpression))
            {
                return null;
            }

            value = ((AssignmentExpressionSyntax)node).Right;
        }

        IOperation? definition = value is null ? null : _program.SemanticModelOf(value.SyntaxTree).GetOperation(value, CancellationToken);

        // Row[] rows = { ... }: the braces alone stand for the array.
        return definition is IArrayInitializerOperation { Parent: IArrayCreationOperation array } ? array : definition;
    }

    private IEnumerable<SyntaxNode> NodesOf(IMethodSymbol constructor) =>
        constructor.DeclaringSyntaxReferences.Select(part => part.GetSyntax(CancellationToken)).OfType<ConstructorDeclarationSyntax>().SelectMany(syntax => syntax.DescendantNodes());

    private static bool Names(ExpressionSyntax expression, string field) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText == field,
        MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText == field,
        _ => false,
    };
}
