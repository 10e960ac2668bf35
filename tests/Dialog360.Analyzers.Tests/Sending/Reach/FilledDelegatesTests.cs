using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Dialog360.Analyzers.Tests.Sending.Reach;

/// <summary>What a member may give a function to, by its characters alone: more than there is, never less.</summary>
public sealed class FilledDelegatesTests
{
    [Theory]
    [InlineData("Send = Post;", "Send", "Post")]
    [InlineData("this.Send = this.Post;", "Send", "Post")]
    [InlineData("_client.Received += OnReceived;", "Received", "OnReceived")]
    [InlineData("_client.Received -= OnReceived;", "Received", "OnReceived")]
    [InlineData("Send ??= Post;", "Send", "Post")]
    [InlineData("if (is_ready) Send = Post; else Fallback = Log;", "Fallback", "Log")]
    [InlineData("_handlers[\"text\"] = OnText;", "_handlers", "OnText")]
    [InlineData("_handlers[Key(\"]\")] = OnText;", "_handlers", "OnText")]
    [InlineData("var options = new Options { Notify = Post, Name = \"x\" };", "Notify", "Post")]
    [InlineData("Send = /* the only one */ Post; // done", "Send", "Post")]
    [InlineData("Send = Resolve<ISender>(\"a;b\").Post;", "Send", "Post")]
    [InlineData("Send = new Sender(_client, $\"{Name}(\").Post;", "Send", "Post")]
    [InlineData("Send = ((Sender)_sender).Post;", "Send", "Post")]
    [InlineData("Send = _sender!.Post;", "Send", "Post")]
    [InlineData("Send = global::Shop.Sender.Post;", "Send", "Post")]
    [InlineData("Send = @Post;", "Send", "Post")]
    [InlineData("// A comment names it\n        Send = Post;", "Send", "Post")]
    [InlineData("#pragma warning disable CS0618\n        Send = Post;", "Send", "Post")]
    [InlineData("Send = async (to, text) => await Post(to, text);", "Send", null)]
    [InlineData("Send = static to => Post(to);", "Send", null)]
    [InlineData("Send = to => Post(to);", "Send", null)]
    [InlineData("Send = delegate { Post(); };", "Send", null)]
    [InlineData("Send = (string to) => { Post(to); };", "Send", null)]
    [InlineData("Send = Task<int> (string to) => Post(to);", "Send", null)]
    [InlineData("Send = [Obsolete] (to) => Post(to);", "Send", null)]
    [InlineData("Register(() => Send = Post);", "Send", "Post")]
    public void Is_found(string statement, string target, string? source) =>
        Assert.Contains((NameNumber.Of(target), source is null ? 0 : NameNumber.Of(source)), In("    void M()\n    {\n        " + statement + "\n    }"));

    [Theory]
    [InlineData("var send = Post;")]
    [InlineData("Func<string, Task> send = Post;")]
    [InlineData("string? text = Name;")]
    [InlineData("Send = Post(to);")]
    [InlineData("Count = 3;")]
    [InlineData("Name = \"Post\";")]
    [InlineData("Total = Price * Count;")]
    [InlineData("if (Send == Post || a <= b || a >= b || a != b) { }")]
    [InlineData("Call(to => Post(to));")]
    [InlineData("// Send = Post;")]
    [InlineData("Log(\"Send = Post;\");")]
    [InlineData("Last = await Post(to);")]
    [InlineData("Kind = value switch { 1 => 2, _ => 3 };")]
    [InlineData("Kind = Value as Kind;")]
    [InlineData("Kind = Value ?? Other;")]
    [InlineData("Send(new { Name = new { First = 1 }, Rows = new[] { 1 } });")]
    [InlineData("Order = new();")]
    [InlineData("Order = new Order(1) { Id = 2 };")]
    public void Is_not_found(string statement) => Assert.Empty(In("    void M()\n    {\n        " + statement + "\n    }"));

    [Theory]
    [InlineData("    public Notifier(Sender sender) => _send = sender.Post;", "_send", "Post")]
    [InlineData("    public void Use(Action send) { _send = send; }", "_send", "send")]
    public void Members_of_every_form_are_read(string member, string target, string source) =>
        Assert.Contains((NameNumber.Of(target), NameNumber.Of(source)), In(member));

    [Theory]
    [InlineData("Send = ")]
    [InlineData("Send = Post(")]
    [InlineData("Send = \"")]
    [InlineData("Send = (")]
    [InlineData("_handlers[ = x")]
    [InlineData("Send = new ")]
    [InlineData("Send = a<")]
    public void Half_typed_code_ends(string statement) => Assert.NotNull(In("    void M() { " + statement));

    private static List<(int Target, int Source)> In(string member)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText("class Notifier\n{\n" + member + "\n}\n");
        FileOutline outline = FileOutline.Of(tree, CancellationToken.None);
        return [.. Enumerable.Range(0, outline.Members.Length)
            .SelectMany(number => FilledDelegates.Of(tree, number, outline.Members[number], CancellationToken.None))
            .Select(static given => (given.Target, given.Source))];
    }
}
