namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>Where code can go after a statement.</summary>
[Flags]
internal enum Flow
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>To the next statement.</summary>
    Next = 1,

    /// <summary>Behind the innermost loop or switch.</summary>
    Break = 2,

    /// <summary>To the next turn of the loop.</summary>
    Continue = 4,

    /// <summary>Out of the method.</summary>
    Leave = 8,

    /// <summary>To the same method again, with the same message.</summary>
    Again = 16,

    /// <summary>To a <c>catch</c>, with the exception that a refused message gives.</summary>
    Throw = 32,

    /// <summary>Nobody sees where.</summary>
    Unknown = 64,
}
