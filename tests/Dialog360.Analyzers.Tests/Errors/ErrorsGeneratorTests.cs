using Dialog360.Analyzers.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Errors;

/// <summary>The generator of the typed catalogue: what it writes compiles everywhere, and is not written again.</summary>
public class ErrorsGeneratorTests
{
    private const string Use = """
        namespace Some
        {
            internal static class Handler
            {
                public static string Say(string body)
                {
                    var error = Orders.Dialog360.Dialog360Error.Read(400, null, body);
                    return error.Kind == Orders.Dialog360.Dialog360ErrorKind.Unknown ? "?" : error.Retry == Orders.Dialog360.Dialog360Retry.Never ? error.Remedy : error.ToString();
                }
            }
        }
        """;

    public static TheoryData<string, LanguageVersion> Projects()
    {
        TheoryData<string, LanguageVersion> projects = [];
        foreach (string framework in new[] { "net8.0", "netstandard2.0", "netstandard2.0 with Newtonsoft" })
        {
            foreach (LanguageVersion version in new[] { LanguageVersion.CSharp7_3, LanguageVersion.CSharp12, LanguageVersion.Latest, LanguageVersion.Preview })
            {
                projects.Add(framework, version);
            }
        }

        return projects;
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Compiles_with_warnings_as_errors(string framework, LanguageVersion version)
    {
        IEnumerable<MetadataReference> references = framework == "net8.0" ? WrittenErrors.Net8 : WrittenErrors.NetStandard(withNewtonsoft: framework != "netstandard2.0");
        Assert.Empty(WrittenErrors.Problems(WrittenErrors.Project("Orders", references, version, Use)));
    }

    [Theory]
    [InlineData("Contoso.Orders", "Contoso.Orders.Dialog360")]
    [InlineData("Contoso.Orders-Api", "Contoso.Orders_Api.Dialog360")]
    [InlineData("3rd.class", "_3rd.@class.Dialog360")]
    [InlineData("My App", "My_App.Dialog360")]
    [InlineData(null, "Dialog360")]
    public void Namespace_of_an_assembly(string? assembly, string expected) => Assert.Equal(expected, ErrorTarget.NamespaceOf(assembly));

    [Fact]
    public void Class_of_the_users_that_has_the_name_of_the_namespace_stays_possible() =>
        Assert.Empty(WrittenErrors.Problems(WrittenErrors.Project("Orders", WrittenErrors.Net8, LanguageVersion.Latest, "namespace Orders { internal static class Dialog360 { } }")));

    [Fact]
    public void Friends_and_their_tests_never_meet_two_types_of_one_name()
    {
        Compilation first = WrittenErrors.Project("First", WrittenErrors.Net8, LanguageVersion.Latest, "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Third\")]");
        Compilation second = WrittenErrors.Project("Second", WrittenErrors.Net8, LanguageVersion.Latest, "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Third\")]");
        const string code = """
            internal static class Reads
            {
                internal static string All() =>
                    First.Dialog360.Dialog360Error.Read(1, "", "").Title + Second.Dialog360.Dialog360Error.Read(1, "", "").Title + Third.Dialog360.Dialog360Error.Read(1, "", "").Title;
            }
            """;
        Compilation third = WrittenErrors.Project("Third", [.. WrittenErrors.Net8, first.ToMetadataReference(), second.ToMetadataReference()], LanguageVersion.Latest, code);
        Assert.Empty(WrittenErrors.Problems(third));
    }

    [Fact]
    public void Nothing_is_written_again_while_code_is_typed()
    {
        CSharpParseOptions parse = new(LanguageVersion.Latest);
        CSharpCompilation before = CSharpCompilation.Create("Orders", [CSharpSyntaxTree.ParseText("class A { }", parse)], WrittenErrors.Net8);
        GeneratorDriver driver = WrittenErrors.Driver(parse).RunGenerators(before);
        CSharpCompilation after = before.ReplaceSyntaxTree(before.SyntaxTrees[0], CSharpSyntaxTree.ParseText("class A { int b; }", parse));
        GeneratorRunResult result = driver.RunGenerators(after).GetRunResult().Results.Single();
        Assert.All(
            result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason));
        Assert.NotEmpty(result.TrackedOutputSteps);
    }
}
