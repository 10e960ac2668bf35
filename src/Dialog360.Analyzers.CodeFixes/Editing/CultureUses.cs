using System.Text.RegularExpressions;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Tells whether a call that puts a text together says how numbers and times look in it: what stands in its place would have to say the same.</summary>
internal static class CultureUses
{
    private static readonly Regex FormattedPlaceholder = new(@"(?<!\{)(?:\{\{)*\{\d+\s*[,:]", RegexOptions.CultureInvariant);

    /// <summary>Whether a culture or a format is given to one of the calls that make up a text, and the text has a value that may look different under another one.</summary>
    public static bool Matter(CSharpText text, EditContext context)
    {
        foreach (InvocationExpressionSyntax syntax in text.Expression.DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>())
        {
            if (context.OperationOf(syntax) is IInvocationOperation call && TextCalls.IsTextCall(call)
                && (HasFormattedPlaceholder(call) || (NamesCulture(call) && !text.Segments.All(static segment => segment.Form != LiteralForm.Hole || TextCalls.IsString(segment.Hole?.Type)))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool NamesCulture(IInvocationOperation call) =>
        call.TargetMethod.ContainingType.Name == "FormattableString" || call.Arguments.Any(static argument => argument.Parameter?.Type.Name == nameof(IFormatProvider));

    /// <summary>Whether <c>{1,8}</c> or <c>{2:N2}</c> stands in the text of <c>string.Format</c>, or might, where the text is not known.</summary>
    private static bool HasFormattedPlaceholder(IInvocationOperation call) =>
        call.TargetMethod.Name == nameof(string.Format)
        && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "format") is var format
        && (format?.Value.ConstantValue is not { HasValue: true, Value: string known } || FormattedPlaceholder.IsMatch(known));
}
