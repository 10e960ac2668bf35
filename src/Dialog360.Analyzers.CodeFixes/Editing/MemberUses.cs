using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Finds what else the code does with a member of a message that is held by a local: <c>log(m.image.link);</c>, <c>m.image.caption = "x";</c>.
/// Whoever renames or drops the member has to look there too.
/// </summary>
internal static class MemberUses
{
    /// <summary>The accesses to a member, or to something in it, by way of the local that holds the object; the last step of each is the member's name.</summary>
    public static IEnumerable<ExpressionSyntax> Of(PayloadMember member, EditContext context)
    {
        if (member.Origin.Style is WritingStyle.JsonText or WritingStyle.ClassDefault || AccessPath.OfMember(member.Origin.Syntax, context) is not { } path || FunctionAround(member.Origin.Syntax) is not { } around)
        {
            yield break;
        }

        foreach (SyntaxNode node in around.DescendantNodes())
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (node is ExpressionSyntax access and (MemberAccessExpressionSyntax or ElementAccessExpressionSyntax) && AccessPath.Of(access, context) is { } used && used.Equals(path))
            {
                yield return access;
            }
        }
    }

    /// <summary>The changes that give the member the new name where it is used too; null where one of the uses cannot be changed.</summary>
    /// <param name="member">The member.</param>
    /// <param name="name">The new name in the JSON.</param>
    /// <param name="identifier">The new name in C#.</param>
    /// <param name="context">The program.</param>
    public static ImmutableArray<SourceChange>? Renamed(PayloadMember member, string name, string identifier, EditContext context)
    {
        if (IsAskedFor(member, context))
        {
            return null;
        }

        ImmutableArray<SourceChange>.Builder changes = ImmutableArray.CreateBuilder<SourceChange>();
        foreach (ExpressionSyntax use in Of(member, context))
        {
            if (use is MemberAccessExpressionSyntax access)
            {
                changes.Add(new SourceChange(use.SyntaxTree, access.Name.Span, identifier));
            }
            else if (Keys.Rename(((ElementAccessExpressionSyntax)use).ArgumentList.Arguments[0].Expression, name, context) is { } renamed)
            {
                changes.AddRange(renamed);
            }
            else
            {
                return null;
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>Whether a member is used in a place that the changes leave.</summary>
    public static bool Remain(PayloadMember member, IReadOnlyCollection<SourceChange> changes, EditContext context) =>
        IsAskedFor(member, context) || Of(member, context).Any(use => !member.Origin.Syntax.Span.Contains(use.Span) && !changes.Any(change => change.Tree == use.SyntaxTree && change.Span.Contains(use.Span)));

    /// <summary>Whether a call or a conditional access names the member on the object: <c>d.ContainsKey("image")</c>, <c>m?.image</c>.</summary>
    private static bool IsAskedFor(PayloadMember member, EditContext context)
    {
        if (member.Origin.Style is WritingStyle.JsonText or WritingStyle.ClassDefault || AccessPath.OfMember(member.Origin.Syntax, context) is not { Steps.IsEmpty: false } path || FunctionAround(member.Origin.Syntax) is not { } around)
        {
            return false;
        }

        string name = path.Steps[path.Steps.Length - 1];
        AccessPath owner = path with { Steps = path.Steps.RemoveAt(path.Steps.Length - 1) };
        return around.DescendantNodes().Any(node => !member.Origin.Syntax.Span.Contains(node.Span) && node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var called }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.Value: string key } }, ..] } =>
                key == name && owner.Equals(AccessPath.Of(called, context)),
            ConditionalAccessExpressionSyntax { Expression: var asked, WhenNotNull: var then } =>
                then.ToString().TrimStart('.', '[', '"').StartsWith(name, StringComparison.Ordinal) && owner.Equals(AccessPath.Of(asked, context)),
            _ => false,
        });
    }

    private static SyntaxNode? FunctionAround(SyntaxNode syntax) =>
        syntax.Ancestors().FirstOrDefault(static node => node is CompilationUnitSyntax || (node is MemberDeclarationSyntax and not GlobalStatementSyntax));
}
