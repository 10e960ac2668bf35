using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>DLG0301: looks at the answer after the send, and throws or writes a log with its status and body.</summary>
internal sealed class CheckAnswerFix : SendingFix
{
    private const string Typed = "throw-typed-error";
    private const string Check = "check-answer";
    private const string Log = "log-answer";
    private const string Result = "throw-on-result";

    /// <inheritdoc/>
    public override string RuleId => "DLG0301";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not SendAnswer { LostBy: not LostBy.PlainTask } answer || AnswerValue.Of(answer.Call.Syntax, model, cancellationToken) is not { } value)
        {
            yield break;
        }

        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        bool mayThrow = !ReceiverCode.MustNotThrow(value.Place.Statement, model, cancellationToken);
        foreach ((string fixId, string? snippet) in Snippets(value, editing, model))
        {
            if (snippet is not null && (mayThrow || fixId == Log))
            {
                yield return new SendingProposal(fixId, FixTexts.Title(fixId), value.NameIt().Concat(value.Place.After(snippet)).ToImmutableArray());
            }
        }
    }

    private static IEnumerable<(string FixId, string? Snippet)> Snippets(AnswerValue value, EditContext editing, SemanticModel model)
    {
        StatementSyntax place = value.Place.Statement;
        if (value.Type.SpecialType == SpecialType.System_Boolean)
        {
            yield return (Result, editing.NameOf("System.InvalidOperationException", place) is { } type ? FixTexts.Snippet(Result, ("sent", value.Name), ("exception", type)) : null);
        }
        else if (AnswerCheck.Of(value, model) is { } check)
        {
            string? read = TypedErrors.ReadOf(value, model);
            yield return (Typed, read is not null && editing.NameOf(check.ExceptionType, place) is { } thrown ? FixTexts.Snippet(Typed, ("success", check.Success), ("error", read), ("exception", thrown)) : null);
            yield return (Check, editing.NameOf(check.ExceptionType, place) is { } type ? FixTexts.Snippet(Check, ("success", check.Success), ("status", check.Status), ("body", check.Body), ("exception", type)) : null);
            yield return (Log, LoggerInScope.At(place, model) is { } logger ? FixTexts.Snippet(Log, ("success", check.Success), ("status", check.Status), ("body", check.Body), ("logger", logger)) : null);
        }
    }
}

/// <summary>How one library says whether an answer is a success, and what it says of the failure.</summary>
/// <param name="Success">The expression that is true for a success.</param>
/// <param name="Status">The status as a number.</param>
/// <param name="Body">The body as a text.</param>
/// <param name="ExceptionType">The exception that suits it.</param>
internal sealed record AnswerCheck(string Success, string Status, string Body, string ExceptionType)
{
    /// <summary>The check of an answer of that type; null for answers of other libraries, and where the body cannot be awaited.</summary>
    public static AnswerCheck? Of(AnswerValue value, SemanticModel model) => value.Type.Name switch
    {
        "HttpResponseMessage" when value.MayAwait => new($"{value.Name}.IsSuccessStatusCode", $"(int){value.Name}.StatusCode", BodyExpression.Of(value.Name, value.Place.Statement, value.Place.Statement, model), "System.Net.Http.HttpRequestException"),
        "RestResponse" or "IRestResponse" => new($"{value.Name}.IsSuccessful", $"(int){value.Name}.StatusCode", $"{value.Name}.Content", "System.InvalidOperationException"),
        _ => null,
    };
}
