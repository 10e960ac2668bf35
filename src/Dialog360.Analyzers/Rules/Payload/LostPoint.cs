using System.Globalization;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>Of <see cref="CoordinateOutOfRange"/>: a coordinate whose decimal point got lost.</summary>
internal static class LostPoint
{
    /// <summary>Degrees with fewer decimals are no place that anybody would send; also the fewest that a lost point leaves.</summary>
    private const int MinDecimals = 4;

    /// <summary>Devices store coordinates in millionths of a degree: the first guess.</summary>
    private const int MicroDegrees = 6;

    /// <summary>The digits with a decimal point in the one place that gives a coordinate; null where there is none, or more than one.</summary>
    public static string? In(PayloadNode node, double limit)
    {
        string? written = node.Kind == PayloadKind.Text ? node.KnownText : node.NumberText;
        int point = written?.IndexOf('.') ?? -1;
        written = point >= 0 && written!.Substring(point + 1).All(static character => character == '0') ? written.Substring(0, point) : written;
        string digits = written?.TrimStart('-') ?? string.Empty;
        if (digits.Length is <= MinDecimals or > 17 || digits[0] == '0' || !digits.All(static character => character is >= '0' and <= '9'))
        {
            return null;
        }

        string sign = written![0] == '-' ? "-" : string.Empty;
        if (Candidate(MicroDegrees) is { } micro)
        {
            return micro;
        }

        string? only = null;
        for (int decimals = MinDecimals; decimals < digits.Length; decimals++)
        {
            if (Candidate(decimals) is { } candidate)
            {
                if (only is not null)
                {
                    return null;
                }

                only = candidate;
            }
        }

        return only;

        string? Candidate(int decimals)
        {
            int whole = digits.Length - decimals;
            return whole is >= 1 and <= 3 && double.Parse(digits.Substring(0, whole), CultureInfo.InvariantCulture) < limit
                ? sign + digits.Substring(0, whole) + "." + digits.Substring(whole)
                : null;
        }
    }
}
