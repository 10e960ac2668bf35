using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>A call that sends, and what becomes of its answer.</summary>
/// <param name="Call">The call: of a client, or of a method of the program; or the method group that another method calls (<c>numbers.Select(SendAsync)</c>).</param>
/// <param name="Part">What the call gives back of the answer.</param>
/// <param name="Allowed">Why that is enough; null where the answer is ignored.</param>
internal sealed record SendAnswer(IOperation Call, AnswerPart Part, AllowedBecause? Allowed)
{
    /// <summary>The call of the client; null where it is one of a method of the program.</summary>
    public SendCall? Direct { get; init; }

    /// <summary>How the answer is lost, where it is.</summary>
    public LostBy LostBy { get; init; }

    /// <summary>The method that is called.</summary>
    public IMethodSymbol Method => Call is IMethodReferenceOperation group ? group.Method : ((IInvocationOperation)Call).TargetMethod;

    /// <summary>Where a diagnostic stands: the name of what is called.</summary>
    public SourceSpan Name => Call is IMethodReferenceOperation group ? InvokedName.Of(group) : InvokedName.Of((IInvocationOperation)Call);
}

/// <summary>How an answer is lost.</summary>
internal enum LostBy
{
    /// <summary>The value is dropped.</summary>
    Dropping,

    /// <summary>The task is not awaited.</summary>
    NotAwaiting,

    /// <summary>Only the body is looked at, and only as a text.</summary>
    ReadingTheBodyAlone,

    /// <summary>The method gives back a plain task.</summary>
    PlainTask,
}
