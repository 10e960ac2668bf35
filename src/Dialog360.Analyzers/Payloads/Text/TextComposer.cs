using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>
/// Follows an expression through everything that puts a text together, down to literals, constants and holes. Works off a list instead of
/// recursing: people concatenate thousands of parts.
/// </summary>
internal sealed class TextComposer
{
    /// <summary>How deep calls that work on a whole text (<c>Format</c>, <c>Replace</c>) are followed into their operands, and definitions into definitions.</summary>
    private const int MaxDepth = 32;

    private readonly TextBuilder _builder = new();
    private readonly Stack<Work> _pending = new();
    private readonly int _depth;

    private TextComposer(ValueResolver resolver, int depth)
    {
        Resolver = resolver;
        _depth = depth;
    }

    /// <summary>Follows expressions to their values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>The text of an expression, perhaps no more than one hole; null where it is too big or nested too deep.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="resolver">Follows expressions to their values.</param>
    /// <param name="use">Where the expression stands elsewhere: what its characters are pointed at with.</param>
    /// <param name="depth">How many calls it is nested in.</param>
    public static CSharpText? Compose(IOperation operation, ValueResolver resolver, SyntaxNode? use = null, int depth = 0)
    {
        return depth > MaxDepth ? null : Compose(ImmutableArray.Create(operation), operation.Syntax, resolver, use, depth);
    }

    /// <summary>The text that several expressions give, one behind the other; null where it is too big.</summary>
    /// <param name="pieces">The expressions.</param>
    /// <param name="whole">What stands for the whole text.</param>
    /// <param name="resolver">Follows expressions to their values.</param>
    /// <param name="use">Where the expressions stand elsewhere.</param>
    /// <param name="depth">How many calls they are nested in.</param>
    public static CSharpText? Compose(ImmutableArray<IOperation> pieces, SyntaxNode whole, ValueResolver resolver, SyntaxNode? use = null, int depth = 0)
    {
        if (use is null && pieces is [var only] && Strip(only) is var plain && LiteralOf(plain) is { } literal)
        {
            return CSharpText.Of(literal, plain.Syntax, whole, only);
        }

        TextComposer composer = new(resolver, depth);
        for (int index = pieces.Length - 1; index >= 0; index--)
        {
            composer._pending.Push(new Work(pieces[index], use, Hole: null, Steps: 0, Reference: null));
        }

        while (composer._pending.Count > 0)
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            composer.Take(composer._pending.Pop());
            if (composer._builder.IsFull)
            {
                return null;
            }
        }

