
namespace Dialog360.Analyzers.Answers;

/// <summary>How a send ended, as far as an assumption says it.</summary>
/// <param name="IsSuccess">Whether the answer is a success.</param>
/// <param name="Status">The HTTP status, or null where only the code of the error is assumed.</param>
/// <param name="Code">The code of the error in the body, or null.</param>
internal readonly record struct Outcome(bool IsSuccess, int? Status, int? Code)
{
    /// <summary>The message was taken.</summary>
    public static readonly Outcome Success = new(true, null, null);

    /// <summary>The answer has that HTTP status, which is no success.</summary>
    public static Outcome OfStatus(int status) => new(false, status, null);

    /// <summary>The answer holds an error of that code, whatever its status.</summary>
    public static Outcome OfCode(int code) => new(false, null, code);
}
