using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>A webhook receiver: the function that a POST of updates runs, and the functions that it hands them to.</summary>
/// <param name="Kind">How it is run.</param>
/// <param name="Functions">The receiver's own function first, then the others in the order in which the update comes to them.</param>
/// <param name="Places">Where values stand in the update.</param>
/// <param name="Reads">What they read of it.</param>
internal sealed record Receiver(EntryKind Kind, ImmutableArray<ReceivedFunction> Functions, UpdatePlaces Places, UpdateReads Reads)
{
    /// <summary>The receiver's own function.</summary>
    public ReceivedFunction Root => Functions[0];

    /// <summary>Whether it answers a request.</summary>
    public bool Answers => Kind != EntryKind.Processor;

    /// <summary>The name by which a person knows the receiver: that of the method, or of the method that a lambda is mapped with.</summary>
    public SourceSpan Name
    {
        get
        {
            SyntaxNode syntax = Root.Unit.Node.Syntax;
            switch (syntax)
            {
                case MethodDeclarationSyntax method:
                    return SourceSpan.Of(method.Identifier);
                case LocalFunctionStatementSyntax local:
                    return SourceSpan.Of(local.Identifier);
                case AnonymousFunctionExpressionSyntax when syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax { Name: var name } }:
                    return SourceSpan.Of(name);
                case AnonymousFunctionExpressionSyntax when syntax.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: IdentifierNameSyntax called }:
                    return SourceSpan.Of(called);
                default:
                    return SourceSpan.Of(syntax.GetFirstToken());
            }
        }
    }
}
