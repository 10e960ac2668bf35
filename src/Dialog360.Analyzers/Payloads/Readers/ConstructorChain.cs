using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Follows a constructor to those that it calls (<c>: this(…)</c>, <c>: base(…)</c>, the base of a record), and reads what their bodies set.</summary>
internal static class ConstructorChain
{
    private const int MaxLength = 16;

    /// <summary>The constructors that run, the called one first; the values of their parameters are added to <paramref name="arguments"/>.</summary>
    public static List<IMethodSymbol> Of(IMethodSymbol constructor, CallValues arguments, PayloadReader reader)
    {
        List<IMethodSymbol> chain = [];
        IMethodSymbol? current = constructor;
        while (current is not null && chain.Count < MaxLength)
        {
            chain.Add(current);
            IInvocationOperation? call = CallOf(current, reader);
            foreach (IArgumentOperation argument in call?.Arguments ?? ImmutableArray<IArgumentOperation>.Empty)
            {
                if (argument.Parameter is { } parameter)
                {
                    arguments[parameter] = Substitution.Apply(ClassDefaults.ArgumentNode(argument, reader), arguments);
                }
            }

            current = call?.TargetMethod ?? WithoutParameters(current.ContainingType?.BaseType);
        }

        return chain;
    }

    /// <summary>Adds what the body of a constructor sets.</summary>
    public static void AddBody(IMethodSymbol constructor, IOperation creation, CallValues arguments, MemberList members, ObjectState state, PayloadReader reader)
    {
        if (BodyOf(constructor, reader) is not { } body)
        {
            return;
        }

        using PayloadReader? inner = reader.Follow(constructor, body);
        if (inner is null)
        {
            members.IsOpen = true;
            return;
        }

        foreach (IOperation operation in (body.BlockBody ?? body.ExpressionBody)?.Descendants() ?? [])
        {
            // What a method that the constructor calls sets is not seen.
            members.IsOpen |= operation is IInvocationOperation { Instance: IInstanceReferenceOperation };
            if (operation is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } target } assignment
                && SerializedNames.IsSerialized(target.Member))
            {
                PayloadNode value = Substitution.Apply(inner.Read(assignment.Value), arguments);
                bool isWrittenHere = creation.Syntax.SyntaxTree == value.Span.Tree && creation.Syntax.Span.Contains(value.Span.Span);
                members.Set(new PayloadMember(
                    SerializedNames.Of(target.Member),
                    isWrittenHere ? ClassDefaults.NameSpanOf(value) : SourceSpan.Of(creation.Syntax),
                    isWrittenHere || value.Kind is PayloadKind.Object or PayloadKind.Array ? value : value with { Span = SourceSpan.Of(creation.Syntax) },
                    new PayloadOrigin(isWrittenHere ? WritingStyle.ConstructorArgument : WritingStyle.ClassDefault, isWrittenHere ? value.Origin.Syntax : assignment.Syntax))
                {
                    Symbol = target.Member,
                    IsConditional = assignment.Parent?.Parent?.Parent is not IConstructorBodyOperation,
                });
            }
            else if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self)
            {
                state.Apply(LaterUses.OfGiven(self, body, inner.Resolver), inner, arguments);
            }
        }
    }

    /// <summary>The call of another constructor: the initializer, or the base of a type with a primary constructor.</summary>
    private static IInvocationOperation? CallOf(IMethodSymbol constructor, PayloadReader reader)
    {
        if (BodyOf(constructor, reader) is { } body)
        {
            return body.Initializer switch
            {
                IInvocationOperation call => call,
                IExpressionStatementOperation { Operation: IInvocationOperation call } => call,
                _ => null,
            };
        }

        foreach (SyntaxReference reference in constructor.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(reader.Resolver.CancellationToken) is TypeDeclarationSyntax { BaseList.Types: var types }
                && types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } called
                && reader.Resolver.Program.Compilation.ContainsSyntaxTree(called.SyntaxTree))
            {
                return reader.Resolver.Program.SemanticModelOf(called.SyntaxTree).GetOperation(called, reader.Resolver.CancellationToken) as IInvocationOperation;
            }
        }

        return null;
    }

    private static IConstructorBodyOperation? BodyOf(IMethodSymbol constructor, PayloadReader reader) =>
        constructor.IsImplicitlyDeclared || constructor.DeclaringSyntaxReferences.IsEmpty
            ? null
            : reader.Resolver.Program.BodyOf(constructor, reader.Resolver.CancellationToken) as IConstructorBodyOperation;

    /// <summary>The constructor of a base class that runs where none is named.</summary>
    private static IMethodSymbol? WithoutParameters(INamedTypeSymbol? type)
    {
        foreach (IMethodSymbol candidate in type is null or { SpecialType: SpecialType.System_Object } ? ImmutableArray<IMethodSymbol>.Empty : type.InstanceConstructors)
        {
            if (candidate.Parameters.IsEmpty)
            {
                return candidate;
            }
        }

        return null;
    }
}
