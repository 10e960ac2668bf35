using Dialog360.Analyzers.CodeFixes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>The same fixes under Roslyn's own test harness, which also runs Fix All in every scope and checks that the changes are stable.</summary>
public class OfficialHarnessTests
{
    [Fact]
    public Task Coordinates_in_a_class() => VerifyAsync(
        """
        // WhatsApp
        class C
        {
            // Where we are.
            object M(string to) => new { to, location = new { latitude = {|DLG0101:118.24|} /* north */, longitude = 34.05 } };
            object N(string to) => new { to, location = new { latitude = {|DLG0101:95.5|}, longitude = 1.5 } };
        }
        """,
        """
        // WhatsApp
        class C
        {
            // Where we are.
            object M(string to) => new { to, location = new { latitude = 34.05 /* north */, longitude = 118.24 } };
            object N(string to) => new { to, location = new { latitude = 1.5, longitude = 95.5 } };
        }
        """,
        "swap-coordinates");

    [Fact]
    public Task Links_in_one_literal() => VerifyAsync(
        """"
        // WhatsApp
        class C
        {
            string M() => """
                [
                  { "to": "491701234567", "image": { "link": "{|DLG0103:https://example.com/a%2520b.png|}" } },
                  { "to": "491701234567", "image": { "link": "{|DLG0103:https://example.com/%2520.png|}" } }
                ]
                """;
        }
        """",
        """"
        // WhatsApp
        class C
        {
            string M() => """
                [
                  { "to": "491701234567", "image": { "link": "https://example.com/a%20b.png" } },
                  { "to": "491701234567", "image": { "link": "https://example.com/%20.png" } }
                ]
                """;
        }
        """",
        "decode-once");

    [Fact]
    public Task Media_in_a_top_level_program() => VerifyAsync(
        """
        using System; // WhatsApp

        var message = new
        {
            to = args[0],
            type = "image", // what it is
            image = new { link = {|DLG0102:"https://example.com/a.mp3"|} },
        };
        Console.WriteLine(message);
        """,
        """
        using System; // WhatsApp

        var message = new
        {
            to = args[0],
            type = "audio", // what it is
            audio = new { link = "https://example.com/a.mp3" },
        };
        Console.WriteLine(message);
        """,
        "send-as",
        OutputKind.ConsoleApplication);

    private static Task VerifyAsync(string before, string after, string fix, OutputKind output = OutputKind.DynamicallyLinkedLibrary)
    {
        CSharpCodeFixTest<Dialog360PayloadAnalyzer, PayloadCodeFixProvider, DefaultVerifier> test = new()
        {
            TestCode = before,
            FixedCode = after,
            CodeActionEquivalenceKey = fix,
            ReferenceAssemblies = new ReferenceAssemblies("net8.0"),
        };
        test.TestState.OutputKind = output;
        test.TestState.AdditionalReferences.AddRange(TestSolution.References);
        return test.RunAsync();
    }
}
