using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Time;

/// <summary>Reads moments and stretches of time that are created from their parts.</summary>
internal static class TimeCreation
{
    /// <summary>What <c>new TimeSpan(...)</c> and the like amount to; null for any other type.</summary>
    /// <param name="creation">The creation.</param>
    /// <param name="read">Reads an argument.</param>
    public static TimeQuantity? Read(IObjectCreationOperation creation, Func<IOperation, TimeQuantity?> read)
    {
        if (creation.Type?.Name == "TimeSpan" && creation.Arguments.Length is >= 1 and <= 6)
        {
            double[] parts = new double[creation.Arguments.Length];
            for (int index = 0; index < parts.Length; index++)
            {
                if (read(creation.Arguments[index].Value)?.Raw is not { } part)
                {
                    return null;
                }

                parts[index] = part;
            }

            return parts.Length switch
            {
                1 => TimeQuantity.Span(parts[0] / TimeSpan.TicksPerHour),
                3 => TimeQuantity.Span(parts[0] + (parts[1] / 60) + (parts[2] / 3600)),
                _ => TimeQuantity.Span((parts[0] * 24) + parts[1] + (parts.Length > 2 ? parts[2] / 60 : 0) + (parts.Length > 3 ? parts[3] / 3600 : 0)),
            };
        }

        return creation.Type?.Name is "DateTimeOffset" or "DateTime" && creation.Arguments.Length is 1 or 2 ? read(creation.Arguments[0].Value) : null;
    }
}
