using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Hosting;

/// <summary>An exception of ours as a finding (DLG0901): it must not break the build of those whose code is judged.</summary>
internal static class Failure
{
    /// <summary>The rule that such findings belong to.</summary>
    public static DiagnosticDescriptor Descriptor => RuleDescriptors.For("DLG0901");

    /// <summary>The finding for an exception.</summary>
    public static Diagnostic Of(Exception exception, DiagnosticAnalyzer analyzer, Location place) =>
        Diagnostic.Create(Descriptor, place, analyzer.GetType().Name, exception.GetType().Name, PlaceOf(exception));

    /// <summary>The innermost method of ours that the exception passed through.</summary>
    private static string PlaceOf(Exception exception)
    {
        foreach (string line in (exception.StackTrace ?? string.Empty).Split('\n'))
        {
            string trimmed = line.Trim();
            int start = trimmed.IndexOf("Dialog360.", StringComparison.Ordinal);
            if (start >= 0)
            {
                int end = trimmed.IndexOf('(', start);
                return end < 0 ? trimmed.Substring(start) : trimmed.Substring(start, end - start);
            }
        }

        return "an unknown place";
    }
}
