using System.Globalization;
using Dialog360.Analyzers.Program;
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

    private static string FirstWords(SyntaxTree tree, int start)
    {
        string text = tree.GetText().ToString();
        return "`" + text.Substring(start, Math.Min(60, text.Length - start)).Split('\n')[0].Trim() + "`";
    }
}
