using Dialog360.Analyzers.Program.Files;

namespace Dialog360.Analyzers.Tests.Program.Files;

/// <summary>Which words of code are names: those in the holes of texts are, those of texts and comments are not.</summary>
public sealed class NameScannerTests
{
    [Theory]
    [InlineData("a.B(c)", "a B c")]
    [InlineData("a // b \"c\nd", "a d")]
    [InlineData("a /* b \" c */ d", "a d")]
    [InlineData("a = \"b // c\"; d", "a d")]
    [InlineData("a = \"b \\\" c\"; d", "a d")]
    [InlineData("a = \"b \\\\\"; d", "a d")]
    [InlineData("a = @\"b \\\"; d", "a d")]
    [InlineData("a = @\"b \"\" c\"; d", "a d")]
    [InlineData("a = \"\"; d", "a d")]
    [InlineData("a = $\"b {c} d {e.F(\"g\")} h\"; i", "a c e F i")]
    [InlineData("a = $\"b {{c}} {d:N2} {(e ? \"f\" : $\"g {h}\")}\"; i", "a d N2 e h i")]
    [InlineData("a = $@\"b \"\" {c} \\\"; d", "a c d")]
    [InlineData("a = @$\"{c} \"\"e\"\"\"; d", "a c d")]
    [InlineData("a = $\"{new { b, c = new[] { d } }}\"; e", "a new b c new d e")]
    [InlineData("a = \"\"\"b \" c \"\" d\"\"\"; e", "a e")]
    [InlineData("a = $\"\"\"{\"b\"} {c} \" d\"\"\"; e", "a c e")]
    [InlineData("a = $$\"\"\"{ \"b\": {{c}}, {d} }\"\"\"; e", "a c e")]
    [InlineData("a = $$\"\"\"{{{b}}}\"\"\"; e", "a b e")]
    [InlineData("a = '\"'; b = '\\''; c = '\\u0022'; d", "a b c d")]
    [InlineData("a = 'b'; c", "a c")]
    [InlineData("#region Don't\na = \"b\"; c", "region Don t a c")]
    [InlineData("a = \"half\nb", "a b")]
    [InlineData("a = $\"half {b\nc", "a b c")]
    [InlineData("a = \"\"\"half\nb", "a")]
    [InlineData("a = $\"{b", "a b")]
    [InlineData("} a } b", "a b")]
    [InlineData("o.T\\u0065ll(@event)", "o Tell event")]
    [InlineData("größe = \"x\"; ñ", "größe ñ")]
    public void Reads_the_names_of_code(string code, string names)
    {
        NameScanner scanner = new(code.ToCharArray(), code.Length);
        List<int> read = [];
        while (scanner.Read(out int number, out _))
        {
            read.Add(number);
        }

        Assert.Equal(names.Split(' ').Select(NameNumber.Of), read);
    }

    [Theory]
    [InlineData("new A()", "A")]
    [InlineData("new B.A { }", "A B")]
    [InlineData("new global::B.A()", "A B global")]
    [InlineData("new A[1]", "A")]
    [InlineData("new List<A>()", "List")]
    [InlineData("new() ; new { a }; new[] { b }", "")]
    [InlineData("A made = new();", "")]
    [InlineData("\"new A\" /* new B */ + new\n  C()", "C")]
    public void Tells_what_is_created_by_name(string code, string types) => Assert.Equal(
        types.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameNumber.Of).Order(),
        WordSet.CreatedIn(Microsoft.CodeAnalysis.Text.SourceText.From(code), new Microsoft.CodeAnalysis.Text.TextSpan(0, code.Length)).Numbers.Order());

    [Theory]
    [InlineData("class A { } struct B { } record C(int X); record struct D(int X); interface IE<T> { } enum F { a } class @G { }", "A B C D IE F G")]
    [InlineData("class A<T> where T : class { return; }", "A")]
    [InlineData("// the class of it\n/* a record type */", "")]
    [InlineData("class A\n    : B\n{ }", "A")]
    public void Tells_the_types_that_a_file_declares(string code, string types) => Assert.Equal(
        types.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(NameNumber.Of).Order(),
        WordSet.Of(Microsoft.CodeAnalysis.Text.SourceText.From(code)).Types.Numbers.Order());
}
