using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Knows the code around a call in which nobody needs to look at its answer: tests, mocks, test servers.</summary>
internal static class AnswerSurroundings
{
    /// <summary>Why the answer to a call need not be looked at there; null where it has to be.</summary>
    public static AllowedBecause? Allow(IInvocationOperation call, SendCall? direct, ValueResolver resolver)
    {
        if (LambdaArgumentAround(call) is { } method)
        {
            switch (method)
            {
                case "Setup" or "SetupSequence" or "SetupGet" or "Verify" or "CallTo" or "When" or "WhenForAnyArgs":
                    return AllowedBecause.MockSetup;
                case var _ when method.StartsWith("Throw", StringComparison.Ordinal) || method is "Record" or "Exception" or "ExceptionAsync" or "ShouldThrow" or "ShouldThrowAsync" or "Catch" or "CatchAsync":
                    return AllowedBecause.ExceptionTest;
            }
        }

        return IsOnMock(call) ? AllowedBecause.MockSetup
            : IsOnTestServer(direct?.Receiver ?? call.Instance, resolver) ? AllowedBecause.TestServer
            : IsInTest(call) ? AllowedBecause.Test
            : null;
    }

    /// <summary>The method that takes the lambda around a call: <c>mock.Setup(x => x.SendAsync(...))</c>.</summary>
    private static string? LambdaArgumentAround(IOperation call)
    {
        bool isInLambda = false;
        for (IOperation? current = call.Parent; current is not null; current = current.Parent)
        {
            isInLambda |= current is IAnonymousFunctionOperation;
            if (isInLambda && current is IArgumentOperation { Parent: IInvocationOperation taking })
            {
                return taking.TargetMethod.Name;
            }
        }

        return null;
    }

    /// <summary><c>client.Received(1).SendAsync(...)</c>, <c>client.SendAsync(...).Returns(true)</c>.</summary>
    private static bool IsOnMock(IInvocationOperation call)
    {
        IOperation? parent = call.Parent;
        while (parent is IConversionOperation or IAwaitOperation)
        {
            parent = parent.Parent;
        }

        string? next = parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation extension } when extension.TargetMethod.IsExtensionMethod => extension.TargetMethod.Name,
            IInvocationOperation instance => instance.TargetMethod.Name,
            _ => null,
        };
        return next is "Returns" or "ReturnsForAnyArgs" or "ReturnsAsync" or "ThrowsAsync"
            || call.Instance is IInvocationOperation { TargetMethod.Name: "Received" or "ReceivedWithAnyArgs" or "DidNotReceive" or "DidNotReceiveWithAnyArgs" or "Configure" };
    }

    private static bool IsOnTestServer(IOperation? client, ValueResolver resolver)
    {
        if (client is null || !AnswerUses.IsHttpClient(client.Type))
        {
            return false;
        }

        foreach (IOperation origin in ObjectUses.Of(client, resolver).Origins)
        {
            if (origin is IInvocationOperation { TargetMethod: { Name: "CreateClient" or "CreateDefaultClient" or "GetTestClient", ContainingType: var type } }
                && type.Name is "WebApplicationFactory" or "TestServer" or "HostBuilderTestServerExtensions")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a method of the type around the call is a test, or a type around that one has tests.</summary>
    private static bool IsInTest(IOperation call)
    {
        for (INamedTypeSymbol? type = call.SemanticModel?.GetEnclosingSymbol(call.Syntax.SpanStart)?.ContainingType; type is not null; type = type.ContainingType)
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } && member.GetAttributes().Any(static attribute => TestMethods.IsAttribute(attribute.AttributeClass?.Name)))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
