using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Finds the name in a call.</summary>
internal static class InvokedName
{
    /// <summary>Where the method name of an invocation stands; the whole invocation where it has none.</summary>
    public static SourceSpan Of(IInvocationOperation invocation) =>
        (invocation.Syntax as InvocationExpressionSyntax)?.Expression switch
        {
            MemberAccessExpressionSyntax member => SourceSpan.Of(member.Name.Identifier),
            MemberBindingExpressionSyntax member => SourceSpan.Of(member.Name.Identifier),
            SimpleNameSyntax name => SourceSpan.Of(name.Identifier),
            _ => SourceSpan.Of(invocation.Syntax),
        };
}
