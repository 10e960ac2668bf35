using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Rules.Answers;

/// <summary>DLG0305: a switch on the code of an error leaves codes of the catalogue out.</summary>
internal sealed class ErrorSwitchIncomplete : Rule<BodyScope>
{
    private const int Named = 5;

    /// <summary>Creates the rule.</summary>
    public ErrorSwitchIncomplete()
        : base("DLG0305")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        if (!CodeMentions.MayTestCodes(context.Root.Syntax, context.Resolver.CancellationToken))
        {
            yield break;
        }

        bool? isAnswer = context.Sends.IsEmpty ? CodeMentions.SpeaksOfStatuses(context.Root.Syntax) ? false : null : true;
        foreach (ErrorSwitch found in ErrorSwitches.IncompleteIn(context.Root, isAnswer, context.Resolver))
        {
            SyntaxToken keyword = found.Operation.Syntax switch
            {
                SwitchStatementSyntax statement => statement.SwitchKeyword,
                SwitchExpressionSyntax expression => expression.SwitchKeyword,
                _ => found.Operation.Syntax.GetFirstToken(),
            };
            yield return new Finding(this, SourceSpan.Of(keyword), ImmutableArray.Create(NamesOf(found))) { Detail = found };
        }
    }

    private static string NamesOf(ErrorSwitch found)
    {
        string names = string.Join(", ", found.Missing.Take(Named).Select(static error => $"{error.Code!.Value.ToString(CultureInfo.InvariantCulture)} ({error.Title})"));
        int others = found.Missing.Length - Named;
        return others > 0 ? $"{names} and {others.ToString(CultureInfo.InvariantCulture)} more" : names;
    }
}
