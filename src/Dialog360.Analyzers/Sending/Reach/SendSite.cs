using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>A call that sends a message of a known kind: directly, or through the project's own methods.</summary>
/// <param name="Call">The call.</param>
/// <param name="Unit">The function in which it stands.</param>
/// <param name="IsFreeForm">Whether the message is anything but a template.</param>
/// <param name="Generation">The generation of the API that it goes to.</param>
internal sealed record SendSite(IOperation Call, FunctionUnit Unit, bool IsFreeForm, ApiGeneration Generation)
{
    /// <summary>The recipient, or what holds it; null where it is not seen.</summary>
    public IOperation? Recipient { get; init; }

    /// <summary>The members that lead from <see cref="Recipient"/> to the recipient itself.</summary>
    public ImmutableArray<ISymbol> Path { get; init; } = ImmutableArray<ISymbol>.Empty;

    /// <summary>The object or text of the message, where it is written in the same member; null elsewhere.</summary>
    public SyntaxNode? Message { get; init; }

    /// <summary>The calls of the methods that make the message, from the one nearest to it on; empty where the message is written in place.</summary>
    public ImmutableArray<IOperation> Makers { get; init; } = ImmutableArray<IOperation>.Empty;

    /// <summary>The id of the message that it quotes; null where it quotes none.</summary>
    public IOperation? Quoted { get; init; }

    /// <summary>The picture of the message, where the call writes it.</summary>
    public MessagePicture? Picture { get; init; }

    /// <summary>Where a diagnostic on the call stands: its method name.</summary>
    public SourceSpan Name => NameOf(Call.Syntax);

    /// <summary>The place of the name of what is called.</summary>
    public static SourceSpan NameOf(SyntaxNode call)
    {
        SyntaxNode node = call is InvocationExpressionSyntax invocation ? invocation.Expression : call;
        while (true)
        {
            switch (node)
            {
                case MemberAccessExpressionSyntax access:
                    node = access.Name;
                    break;
                case MemberBindingExpressionSyntax binding:
                    node = binding.Name;
                    break;
                case ConditionalAccessExpressionSyntax conditional:
                    node = conditional.WhenNotNull;
                    break;
                case InvocationExpressionSyntax inner:
                    node = inner.Expression;
                    break;
                case ObjectCreationExpressionSyntax creation:
                    node = creation.Type;
                    break;
                case SimpleNameSyntax name:
                    return SourceSpan.Of(name.Identifier);
                default:
                    return SourceSpan.Of(node);
            }
        }
    }
}

/// <summary>What calling a method sends, as far as its callers have to answer for it.</summary>
/// <param name="IsFreeForm">Whether the message is anything but a template.</param>
/// <param name="Generation">The generation of the API.</param>
/// <param name="Ordinal">The parameter that the recipient is computed from.</param>
/// <param name="Path">The members that lead from the argument to the recipient.</param>
internal sealed record SendDuty(bool IsFreeForm, ApiGeneration Generation, int Ordinal, ImmutableArray<ISymbol> Path)
{
    /// <summary>Whether the path to the recipient can begin at a value: behind a generic dispatcher stand handlers of other items too.</summary>
    public bool Fits(IOperation recipient)
    {
        recipient = OperationNames.Unconverted(recipient);
        if (Path is not [{ ContainingType: { TypeKind: TypeKind.Class } owner }, ..] || recipient.Type is not { TypeKind: TypeKind.Class, SpecialType: SpecialType.None, DeclaringSyntaxReferences.IsEmpty: false } type)
        {
            return true;
        }

        return IsBase(owner.OriginalDefinition, type) || IsBase(type.OriginalDefinition, owner);

        static bool IsBase(ITypeSymbol candidate, ITypeSymbol type)
        {
            for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(current.OriginalDefinition, candidate))
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <inheritdoc/>
    public bool Equals(SendDuty? other) =>
        other is not null && IsFreeForm == other.IsFreeForm && Generation == other.Generation && Ordinal == other.Ordinal && Path.SequenceEqual(other.Path, SymbolEqualityComparer.Default);

    /// <inheritdoc/>
    public override int GetHashCode() => (Ordinal * 4) + ((int)Generation * 2) + (IsFreeForm ? 1 : 0);
}

/// <summary>A message of a method that only its arguments complete: the whole of it is a parameter, or its type is.</summary>
/// <param name="Template">The picture, with the parameters in it.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Generation">The generation of the API.</param>
internal sealed record OpenMessage(PayloadNode Template, Destination Destination, ApiGeneration Generation);

/// <summary>What a method does for its callers.</summary>
/// <param name="Duties">What it sends without the check.</param>
/// <param name="Messages">What it sends when its arguments complete it.</param>
internal sealed record SendSummary(ImmutableArray<SendDuty> Duties, ImmutableArray<OpenMessage> Messages)
{
    /// <summary>Nothing.</summary>
    public static readonly SendSummary None = new(ImmutableArray<SendDuty>.Empty, ImmutableArray<OpenMessage>.Empty);
}
