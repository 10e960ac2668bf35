using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Program;

/// <summary>Where names stand in a file, found by its characters.</summary>
public sealed class TreeNamesTests
{
    [Theory]
    [InlineData("var a = Send();", 1)]
    [InlineData("Send(Send(Send()));", 3)]
    [InlineData("sender.Send();\r\nother?.Send();", 2)]
    [InlineData("@Send();", 1)]
    [InlineData("Send<int>();", 1)]
    [InlineData("S\\u0065nd();", 1)]
    [InlineData("var text = \"\\u00e9\"; Send();", 1)]
    [InlineData("S\\u0065nd(); Send();", 2)]
    public void Found(string code, int count) => Assert.Equal(count, Named(code, "Send").Count);

    [Theory]
    [InlineData("SendAsync();")]
    [InlineData("Resend(); ReSend(); _Send(); Send2(); Sendé();")]
    [InlineData("// Send\r\n/* Send */ var text = \"Send\";")]
    [InlineData("send(); SEND();")]
    [InlineData("void Send() { }")]
    [InlineData("var text = \"\\u0053end\";")]
    [InlineData("Sen")]
    public void Not_found(string code) => Assert.Empty(Named(code, "Send"));

    [Theory]
    [InlineData("Uri uri = new(\"/\");", 1)]
    [InlineData("Uri uri = new Uri(\"/\"); var news = new { };", 0)]
    public void Creations_without_a_type(string code, int count) => Assert.Equal(count, Named(code, TreeNames.ImplicitNew).Count);

    private static IReadOnlyList<SyntaxNode> Named(string code, string name) => TreeNames.Named(CSharpSyntaxTree.ParseText(code), name, CancellationToken.None);
}
