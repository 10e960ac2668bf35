using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>A place where code gives a client or a request the header <c>Authorization</c>.</summary>
/// <param name="Operation">The assignment or call.</param>
/// <param name="Span">The name: the property, the header's name in quotes, or the method.</param>
internal sealed record AuthorizationSetting(IOperation Operation, SourceSpan Span)
{
    private const string HeaderName = "Authorization";

    /// <summary>The first such setting among what is done with an object, or null.</summary>
    public static AuthorizationSetting? In(ObjectUses uses, ValueResolver resolver)
    {
        foreach (ObjectAssignment assignment in uses.Assignments)
        {
            if ((assignment.Path == HeaderName || assignment.Path.EndsWith("." + HeaderName, StringComparison.Ordinal) || IsAuthenticator(assignment))
                && !IsNull(assignment.Assignment.Value))
            {
                return new AuthorizationSetting(assignment.Assignment, NameOf(assignment.Assignment.Target.Syntax));
            }

            if (assignment.Assignment.Target is IPropertyReferenceOperation { Arguments: [{ } index] } && IsName(index.Value, resolver))
            {
                return new AuthorizationSetting(assignment.Assignment, SourceSpan.Of(index.Value.Syntax));
            }
        }

        foreach (ObjectCall call in uses.Calls)
        {
            IInvocationOperation invocation = call.Invocation;
            if (invocation.TargetMethod.Name is "WithOAuthBearerToken" or "SetBearerToken" or "WithBasicAuth")
            {
                return new AuthorizationSetting(invocation, InvokedName.Of(invocation));
            }

            bool isHeader = call.Path.EndsWith("Headers", StringComparison.Ordinal) || invocation.TargetMethod.Name.IndexOf("Header", StringComparison.Ordinal) >= 0;
            if (isHeader && Names.PlainArgument(invocation, 0) is { } name && IsName(name, resolver))
            {
                return new AuthorizationSetting(invocation, SourceSpan.Of(name.Syntax));
            }
        }

        return null;
    }

    /// <summary>One of RestSharp's own authenticators: all of them write <c>Authorization</c>, what others write is not known.</summary>
    private static bool IsAuthenticator(ObjectAssignment assignment) =>
        assignment.Path.EndsWith("Authenticator", StringComparison.Ordinal)
        && ValueResolver.Strip(assignment.Assignment.Value) is IObjectCreationOperation { Type: { } type } && Names.IsIn(type, "RestSharp");

    /// <summary>Whether an authenticator is given that may write any header.</summary>
    public static bool HasOtherAuthenticator(ObjectUses uses)
    {
        foreach (ObjectAssignment assignment in uses.Assignments)
        {
            if (assignment.Path.EndsWith("Authenticator", StringComparison.Ordinal) && !IsNull(assignment.Assignment.Value) && !IsAuthenticator(assignment))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsName(IOperation name, ValueResolver resolver) =>
        ValueResolver.Strip(name) is IFieldReferenceOperation { Field: { Name: HeaderName, ContainingType.Name: "HttpRequestHeader" } }
        || resolver.ConstantOf(name) is { HasValue: true, Value: string text }
        && (text.Equals(HeaderName, StringComparison.OrdinalIgnoreCase) || text.StartsWith(HeaderName + ":", StringComparison.OrdinalIgnoreCase));

    private static bool IsNull(IOperation value) => ValueResolver.Strip(value).ConstantValue is { HasValue: true, Value: null };

    private static SourceSpan NameOf(SyntaxNode target) => target is MemberAccessExpressionSyntax member ? SourceSpan.Of(member.Name) : SourceSpan.Of(target);
}
