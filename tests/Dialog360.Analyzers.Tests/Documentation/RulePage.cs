using Dialog360.Analyzers.Program;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Dialog360.Analyzers.Tests.Documentation;

/// <summary>A page of <c>docs/rules</c>: its headings and the C# below each.</summary>
internal sealed class RulePage
{
    private RulePage(string path, string text)
    {
        Path = path;
        Text = text;
        string heading = string.Empty;
        foreach (Block block in Markdown.Parse(text))
        {
            if (block is HeadingBlock { Inline: { } inline } title)
            {
                heading = string.Concat(inline.Descendants<LiteralInline>().Select(literal => literal.Content.ToString()));
                if (title.Level == 1)
                {
                    Title = heading;
                }
                else
                {
                    Headings.Add(heading);
                }
            }
            else if (block is FencedCodeBlock { Info: "json" } json)
            {
                Manifest ??= json.Lines.ToString();
            }
            else if (block is FencedCodeBlock { Info: "csharp" } code)
            {
                Code.Add((heading, code.Lines.ToString().ReplaceLineEndings("\n")));
            }
        }
    }

    /// <summary>The path from the root of the repository.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The first heading.</summary>
    public string Title { get; } = string.Empty;

    /// <summary>The other headings, in their order.</summary>
    public List<string> Headings { get; } = [];

    /// <summary>The C# blocks, each with the heading it stands under.</summary>
    public List<(string Heading, string Text)> Code { get; } = [];

    /// <summary>The page of a rule.</summary>
    public static RulePage Of(string id)
    {
        string path = $"docs/rules/{id}.md";
        Assert.True(File.Exists(System.IO.Path.Combine(Repository.Root, path)), $"{id} has no page: write {path}.");
        return new RulePage(path, Repository.Read(path));
    }

    /// <summary>The template manifest that its examples are judged with, where it shows one.</summary>
    public string? Manifest { get; private set; }

    /// <summary>The blocks under a heading.</summary>
    public IEnumerable<string> Blocks(string heading) => Code.Where(block => block.Heading == heading).Select(block => block.Text);
}
