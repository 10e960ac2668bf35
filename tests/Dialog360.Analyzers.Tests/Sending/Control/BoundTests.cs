using System.Text;
using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Deep, circular and half-typed programs: bounded, without exceptions, silent where nothing can be known.</summary>
public sealed class BoundTests
{
    [Fact]
    public void ADeepChainIsFollowedToItsTop()
    {
        StringBuilder program = new("public sealed class A(IWhatsApp w, IStore d) { public Task Run() => [|M0|](d.Find(1).Phone);");
        for (int level = 0; level < 500; level++)
        {
            program.Append($" private Task M{level}(string to) => M{level + 1}(to);");
        }

        SessionProgram.Check(program.Append(" private Task M500(string to) => w.SendTextAsync(to, \"hi\"); }").ToString());
    }

    [Fact]
    public void ADeepChainWithTheCheckOnTopIsSilent()
    {
        StringBuilder program = new("public sealed class A(IWhatsApp w, IStore d) { public Task Run() { Customer c = d.Find(1); return c.HasOpenWindow ? M0(c.Phone) : Task.CompletedTask; }");
        for (int level = 0; level < 500; level++)
        {
            program.Append($" private Task M{level}(string to) => M{level + 1}(to);");
        }

        SessionProgram.Check(program.Append(" private Task M500(string to) => w.SendTextAsync(to, \"hi\"); }").ToString());
    }

    [Theory]
    [InlineData("public sealed class A { IWhatsApp w; public Task Run(string to) { if (to. ) w.SendTextAsync(; } }")]
    [InlineData("public sealed class A { public Task Run() => Missing.SendTextAsync(Unknown(x => x.)); }")]
    [InlineData("public sealed class A { IWhatsApp w; async Task Run() { foreach (var c in ) await w.SendTextAsync(c.Phone, \"hi\"); switch (w) { case { Length: < }: break; } } }")]
    [InlineData("public sealed class A { IWhatsApp w; async Task Run() { await w.SendTextAsync(\"+49151\", ")]
    [InlineData("public sealed partial class A { partial void Say(string to); void Run() { Say(1); Say(; } } class A { }")]
    public void HalfTypedCodeDoesNotFail(string program)
    {
        TestProgram half = new("DLG0000", program, SessionProgram.Client, SessionProgram.Store);
        half.Check(mayHaveErrors: true);
    }

    [Theory]
    [InlineData("public sealed class A(IWhatsApp w) { public bool Open(string to) => Open(to); private bool Session => Session; public Task Run(string to) => Open(to) && Session ? w.[|SendTextAsync|](to, \"hi\") : Task.CompletedTask; }")]
    [InlineData("public sealed class A(IWhatsApp w, IStore d) { private string One(string to) => Two(to); private string Two(string to) => One(to); public Task Run() => w.[|SendTextAsync|](One(d.Find(1).Phone), \"hi\"); }")]
    [InlineData("public sealed class A(IWhatsApp w) { private string phone; public A(IWhatsApp w, string p) : this(w) { phone = p; phone = phone; } public Task Run() => w.[|SendTextAsync|](phone, \"hi\"); }")]
    public void CirclesEnd(string program) => SessionProgram.Check("#nullable disable\n" + program);
}
