using System.Globalization;
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

    private const string Sender = """
        namespace App;
        public class Sender(HttpClient http) { public Task SendAsync(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); }
        public static class ChatPolicy { public static bool MayWrite(string to) => to.Length > 3; public static bool IsOpen => true; public class Inner { public void Look() { } } }
        public interface IStore { bool Has(string to); }
        public interface IWindows : IStore { }
        """;

    private static Diagnostic[] ReportedIn(string editorConfig, params string[] files) =>
        TestProgram.Analyze(new TestProgram("DLG0902", files).Compile(), TestOptions.Of(editorConfig)).Where(diagnostic => diagnostic.Id == "DLG0902").ToArray();

    [Theory]
    [InlineData("session_check_methods = ChatPolicy.MayWrit", "'ChatPolicy.MayWrit' names no method or property of ChatPolicy, did you mean 'MayWrite'")]
    [InlineData("session_check_methods = ChatPolicy.MayWrite, Windows.IsOpen", "there is no type 'Windows' for 'Windows.IsOpen'")]
    [InlineData("session_check_methods = MayWrit", "no method or property 'MayWrit' is declared or named here, did you mean 'MayWrite'")]
    [InlineData("session_check_methods = ChatPolicy.MayWrite()", "'ChatPolicy.MayWrite()' carries parentheses, write 'ChatPolicy.MayWrite'")]
    [InlineData("dlg0201.session_check_methods = App.ChatPolicy.Nothing", "'App.ChatPolicy.Nothing' names no method or property of ChatPolicy")]
    [InlineData("contact_lookup_methods = ChatPolicy.IsOpen", "'ChatPolicy.IsOpen' names no method of ChatPolicy")]
    [InlineData("free_form_methods = HttpClient.SendAsink", "'HttpClient.SendAsink' names no method of HttpClient, did you mean 'SendAsync'")]
    [InlineData("free_form_methods = a.b, c.d", "there is no type 'a' for 'a.b'; there is no type 'c' for 'c.d'")]
    public void Name_that_nothing_has(string option, string reason)
    {
        Diagnostic diagnostic = Assert.Single(ReportedIn("dialog360." + option, Sender));
        Assert.Equal($"dialog360.{option.Split(' ')[0]} cannot be used: {reason}", diagnostic.GetMessage());
    }

    [Theory]
    [InlineData("session_check_methods = ChatPolicy.MayWrite")]
    [InlineData("session_check_methods = App.ChatPolicy.MayWrite; ChatPolicy.IsOpen")]
    [InlineData("session_check_methods = MayWrite")]
    [InlineData("session_check_methods = IWindows.Has, IStore.Has")]
    [InlineData("contact_lookup_methods = ChatPolicy.Inner.Look, Inner.Look")]
    [InlineData("free_form_methods = HttpClient.SendAsync, System.Net.Http.HttpClient.PostAsync")]
    [InlineData("free_form_methods = PostAsJsonAsync")]
    [InlineData("free_form_methods = ")]
    public void Name_that_something_has(string option) => Assert.Empty(ReportedIn("dialog360." + option, Sender));

    /// <summary>A solution shares its options: projects that send nothing have no such method.</summary>
    [Theory]
    [InlineData("public class Empty { }")]
    [InlineData("public class View { string Title => \"WhatsApp by 360dialog\"; }")]
    [InlineData("public class Mail(HttpClient http) { Task M(object o) => http.PostAsJsonAsync(\"https://mail.example/send\", o); } // not WhatsApp")]
    public void Names_are_looked_up_only_where_messages_are_sent(string file) => Assert.Empty(ReportedIn("dialog360.session_check_methods = ChatPolicy.MayWrit", file));

    /// <summary>Without a place it is lost in some logs, and severities are set for files.</summary>
    [Fact]
    public void It_stands_at_the_start_of_the_first_file_that_is_not_generated()
    {
        Diagnostic diagnostic = Assert.Single(ReportedIn("dialog360.apy = cloud", "// <auto-generated/>\nclass A { }", "\n\nclass B { }", "class C { }"));
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.Equal(("File1.cs", 0, 0), (place.Path, place.StartLinePosition.Line, place.StartLinePosition.Character));
        Assert.Equal(DiagnosticSeverity.Warning, diagnostic.Severity);
    }

    [Fact]
    public void Each_wrong_key_is_reported_once()
    {
        string[] reported = Reported("dialog360.api = a\ndialog360.contacts_lookup = b");
        Assert.Equal(2, reported.Length);
    }

    [Fact]
    public void A_host_whose_options_fail_is_told_so_and_nothing_else_breaks()
    {
        AnalyzerOptions options = new([], new FailingOptions());
        Diagnostic[] found = [.. TestProgram.Analyze(new TestProgram("DLG0901", "public class Empty { }").Compile(), options)];
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id == "AD0001");
        Assert.Contains(found, static diagnostic => diagnostic.Id == "DLG0901" && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains(nameof(Dialog360OptionsAnalyzer), StringComparison.Ordinal));
    }

    /// <summary>A host that cannot tell the keys, for a reason of its own.</summary>
    private sealed class FailingOptions : AnalyzerConfigOptionsProvider
    {
        private readonly Values _values = new();

        public override AnalyzerConfigOptions GlobalOptions => _values;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

        private sealed class Values : AnalyzerConfigOptions
        {
            public override IEnumerable<string> Keys => throw new InvalidOperationException();

#nullable disable // The attribute that says when the value is null exists twice here.
            public override bool TryGetValue(string key, out string value)
            {
                value = null;
                return false;
            }
#nullable restore
        }
    }
}
