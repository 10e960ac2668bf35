using System.Text.RegularExpressions;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Tells whether a value is written for JSON in part already: <c>text.Replace("\r\n", "\\n")</c>. To encode the whole would escape those
/// backslashes once more, and the customer would read them.
/// </summary>
internal static class HandEscapes
{
    private const int MaxDepth = 4;

    private static readonly Regex Escape = new(@"\\(?:[nrtbf""\\/]|u[0-9A-Fa-f]{4})", RegexOptions.CultureInvariant);

    /// <summary>Whether an escape of JSON is put into the value, where it is used or on the way there.</summary>
    public static bool Are(SyntaxNode value, EditContext context) =>
        value is Microsoft.CodeAnalysis.CSharp.Syntax.ExpressionSyntax expression && context.OperationOf(expression) is { } operation && Are(operation, context, 0);

    private static bool Are(IOperation value, EditContext context, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        foreach (IOperation part in value.DescendantsAndSelf())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (part.ConstantValue is { HasValue: true, Value: string known } && Escape.IsMatch(known))
            {
                return true;
            }

            if (part is ILocalReferenceOperation local && LocalFacts.Of(local).ValuesOf(local.Local) is { IsDefault: false } values && values.Any(each => Are(each, context, depth + 1)))
            {
                return true;
            }

            if (part is IInvocationOperation call && BodyModels.Of(context.Program).UnitOf(call.TargetMethod, context.CancellationToken) is { } unit
                && SourceBodies.ReturnsOf(unit).Any(each => Are(each, context, depth + 1)))
            {
                return true;
            }
        }

        return false;
    }
}
