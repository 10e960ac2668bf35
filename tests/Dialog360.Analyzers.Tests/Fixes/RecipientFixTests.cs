namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0112: the number with a plus, without what is only dialled at home.</summary>
public class RecipientFixTests
{
    [Theory]
    [InlineData("004915112345678", "+4915112345678")]
    [InlineData("00 39 347 1234567", "+39 347 1234567")]
    [InlineData("0049 (0)151 2345678", "+49 151 2345678")]
    public Task The_zeros_become_a_plus(string before, string after) => FixBench.BodyAsync(Send(before), Send(after), "DLG0112", "plus-for-zeros");

    [Theory]
    [InlineData("0151 2345678")]
    [InlineData("00")]
    public Task A_number_without_a_country_stays(string number) => FixBench.NothingForBodyAsync(Send(number), "DLG0112");

    private static string Send(string to) => $"Send(new {{ to = \"{to}\", type = \"text\", text = new {{ body = name }} }});";
}
