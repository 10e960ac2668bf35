using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Tests.Catalog;

/// <summary>The language codes of templates.</summary>
public class TemplateLanguagesTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("en_US")]
    [InlineData("pt_BR")]
    [InlineData("zu")]
    [InlineData("prs_AF")]
    public void Exists(string code) => Assert.True(TemplateLanguages.Contains(code));

    [Theory]
    [InlineData("en-US")]
    [InlineData("en_us")]
    [InlineData("pt")]
    [InlineData("es_PAN")]
    [InlineData("de_DE")]
    [InlineData("")]
    public void Does_not_exist(string code) => Assert.False(TemplateLanguages.Contains(code));

    [Theory]
    [InlineData("en-US", "en_US")]
    [InlineData("en_us", "en_US")]
    [InlineData("EN", "en")]
    [InlineData("pt", "pt_BR pt_PT")]
    [InlineData("zh", "zh_CN zh_HK zh_TW")]
    [InlineData("no", "nb")]
    [InlineData("iw", "he")]
    [InlineData("es_PAN", "es_PA es")]
    [InlineData("it_IT", "it")]
    [InlineData("de_DE", "de de_AT de_CH")]
    [InlineData("nl_NL", "nl nl_BE")]
    [InlineData("ar-SA", "ar ar_MA ar_QA")]
    public void Was_meant(string code, string nearest) => Assert.Equal(nearest, string.Join(' ', TemplateLanguages.Nearest(code)));

    [Theory]
    [InlineData("klingon")]
    [InlineData("xxxxxx")]
    public void Nothing_comes_near(string code) => Assert.Empty(TemplateLanguages.Nearest(code));

    [Fact]
    public void There_are_111_and_each_stands_once()
    {
        Assert.Equal(111, TemplateLanguages.Codes.Length);
        Assert.Equal(111, TemplateLanguages.Codes.Distinct().Count());
    }
}
