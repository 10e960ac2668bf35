using System.Diagnostics;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Tests.Json;

/// <summary>Sizes that would overflow a stack or take minutes if the reader recursed or went over the text again and again.</summary>
public class JsonParserLimitTests
{
    private const int Megabyte = 1 << 20;
    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(20);

    public static TheoryData<string, string> Texts => new()
    {
        { "10,000 deep arrays", new string('[', 10_000) + new string(']', 10_000) },
        { "10,000 deep objects", string.Concat(Enumerable.Repeat("{\"a\":", 10_000)) + "1" + new string('}', 10_000) },
        { "10,000 deep, never closed", string.Concat(Enumerable.Repeat("[{\"a\":", 10_000)) },
        { "only opening brackets", new string('[', Megabyte) },
        { "only closing brackets", new string('}', Megabyte) },
        { "brackets that do not match", string.Concat(Enumerable.Repeat("[}", Megabyte / 2)) },
        { "one long string", "{\"a\":\"" + new string('x', Megabyte) + "\"}" },
        { "a string of escapes", "{\"a\":\"" + string.Concat(Enumerable.Repeat("\\n", Megabyte / 2)) + "\"}" },
        { "quotes without end", string.Concat(Enumerable.Repeat("\"\n", Megabyte / 2)) },
        { "single quotes and line ends", "'" + string.Concat(Enumerable.Repeat("\n\\'", Megabyte / 3)) },
        { "escaped quotes and line ends", "\"" + string.Concat(Enumerable.Repeat("\n\\\"", Megabyte / 3)) },
        { "many members", "{" + string.Join(",", Enumerable.Range(0, 60_000).Select(index => $"\"name{index}\":{index}")) + "}" },
        { "only commas", new string(',', Megabyte) },
        { "only blanks", new string(' ', Megabyte) },
        { "comments", string.Concat(Enumerable.Repeat("/**/", Megabyte / 4)) },
        { "2,000 holes in strings", "[" + string.Join(",", Enumerable.Repeat("\"a§b\"", 2_000)) + "]" },
        { "2,000 holes in one string", "{\"a\":\"" + string.Concat(Enumerable.Repeat("\\n§", 2_000)) + "\"}" },
        { "2,000 holes outside strings", "{" + string.Concat(Enumerable.Repeat("§ ", 2_000)) + "}" },
        { "a million glued holes", "[" + new string('§', Megabyte) + "]" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Big_texts_are_read_in_time(string what, string text)
    {
        Stopwatch watch = Stopwatch.StartNew();
        JsonParseResult result = JsonText.Parse(text);
        Assert.True(watch.Elapsed < Generous, $"{what}: {watch.Elapsed}");
        Assert.True(result.Errors.Length <= JsonErrors.Limit);
    }

    [Fact]
    public void What_is_too_deep_is_left_out_and_said()
    {
        JsonParseResult result = JsonText.Parse(new string('[', 10_000) + "x" + new string(']', 10_000) + ",");
        Assert.Equal(new[] { JsonErrorKind.TooDeep, JsonErrorKind.TrailingComma }, result.Errors.Select(error => error.Kind));
        int depth = 0;
        for (JsonNode? node = result.Root; node is { Elements: [JsonNode child] }; node = child)
        {
            depth++;
        }

        Assert.Equal(JsonParser.MaxDepth, depth);
    }

    [Fact]
    public void Work_ends_when_it_is_no_longer_wanted()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => JsonParser.Parse(new HoledText("[1,2]"), source.Token));
    }
}
