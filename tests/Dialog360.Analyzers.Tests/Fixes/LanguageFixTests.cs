using Dialog360.Analyzers.CodeFixes;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0113: the plain language comes before another country's, and what somebody has to choose is not in Fix All.</summary>
public class LanguageFixTests
{
    [Theory]
    [InlineData("de_DE", "de", "de_AT de_CH")]
    [InlineData("fr_FR", "fr", "fr_BE fr_CA fr_CH fr_CI fr_MA")]
    [InlineData("it_IT", "it", "")]
    [InlineData("en-us", "en_US", "")]
    [InlineData("es_PAN", "es_PA", "es")]
    [InlineData("iw", "he", "")]
    [InlineData("pt", "", "pt_BR pt_PT")]
    [InlineData("zh", "", "zh_CN zh_HK zh_TW")]
    public async Task Is_offered_for_all_or_one_at_a_time(string code, string forAll, string forOne)
    {
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(Bodies.Expression($"new {{ messaging_product = \"whatsapp\", to, type = \"template\", template = new {{ name = \"hi\", language = new {{ code = \"{code}\" }} }} }}"));
        Assert.Equal(forAll + "|" + forOne, string.Join(' ', await CodesAsync(file, new PayloadCodeFixProvider())) + "|" + string.Join(' ', await CodesAsync(file, new PayloadDraftCodeFixProvider())));
        Assert.Equal((forAll + " " + forOne).Trim().Split(' ').Length, actions.Count(static action => action.EquivalenceKey!.StartsWith("use-language", StringComparison.Ordinal)));
    }

    private static async Task<IEnumerable<string>> CodesAsync(Document file, CodeFixProvider provider)
    {
        List<CodeAction> actions = [];
        foreach (Diagnostic diagnostic in TestProgram.Analyze((await file.Project.GetCompilationAsync())!).Where(static diagnostic => diagnostic.Id == "DLG0113"))
        {
            await provider.RegisterCodeFixesAsync(new CodeFixContext(file, diagnostic, (action, _) => actions.Add(action), default));
        }

        return actions.Select(static action => action.Title.Split('\'')[1]);
    }
}
