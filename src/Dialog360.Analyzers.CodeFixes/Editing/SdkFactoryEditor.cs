using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Edits calls of a factory whose name says the type of the message (<c>CreateImageMessageByLink</c>): another type is another method
/// of the same class that takes the same arguments.
/// </summary>
internal sealed class SdkFactoryEditor : OriginEditor
{
    /// <summary>The only instance.</summary>
    public static readonly SdkFactoryEditor Instance = new();

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? SetValue(PayloadNode node, NewValue value, EditContext context) =>
        node.Origin.Syntax is InvocationExpressionSyntax call && node.KnownText is { } old
            ? value is NewValue.Text text ? Swap(call, old, text.Value, context) : null
            : base.SetValue(node, value, context);

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Rename(PayloadNode owner, PayloadMember member, string name, EditContext context) =>
        member.Origin.Syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call ? Swap(call, member.Name, name, context) : null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Remove(PayloadMember member, EditContext context) => ArgumentEditor.Instance.Remove(member, context);

    /// <summary>The changes that call the method for <paramref name="newType"/> in the place of the one for <paramref name="oldType"/>.</summary>
    private static ImmutableArray<SourceChange>? Swap(InvocationExpressionSyntax call, string oldType, string newType, EditContext context)
    {
        SimpleNameSyntax? name = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name is null
            || context.ModelOf(call).GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol method
            || method.Name.IndexOf(Pascal(oldType) + "Message", StringComparison.Ordinal) is not (>= 0 and int at))
        {
            return null;
        }

        string newName = method.Name.Substring(0, at) + Pascal(newType) + method.Name.Substring(at + oldType.Length);
        IMethodSymbol? replacement = method.ContainingType.GetMembers(newName).OfType<IMethodSymbol>().FirstOrDefault(candidate => Takes(candidate, method, call));
        return replacement is null ? null : Arguments(call, name, method, replacement);
    }

    private static ImmutableArray<SourceChange>? Arguments(InvocationExpressionSyntax call, SimpleNameSyntax name, IMethodSymbol method, IMethodSymbol replacement)
    {
        ImmutableArray<SourceChange>.Builder changes = ImmutableArray.CreateBuilder<SourceChange>();
        changes.Add(new SourceChange(call.SyntaxTree, name.Identifier.Span, replacement.Name));
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        for (int index = 0; index < arguments.Count; index++)
        {
            // A link is "imageLink" in one method and "audioLink" in the other; a named argument follows its parameter.
            if (arguments[index].NameColon is { } colon
                && method.Parameters.FirstOrDefault(parameter => parameter.Name == colon.Name.Identifier.ValueText) is { } old
                && Counterpart(old, replacement) is { } counterpart
                && counterpart.Name != old.Name)
            {
                changes.Add(new SourceChange(call.SyntaxTree, colon.Name.Span, counterpart.Name));
            }
        }

        return changes.ToImmutable();
    }

    /// <summary>Whether a method can be called with the arguments of <paramref name="call"/>: each has its place there, in the same order.</summary>
    private static bool Takes(IMethodSymbol candidate, IMethodSymbol method, InvocationExpressionSyntax call)
    {
        HashSet<string> given = new();
        SeparatedSyntaxList<ArgumentSyntax> arguments = call.ArgumentList.Arguments;
        for (int index = 0; index < arguments.Count; index++)
        {
            string? name = arguments[index].NameColon?.Name.Identifier.ValueText;
            IParameterSymbol? parameter = name is null ? (index < method.Parameters.Length ? method.Parameters[index] : null) : method.Parameters.FirstOrDefault(other => other.Name == name);
            if (parameter is null || Counterpart(parameter, candidate) is not { } counterpart || (name is null && counterpart.Ordinal != parameter.Ordinal))
            {
                return false;
            }

            given.Add(counterpart.Name);
        }

        return candidate.Parameters.All(parameter => parameter.IsOptional || given.Contains(parameter.Name));
    }

    /// <summary>The parameter of the other method that means the same: of the same name, or a link for a link and an id for an id.</summary>
    private static IParameterSymbol? Counterpart(IParameterSymbol parameter, IMethodSymbol other) =>
        other.Parameters.FirstOrDefault(candidate =>
            SymbolEqualityComparer.Default.Equals(candidate.Type, parameter.Type)
            && (candidate.Name == parameter.Name || SameEnd(candidate.Name, parameter.Name, "link") || SameEnd(candidate.Name, parameter.Name, "id")));

    private static bool SameEnd(string left, string right, string end) =>
        left.EndsWith(end, StringComparison.OrdinalIgnoreCase) && right.EndsWith(end, StringComparison.OrdinalIgnoreCase);

    private static string Pascal(string type) => type.Length == 0 ? type : char.ToUpperInvariant(type[0]) + type.Substring(1);
}
