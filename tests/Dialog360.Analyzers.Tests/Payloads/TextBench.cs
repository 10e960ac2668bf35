using System.Reflection;
using System.Text;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Tests.Fixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>
/// Reads the text of the expressions <c>Show(...)</c> in a method body. The body sees the parameters <c>a</c>, <c>b</c> (texts),
/// <c>n</c> (an int), <c>d</c> (a double), <c>flag</c> and the constants of the class.
/// </summary>
internal sealed class TextBench
{
    private const string Before =
        """
        using System;
        using System.Globalization;
        using System.Linq;
        using System.Net.Http;
        using System.Text;

        enum Kind { Text, Image }

        static class Names { public const string Type = "type"; public static readonly string Product = "whatsapp"; }

        class Program
        {
            const string Phone = "4915";
            const string Template = "{\"to\":\"#TO#\"}";
            static readonly string Known = "known";
            private readonly string _fixed = "fixed";
            string changing = "x";
            const int Five = 5;

            static object Show(object x) => x;

            public object Main(string a, string b, int n, double d, bool flag)
            {

        """;

    private const string After =
        """

            }
        }
        """;

    private TextBench(string body)
    {
        Source = Before + body + After;
        Compilation = CSharpCompilation.Create(
            "App",
            [CSharpSyntaxTree.ParseText(Source, new CSharpParseOptions(LanguageVersion.Latest))],
            TestSolution.References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Tree = Compilation.SyntaxTrees[0];
        Resolver = new ValueResolver(ProgramModel.Of(Compilation), CancellationToken.None);
    }

    public string Source { get; }

    public CSharpCompilation Compilation { get; }

    public SyntaxTree Tree { get; }

    public ValueResolver Resolver { get; }

    /// <summary>A body that returns an expression.</summary>
    public static TextBench Of(string expression) => new($"return Show({expression});");

    /// <summary>A body that says <c>Show(...)</c> somewhere.</summary>
    public static TextBench Body(string body) => new(body + (body.Contains("return", StringComparison.Ordinal) ? string.Empty : "\nreturn 0;"));

    /// <summary>The operation of the argument of <c>Show</c>.</summary>
    public IOperation Operation
    {
        get
        {
            InvocationExpressionSyntax call = Tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Last(node => node.Expression.ToString() == "Show");
            return Resolver.Program.SemanticModelOf(Tree).GetOperation(call.ArgumentList.Arguments[0].Expression)!;
        }
    }

    /// <summary>The text that is read.</summary>
    public CSharpText? Text => CSharpTextReader.Read(Operation, Resolver);

    /// <summary>The operations of the body that are texts of their own.</summary>
    public IEnumerable<IOperation> WholeTexts
    {
        get
        {
            IOperation root = Operation;
            while (root.Parent is { } parent)
            {
                root = parent;
            }

            return root.DescendantsAndSelf().Where(CSharpTextReader.IsWholeText);
        }
    }

    /// <summary>The text with each hole as «source of what fills it».</summary>
    public static string? Render(CSharpText? text)
    {
        if (text is null)
        {
            return null;
        }

        StringBuilder result = new();
        foreach (TextSegment segment in text.Segments)
        {
            result.Append(segment.Form == LiteralForm.Hole ? $"«{segment.Hole?.Syntax.ToString()}»" : text.Text.Text.Substring(segment.Start, segment.Length));
        }

        return result.ToString();
    }

    /// <summary>What the body gives when it runs.</summary>
    public object? Run()
    {
        using MemoryStream stream = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = Compilation.Emit(stream);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics) + Source);
        Type type = Assembly.Load(stream.ToArray()).GetType("Program")!;
        return type.GetMethod("Main")!.Invoke(Activator.CreateInstance(type), ["A", "B", 7, 2.5, true]);
    }

    /// <summary>Fails unless each character of a literal is mapped to the place in the file that writes it.</summary>
    public void AssertMapped(CSharpText text)
    {
        string all = text.Text.Text;
        for (int index = 0; index < all.Length; index++)
        {
            int units = char.IsHighSurrogate(all[index]) ? 2 : 1;
            TextSegment segment = text.SegmentAt(index)!;
            if (segment.Form is LiteralForm.Constant or LiteralForm.Hole)
            {
                continue;
            }

            string expected = all.Substring(index, units);
            SourceSpan span = text.SpanOf(index, units);
            string written = Source.Substring(span.Span.Start, span.Span.Length);
            Assert.True(segment.Syntax.Span.Contains(span.Span), $"{written} is outside its literal");
            Assert.Equal(expected, Decode(written, segment.Form, expected));
            index += units - 1;
        }
    }

    private static string Decode(string written, LiteralForm form, string expected) => form switch
    {
        LiteralForm.Raw or LiteralForm.InterpolatedRaw => expected == "\n" ? written.TrimEnd(' ') : written,
        LiteralForm.Verbatim or LiteralForm.Format when written == "\"\"" => "\"",
        LiteralForm.Verbatim => written,
        LiteralForm.InterpolatedVerbatim => written.Replace("\"\"", "\"").Replace("{{", "{").Replace("}}", "}"),
        _ when written.StartsWith('\\') => SyntaxFactory.ParseToken($"\"{written}\"").ValueText,
        LiteralForm.InterpolatedRegular or LiteralForm.Format => written.Replace("{{", "{").Replace("}}", "}"),
        _ => written,
    };
}
