using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Sending.Control;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>The check that a send is put under: one that is in scope, or a new one that throws until it is written.</summary>
/// <param name="Condition">The condition under which the send runs.</param>
/// <param name="Title">The title of the repair.</param>
/// <param name="Stub">The new check; null where one is in scope.</param>
internal sealed record SessionCheckCall(string Condition, string Title, TextChange? Stub)
{
    private const string NewName = "IsSessionOpen";

    /// <summary>The condition under which the send does not run.</summary>
    public string Negated => Condition.StartsWith("!", StringComparison.Ordinal) ? Condition.Substring(1) : "!" + Condition;

    /// <summary>The check for a send; null where there is none and no place for one.</summary>
    public static SessionCheckCall? For(GuardPlace place, string recipient, SemanticModel model, CancellationToken cancellationToken)
    {
        if (place.Node.FirstAncestorOrSelf<GlobalStatementSyntax>() is { Parent: CompilationUnitSyntax program })
        {
            return InProgram(program, recipient, place, model);
        }

        if (place.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type
            || place.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is not { } member)
        {
            return null;
        }

        bool isStatic = member.Modifiers.Any(SyntaxKind.StaticKeyword) || place.Function.IsStatic;
        if (ExistingCheck.In(type, isStatic, place.Function.IsAsync) is { } check)
        {
            return new SessionCheckCall(check.ConditionFor(recipient), FixTexts.Title("guard-with-check", check.Call), null);
        }

        string name = NewName;
        for (int number = 2; type.GetMembers(name).Length > 0; number++)
        {
            name = NewName + number;
        }

        string stub = FixTexts.Snippet("session-check-stub", ("modifiers", isStatic ? "static " : string.Empty), ("name", name));
        return WithStub(name, recipient, stub, member);
    }

    /// <summary>In top-level statements: a local function at their end.</summary>
    private static SessionCheckCall InProgram(CompilationUnitSyntax program, string recipient, GuardPlace place, SemanticModel model)
    {
        GlobalStatementSyntax last = program.Members.OfType<GlobalStatementSyntax>().Last();
        foreach (GlobalStatementSyntax global in program.Members.OfType<GlobalStatementSyntax>())
        {
            if (global.Statement is LocalFunctionStatementSyntax { ParameterList.Parameters: [{ Type: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.StringKeyword } }], ReturnType: PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.BoolKeyword } } function
                && SessionNames.SenseOf(NameWords.Of(function.Identifier.ValueText), ImmutableArray<string>.Empty) is var sense and (SessionSense.Open or SessionSense.Closed))
            {
                ExistingCheck check = new(function.Identifier.ValueText, false, sense == SessionSense.Closed);
                return new SessionCheckCall(check.ConditionFor(recipient), FixTexts.Title("guard-with-check", check.Call), null);
            }
        }

        string name = NewName;
        for (int number = 2; !model.LookupSymbols(place.Node.SpanStart, name: name).IsEmpty; number++)
        {
            name = NewName + number;
        }

        return WithStub(name, recipient, FixTexts.Snippet("session-check-local", ("name", name)), last);
    }

    private static SessionCheckCall WithStub(string name, string recipient, string stub, SyntaxNode after)
    {
        string lineBreak = SourceLayout.LineBreak(after);
        string indent = SourceLayout.IndentOf(after);
        TextChange change = new(new TextSpan(after.Span.End, 0), lineBreak + lineBreak + indent + stub.Replace("\n", lineBreak + indent));
        return new SessionCheckCall(name + "(" + recipient + ")", FixTexts.Title("guard-with-new-check"), change);
    }
}
