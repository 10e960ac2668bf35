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
        foreach (string framework in new[] { "net8.0", "net10.0", "netstandard2.0", "netstandard2.0 with Newtonsoft" })
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
        Assert.Empty(WrittenErrors.Problems(WrittenErrors.Project("Orders", WrittenErrors.ReferencesOf(framework), version, Use)));
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

    /// <summary>A friend's tests read its errors; a third project sees the internals of one friend, or of two.</summary>
    [Theory]
    [MemberData(nameof(Projects))]
    public void Friends_and_their_tests_never_meet_two_types_of_one_name(string framework, LanguageVersion version)
    {
        MetadataReference[] references = [.. WrittenErrors.ReferencesOf(framework)];
        Compilation first = WrittenErrors.Project("First", references, version, Friend("Third"), Friend("First.Tests"));
        Compilation second = WrittenErrors.Project("Second", references, version, Friend("Third"));
        Assert.Empty(WrittenErrors.Problems(first));
        foreach (Compilation[] friends in new Compilation[][] { [first], [first, second] })
        {
            MetadataReference[] seen = [.. references, .. friends.Select(friend => friend.ToMetadataReference())];
            string[] read = [.. friends.Select(friend => friend.AssemblyName!), "Third"];
            Assert.Empty(WrittenErrors.Problems(WrittenErrors.Project("Third", seen, version, Reads(read))));
        }

        // Tests that have no errors of their own: with them off there is one type of the name, and it is the friend's.
        Assert.Empty(WrittenErrors.Problems(WrittenErrors.Plain("First.Tests", [.. references, first.ToMetadataReference()], version, Reads("First"))));
        Assert.Empty(WrittenErrors.Problems(WrittenErrors.Project("First.Tests", [.. references, first.ToMetadataReference()], version, Reads("First", "First.Tests"))));
    }

    private static string Friend(string name) => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{name}\")]";

    private static string Reads(params string[] projects) =>
        $"internal static class Reads {{ internal static string All() {{ return {string.Join(" + ", projects.Select(project => $"global::{project}.Dialog360.Dialog360Error.Read(1, \"\", \"\").Title"))}; }} }}";

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

        // One look-up, of a class in the way: what the references have is kept with their list.
        Assert.Equal(before.ExternalReferences, after.ExternalReferences);
    }

    [Fact]
    public void Another_reference_writes_what_it_allows()
    {
        CSharpParseOptions parse = new(LanguageVersion.Latest);
        CSharpCompilation before = WrittenErrors.Plain("Orders", WrittenErrors.NetStandard(withNewtonsoft: false), LanguageVersion.Latest, "class A { }");
        GeneratorDriver driver = WrittenErrors.Driver(parse).RunGenerators(before);
        CSharpCompilation after = before.WithReferences(WrittenErrors.NetStandard(withNewtonsoft: true));
        driver = driver.RunGeneratorsAndUpdateCompilation(after, out Compilation written, out _);
        Assert.Contains(written.GetTypeByMetadataName("Orders.Dialog360.Dialog360Error")!.GetMembers("ReadStatus").OfType<IMethodSymbol>(), method => method.Parameters[0].Type.Name == "JToken");
        driver.RunGeneratorsAndUpdateCompilation(before, out written, out _);
        Assert.DoesNotContain(written.GetTypeByMetadataName("Orders.Dialog360.Dialog360Error")!.GetMembers("ReadStatus").OfType<IMethodSymbol>(), method => method.Parameters[0].Type.Name == "JToken");
    }
}
