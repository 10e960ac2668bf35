using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>
/// Edits the picture of the variable <c>message</c> in a method body and looks at the body afterwards. The body sees the parameters
/// <c>to</c>, <c>link</c>, <c>body</c> (texts), <c>x</c> (an object with <c>Body</c> and <c>Link</c>).
/// </summary>
internal sealed class EditBench
{
    private const string Before =
        """
        using System;
        using System.Collections.Generic;
        using System.Text.Json.Nodes;
        using System.Text.Json.Serialization;
        using Newtonsoft.Json.Linq;

        class Row { public string Body = ""; public string Link = ""; }

        class Media
        {
            public string? Link { get; set; }
            public string? Caption { get; set; }
        }

        enum Kind { Text, Image, Audio }

        class Message
        {
            [JsonPropertyName("source_name")] public string? Product { get; set; }
            public string? To { get; set; }
            public string? Type { get; set; }
            public Media? Image { get; set; }
            public Media? Audio { get; set; }
            public object? Document { get; set; }
            public Text? Text { get; set; }
            public Place? Location { get; set; }
            public bool PreviewUrl { get; set; }
        }

        class Text { [JsonPropertyName("body")] public string? Content { get; set; } }

        class Place
        {
            public double Latitude { get; set; }
            public decimal Longitude { get; set; }
            public int Zoom { get; set; }
        }

        class KindMessage { public string? To { get; set; } public Kind Type { get; set; } public Media? Image { get; set; } public Media? Audio { get; set; } }

        record Position(double Latitude, double Longitude, string? Name = null, string? Address = null);

        class Program
        {
            void Main(string to, string link, string body, Row x)
            {

        """;

    private const string After =
        """

            }
        }
        """;

    private readonly string _body;

    private EditBench(string body)
    {
        _body = body.Replace("\r\n", "\n");
    }

    /// <summary>A method body that declares <c>message</c>.</summary>
    public static EditBench Body(string body) => new(body);

    /// <summary>A method body that declares <c>message</c> with that value.</summary>
    public static EditBench Of(string expression) => new($"var message = {expression};");

    /// <summary>The body after the edits that <paramref name="edits"/> makes of the picture; null where they are not possible.</summary>
    public async Task<string?> EditAsync(Func<PayloadNode, IEnumerable<PictureEdit>> edits)
    {
        Solution solution = TestSolution.Of(Before + _body + After);
        await TestSolution.AssertCompilesAsync(solution);
        SemanticModel model = (await solution.Projects.First().Documents.First().GetSemanticModelAsync())!;
        VariableDeclaratorSyntax declarator = model.SyntaxTree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>().Last(static node => node.Identifier.ValueText == "message");
        EditContext context = new(ProgramModel.Of(model.Compilation), CancellationToken.None);
        PayloadNode picture = Picture(model.GetOperation(declarator.Initializer!.Value)!, context);
        if (PayloadEditor.Changes(edits(picture), context) is not { } changes)
        {
            return null;
        }

        Solution changed = await Changes.ApplyAsync(solution, changes, CancellationToken.None);
        await TestSolution.AssertCompilesAsync(changed);
        string text = await TestSolution.TextAsync(changed);
        Assert.StartsWith(Before, text, StringComparison.Ordinal);
        Assert.EndsWith(After, text, StringComparison.Ordinal);
        return text[Before.Length..^After.Length];
    }

    /// <summary>Fails unless the edits turn the body into <paramref name="expected"/>.</summary>
    public async Task GivesAsync(string expected, Func<PayloadNode, PictureEdit[]> edits) =>
        Assert.Equal(expected.Replace("\r\n", "\n"), await EditAsync(edits));

    /// <summary>Fails unless the edits turn the value of <c>message</c> into <paramref name="expected"/>.</summary>
    public Task GivesValueAsync(string expected, Func<PayloadNode, PictureEdit[]> edits) => GivesAsync($"var message = {expected};", edits);

    /// <summary>Fails where the edits are possible.</summary>
    public async Task CannotAsync(Func<PayloadNode, PictureEdit[]> edits) => Assert.Null(await EditAsync(edits));

    private static PayloadNode Picture(IOperation operation, EditContext context) =>
        CSharpTextReader.Read(operation, context.Resolver) is { } text && JsonTextReader.Read(text, context.Resolver) is { } json
            ? json
            : new PayloadReader(context.Resolver).Read(operation);
}

/// <summary>Short names for edits of a picture.</summary>
internal static class Edits
{
    /// <summary>The object or value at a path of names, separated by dots.</summary>
    public static PayloadNode At(this PayloadNode node, string path) =>
        path.Split('.').Aggregate(node, static (current, name) => current[name] ?? throw new InvalidOperationException($"no '{name}'"));

    public static PictureEdit Set(this PayloadNode node, string path, NewValue value) => new PictureEdit.SetValue(node.At(path), value);

    public static PictureEdit Set(this PayloadNode node, string path, string value) => node.Set(path, NewValue.Of(value));

    public static PictureEdit Rename(this PayloadNode node, string path, string name) => new PictureEdit.RenameMember(node.OwnerOf(path), node.MemberAt(path), name);

    public static PictureEdit Remove(this PayloadNode node, string path) => new PictureEdit.RemoveMember(node.MemberAt(path));

    public static PictureEdit Add(this PayloadNode node, string name, string value) => node.Add((name, NewValue.Of(value)));

    public static PictureEdit Add(this PayloadNode node, params (string Name, NewValue Value)[] members) =>
        new PictureEdit.AddMembers(node, [.. members.Select(static member => new NewMember(member.Name, member.Value))]);

    public static PictureEdit Swap(this PayloadNode node, string first, string second) => new PictureEdit.SwapValues(node.At(first), node.At(second));

    public static PictureEdit Replace(this PayloadNode node, string path, string old, string text) =>
        new PictureEdit.ReplaceInText(node.At(path), [new TextPiece(node.At(path).Text!.Text.IndexOf(old, StringComparison.Ordinal), old.Length, text)]);

    private static PayloadMember MemberAt(this PayloadNode node, string path) =>
        node.OwnerOf(path).Member(path[(path.LastIndexOf('.') + 1)..]) ?? throw new InvalidOperationException($"no '{path}'");

    private static PayloadNode OwnerOf(this PayloadNode node, string path) =>
        path.LastIndexOf('.') is >= 0 and int dot ? node.At(path[..dot]) : node;
}
