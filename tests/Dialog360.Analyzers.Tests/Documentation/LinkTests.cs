using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Documentation;

/// <summary>Whatever links to a file of the repository, from here or from the package, names one that is there.</summary>
public class LinkTests
{
    private static readonly Regex Link = new(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant);

    private static string Published => Repository.Url + "/blob/main/";

    public static TheoryData<string> Documents
    {
        get
        {
            TheoryData<string> documents = new() { "src/Dialog360.Analyzers.Package/README.md" };
            foreach (string file in Directory.EnumerateFiles(Repository.Root, "*.md").Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
            {
                documents.Add(Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'));
            }

            return documents;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Links_of_a_document(string document)
    {
        string[] broken = Link.Matches(Repository.Read(document)).Select(match => match.Groups["target"].Value)
            .Where(target => !IsThere(target, Path.GetDirectoryName(document)!))
            .ToArray();
        Assert.True(broken.Length == 0, $"{document} links to {string.Join(", ", broken)}");
    }

    /// <summary>On the page of the package there is no repository around the text.</summary>
    [Fact]
    public void Links_of_the_packages_README_are_whole() =>
        Assert.All(Link.Matches(Repository.Read("src/Dialog360.Analyzers.Package/README.md")), match => Assert.StartsWith("https://", match.Groups["target"].Value));

    [Fact]
    public void Help_links() => Assert.All(ErrorCatalog.Current.Rules, rule =>
    {
        DiagnosticDescriptor descriptor = RuleDescriptors.For(rule.Id);
        Assert.StartsWith(Published, descriptor.HelpLinkUri);
        Assert.True(File.Exists(Path.Combine(Repository.Root, descriptor.HelpLinkUri[Published.Length..])), descriptor.HelpLinkUri);
    });

    private static bool IsThere(string target, string folder)
    {
        string path = target.Split('#')[0];
        if (path.StartsWith(Published, StringComparison.Ordinal))
        {
            return Path.Exists(Path.Combine(Repository.Root, path[Published.Length..]));
        }

        return path.Length == 0 || path.Contains("://", StringComparison.Ordinal) || Path.Exists(Path.Combine(Repository.Root, folder, path));
    }
}
