using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Recognises the calls that write a line for people and do nothing else.</summary>
internal static class LogCalls
{
    /// <summary>Whether the call is one: <c>LogError</c> of anything, and all methods of a logger, of the console and of the debugger.</summary>
    public static bool Is(IInvocationOperation call) =>
        NameWords.Of(call.TargetMethod.Name).Contains("log")
        || call.TargetMethod.Name is "TrackEvent" or "TrackException" or "TrackTrace"
        || call.Instance is IPropertyReferenceOperation { Property: { IsStatic: true, ContainingType.Name: "Console" } }
        || (call.TargetMethod.ContainingType?.Name is { } type && ErrorWords.IsLogger(type));
}
