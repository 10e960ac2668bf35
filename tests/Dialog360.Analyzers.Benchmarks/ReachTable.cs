using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>Tells which files of a program the package binds: each of them is a price that someone pays.</summary>
internal static class ReachTable
{
    /// <summary>Prints the files that concern the rules, with what their text shows; the rest is only counted.</summary>
    /// <param name="folder">The sources.</param>
    public static void Print(string folder)
    {
        CSharpCompilation program = Programs.Parse(Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static path => (path, File.ReadAllText(path))));
        SendingMembers members = SendingMembers.Of(ProgramModel.Of(program), CancellationToken.None);
        PrintStarts(program);
        int idle = 0;
        foreach (SyntaxTree tree in program.SyntaxTrees)
        {
            Concern concern = members.ConcernOf(tree);
            idle += concern == Concern.None ? 1 : 0;
            if (concern != Concern.None)
            {
                string reached = string.Join(", ", members.StartsIn(tree).Order().Take(6).Select(start => FirstWords(tree, start)));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{concern}: {tree.FilePath} ({TextEvidence.Of(tree, CancellationToken.None)}) {reached}"));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"not bound: {idle} of {program.SyntaxTrees.Length}"));
    }

    private static void PrintStarts(CSharpCompilation program)
    {
        ReachBuilder builder = new(program.SyntaxTrees.ToImmutableArray(), CancellationToken.None);
        builder.Find(ImmutableArray<string>.Empty);
        for (int file = 0; file < builder.Seeds.Length; file++)
        {
            if (builder.Seeds[file] is not { } seeds)
            {
                continue;
            }

            SyntaxTree tree = program.SyntaxTrees[file];
            FileOutline outline = FileOutline.Of(tree, CancellationToken.None);
            foreach (OutlineMember member in seeds.Members.Select(number => outline.Members[number]))
            {
                Console.WriteLine($"Start: {tree.FilePath} ({TextEvidence.In(outline.Text, member.Span)}) {FirstWords(tree, member.Span.Start)}");
            }

            if ((TextEvidence.Of(tree, CancellationToken.None) is var signs && (TextEvidence.IsMessage(signs) || (signs & SourceSigns.Speaks) != 0)) && !seeds.Calls.IsEmpty)
            {
                Console.WriteLine($"Calls: {tree.FilePath} ({signs}) {seeds.Calls.Length}");
            }

            foreach (SeedType type in seeds.Types)
            {
                Console.WriteLine($"Type: {tree.FilePath} ({type.IsMessage}) {type.Name}");
            }
        }
    }

    private static string FirstWords(SyntaxTree tree, int start)
    {
        string text = tree.GetText().ToString();
        return "`" + text.Substring(start, Math.Min(60, text.Length - start)).Split('\n')[0].Trim() + "`";
    }
}
