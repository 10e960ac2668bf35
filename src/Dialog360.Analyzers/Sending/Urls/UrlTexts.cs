using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Urls;

/// <summary>Finds the absolute URLs that one executable body writes, whoever uses them.</summary>
internal static class UrlTexts
{
    private static readonly ConditionalWeakTable<IOperation, List<(IOperation Operation, UrlPattern Url)>> Cache = new();

    /// <summary>The URLs of the body that the code does not only compare with or search for, with the operations that write them.</summary>
    public static IReadOnlyList<(IOperation Operation, UrlPattern Url)> Of(IOperation root, ValueResolver resolver) =>
        Cache.TryGetValue(root, out List<(IOperation, UrlPattern)>? known) ? known : Find(root, resolver);

    private static List<(IOperation Operation, UrlPattern Url)> Find(IOperation root, ValueResolver resolver)
    {
        List<(IOperation, UrlPattern)> urls = new();
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            if (MayBeUrl(operation) && CSharpTextReader.IsWholeText(operation) && !IsCompared(operation)
                && UrlReader.Read(operation, resolver) is { IsAbsolute: true, Host: not null } url)
            {
                urls.Add((operation, url));
            }
        }

        return Cache.GetValue(root, _ => urls);
    }

    /// <summary>
    /// Whether the character at <paramref name="index"/> belongs to a whole URL that stands elsewhere, in a constant, a field or a local, and
    /// so is judged where it is written.
    /// </summary>
    public static bool IsWrittenElsewhere(UrlPattern url, int index, IOperation root, ValueResolver resolver)
    {
        if (url.SourceAt(index) is not { } place)
        {
            return true;
        }

        SyntaxNode expression = place.Text.Expression;
        if (expression.SyntaxTree != root.Syntax.SyntaxTree || !root.Syntax.FullSpan.Contains(expression.Span))
        {
            return true;
        }

        return place.Text.SegmentAt(place.Index) is { Form: LiteralForm.Constant } segment
            && place.Text.Text.Text.Substring(segment.Start, segment.Length).StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && resolver.Program.SemanticModelOf(expression.SyntaxTree).GetSymbolInfo(segment.Syntax, resolver.CancellationToken).Symbol is { DeclaringSyntaxReferences.IsEmpty: false };
    }

    private static bool MayBeUrl(IOperation operation) => operation switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => operation is not (IFieldReferenceOperation or ILocalReferenceOperation)
            && text.StartsWith("http", StringComparison.OrdinalIgnoreCase),
        IInterpolatedStringOperation or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => true,
        IInvocationOperation { TargetMethod: { Name: "Format" or "Concat", ContainingType.SpecialType: SpecialType.System_String } } => true,
        _ => false,
    };

    /// <summary>Whether the text is compared with, searched for or replaced: then nothing is sent there.</summary>
    private static bool IsCompared(IOperation operation)
    {
        IOperation current = operation;
        while (current.Parent is IConversionOperation or IParenthesizedOperation or IArgumentOperation { Parent: IObjectCreationOperation { Type.Name: "Uri" } } or IObjectCreationOperation { Type.Name: "Uri" })
        {
            current = current.Parent;
        }

        return current.Parent switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } => true,
            IInvocationOperation { TargetMethod.Name: "Equals" } or IConstantPatternOperation or ISingleValueCaseClauseOperation => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Equals" or "Contains" or "StartsWith" or "EndsWith" or "IndexOf" } } => true,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Replace" }, Parameter.Ordinal: 0 } => true,
            _ => false,
        };
    }
}
