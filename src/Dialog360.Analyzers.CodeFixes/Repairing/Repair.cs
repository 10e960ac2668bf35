using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>One way to repair a finding.</summary>
/// <param name="Title">What the editor shows.</param>
/// <param name="Key">The kind, which repairs that can be made together share.</param>
/// <param name="Changes">What it changes in the files.</param>
/// <param name="LeavesWork">Whether something is left for a person to write: a stub, a placeholder. Such a repair is offered one at a time and never made by Fix All.</param>
internal sealed record Repair(string Title, string Key, ImmutableArray<SourceChange> Changes, bool LeavesWork = false);
