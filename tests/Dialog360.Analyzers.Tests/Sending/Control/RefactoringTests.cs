using System.Text.RegularExpressions;

namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Refactorings that keep what a program does keep what is reported; only its place moves with the call.</summary>
public sealed partial class RefactoringTests
{
    private const string Extracted = " private Task<HttpResponseMessage> Say(string phone, string text) => whatsApp.SendTextAsync(phone, text);";
    private const string Behind = " private readonly IPost post = null!; public interface IPost { Task<HttpResponseMessage> Say(string phone, string text); } public sealed class Post(IWhatsApp inner) : IPost { public Task<HttpResponseMessage> Say(string phone, string text) => inner.SendTextAsync(phone, text); }";

    public static TheoryData<string, string> Samples()
    {
        TheoryData<string, string> samples = [];
        foreach (object[] row in SessionArithmeticTests.Guarded.Concat<object[]>(SessionArithmeticTests.NotGuarded))
        {
            samples.Add((string)row[0], (string)row[1]);
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void ExtractingAMethodAroundTheSend(string statements, string members) =>
        SessionProgram.CheckJob(Send().Replace(statements, "$1Say$2"), members + Extracted);

    [Theory]
    [MemberData(nameof(Samples))]
    public void PuttingAnInterfaceBetween(string statements, string members) =>
        SessionProgram.CheckJob(Send().Replace(statements, "post.$1Say$2"), members + Behind);

    [Fact]
    public void MovingTheCheckIntoTheOnlyCaller()
    {
        SessionProgram.CheckJob("await Say(customer);", "private async Task Say(Customer c) { if (!c.HasOpenWindow) return; await whatsApp.SendTextAsync(c.Phone, \"hi\"); }");
        SessionProgram.CheckJob("if (customer.HasOpenWindow) await Say(customer);", "private async Task Say(Customer c) { await whatsApp.SendTextAsync(c.Phone, \"hi\"); }");
        SessionProgram.CheckJob("await [|Say|](customer);", "private async Task Say(Customer c) { await whatsApp.SendTextAsync(c.Phone, \"hi\"); }");
    }

    [GeneratedRegex(@"whatsApp\.(\[\|)?SendTextAsync(\|\])?")]
    private static partial Regex Send();
}
