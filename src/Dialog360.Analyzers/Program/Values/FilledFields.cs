using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>
/// Tells which fields keep an object that methods of the class fill (<c>_body["to"] = to;</c>, <c>_buttons.Add(x);</c>, <c>_message.To = to;</c>): what such a
/// field begins with is not what it holds later. Asked by names, without binding.
/// </summary>
internal sealed class FilledFields
{
    private readonly ConcurrentDictionary<IFieldSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    private FilledFields()
    {
    }

    /// <summary>The answers for that compilation.</summary>
    public static FilledFields Of(ProgramModel program) => program.Part(static _ => new FilledFields());

    /// <summary>Whether each object of the class has its own value in the field, and methods fill it.</summary>
    public bool Contains(IFieldSymbol field, CancellationToken cancellationToken) =>
        !field.IsStatic && field.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String }
        && (_known.TryGetValue(field, out bool known) ? known : _known.GetOrAdd(field, Find(field, cancellationToken)));

    private static bool Find(IFieldSymbol field, CancellationToken cancellationToken)
    {
        bool isOwnType = !field.Type.DeclaringSyntaxReferences.IsEmpty;
        foreach (SyntaxReference part in field.ContainingType.DeclaringSyntaxReferences)
        {
            foreach (SyntaxNode node in part.GetSyntax(cancellationToken).DescendantNodes())
            {
                if (node is IdentifierNameSyntax name && name.Identifier.ValueText == field.Name && IsFilledBy(Whole(name), isOwnType))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static ExpressionSyntax Whole(IdentifierNameSyntax name) => name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } own ? own : name;

    private static bool IsFilledBy(ExpressionSyntax reference, bool isOwnType) => reference.Parent switch
    {
        ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: var left } } entry when entry.Expression == reference => left == entry,
        MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax, Name.Identifier.ValueText: "Add" or "TryAdd" or "AddRange" or "Insert" or "Merge" } call => call.Expression == reference,
        MemberAccessExpressionSyntax { Parent: AssignmentExpressionSyntax { Left: var left } } member when member.Expression == reference => isOwnType && left == member,
        _ => false,
    };
}
