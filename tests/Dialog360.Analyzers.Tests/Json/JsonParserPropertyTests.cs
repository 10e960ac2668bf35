using System.Text;
using System.Text.Json;
using CsCheck;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Tests.Json;

/// <summary>The reader against System.Text.Json on random texts, valid and broken. DIALOG360_LONG_TESTS=1 takes many more.</summary>
public class JsonParserPropertyTests
{
    private static readonly long Count = Environment.GetEnvironmentVariable("DIALOG360_LONG_TESTS") == "1" ? 200_000 : 3_000;

    private static readonly Gen<string> Blank = Gen.OneOfConst("", "", "", " ", "\n", "\t", "\r\n  ");

    private static readonly Gen<string> Text =
        Gen.OneOfConst("a", "to", " ", "é", "😀", "\\n", "\\\"", "\\\\", "\\u00e9", "\\/", "'", "{", "]", "://", "%25", "\u007f", "/*").Array[0, 6]
            .Select(parts => "\"" + string.Concat(parts) + "\"");

    private static readonly Gen<string> Leaf = Gen.OneOf(
        Text, Text, Gen.OneOfConst("0", "-1", "12.50", "1e9", "-0.5E-3", "true", "false", "null"));

    private static readonly Gen<string> Json = Gen.Recursive<string>((depth, nested) => depth > 4
        ? Leaf
        : Gen.OneOf(
            Leaf,
            Gen.Select(nested, Blank, (value, blank) => value + blank).Array[0, 4].Select(Blank, (values, blank) => "[" + blank + string.Join(",", values) + "]"),
            Gen.Select(Text, Blank, nested, Blank, (name, before, value, after) => before + name + after + ":" + before + value).Array[0, 4]
                .Select(Blank, (members, blank) => "{" + string.Join(",", members) + blank + "}")));

    private static readonly Gen<string> Broken = Gen.Select(
        Json, Gen.Double.Unit, Gen.Int[0, 3], Gen.OneOfConst(",", ":", "\"", "'", "{", "}", "[", "]", "\\", "\n", "/", "x", "0", "-", ".", "e", "true", "\u0001", "\u00a0"), Gen.Int[0, 2],
        (json, place, removed, inserted, way) =>
        {
            int at = (int)(place * json.Length);
            int length = Math.Min(removed, json.Length - at);
            return way switch
            {
                0 => json.Remove(at, length),
                1 => json.Insert(at, inserted),
                _ => json.Remove(at, length).Insert(at, inserted),
            };
        });

    [Fact]
    public void Valid_texts_have_no_errors_and_the_same_content() =>
        Json.Sample(json =>
        {
            JsonParseResult result = JsonParser.Parse(new HoledText(json), CancellationToken.None);
            Assert.Empty(result.Errors);
            using JsonDocument document = JsonDocument.Parse(json);
            AssertSame(document.RootElement, result.Root!);
        }, seed: "0000KOIKlqr2", iter: Count);

    [Fact]
    public void Errors_are_found_exactly_where_the_text_is_refused() =>
        Broken.Sample(json =>
        {
            JsonParseResult result = JsonParser.Parse(new HoledText(json), CancellationToken.None);
            Assert.True(IsAccepted(json) == result.Errors.IsEmpty, $"{json}\n{string.Join("\n", result.Errors)}");
            Assert.All(result.Errors, error => Assert.InRange(error.Start + error.Length, error.Start, json.Length));
        }, seed: "0000KOIKlqr2", iter: Count);

    [Fact]
    public void The_cursor_reads_the_same_content() =>
        Json.Sample(json =>
        {
            JsonCursor cursor = new(json);
            JsonNode? node = JsonParser.Parse(new HoledText(json), CancellationToken.None).Root;
            AssertSame(node!, cursor);
            cursor.End();
            Assert.False(cursor.IsBroken, json);
            Assert.Equal(json.Length, cursor.Position);
        }, seed: "0000KOIKlqr2", iter: Count);

    [Fact]
    public void The_cursor_breaks_off_exactly_where_the_text_is_refused() =>
        Broken.Sample(json =>
        {
            JsonCursor cursor = new(json);
            cursor.Skip();
            cursor.End();
            JsonParseResult result = JsonParser.Parse(new HoledText(json), CancellationToken.None);
            Assert.True(cursor.IsBroken == !result.Errors.IsEmpty, json);
            Assert.Equal(result.Errors.IsEmpty ? null : result.Errors[0], JsonParser.FirstError(new HoledText(json), CancellationToken.None));
        }, seed: "0000KOIKlqr2", iter: Count);

    [Fact]
    public void Every_prefix_is_read_without_exception() =>
        Json.Sample(json =>
        {
            for (int length = 0; length < json.Length; length++)
            {
                string prefix = json[..length];
                Assert.Equal(IsAccepted(prefix), JsonParser.Parse(new HoledText(prefix), CancellationToken.None).Errors.IsEmpty);
            }
        }, seed: "0000KOIKlqr2", iter: Count / 20);

    private static void AssertSame(JsonNode expected, JsonCursor actual)
    {
        Assert.Equal((expected.Kind, expected.Start), (actual.Kind, actual.Position));
        switch (expected.Kind)
        {
            case JsonKind.Object:
                actual.Begin();
                foreach (JsonMember member in expected.Members)
                {
                    Assert.True(actual.NextMember());
                    Assert.Equal((member.Name.Text, member.NameStart, member.NameEnd), (actual.Name(), actual.NameStart, actual.NameEnd));
                    AssertSame(member.Value!, actual);
                }

                Assert.False(actual.NextMember());
                break;
            case JsonKind.Array:
                actual.Begin();
                foreach (JsonNode element in expected.Elements)
                {
                    Assert.True(actual.NextElement());
                    AssertSame(element, actual);
                }

                Assert.False(actual.NextElement());
                break;
            default:
                Assert.Equal(expected.Kind == JsonKind.String ? expected.Value!.Text : null, actual.Text());
                break;
        }

        Assert.Equal(expected.End, actual.Position);
    }

    private static bool IsAccepted(string json)
    {
        try
        {
            // As bytes: half a surrogate pair becomes one replacement character instead of a failure to transcode.
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetBytes(json));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void AssertSame(JsonElement expected, JsonNode actual)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                JsonProperty[] properties = expected.EnumerateObject().ToArray();
                Assert.Equal(properties.Select(property => property.Name), actual.Members.Select(member => member.Name.Text));
                Assert.All(properties.Zip(actual.Members), pair => AssertSame(pair.First.Value, pair.Second.Value!));
                break;
            case JsonValueKind.Array:
                JsonElement[] elements = expected.EnumerateArray().ToArray();
                Assert.Equal(elements.Length, actual.Elements.Length);
                Assert.All(elements.Zip(actual.Elements), pair => AssertSame(pair.First, pair.Second));
                break;
            case JsonValueKind.String:
                Assert.Equal(JsonKind.String, actual.Kind);
                Assert.Equal(expected.GetString(), actual.Value!.Text);
                break;
            case JsonValueKind.Number:
                Assert.Equal((JsonKind.Number, expected.GetRawText()), (actual.Kind, actual.Value!.Text));
                break;
            default:
                Assert.Equal(expected.ValueKind.ToString(), actual.Kind.ToString());
                break;
        }
    }
}
