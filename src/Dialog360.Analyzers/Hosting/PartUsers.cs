using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Hosting;

/// <summary>
/// Finds the bodies whose messages use what one body makes (<c>Button(id, title)</c>, <c>Footer</c>) or hand it their text: those that name the member, and
/// those that name them in turn.
/// </summary>
internal static class PartUsers
{
    private const int MaxDepth = 8;
    private const int MaxUsers = 64;
    private const int MaxBodies = 400;

    /// <summary>The roots of these bodies, the nearest first; none for a body that makes no part and encodes no text. Only those are bound that concern the rules.</summary>
    public static IEnumerable<IOperation> Of(IOperation root, ProgramModel program, CancellationToken cancellationToken)
    {
        if (!MakesPart(root.Syntax) && !LossyEncodings.MayStandIn(root.Syntax))
        {
            yield break;
        }

        SendingMembers reach = SendingMembers.Of(program, cancellationToken);
        HashSet<SyntaxNode> seen = [root.Syntax];
        HashSet<string> names = new(StringComparer.Ordinal);
        List<SyntaxNode> level = [root.Syntax];
        int users = 0;
        for (int depth = 0; depth < MaxDepth && level.Count > 0; depth++)
        {
            List<SyntaxNode> next = [];
            foreach (SyntaxNode place in level.Select(NameOf).OfType<string>().Where(names.Add).ToList().SelectMany(name => CallIndex.Of(program).Named(name, cancellationToken)))
            {
                if (BodySyntax.DeclarationAround(place) is not { } body || seen.Count >= MaxBodies || !seen.Add(body))
                {
                    continue;
                }

                bool isUser = SendingMembers.IsConcerned(body, reach.ConcernOf(body.SyntaxTree), cancellationToken);
                if (isUser || GivesValue(body))
                {
                    next.Add(body);
                }

                if (isUser && BodyModels.Of(program).Around(body, cancellationToken) is { Root: var user })
                {
                    yield return user;
                    if (++users >= MaxUsers)
                    {
                        yield break;
                    }
                }
            }

            level = next;
        }
    }

    /// <summary>Whether the body gives its callers something that it makes of values of its own.</summary>
    private static bool MakesPart(SyntaxNode body) => GivesValue(body) && body.DescendantNodes().Any(static node => node is
        AnonymousObjectCreationExpressionSyntax or BaseObjectCreationExpressionSyntax { Initializer: not null } or BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: > 0 }
        or InterpolatedStringExpressionSyntax or LiteralExpressionSyntax { Token.ValueText.Length: > 0 } || UrlEncoders.MayBeNamedBy(node));

    private static bool GivesValue(SyntaxNode declaration) => declaration switch
    {
        MethodDeclarationSyntax { ReturnType: var type } => CanBePart(type),
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } => CanBePart(type),
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax { Type: var type } } accessor => accessor.Keyword.ValueText == "get" && CanBePart(type),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var type } } => CanBePart(type),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type: var type, Parent: FieldDeclarationSyntax field } } } =>
            CanBePart(type) && !field.Modifiers.Any(static modifier => modifier.ValueText == "const"),
        _ => false,
    };

    private static bool CanBePart(TypeSyntax type) => type switch
    {
        PredefinedTypeSyntax predefined => predefined.Keyword.ValueText is "object" or "string",
        NullableTypeSyntax nullable => CanBePart(nullable.ElementType),
        IdentifierNameSyntax { Identifier.ValueText: "Task" or "ValueTask" } => false,
        GenericNameSyntax { Identifier.ValueText: "Task" or "ValueTask", TypeArgumentList.Arguments: [{ } awaited] } => CanBePart(awaited),
        _ => true,
    };

    private static string? NameOf(SyntaxNode body)
    {
        SyntaxNode? member = body.FirstAncestorOrSelf<SyntaxNode>(static node => node is MemberDeclarationSyntax or VariableDeclaratorSyntax);
        return member switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            _ => null,
        };
    }
}