        return composer._builder.Build(whole, pieces[0]);
    }

    /// <summary>Without parentheses and the conversions that a text passes on its way into another one.</summary>
    public static IOperation Strip(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                case IConversionOperation conversion when KeepsText(conversion):
                    operation = conversion.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    private static bool KeepsText(IConversionOperation conversion) =>
        conversion.Operand is IInterpolatedStringOperation or IInterpolatedStringAdditionOperation
        || conversion.Operand.Type?.SpecialType == SpecialType.System_String
        || (conversion.OperatorMethod is null && (conversion.Type?.SpecialType == SpecialType.System_Object || conversion.Type?.TypeKind == TypeKind.Interface));

    private void Take(Work work)
    {
        IOperation operation = Strip(work.Operation);
        switch (operation)
        {
            case IUtf8StringOperation or ILiteralOperation when LiteralOf(operation) is { } literal:
                _builder.AddLiteral(literal, operation.Syntax, work.Use);
                break;
            case IInterpolatedStringTextOperation { Syntax: InterpolatedStringTextSyntax syntax }:
                AddText(syntax, work);
                break;
            case IInterpolatedStringOperation interpolated:
                for (int index = interpolated.Parts.Length - 1; index >= 0; index--)
                {
                    Push(interpolated.Parts[index], work);
                }

                break;
            case IInterpolatedStringHandlerCreationOperation handler:
                Push(handler.Content, work);
                break;
            case IInterpolatedStringAdditionOperation addition:
                Push(addition.Right, work);
                Push(addition.Left, work);
                break;
            case IInterpolatedStringAppendOperation { Syntax: InterpolatedStringTextSyntax syntax }:
                AddText(syntax, work);
                break;
            case IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [{ Value: var value }, ..] }, Syntax: InterpolationSyntax syntax }:
                AddInterpolation(syntax, value, work);
                break;
            case IInterpolationOperation { Syntax: InterpolationSyntax syntax } interpolation:
                AddInterpolation(syntax, interpolation.Expression, work);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String } addition:
                Push(addition.RightOperand, work);
                Push(addition.LeftOperand, work);
                break;
            case IInvocationOperation call when TextCalls.PartsOf(call) is { IsDefault: false } parts:
                for (int index = parts.Length - 1; index >= 0; index--)
                {
                    Push(parts[index], work);
                }

                break;
            case IInvocationOperation call when TextCalls.Whole(call, Resolver, work.Use, _depth + 1) is { } text:
                _builder.AddSlice(text, 0, text.Text.Text.Length);
                break;
            case IInvocationOperation call when TextParts.Of(call, Resolver, work.Use, _depth + 1) is { } part:
                _builder.AddSlice(part, 0, part.Text.Text.Length);
                break;
            default:
                AddValue(operation, work);
                break;
        }
    }

    private static TextLiteral? LiteralOf(IOperation operation) =>
        operation is IUtf8StringOperation or ILiteralOperation && operation.Syntax is LiteralExpressionSyntax syntax ? TextLiterals.Of(syntax) : null;

    private void Push(IOperation operation, Work from) => _pending.Push(new Work(operation, from.Use, Hole: null, from.Steps, Reference: null));

    private void AddText(InterpolatedStringTextSyntax syntax, Work work)
    {
        if (TextLiterals.Of(syntax) is { } literal)
        {
            _builder.AddLiteral(literal, syntax, work.Use);
        }
        else
        {
            _builder.AddHole(work.Use ?? syntax, operation: null);
        }
    }

    private void AddInterpolation(InterpolationSyntax syntax, IOperation value, Work work)
    {
        if (syntax.FormatClause is null && syntax.AlignmentClause is null)
        {
            _pending.Push(work with { Operation = value, Hole = syntax });
        }
        else
        {
            _builder.AddHole(work.Use ?? syntax, Strip(value));
        }
    }

    /// <summary>Adds a value that is no text in the making: a constant, something that is defined elsewhere, or a hole.</summary>
    private void AddValue(IOperation operation, Work work)
    {
        if (operation is IFieldReferenceOperation { Field: { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String } })
        {
            return;
        }

        if (operation.ConstantValue is { HasValue: true, Value: var constant } && TextConstants.TextOf(constant, operation.Type) is { } known)
        {
            _builder.AddConstant(known, work.Use ?? operation.Syntax);
            return;
        }

        IOperation definition = work.Steps < MaxDepth ? Resolver.Resolve(operation) : operation;
        bool isDefinition = definition != ValueResolver.Strip(operation) && operation is ILocalReferenceOperation or IFieldReferenceOperation;
        if (isDefinition && TextCalls.IsText(operation.Type) && definition.Type?.SpecialType == SpecialType.System_String)
        {
            _pending.Push(new Work(definition, work.Use ?? operation.Syntax, work.Hole, work.Steps + 1, work.Reference ?? operation.Syntax));
        }
        else if (isDefinition && definition.ConstantValue is { HasValue: true, Value: var value } && TextConstants.Keeps(value, operation.Type)
            && TextConstants.TextOf(value, operation.Type) is { } text)
        {
            _builder.AddConstant(text, work.Use ?? operation.Syntax);
        }
        else
        {
            _builder.AddHole(work.Use ?? work.Hole ?? operation.Syntax, operation, work.Reference);
        }
    }

    /// <summary>An expression that is still to be taken.</summary>
    /// <param name="Operation">The expression.</param>
    /// <param name="Use">Where it was used, if that is elsewhere.</param>
    /// <param name="Hole">The interpolation that it stands in, if it is nothing but that.</param>
    /// <param name="Steps">How many definitions led to it.</param>
    /// <param name="Reference">The reference whose whole value it is, where it was defined elsewhere.</param>
    private readonly record struct Work(IOperation Operation, SyntaxNode? Use, SyntaxNode? Hole, int Steps, SyntaxNode? Reference);
}
