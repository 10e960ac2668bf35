using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>Writes what a program does about the errors of a case.</summary>
internal sealed class ReactionCode
{
    private readonly SwitchStatementSyntax _statement;
    private readonly string _exception;
    private readonly bool _isOfStatus;
    private readonly ResendLoop? _loop;
    private readonly EditContext _editing;
    private readonly SemanticModel _model;
    private readonly string? _logger;

    /// <summary>Creates the writer for one switch.</summary>
    /// <param name="statement">The switch on the code.</param>
    /// <param name="exception">The name of the exception that gives up.</param>
    /// <param name="isOfStatus">Whether the errors are those of a webhook, which must be answered with 200 whatever they are.</param>
    /// <param name="loop">The loop that sends again; null where the send is not in sight.</param>
    /// <param name="editing">The program.</param>
    /// <param name="model">The file.</param>
    public ReactionCode(SwitchStatementSyntax statement, string exception, bool isOfStatus, ResendLoop? loop, EditContext editing, SemanticModel model)
    {
        _editing = editing;
        _model = model;
        _statement = statement;
        _exception = exception;
        _isOfStatus = isOfStatus;
        _loop = loop;
        _logger = LoggerInScope.At(statement, model);
    }

    /// <summary>The reaction to an error.</summary>
    public static ErrorReaction Of(ErrorEntry error) => ErrorCatalog.Current.Reactions.First(reaction => reaction.IsFor(error));

    /// <summary>Whether an error makes the loop send again.</summary>
    public bool SendsAgain(ErrorEntry error) => _loop is not null && Of(error).Kind == ReactionKind.Resend;

    /// <summary>The statements of a case, with the indentation of snippets.</summary>
    public string For(ErrorReaction reaction)
    {
        string stop = $"throw new {_exception}({SymbolDisplay.FormatLiteral("WhatsApp: " + reaction.Note, quote: true)});";
        return reaction.Kind switch
        {
            ReactionKind.Resend when _loop is not null => _loop.Again(stop),
            ReactionKind.Report => Report(reaction),
            ReactionKind.Template when !_isOfStatus && TemplateReaction.At(_statement, stop, _editing, _model) is { } send => send,
            _ => _isOfStatus ? Report(reaction) : stop,
        };
    }

    private string Report(ErrorReaction reaction)
    {
        string? code = IsPlain(_statement.Expression) ? _statement.Expression.ToString() : null;
        string text = _logger is null
            ? $"System.Console.Error.WriteLine({(code is null ? "\"WhatsApp: " : $"\"WhatsApp error \" + {code} + \": ")}{reaction.Note}\");"
            : code is null ? $"{_logger}.LogError(\"WhatsApp: {reaction.Note}\");"
            : $"{_logger}.LogError(\"WhatsApp error {{Code}}: {reaction.Note}\", {code});";
        return text + "\nbreak;";
    }

    /// <summary>Whether an expression may be written a second time.</summary>
    private static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax => true,
        MemberAccessExpressionSyntax access => access.Expression is ThisExpressionSyntax || IsPlain(access.Expression),
        PostfixUnaryExpressionSyntax suppressed => IsPlain(suppressed.Operand),
        _ => false,
    };
}
