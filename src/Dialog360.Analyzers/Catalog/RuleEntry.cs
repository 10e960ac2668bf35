using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What the catalogue says of one rule.</summary>
internal sealed class RuleEntry
{
    private RuleEntry(JsonNode node)
    {
        Id = node.Text("id");
        Title = node.Text("title");
        Message = node.Text("message");
        Arguments = node.Texts("arguments");
        Description = node.Text("description");
        Category = node.Text("category");
        Precision = node.Text("precision");
        Impact = node.Text("impact");
        Since = node.Text("since");
        IsEnabled = node.Get("enabled") is not { Kind: JsonKind.False };
        IsCompilationEnd = node.IsTrue("compilation_end");
        Handles = node.TextOrNull("handles");
        NoError = node.TextOrNull("no_error");
        Fixes = FixEntry.ListOf(node);
        Phrases = PhrasesOf(node);
        Errors = ErrorsOf(node.Get("errors"));
    }

    /// <summary>The number, such as <c>DLG0101</c>.</summary>
    public string Id { get; }

    /// <summary>The title.</summary>
    public string Title { get; }

    /// <summary>The message, with <c>{0}</c>, <c>{1}</c>, ... for <see cref="Arguments"/>.</summary>
    public string Message { get; }

    /// <summary>What each placeholder of the message stands for.</summary>
    public ImmutableArray<string> Arguments { get; }

    /// <summary>The longer explanation.</summary>
    public string Description { get; }

    /// <summary>The category, such as <c>Dialog360.Payload</c>.</summary>
    public string Category { get; }

    /// <summary>How often a finding is right: <c>certain</c>, <c>high</c> or <c>medium</c>.</summary>
    public string Precision { get; }

    /// <summary>What happens otherwise: <c>rejected</c>, <c>undelivered</c>, or a mere <c>risk</c>.</summary>
    public string Impact { get; }

    /// <summary>The version of the package that first had the rule.</summary>
    public string Since { get; }

    /// <summary>Whether the rule is on where nobody says anything.</summary>
    public bool IsEnabled { get; }

    /// <summary>Whether the rule only speaks at the end of a compilation, and so not while one types.</summary>
    public bool IsCompilationEnd { get; }

    /// <summary>Where the errors show whose handling the rule looks at, each of them: <c>response</c> or <c>webhook</c>; or null.</summary>
    public string? Handles { get; }

    /// <summary>Why no error of the catalogue names the rule, where none does.</summary>
    public string? NoError { get; }

    /// <summary>The words of its fixes.</summary>
    public ImmutableArray<FixEntry> Fixes { get; }

    /// <summary>The pieces that its messages are made of, by name, with <c>{0}</c>, <c>{1}</c>, ... for what the rule knows.</summary>
    public ImmutableDictionary<string, string> Phrases { get; }

    /// <summary>The keys of the errors that a finding of one kind leads to, on the Cloud API and on the on-premises API.</summary>
    public ImmutableDictionary<string, (ImmutableArray<string> Cloud, ImmutableArray<string> OnPremises)> Errors { get; }

    /// <summary>The severity, which follows from precision and impact and is written nowhere.</summary>
    public DiagnosticSeverity Severity =>
        Precision is "certain" or "high" && Impact is "rejected" or "undelivered" ? DiagnosticSeverity.Warning : DiagnosticSeverity.Info;

    /// <summary>The rules that <paramref name="catalog"/> lists.</summary>
    public static ImmutableArray<RuleEntry> ListOf(JsonNode catalog)
    {
        ImmutableArray<RuleEntry>.Builder rules = ImmutableArray.CreateBuilder<RuleEntry>();
        foreach (JsonNode rule in catalog.List("rules"))
        {
            rules.Add(new RuleEntry(rule));
        }

        return rules.ToImmutable();
    }

    /// <summary>The named phrases of the catalogue or of one of its rules.</summary>
    public static ImmutableDictionary<string, string> PhrasesOf(JsonNode node) =>
        (node.Get("phrases")?.Members ?? ImmutableArray<JsonMember>.Empty).ToImmutableDictionary(static phrase => phrase.Name.Text, static phrase => phrase.Value!.Value!.Text, StringComparer.Ordinal);

    private static ImmutableDictionary<string, (ImmutableArray<string> Cloud, ImmutableArray<string> OnPremises)> ErrorsOf(JsonNode? node) =>
        (node?.Members ?? ImmutableArray<JsonMember>.Empty).ToImmutableDictionary(static kind => kind.Name.Text, static kind => (kind.Value!.Texts("cloud"), kind.Value!.Texts("on_premises")), StringComparer.Ordinal);

    /// <summary>The address of the rule's page.</summary>
    /// <param name="helpLink">The address of any rule's page, with <c>{id}</c> for the number.</param>
    public string HelpLinkIn(string helpLink) => helpLink.Replace("{id}", Id);
}
