using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>One way to repair a finding.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">The kind, which repairs that can be made together share.</param>
/// <param name="Changes">What it changes in the files.</param>
internal sealed record Repair(string Title, string Key, ImmutableArray<SourceChange> Changes)
{
    /// <summary>Whether a person has to look at each: Fix All, which also runs in commit hooks, leaves it alone.</summary>
    public bool IsOneByOne { get; init; }
}
