using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Tests.Hosting;

/// <summary>Options: what is read, and what DLG0902 says of those that cannot be used.</summary>
public class OptionsTests
{
    private static AnalyzerConfigOptions Of(string editorConfig) => TestOptions.Of(editorConfig).AnalyzerConfigOptionsProvider.GlobalOptions;

    private static string[] Reported(string editorConfig) =>
        TestProgram.Analyze(new TestProgram("DLG0902", "public class Empty { }").Compile(), TestOptions.Of(editorConfig))
            .Select(diagnostic => diagnostic.Id + " " + diagnostic.GetMessage())
            .ToArray();

    [Theory]
    [InlineData("", "auto")]
    [InlineData("dialog360.api = cloud", "cloud")]
    [InlineData("dialog360.api = Cloud", "cloud")]
    [InlineData("dialog360.api = on_premises", "on_premises")]
    [InlineData("dialog360.api = nonsense", "auto")]
    public void Api(string editorConfig, string expected) => Assert.Equal(expected, Options.Api.Read(Of(editorConfig)));

    [Theory]
    [InlineData("dialog360.free_form_methods = A\ndialog360.dlg0202.free_form_methods = B", "A", "B")]
    [InlineData("dialog360.free_form_methods = A", "A", "A")]
    [InlineData("dialog360.dlg0201.free_form_methods = A", "A", "")]
    public void What_is_set_for_one_rule_wins(string editorConfig, string session, string contacts)
    {
        Assert.Equal(session, string.Join('|', Options.FreeFormMethods.Names(Of(editorConfig), "DLG0201")));
        Assert.Equal(contacts, string.Join('|', Options.FreeFormMethods.Names(Of(editorConfig), "DLG0202")));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("dialog360.session_check_methods = IsOpen", "IsOpen")]
    [InlineData("dialog360.session_check_methods = Session.IsOpen, App.Window.Check ,, ", "Session.IsOpen|App.Window.Check")]
    [InlineData("dialog360.session_check_methods = A;B", "A|B")]
    public void Names_are_separated(string editorConfig, string expected) =>
        Assert.Equal(expected, string.Join('|', Options.SessionCheckMethods.Names(Of(editorConfig))));

    [Theory]
    [InlineData("dialog360.api = clowd", "dialog360.api cannot be used: 'clowd' is none of auto, on_premises, cloud")]
    [InlineData("dialog360.contacts_lookup = no", "dialog360.contacts_lookup cannot be used: 'no' is none of required, off")]
    public void Value_outside_the_list(string editorConfig, string message) => Assert.Equal("DLG0902 " + message, Assert.Single(Reported(editorConfig)));

    [Theory]
    [InlineData("dialog360.apy = cloud")]
    [InlineData("dialog360.session_check_method = IsOpen")]
    [InlineData("dialog360.dlg0201.public_api = ignore")]
    [InlineData("dialog360.dlg0109.api = cloud")]
    [InlineData("dialog360.dlg0201.contacts_lookup = off")]
    public void Unknown_key(string editorConfig)
    {
        string message = Assert.Single(Reported(editorConfig));
        Assert.StartsWith("DLG0902 " + editorConfig.Split(' ')[0], message);
        foreach (OptionDefinition option in Options.All)
        {
            Assert.Contains(option.Key, message);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("dialog360.api = auto")]
    [InlineData("dialog360.session_check_methods = Whatever.It.Is")]
    [InlineData("dialog360.dlg0202.contacts_lookup = off")]
    [InlineData("dotnet_diagnostic.DLG0101.severity = none")]
    [InlineData("dialog360analysis = x")]
    [InlineData("other.api = nonsense")]
    public void Nothing_to_say(string editorConfig) => Assert.Empty(Reported(editorConfig));

    [Fact]
    public void Each_wrong_key_is_reported_once()
    {
        string[] reported = Reported("dialog360.api = a\ndialog360.contacts_lookup = b");
        Assert.Equal(2, reported.Length);
    }
}
