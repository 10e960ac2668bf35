using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>The text that a constant becomes when C# puts it into a string.</summary>
internal static class TextConstants
{
    // Above it a double is written with an exponent.
    private const double LastPlainDouble = 1e15;

    /// <summary>
    /// The text of <paramref name="value"/>, whose C# type is <paramref name="type"/>; null where it depends on the culture at run time
    /// (a fraction) or on a type that writes itself its own way (an enum).
    /// </summary>
    public static string? TextOf(object? value, ITypeSymbol? type) => value switch
    {
        _ when type is { TypeKind: TypeKind.Enum } => null,
        null => string.Empty,
        string text => text,
        char character => character.ToString(),
        bool flag => flag ? bool.TrueString : bool.FalseString,
        double number => TextOf(number),
        float number => TextOf(number),
        decimal number => number.ToString(CultureInfo.InvariantCulture) is var text && text.IndexOf('.') < 0 ? text : null,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>
    /// Whether the constant <paramref name="value"/> of an initializer is what a variable of <paramref name="type"/> holds: no conversion
    /// between the two may have changed it.
    /// </summary>
    public static bool Keeps(object? value, ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_String or SpecialType.System_Object => value is string,
        SpecialType.System_Boolean => value is bool,
        SpecialType.System_Char => value is char,
        >= SpecialType.System_SByte and <= SpecialType.System_UInt64 => value is sbyte or byte or short or ushort or int or uint or long or ulong,
        SpecialType.System_Double => value is int or long or double,
        SpecialType.System_Decimal => value is int or long or decimal,
        _ => false,
    };

    private static string? TextOf(double number) =>
        Math.Floor(number).Equals(number) && Math.Abs(number) < LastPlainDouble ? number.ToString("0", CultureInfo.InvariantCulture) : null;
}
