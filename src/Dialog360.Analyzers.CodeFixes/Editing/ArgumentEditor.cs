using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Edits arguments of constructors and positional records. Their names belong to the class: only an argument that the class can do
/// without is taken out.
/// </summary>
internal sealed class ArgumentEditor : OriginEditor
{
    /// <summary>The only instance.</summary>
    public static readonly ArgumentEditor Instance = new();

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Remove(PayloadMember member, EditContext context)
    {
        ArgumentSyntax? argument = member.Origin.Syntax as ArgumentSyntax ?? member.Origin.Syntax.Parent as ArgumentSyntax;
        if (argument is not { Parent: ArgumentListSyntax { Parent: { } call } list })
        {
            return null;
        }

        int index = list.Arguments.IndexOf(argument);
        if (context.ModelOf(call).GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        IParameterSymbol? parameter = argument.NameColon is { } name
            ? method.Parameters.FirstOrDefault(candidate => candidate.Name == name.Name.Identifier.ValueText)
            : index < method.Parameters.Length ? method.Parameters[index] : null;
        bool othersStay = argument.NameColon is not null || list.Arguments.Skip(index + 1).All(static later => later.NameColon is not null);
        return parameter is { IsOptional: true } && othersStay ? SeparatedList.Remove(list.Arguments, index, context.TextOf(call)) : null;
    }
}
