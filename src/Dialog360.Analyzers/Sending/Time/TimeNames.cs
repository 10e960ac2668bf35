using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Time;

/// <summary>Reads moments and stretches of time by types and names alone.</summary>
internal static class TimeNames
{
    private static readonly (string Unit, double Seconds)[] Units = [("seconds", 1), ("minutes", 60), ("hours", 3600), ("days", 86400)];

    /// <summary>A moment, or a stretch that has passed, by its type and name.</summary>
    public static TimeQuantity? Read(ITypeSymbol? type, ImmutableArray<string> own, ImmutableArray<string> words)
    {
        type = Names.Unwrapped(type);
        if (type is null)
        {
            return null;
        }

        bool elapsed = SessionWords.Any(own, SessionWords.Elapsed);
        if (type.Name is "TimeSpan" or "Duration")
        {
            return elapsed ? TimeQuantity.Elapsed(words) with { Own = own } : null;
        }

        if (IsTime(type))
        {
            return TimeQuantity.Moment(words) with { Own = own };
        }

        if (type.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_Single))
        {
            return null;
        }

        foreach (string word in own)
        {
            if (elapsed && SecondsOf(word) is { } unit)
            {
                return TimeQuantity.Elapsed(words) with { Own = own, Unit = unit };
            }
        }

        return TimeQuantity.Moment(words) with { Own = own };
    }

    /// <summary>The seconds in a unit of time, by its name in the plural.</summary>
    private static double? SecondsOf(string word)
    {
        foreach ((string unit, double seconds) in Units)
        {
            if (Vocabulary.Of(unit).Contains(word))
            {
                return seconds;
            }
        }

        return null;
    }

    /// <summary>Whether something gives the present moment, by its name.</summary>
    public static bool IsNow(IOperation operation, ImmutableArray<string> own)
    {
        if (operation.Type is { SpecialType: SpecialType.System_Boolean } || own.Length == 0)
        {
            return false;
        }

        return own.Length <= 3 && (SessionWords.Now.Contains(own[own.Length - 1]) || SessionWords.Now.Contains(own[0]) || SessionWords.Now.Contains(string.Concat(own)));
    }

    /// <summary>Whether a type is a moment or a stretch of time.</summary>
    public static bool IsTime(ITypeSymbol? type) => Names.Unwrapped(type)?.Name is "DateTime" or "DateTimeOffset" or "Instant" or "ZonedDateTime" or "LocalDateTime" or "TimeSpan" or "Duration";
}
