using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Answers;

/// <summary>What a value is that comes from the answer to a send.</summary>
internal enum AnswerPart
{
    /// <summary>The answer itself, or a task that gives it.</summary>
    Response,

    /// <summary>Its status, or something computed from it.</summary>
    Status,

    /// <summary>Its content, which has not been read yet.</summary>
    Content,

    /// <summary>Its body as it came: a text, a stream, bytes.</summary>
    Text,

    /// <summary>What was read out of its body.</summary>
    Parsed,

    /// <summary>What a method of the program says about it: a yes or no, a code, a result of its own.</summary>
    Told,

    /// <summary>A new object that holds one of these.</summary>
    Mixed,
}

/// <summary>What code does in the end with a value that comes from an answer.</summary>
internal enum AnswerUseKind
{
    /// <summary>Nothing: it is a statement of its own, or a local that nobody reads.</summary>
    Dropped,

    /// <summary>It is assigned to <c>_</c>.</summary>
    Discarded,

    /// <summary>It decides which way the code takes.</summary>
    Decides,

    /// <summary>It becomes an exception where it is a failure.</summary>
    Throws,

    /// <summary>The method gives it back.</summary>
    Returned,

    /// <summary>It is kept in a field, a property or a collection.</summary>
    Stored,

    /// <summary>It is handed to a method that nobody follows.</summary>
    HandedOn,

    /// <summary>It is written into a log.</summary>
    Logged,

    /// <summary>It is read in a way that nobody follows.</summary>
    Read,

    /// <summary>It is taken for JSON: the call that reads it. What is read goes on from there.</summary>
    ReadAsJson,
}

/// <summary>One use of a value that comes from an answer.</summary>
/// <param name="Kind">What is done with it.</param>
/// <param name="Part">What it is.</param>
/// <param name="At">Where.</param>
/// <param name="IsInHelper">Whether a method that got the value does it.</param>
internal readonly record struct AnswerUsage(AnswerUseKind Kind, AnswerPart Part, IOperation At, bool IsInHelper = false);
