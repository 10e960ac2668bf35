using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Tells which sends are paced on their way.</summary>
internal interface IPace
{
    /// <summary>Whether a body pauses.</summary>
    bool PausesIn(IOperation body, ValueResolver resolver);

    /// <summary>Whether the client of a send limits its rate.</summary>
    bool Limits(SendCall call, ValueResolver resolver);

    /// <summary>Whether a method makes a call again and again by itself: then its own loop is to be paced, not one around a call of the method.</summary>
    bool IsRepeated(IInvocationOperation call, ValueResolver resolver);
}
