namespace Dialog360.Analyzers.Answers;

/// <summary>Why nobody has to be told that an answer is not looked at: what the rules about answers have in common.</summary>
internal enum AllowedBecause
{
    /// <summary>The call throws by itself where the answer is no success.</summary>
    ThrowsByItself,

    /// <summary>The answer is turned into an exception: <c>EnsureSuccessStatusCode</c>, <c>ThrowIfError</c>.</summary>
    Ensured,

    /// <summary>The status, or the result of the own method, decides which way the code takes.</summary>
    StatusDecides,

    /// <summary>Something that was read from the body decides it.</summary>
    BodyDecides,

    /// <summary>A method of the program that gets the answer looks at it.</summary>
    CheckedByHelper,

    /// <summary>The method gives it back: its callers are judged.</summary>
    Returned,

    /// <summary>It is kept in a field, a property or a collection.</summary>
    Stored,

    /// <summary>It is handed to a method that nobody follows.</summary>
    HandedOn,

    /// <summary>It is written into a log with its status.</summary>
    Logged,

    /// <summary>It is assigned to <c>_</c>: somebody says that he knows.</summary>
    Discarded,

    /// <summary>The own method throws, writes a log or reacts in another way inside.</summary>
    WrapperReacts,

    /// <summary>The code is a test.</summary>
    Test,

    /// <summary>The call sets up or verifies a mock.</summary>
    MockSetup,

    /// <summary>The call is expected to throw.</summary>
    ExceptionTest,

    /// <summary>The client belongs to a test server.</summary>
    TestServer,

    /// <summary>It is a read receipt or a typing indicator.</summary>
    ReadReceipt,

    /// <summary>It is used in a way that nobody follows.</summary>
    Unfollowed,
}
