using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending.Session;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>
/// Sends a template where the session is closed: by a method of the same class that does, where all that it takes stands under the same names at the
/// place. Which template suits is for a person to say, so there is no call where the class has no such method.
/// </summary>
internal static class TemplateReaction
{
    private static readonly HashSet<string> TemplateWords = Vocabulary.Of("template");

    /// <summary>The statements; null where no method fits.</summary>
    /// <param name="statement">The switch on the code.</param>
    /// <param name="stop">The statement that gives up, for a template that is refused as well.</param>
    /// <param name="editing">The program.</param>
    /// <param name="model">The file.</param>
    public static string? At(SwitchStatementSyntax statement, string stop, EditContext editing, SemanticModel model)
    {
        if (model.GetEnclosingSymbol(statement.SpanStart, editing.CancellationToken) is not IMethodSymbol { ContainingType: { } type } method)
        {
            return null;
        }

        foreach (IMethodSymbol sibling in type.GetMembers().OfType<IMethodSymbol>().OrderBy(static each => each.Locations[0].SourceSpan.Start))
        {
            if (SendsTemplate(sibling, method, editing) && Arguments(sibling, statement, model) is { } arguments && Call(sibling, $"{sibling.Name}({arguments})", method.IsAsync, stop) is { } call)
            {
                return call + "\nbreak;";
            }
        }

        return null;
    }

    private static bool SendsTemplate(IMethodSymbol sibling, IMethodSymbol method, EditContext editing)
    {
        if (sibling is not { MethodKind: MethodKind.Ordinary, IsGenericMethod: false } || SymbolEqualityComparer.Default.Equals(sibling, method) || (method.IsStatic && !sibling.IsStatic)
            || !NameWords.Of(sibling.Name).Any(TemplateWords.Contains) || editing.Program.BodyOf(sibling, editing.CancellationToken) is not { } body)
        {
            return false;
        }

        // One that sends by the very method with the switch would go round in a circle.
        return SendReach.Of(editing.Program).SendsIn(body, new PayloadReader(editing.Resolver)).Any()
            && !CallIndex.Of(editing.Program).CallersOf(method, editing.CancellationToken).Any(site => body.Syntax.Span.Contains(site.Operation.Syntax.Span) && site.Operation.Syntax.SyntaxTree == body.Syntax.SyntaxTree);
    }

    /// <summary>The arguments, each by a variable of the same name and type; null where one is missing, or none is the recipient.</summary>
    private static string? Arguments(IMethodSymbol sibling, SwitchStatementSyntax statement, SemanticModel model)
    {
        List<string> arguments = [];
        bool hasRecipient = false;
        foreach (IParameterSymbol parameter in sibling.Parameters)
        {
            ISymbol? variable = model.LookupSymbols(statement.SpanStart, name: parameter.Name)
                .FirstOrDefault(symbol => symbol is IParameterSymbol || (symbol is ILocalSymbol { DeclaringSyntaxReferences: [{ } declared] } && declared.Span.End < statement.SpanStart));
            ITypeSymbol? type = (variable as IParameterSymbol)?.Type ?? (variable as ILocalSymbol)?.Type;
            if (parameter.RefKind == RefKind.None && SymbolEqualityComparer.Default.Equals(type, parameter.Type))
            {
                hasRecipient |= type!.SpecialType != SpecialType.System_String || ParameterWords.Of(parameter) == ParameterMeaning.Recipient;
                arguments.Add((arguments.Count < parameter.Ordinal ? EditContext.Identifier(parameter.Name) + ": " : string.Empty) + EditContext.Identifier(parameter.Name));
            }
            else if (!parameter.IsOptional && !parameter.IsParams)
            {
                return null;
            }
        }

        return hasRecipient ? string.Join(", ", arguments) : null;
    }

    /// <summary>The call with what looks at its result; null for results that only a person can judge.</summary>
    private static string? Call(IMethodSymbol sibling, string call, bool mayAwait, string stop)
    {
        bool isTask = sibling.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask" };
        ITypeSymbol? result = isTask ? Names.Awaited(sibling.ReturnType) : sibling.ReturnType;
        string run = isTask ? "await " + call : call;
        return isTask && !mayAwait ? null
            : result is { SpecialType: SpecialType.System_Boolean } ? $"if (!{run})\n{{\n    {stop}\n}}\n"
            : sibling.ReturnsVoid || (isTask && SymbolEqualityComparer.Default.Equals(result, sibling.ReturnType)) ? run + ";"
            : null;
    }
}
