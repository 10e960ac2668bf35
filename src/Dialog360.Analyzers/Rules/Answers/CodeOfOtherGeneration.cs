using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Answers;

/// <summary>DLG0307: code for one generation of the API tests for an error code of the other.</summary>
internal sealed class CodeOfOtherGeneration : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public CodeOfOtherGeneration()
        : base("DLG0307")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        if (!CodeMentions.MayTestCodes(context.Root.Syntax, context.Resolver.CancellationToken))
        {
            yield break;
        }

        ImmutableArray<ErrorCodeTest> tests = ErrorCodeTests.In(context.Root, context.Resolver);
        if (tests.IsEmpty || new CodeStyle(context.Reader, context.File.OptionsFor(this).Api).Of(context.Root) is not { } generation)
        {
            yield break;
        }

        string own = generation == ApiGeneration.Cloud ? "cloud" : "on-premises";
        foreach (ErrorCodeTest test in tests)
        {
            ImmutableArray<int> equivalents = EquivalentsOf(test.Code, own);
            if (!equivalents.IsEmpty && !IsOfRegistration(test, tests) && !tests.Any(other => equivalents.Contains(other.Code)))
            {
                yield return new Finding(
                    this,
                    SourceSpan.Of(test.Place.Syntax),
                    ImmutableArray.Create(Text(test.Code), NameOf(generation, isOther: true), NameOf(generation, isOther: false), string.Join(" or ", equivalents.Select(Text))))
                {
                    Detail = new ForeignCode(test, equivalents),
                };
            }
        }
    }

    /// <summary>Whether the same switch handles what a registration answers: its codes are those of the old API on either one.</summary>
    private static bool IsOfRegistration(ErrorCodeTest test, ImmutableArray<ErrorCodeTest> tests) =>
        tests.Any(other => other.Whole == test.Whole && DetailsOfCodes.IsToldByDetails(other.Code));

    /// <summary>The codes of the own API that WhatsApp itself says correspond to a code that only the other one has.</summary>
    private static ImmutableArray<int> EquivalentsOf(int code, string own)
    {
        ErrorCatalog catalog = ErrorCatalog.Current;
        string other = own == "cloud" ? "on-premises" : "cloud";
        return catalog.WithCode(code).All(error => error.Api == other)
            ? catalog.OfficialEquivalents(code).Where(error => error.Api == own && error.Category != "legacy").Select(static error => error.Code).OfType<int>().Distinct().ToImmutableArray()
            : ImmutableArray<int>.Empty;
    }

    private static string NameOf(ApiGeneration generation, bool isOther) => (generation == ApiGeneration.Cloud) == isOther ? "on-premises API" : "Cloud API";

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A test for a code of the other generation.</summary>
/// <param name="Test">The test.</param>
/// <param name="Equivalents">The codes of the own generation that mean the same.</param>
internal sealed record ForeignCode(ErrorCodeTest Test, ImmutableArray<int> Equivalents);
