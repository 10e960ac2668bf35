using System.Runtime.CompilerServices;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>
/// Marks loops over all characters of a program. A compiler process is over before the runtime would optimize them by itself, so they are
/// optimized when they run first; the .NET Framework always does and passes over the flag.
/// </summary>
internal static class HotLoop
{
    /// <summary><c>MethodImplOptions.AggressiveOptimization</c>, which .NET Standard 2.0 has no name for.</summary>
    public const MethodImplOptions Optimized = (MethodImplOptions)512;
}
