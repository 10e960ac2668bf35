using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>A place where code gives a client or a request the header <c>Authorization</c>, or another header that authenticates.</summary>
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
        }

        foreach (ObjectCall call in uses.Calls)
        {
            if (call.Invocation.TargetMethod.Name is "WithOAuthBearerToken" or "SetBearerToken" or "WithBasicAuth")
            {
                return new AuthorizationSetting(call.Invocation, InvokedName.Of(call.Invocation));
            }
        }

        return Named(uses, name => IsName(name, resolver));
    }

    /// <summary>The first setting of a header of that name among what is done with an object, or null.</summary>
    public static AuthorizationSetting? Named(ObjectUses uses, Func<IOperation, bool> isName)
    {
        foreach (ObjectAssignment assignment in uses.Assignments)
        {
            if (assignment.Assignment.Target is IPropertyReferenceOperation { Arguments: [{ } index] } && isName(index.Value))
            {
                return new AuthorizationSetting(assignment.Assignment, SourceSpan.Of(index.Value.Syntax));
            }
        }

        foreach (ObjectCall call in uses.Calls)
        {
            bool isHeader = call.Path.EndsWith("Headers", StringComparison.Ordinal) || call.Invocation.TargetMethod.Name.IndexOf("Header", StringComparison.Ordinal) >= 0;
            if (isHeader && Names.PlainArgument(call.Invocation, 0) is { } name && isName(name))
            {
                return new AuthorizationSetting(call.Invocation, SourceSpan.Of(name.Syntax));
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

    /// <summary>Whether the expression is the name of that header.</summary>
    public static bool IsName(IOperation name, ValueResolver resolver) =>
        ValueResolver.Strip(name) is IFieldReferenceOperation { Field: { Name: HeaderName, ContainingType.Name: "HttpRequestHeader" } }
        || resolver.ConstantOf(name) is { HasValue: true, Value: string text }
        && (text.Equals(HeaderName, StringComparison.OrdinalIgnoreCase) || text.StartsWith(HeaderName + ":", StringComparison.OrdinalIgnoreCase));

    private static bool IsNull(IOperation value) => ValueResolver.Strip(value).ConstantValue is { HasValue: true, Value: null };

    private static SourceSpan NameOf(SyntaxNode target) => target is MemberAccessExpressionSyntax member ? SourceSpan.Of(member.Name) : SourceSpan.Of(target);
}
