using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>What the reach of a program knows of one file, as plain data: what was read of it, and who in it is involved.</summary>
internal sealed record FileReach
{
    /// <summary>Its words.</summary>
    public required FileSummary Summary { get; init; }

    /// <summary>What its text shows.</summary>
    public required SourceSigns Signs { get; init; }

    /// <summary>What it declares; null where nobody asked.</summary>
    public required FileOutline? Outline { get; init; }

    /// <summary>Where the reach begins in it; null where it does not.</summary>
    public required FileSeeds? Seeds { get; init; }

    /// <summary>The clients that it sets up.</summary>
    public required FileLinks Links { get; init; }

    /// <summary>The members that were asked who names them, by their number in the outline; null for none.</summary>
    public required int[]? Reached { get; init; }

    /// <summary>The fields and events to which reached members give a function.</summary>
    public required ImmutableArray<GivenDelegate> Given { get; init; }

    /// <summary>Whether a reached member takes items out of a queue.</summary>
    public required bool Takes { get; init; }

    /// <summary>Those of them that have to do with messages; null for none.</summary>
    public required int[]? Involved { get; init; }

    /// <summary>Whether it may call a client with a body.</summary>
    public required bool Calls { get; init; }

    /// <summary>Whether it may call one without a body.</summary>
    public required bool Asks { get; init; }

    /// <summary>Whether it answers for calls that others make through it.</summary>
    public required bool IsHelper { get; init; }

    /// <summary>Whether a key that it holds may be the one of a sender.</summary>
    public required bool MayHoldKey { get; init; }

    /// <summary>How much of the file concerns the rules.</summary>
    public Concern Concern =>
        Involved is not null || IsHelper || (Signs & SourceSigns.Group) != 0 ? Concern.Whole
        : MayHoldKey || TextEvidence.MayBeMessage(Signs) ? Concern.Bodies
        : Concern.None;

    /// <summary>The same for another tree of the file; null where that says something else to the reach.</summary>
    public FileReach? For(SyntaxTree tree, AskedNames asked, CancellationToken cancellationToken)
    {
        FileSummary summary = FileSummary.Of(tree, cancellationToken);
        if (ReferenceEquals(summary, Summary))
        {
            return this;
        }

        if (TextEvidence.Of(tree, cancellationToken) != Signs
            || summary.Words.DiffersIn(Summary.Words, asked.Words)
            || summary.Types.DiffersIn(Summary.Types, asked.Words)
            || summary.Types.DiffersIn(Summary.Types, asked.Types)
            || ((Signs & SourceSigns.Speaks) != 0 && !FileLinks.Of(tree, asked.Calls, cancellationToken).Equals(Links)))
        {
            return null;
        }

        if (Outline is null)
        {
            return this with { Summary = summary };
        }

        FileOutline outline = FileOutline.Of(tree, cancellationToken);
        return outline.NumbersOf(Outline, asked.Words) is { } numbers ? For(tree, outline, numbers, summary, asked, cancellationToken) : null;
    }

    private FileReach? For(SyntaxTree tree, FileOutline outline, int[] numbers, FileSummary summary, AskedNames asked, CancellationToken cancellationToken)
    {
        if (MembersOf(Seeds).Concat(Reached ?? []).Any(number => numbers[number] < 0))
        {
            return null;
        }

        FileReach now = Renumbered(numbers) with { Summary = summary, Outline = outline };
        if ((Seeds is not null && !FileSeeds.Of(outline, Calls, Asks, summary.Words.HasAny(FileSeeds.Routes)).Equals(now.Seeds))
            || (Takes && (summary.Words.DiffersIn(Summary.Words, asked.Declared) || !summary.Types.Equals(Summary.Types))))
        {
            return null;
        }

        for (int index = 0; index < (Reached?.Length ?? 0); index++)
        {
            OutlineMember before = Outline!.Members[Reached![index]];
            int number = now.Reached![index];
            OutlineMember member = outline.Members[number];
            if (!member.HasSameText(before)
                && !(member.Parameters.Equals(before.Parameters) && FilledDelegates.Of(tree, number, member, cancellationToken).SequenceEqual(now.Given.Where(given => given.Member == number))))
            {
                return null;
            }
        }

        return now;
    }

    private static IEnumerable<int> MembersOf(FileSeeds? seeds) => seeds is null ? [] : seeds.Members.Concat(seeds.Calls);

    private FileReach Renumbered(int[] numbers)
    {
        for (int number = 0; number < numbers.Length; number++)
        {
            if (numbers[number] != number)
            {
                return this with
                {
                    Seeds = Seeds?.Renumbered(numbers),
                    Reached = Reached is null ? null : Array.ConvertAll(Reached, number => numbers[number]),
                    Involved = Involved is null ? null : Array.ConvertAll(Involved, number => numbers[number]),
                    Given = ImmutableArray.CreateRange(Given, given => given with { Member = numbers[given.Member] }),
                };
            }
        }

        return this;
    }
}

/// <summary>The names on which a reach depends.</summary>
/// <param name="Words">The words for which files were looked at.</param>
/// <param name="Types">The words of which it was asked whether the program declares such a type.</param>
/// <param name="Declared">The types that the program declares.</param>
/// <param name="Calls">The types that call a client whose set-up may stand elsewhere.</param>
internal sealed record AskedNames(HashSet<int> Words, HashSet<int> Types, HashSet<int> Declared, HashSet<int> Calls);
