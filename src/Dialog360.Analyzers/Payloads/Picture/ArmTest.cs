namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>How a value is looked at where an arm is chosen.</summary>
internal enum ArmTestKind
{
    /// <summary>Whether it is true.</summary>
    IsTrue,

    /// <summary>Whether it is null.</summary>
    IsNull,

    /// <summary>Whether it is null or an empty text.</summary>
    IsEmpty,

    /// <summary>Whether it is a list with elements, or a text with characters.</summary>
    HasElements,

    /// <summary>Whether it equals another value.</summary>
    Equals,
}

/// <summary>Something that must hold for an arm of a choice.</summary>
/// <param name="Kind">How the value is looked at.</param>
/// <param name="Value">The value; a parameter is one until a call gives it.</param>
/// <param name="Other">What it is compared with.</param>
/// <param name="Sense">Whether it must hold, or must not.</param>
internal sealed record ArmTest(ArmTestKind Kind, PayloadNode Value, PayloadNode? Other, bool Sense);
