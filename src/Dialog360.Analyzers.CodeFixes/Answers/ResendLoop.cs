using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>
/// Puts a loop around a send and the switch that handles its errors, so that a case can send again: the delays double from five seconds on and end after
/// more than ten minutes.
/// </summary>
internal sealed class ResendLoop
{
    private readonly List<StatementSyntax> _statements;
    private readonly string _timeSpan;
    private readonly string _delay;
    private readonly string _wait;
    private readonly bool _mayEnd;

    private ResendLoop(List<StatementSyntax> statements, string timeSpan, string delay, string wait, bool mayEnd)
    {
        _statements = statements;
        _timeSpan = timeSpan;
        _delay = delay;
        _wait = wait;
        _mayEnd = mayEnd;
    }

    /// <summary>The loop for a switch; null where the send is not in sight, or other loops and lines would not stay what they are.</summary>
    public static ResendLoop? Around(SwitchStatementSyntax statement, EditContext editing, SemanticModel model)
    {
        if (statement.Parent is not BlockSyntax block || statement.Ancestors().Any(static node => node is LockStatementSyntax or CatchClauseSyntax or FinallyClauseSyntax)
            || editing.NameOf("System.TimeSpan", statement) is not { } timeSpan || WaitAt(statement, editing, model) is not { } wait)
        {
            return null;
        }

        int first = FirstOf(block, block.Statements.IndexOf(statement), editing, model);
        if (first < 0)
        {
            return null;
        }

        List<StatementSyntax> statements = block.Statements.Skip(first).ToList();
        return statements.Any(MayNotMove)
            ? null
            : new ResendLoop(statements, timeSpan, UnusedNames.Like("delay", statement, model), wait, model.AnalyzeControlFlow(statements[0], statements[statements.Count - 1])?.EndPointIsReachable != false);
    }

    /// <summary>The statements that wait and send again, or stop where that has gone on for long.</summary>
    public string Again(string stop) =>
        $"if ({_delay} > {_timeSpan}.FromMinutes(10))\n{{\n    {stop}\n}}\n\n{_wait.Replace("{delay}", _delay)}\ncontinue;";

    /// <summary>The loop around the statements, with a text put in at a position of the file.</summary>
    public SourceChange With(int position, string text)
    {
        StatementSyntax first = _statements[0];
        StatementSyntax last = _statements[_statements.Count - 1];
        TextSpan span = TextSpan.FromBounds(first.SpanStart, last.Span.End);
        string level = SourceLayout.LevelAt(first);
        string indent = SourceLayout.IndentOf(first);
        string body = first.SyntaxTree.GetText().ToString(span).Insert(position - span.Start, text).Replace("\r\n", "\n");
        string moved = string.Join("\n", body.Split('\n').Select((line, index) => index == 0 || line.Length == 0 ? line : level + line));
        string end = _mayEnd ? $"\n\n{indent}{level}break;" : string.Empty;
        string loop = $"for (var {_delay} = {_timeSpan}.FromSeconds(5); ; {_delay} += {_delay})\n{indent}{{\n{indent}{level}{moved}{end}\n{indent}}}";
        return new SourceChange(first.SyntaxTree, span, loop.Replace("\n", SourceLayout.LineBreak(first)));
    }

    /// <summary>The statement with which the send begins, what it sends included: a request or its content is sent once.</summary>
    private static int FirstOf(BlockSyntax block, int last, EditContext editing, SemanticModel model)
    {
        if (BodyModels.Of(editing.Program).Around(block, editing.CancellationToken) is not { } body)
        {
            return -1;
        }

        int first = -1;
        foreach (SendCall call in BlockRequests.Of(body.Root, editing.Resolver))
        {
            int index = block.Statements.IndexOf(statement => statement.Span.Contains(call.Operation.Syntax.Span));
            if (call.Destination != Destination.Foreign && call.HasBody && index >= 0 && index < last)
            {
                first = index;
            }
        }

        for (int index = first - 1; index >= 0; index--)
        {
            if (block.Statements[index] is LocalDeclarationStatementSyntax { Declaration.Variables: [var variable] } && model.GetDeclaredSymbol(variable, editing.CancellationToken) is ILocalSymbol local
                && IsSentOnce(local.Type) && block.Statements.Skip(first).Any(statement => Names(statement, local.Name)))
            {
                first = index;
            }
        }

        return first;
    }

    private static bool Names(SyntaxNode node, string name) => node.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);

    private static bool IsSentOnce(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.Name is "HttpContent" or "HttpRequestMessage" or "RestRequest")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How the method waits: asynchronously where it may.</summary>
    private static string? WaitAt(SwitchStatementSyntax statement, EditContext editing, SemanticModel model)
    {
        if (model.GetEnclosingSymbol(statement.SpanStart, editing.CancellationToken) is not IMethodSymbol method)
        {
            return null;
        }

        if (!method.IsAsync)
        {
            return editing.NameOf("System.Threading.Thread", statement) is { } thread ? thread + ".Sleep({delay});" : null;
        }

        string token = method.Parameters.FirstOrDefault(static parameter => parameter.Type.Name == "CancellationToken") is { } parameter ? ", " + parameter.Name : string.Empty;
        return editing.NameOf("System.Threading.Tasks.Task", statement) is { } task ? $"await {task}.Delay({{delay}}{token});" : null;
    }

    /// <summary>Whether a statement would mean something else in a loop, or its lines are part of a literal.</summary>
    private static bool MayNotMove(StatementSyntax statement) =>
        statement.ContainsDirectives
        || statement.DescendantTokens().Any(static token => token.Text.IndexOf('\n') >= 0)
        || statement.DescendantNodesAndSelf().Any(node => node switch
        {
            LocalFunctionStatementSyntax or LabeledStatementSyntax or GotoStatementSyntax or YieldStatementSyntax => true,
            ContinueStatementSyntax => !Within(node, statement).Any(static around => IsLoop(around)),
            BreakStatementSyntax => !Within(node, statement).Any(static around => IsLoop(around) || around is SwitchStatementSyntax),
            _ => false,
        });

    private static bool IsLoop(SyntaxNode node) => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax;

    /// <summary>What stands around a node, up to and with <paramref name="outermost"/>.</summary>
    private static IEnumerable<SyntaxNode> Within(SyntaxNode node, SyntaxNode outermost) => node.Ancestors().TakeWhile(around => around != outermost.Parent);
}
