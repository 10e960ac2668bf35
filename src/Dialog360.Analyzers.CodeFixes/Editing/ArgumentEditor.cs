using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
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
    public override ImmutableArray<SourceChange>? Replace(PayloadNode owner, PayloadMember member, NewMember replacement, EditContext context)
    {
        if (replacement.Name == member.Name)
        {
            return ExpressionEditor.ExpressionOf(member.Value) is { } written && TypedValues.Write(replacement.Value, TargetTypes.Of(written, context), written, context) is { } value
                ? ExpressionEditor.Replace(written, value)
                : null;
        }

        if (Named(member, replacement, context) is { } named)
        {
            return named;
        }

        return Remove(member, context) is { } gone && TypedObjectEditor.Instance.Add(owner, ImmutableArray.Create(replacement), context) is { } added
            ? gone.AddRange(added)
            : null;
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Remove(PayloadMember member, EditContext context) =>
        OptionalOf(member, context) is (var argument, _) && argument.Parent is ArgumentListSyntax list
            ? SeparatedList.Remove(list.Arguments, list.Arguments.IndexOf(argument), context.TextOf(list))
            : null;

    /// <summary><c>Template: new(...)</c> in the place of an argument that the constructor can do without.</summary>
    private static ImmutableArray<SourceChange>? Named(PayloadMember member, NewMember replacement, EditContext context) =>
        OptionalOf(member, context) is (var argument, var constructor)
            && constructor.Parameters.FirstOrDefault(parameter => parameter.IsOptional && SerializedNames.OfCSharpName(parameter.Name) == replacement.Name) is { } target
            && TypedValues.Write(replacement.Value, target.Type, argument, context) is { } value
                ? ImmutableArray.Create(new SourceChange(argument.SyntaxTree, argument.Span, $"{EditContext.Identifier(target.Name)}: {value}"))
                : null;

    /// <summary>The argument and its constructor, where the call compiles without it; null elsewhere.</summary>
    private static (ArgumentSyntax Argument, IMethodSymbol Constructor)? OptionalOf(PayloadMember member, EditContext context)
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
        return parameter is { IsOptional: true } && othersStay ? (argument, method) : null;
    }
}
