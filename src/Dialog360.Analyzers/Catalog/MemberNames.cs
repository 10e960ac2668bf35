using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Catalog;

/// <summary>How code elsewhere names a member that it runs.</summary>
internal enum NameUse
{
    /// <summary>A call or a method group.</summary>
    Method,

    /// <summary>A value: a property, field or event.</summary>
    Value,

    /// <summary>A creation of the type.</summary>
    Creation,

    /// <summary>Any use of the type, for a member that no name stands for, such as an operator.</summary>
    Type,
}

/// <summary>A name under which a member is run.</summary>
/// <param name="Text">The name.</param>
/// <param name="Use">How it is used.</param>
/// <param name="IsAnywhere">Whether it also stands for members of other assemblies.</param>
internal readonly record struct MemberName(string Text, NameUse Use, bool IsAnywhere = false);

/// <summary>Tells by syntax alone which member a piece of code stands in, and under which names that is run.</summary>
internal static class MemberNames
{
    /// <summary>The member that a node stands in; the whole file for top-level statements; null for what stands in none.</summary>
    public static SyntaxNode? MemberOf(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case CompilationUnitSyntax:
                    return current;
                case GlobalStatementSyntax:
                    return current.SyntaxTree.GetRoot();
                case BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax:
                    return null;
                case MemberDeclarationSyntax:
                    return current;
            }
        }

        return null;
    }

    /// <summary>The names of a member.</summary>
    public static IEnumerable<MemberName> Of(SyntaxNode member)
    {
        switch (member)
        {
            case MethodDeclarationSyntax method:
                yield return new MemberName(method.Identifier.ValueText, NameUse.Method);
                break;
            case PropertyDeclarationSyntax property:
                yield return new MemberName(property.Identifier.ValueText, NameUse.Value);
                break;
            case EventDeclarationSyntax @event:
                yield return new MemberName(@event.Identifier.ValueText, NameUse.Value);
                break;
            case BaseFieldDeclarationSyntax field:
                foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                {
                    yield return new MemberName(variable.Identifier.ValueText, NameUse.Value);
                }

                break;
            case ConstructorDeclarationSyntax constructor:
                yield return new MemberName(constructor.Identifier.ValueText, NameUse.Creation);
                break;
            case { Parent: BaseTypeDeclarationSyntax type }:
                yield return new MemberName(type.Identifier.ValueText, NameUse.Type);
                break;
        }
    }

    /// <summary>The fields, properties and events to which a member gives a lambda or method group.</summary>
    public static IEnumerable<string> DelegatesFilledIn(SyntaxNode member, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in member.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax assignment && TargetOf(assignment.Left) is { } target && IsFunction(assignment.Right, model, cancellationToken))
            {
                yield return target;
            }
        }
    }

    private static bool IsFunction(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) => value switch
    {
        AnonymousFunctionExpressionSyntax => true,
        SimpleNameSyntax or MemberAccessExpressionSyntax => model.GetSymbolInfo(value, cancellationToken).Symbol is IMethodSymbol,
        _ => false,
    };

    private static string? TargetOf(ExpressionSyntax target) => target switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        ElementAccessExpressionSyntax element => TargetOf(element.Expression),
        _ => null,
    };

    /// <summary>Whether a name is the type of a creation.</summary>
    public static bool IsCreated(SyntaxNode name)
    {
        SyntaxNode type = name;
        while (type.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax)
        {
            type = type.Parent;
        }

        return type.Parent is ObjectCreationExpressionSyntax;
    }
}
