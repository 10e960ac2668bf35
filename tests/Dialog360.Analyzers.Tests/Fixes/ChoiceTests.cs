using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>Where a person has to choose between repairs, none of them is made by Fix All: the second of one finding is not the second of another.</summary>
public sealed class ChoiceTests
{
    [Theory]
    [InlineData("new { to, type = \"contact\", contacts = new[] { new { name = new { formatted_name = name, first_name = name } } }, text = new { body = name } }", "Send it as")]
    [InlineData("new { to, type = \"image\", image = new { id, link = \"https://example.com/a.png\" } }", "Remove")]
    public async Task Choices_are_made_one_at_a_time(string message, string title)
    {
        JudgedSolution judged = await JudgedSolution.OfAsync((await Repairs.OfAsync(Bodies.Expression(message))).File.Project.Solution);
        List<(CodeFixProvider Provider, CodeAction Action)> offers = [];
        foreach (Diagnostic finding in judged.Findings)
        {
            offers.AddRange((await judged.OffersAsync(finding)).Where(offer => offer.Action.Title.StartsWith(title, StringComparison.Ordinal)));
        }

        Assert.True(offers.Count > 1, string.Join(", ", judged.Findings));
        Assert.All(offers, static offer => Assert.Null(offer.Provider.GetFixAllProvider()));
    }

    /// <summary>The nearest language may be certain; the others are a choice.</summary>
    [Theory]
    [InlineData("es_PAN")]
    [InlineData("en-US")]
    [InlineData("zh")]
    public async Task No_repair_of_Fix_All_is_known_by_its_place(string code)
    {
        (_, List<CodeAction> actions) = await Repairs.OfAsync(Bodies.Expression($"new {{ to, type = \"template\", template = new {{ name, language = new {{ code = \"{code}\" }} }} }}"));
        Assert.NotEmpty(actions);
        Assert.All(actions.Where(static action => action.Priority != CodeActionPriority.Low), static action => Assert.DoesNotContain('.', action.EquivalenceKey!));
    }
}
