using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Reads a text as C# composes it: literals of every form, interpolation, concatenation, <c>string.Format</c>, <c>string.Concat</c>.</summary>
internal static class CSharpTextReader
{
    /// <summary>
    /// The text that <paramref name="operation"/> gives; null where nothing of it is known, where it is half typed, and where it is
    /// held in a local that is continued, replaced in or formatted later. Never throws, whatever is half typed.
    /// </summary>
    public static CSharpText? Read(IOperation operation, ValueResolver resolver)
    {
        if (ContinuedTexts.LocalOf(operation) is { } local && ReadContinued(local, operation, resolver) is { } continued)
        {
            return continued;
        }

        IOperation root = RootOf(operation, resolver);
        if (root.Syntax.ContainsDiagnostics || TextUses.IsContinued(root))
        {
            return null;
        }

        return TextComposer.Compose(root, resolver) is { HasKnownText: true } text
            ? TextPlaceholders.Open(text)
            : null;
    }

    /// <summary>
    /// Whether an operation is a text expression of its own: no operand of a larger concatenation, interpolation or <c>Format</c> that is
    /// read as a whole. Cheap: looks at the operation and its parents only, so that a host can ask it for every operation.
    /// </summary>
    public static bool IsWholeText(IOperation operation) => TextUses.IsTextExpression(operation) && !TextUses.IsOperand(operation);

    /// <summary>The text that statements put together in a local; null where it is no such text, or not all of it is plain.</summary>
    public static CSharpText? ReadContinued(ILocalSymbol local, IOperation anyReference, ValueResolver resolver)
    {
        ImmutableArray<IOperation> pieces = ContinuedTexts.PiecesOf(local, anyReference, resolver);
        return !pieces.IsDefault && !pieces.Any(static piece => piece.Syntax.ContainsDiagnostics)
            && TextComposer.Compose(pieces, pieces[0].Syntax, resolver) is { HasKnownText: true } text
            ? TextPlaceholders.Open(text)
            : null;
    }

    /// <summary>Through locals to the expression that they hold, as long as that stands in the same file: then its characters can be pointed at.</summary>
    private static IOperation RootOf(IOperation operation, ValueResolver resolver)
    {
        IOperation root = TextComposer.Strip(operation);
        if (root is not (ILocalReferenceOperation or IFieldReferenceOperation) || root.ConstantValue.HasValue && root is IFieldReferenceOperation)
        {
            return root;
        }

        IOperation definition = resolver.Resolve(root);
        return definition.Syntax.SyntaxTree == operation.Syntax.SyntaxTree ? TextComposer.Strip(definition) : root;
    }
}
