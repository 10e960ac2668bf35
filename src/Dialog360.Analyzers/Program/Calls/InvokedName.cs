using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Finds the name in a call.</summary>
internal static class InvokedName
{
    /// <summary>Where the method name of an invocation stands; the whole invocation where it has none.</summary>
    public static SourceSpan Of(IInvocationOperation invocation) => Of((invocation.Syntax as InvocationExpressionSyntax)?.Expression) ?? SourceSpan.Of(invocation.Syntax);

    /// <summary>Where the method name of a method group stands.</summary>
    public static SourceSpan Of(IMethodReferenceOperation group) => Of(group.Syntax as ExpressionSyntax) ?? SourceSpan.Of(group.Syntax);

    private static SourceSpan? Of(ExpressionSyntax? called) => called switch
    {
        MemberAccessExpressionSyntax member => SourceSpan.Of(member.Name.Identifier),
        MemberBindingExpressionSyntax member => SourceSpan.Of(member.Name.Identifier),
        SimpleNameSyntax name => SourceSpan.Of(name.Identifier),
        _ => null,
    };
}
