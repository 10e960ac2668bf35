using System.Diagnostics;
using System.Text;
using Dialog360.Analyzers.Catalog.Templates;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Tests.Catalog.Templates;

public sealed class ManifestReaderTests
{
    private const string Order = """{ "name": "order_shipped", "language": "en", "status": "approved", "components": [{ "type": "BODY", "text": "Hi {{1}}, parcel {{2}}." }] }""";

    [Theory]
    [InlineData("""{ "count": 1, "filters": {}, "limit": 1000, "offset": 0, "sort": ["id"], "total": 1, "waba_templates": [@] }""")]
    [InlineData("""{ "data": [@], "paging": { "cursors": { "before": "a", "after": "b" } } }""")]
    [InlineData("[@]")]
    [InlineData("\uFEFF[@]")]
    [InlineData("{ \"waba_templates\": [], \"data\": [@] }")]
    [InlineData("\r\n\t[\r\n@\r\n]\r\n")]
    public void A_list_is_read_in_each_of_its_shapes(string root)
    {
        TemplateManifest manifest = ManifestReader.Read(root.Replace("@", Order));

        Assert.Null(manifest.Error);
        Assert.Null(manifest.Gap);
        TemplateDefinition order = Assert.Single(manifest.Named("order_shipped"));
        Assert.Equal("en", order.Language);
        Assert.Equal("1,2", string.Join(',', order.Parts!.Body!.Placeholders));
        Assert.Equal("Hi {{1}}, parcel {{2}}.", order.BodyText);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{ \"waba_templates\": [], \"count\": 0, \"total\": 0 }")]
    public void An_account_without_templates_has_an_empty_list(string text)
    {
        TemplateManifest manifest = ManifestReader.Read(text);

        Assert.Null(manifest.Error);
        Assert.Empty(manifest.Names);
    }

    [Theory]
    [InlineData("", "empty", 0)]
    [InlineData("  \n ", "empty", 0)]
    [InlineData("{", "closing bracket", 1)]
    [InlineData("[@", "closing bracket", -1)]
    [InlineData("[@,]", "comma before the closing bracket", -1)]
    [InlineData("<html>502 Bad Gateway</html>", "cannot stand there", 0)]
    [InlineData("<<<<<<< HEAD\n[@]\n=======\n[]\n>>>>>>> main", "JSON", 0)]
    [InlineData("{\0\"\0d\0a\0t\0a\0", "UTF-8", 1)]
    [InlineData("{}", "no list", 0)]
    [InlineData("\"order_shipped\"", "no list", 0)]
    [InlineData("{ \"meta\": { \"success\": false, \"http_code\": 401 } }", "no list", 0)]
    [InlineData("{ \"waba_templates\": {} }", "no list", 0)]
    [InlineData("[{ \"language\": \"en\" }]", "no name", 1)]
    [InlineData("[@, \"order_shipped\"]", "not a template", -1)]
    [InlineData("[{ \"name\": \"a\", \"name\": \"b\" }]", "'name' stands twice", 17)]
    [InlineData("[{ \"name\": \"a\", \"components\": [{ \"type\": \"BODY\", \"text\": \"x\", \"text\": \"y\" }] }]", "'text' stands twice", -1)]
    [InlineData("{ \"data\": [@], \"data\": [] }", "'data' stands twice", -1)]
    public void What_is_no_list_is_one_problem_with_a_place(string text, string reason, int start)
    {
        TemplateManifest manifest = ManifestReader.Read(text.Replace("@", Order));

        Assert.NotNull(manifest.Error);
        Assert.Contains(reason, manifest.Error.Reason, StringComparison.Ordinal);
        Assert.True(start < 0 || manifest.Error.Start == start, $"{manifest.Error.Start}");
        Assert.Empty(manifest.Names);
    }

    [Theory]
    [InlineData("{ \"count\": 1, \"total\": 12, \"waba_templates\": [@] }", true)]
    [InlineData("{ \"total\": 12, \"waba_templates\": [@] }", true)]
    [InlineData("{ \"data\": [@], \"paging\": { \"next\": \"https://example.com/next\" } }", true)]
    [InlineData("{ \"count\": 1, \"total\": 1, \"waba_templates\": [@] }", false)]
    [InlineData("{ \"data\": [@], \"paging\": { \"cursors\": {} } }", false)]
    [InlineData("{ \"data\": [@], \"paging\": { \"next\": null } }", false)]
    [InlineData("[@]", false)]
    public void A_page_of_a_list_is_a_gap(string text, bool isGap) =>
        Assert.Equal(isGap, ManifestReader.Read(text.Replace("@", Order)).Gap is not null);

    [Theory]
    [InlineData("approved", false)]
    [InlineData("APPROVED", false)]
    [InlineData("", false)]
    [InlineData("something_new", false)]
    [InlineData("pending", true)]
    [InlineData("PAUSED", true)]
    [InlineData("rejected", true)]
    [InlineData("disabled", true)]
    [InlineData("IN_APPEAL", true)]
    [InlineData("ARCHIVED", true)]
    public void Only_a_status_that_is_known_to_block_blocks(string status, bool isBlocked)
    {
        TemplateManifest manifest = ManifestReader.Read($$"""[{ "name": "a", "language": "en", "status": "{{status}}" }]""");

        Assert.Equal(isBlocked, manifest.Named("a")[0].Blocked is not null);
    }

    [Fact]
    public void What_Direct_Send_made_cannot_be_sent_by_name() =>
        Assert.NotNull(ManifestReader.Read("""[{ "name": "a", "status": "APPROVED", "source": "AUTO_GENERATED" }]""").Named("a")[0].Blocked);

    [Fact]
    public void Languages_of_one_name_stay_together_in_their_order()
    {
        TemplateManifest manifest = ManifestReader.Read("""[{ "name": "a", "language": "en" }, { "name": "b", "language": "en" }, { "name": "a", "language": "de" }, { "name": "a", "language": { "code": "fr" } }, { "name": "a" }]""");

        Assert.Equal(["en", "de", "fr", ""], manifest.Named("a").Select(each => each.Language));
        Assert.Null(manifest.Named("a")[0].Parts);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("Hello", "")]
    [InlineData("{{1}}", "1")]
    [InlineData("{{1}} {{2}} {{1}}", "1,2")]
    [InlineData("{{2}} {{1}} {{10}}", "1,2,10")]
    [InlineData("{{ 1 }}", "1")]
    [InlineData("{{first_name}} {{order}} {{first_name}}", "first_name,order")]
    [InlineData("{1} { {2}} {{}} {{a b}} {{", "")]
    [InlineData("{{{1}}}", "1")]
    [InlineData("{{1}} {{name}}", null)]
    public void Placeholders_count_once(string text, string? expected) =>
        Assert.Equal(expected, Placeholders.In(text) is { } found ? string.Join(',', found.Placeholders) : null);

    [Theory]
    [InlineData("""{ "type": "HEADER", "format": "IMAGE" }""", "image", 1)]
    [InlineData("""{ "type": "header", "format": "video" }""", "video", 1)]
    [InlineData("""{ "type": "HEADER", "format": "DOCUMENT" }""", "document", 1)]
    [InlineData("""{ "type": "HEADER", "format": "LOCATION" }""", "location", 1)]
    [InlineData("""{ "type": "HEADER", "format": "TEXT", "text": "For {{1}}" }""", null, 1)]
    [InlineData("""{ "type": "HEADER", "format": "TEXT", "text": "News" }""", null, 0)]
    [InlineData("""{ "type": "HEADER", "text": "For {{name}}" }""", null, 1)]
    [InlineData("""{ "type": "FOOTER", "text": "Bye" }""", null, 0)]
    public void A_header_takes_one_parameter_of_its_kind(string component, string? parameter, int count)
    {
        HeaderPart header = PartsOf(component).Header!;

        Assert.Equal(parameter, header.Parameter);
        Assert.Equal(count, header.Count);
    }

    [Theory]
    [InlineData("""{ "type": "HEADER", "format": "GIF" }""")]
    [InlineData("""{ "type": "HEADER" }""")]
    public void A_header_of_another_kind_is_not_known(string component) => Assert.Null(PartsOf(component).Header);

    [Fact]
    public void Each_button_has_its_index()
    {
        TemplateParts parts = PartsOf("""
            { "type": "BUTTONS", "buttons": [
              { "type": "QUICK_REPLY", "text": "Yes" }, { "type": "PHONE_NUMBER", "text": "Call", "phone_number": "+49" }, { "type": "URL", "text": "Open", "url": "https://x" },
              { "type": "URL", "text": "Track", "url": "https://x/{{1}}", "example": ["https://x/1"] }, { "type": "COPY_CODE", "example": "25OFF" }, { "type": "OTP", "otp_type": "COPY_CODE" },
              { "type": "FLOW", "flow_id": "1" }, { "type": "SOMETHING_NEW" } ] }
            """);

        Assert.Equal(
            [Occurrence.Optional, Occurrence.None, Occurrence.None, Occurrence.One, Occurrence.One, Occurrence.One, Occurrence.One, null],
            parts.Buttons.Select(button => button?.Component));
    }

    [Fact]
    public void What_a_list_may_hold_beyond_that_is_no_problem()
    {
        TemplateManifest manifest = ManifestReader.Read("""
            [{ "name": "a", "language": "en", "id": "1", "quality_score": { "score": "UNKNOWN", "date": 1 }, "rejected_reason": null, "namespace": "x", "category": "MARKETING", "components": [
              { "type": "BODY", "text": "Hi {{1}}", "example": { "body_text": [["Ann"]] } }, { "type": "LIMITED_TIME_OFFER", "limited_time_offer": { "text": "Today" } },
              { "type": "CAROUSEL", "cards": [{ "components": [{ "type": "BODY", "text": "{{1}}" }] }] }, { "type": "CALL_PERMISSION_REQUEST" } ] }]
            """);

        Assert.Null(manifest.Error);
        Assert.Equal("1", Assert.Single(manifest.Named("a")[0].Parts!.Body!.Placeholders));
    }

    [Theory]
    [InlineData('[', 1_000_000)]
    [InlineData('{', 1_000_000)]
    public void Deep_nesting_is_a_problem_and_nothing_worse(char bracket, int depth)
    {
        string open = bracket == '[' ? "[" : "{\"a\":";
        string text = "[" + Order[..^1] + ", \"example\": " + string.Concat(Enumerable.Repeat(open, depth)) + "}]";

        Assert.NotNull(ManifestReader.Read(text).Error);
    }

    [Fact]
    public void A_file_of_fifty_megabytes_is_not_read()
    {
        TemplateManifest manifest = ManifestReader.Read(new string(' ', 50_000_000));

        Assert.Contains("characters", manifest.Error!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_takes_little_memory()
    {
        string text = "[" + string.Join(",\n", Enumerable.Range(0, 6_000).Select(number => Order.Replace("order_shipped", "order_" + number))) + "]";
        ManifestReader.Read(text);

        long before = GC.GetAllocatedBytesForCurrentThread();
        TemplateManifest manifest = ManifestReader.Read(text);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(6_000, manifest.Names.Count());
        Assert.True(allocated < 2_500_000, $"{allocated} bytes");
    }

    [Fact]
    public void The_components_of_a_template_are_read_when_somebody_asks()
    {
        List<(int Start, int End)> pieces = [];
        string text = $"[{Order}, {Order.Replace("order_shipped", "welcome")}]";
        TemplateManifest manifest = ManifestReader.Read(text, (start, end) =>
        {
            pieces.Add((start, end));
            return text[start..end];
        });

        TemplateDefinition order = manifest.Named("order_shipped")[0];
        Assert.Empty(pieces);
        Assert.Equal("Hi {{1}}, parcel {{2}}.", order.BodyText);
        Assert.Equal(2, order.Parts!.Body!.Placeholders.Length);
        (int start, int end) = Assert.Single(pieces);
        Assert.Equal("""[{ "type": "BODY", "text": "Hi {{1}}, parcel {{2}}." }]""", text[start..end]);
    }

    [Fact]
    public void Names_and_texts_may_be_escaped()
    {
        TemplateDefinition definition = ManifestReader.Read("""[{ "n\u0061me": "caf\u0065", "language": "e\u006e", "components": [{ "type": "B\u004fDY", "te\u0078t": "A \"{{1}}\"\n\\\/\u00e9" }] }]""").Named("cafe")[0];

        Assert.Equal("en", definition.Language);
        Assert.Equal("A \"{{1}}\"\n\\/é", definition.BodyText);
        Assert.Equal("1", Assert.Single(definition.Parts!.Body!.Placeholders));
    }

    [Theory]
    [InlineData("[{ \"name\": \"a\", \"n\\u0061me\": \"b\" }]", 17)]
    [InlineData("[{ \"name\": \"a\", \"components\": [{ \"type\": \"BUTTONS\", \"buttons\": [{ \"type\": \"URL\", \"type\": \"OTP\" }] }] }]", 82)]
    [InlineData("[{ \"1\": 1, \"2\": 1, \"3\": 1, \"4\": 1, \"5\": 1, \"6\": 1, \"7\": 1, \"8\": 1, \"9\": 1, \"a\": 1, \"b\": 1, \"c\": 1, \"d\": 1, \"e\": 1, \"f\": 1, \"g\": 1, \"h\": 1, \"name\": \"a\", \"h\": 2 }]", 153)]
    public void A_name_that_stands_twice_is_seen_however_it_is_written(string text, int start)
    {
        ManifestProblem problem = ManifestReader.Read(text).Error!;

        Assert.Contains("stands twice", problem.Reason, StringComparison.Ordinal);
        Assert.Equal(start, problem.Start);
    }

    [Fact]
    public void What_stands_twice_in_an_example_does_not_matter() =>
        Assert.Null(ManifestReader.Read("""[{ "name": "a", "example": { "x": 1, "x": 2 }, "components": [{ "type": "BODY", "example": { "x": 1, "x": 2 } }] }]""").Error);

    [Fact]
    public void Reading_ends_when_it_is_no_longer_wanted()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => ManifestReader.Read($"[{Order}]", cancellationToken: source.Token));
    }

    public static TheoryData<string, string> LongFiles => new()
    {
        { "a list of numbers, never closed", "[" + string.Concat(Enumerable.Repeat("1,", 3_000_000)) },
        { "a list of empty objects, never closed", "[" + string.Concat(Enumerable.Repeat("{},", 2_000_000)) },
        { "a template with many names", "[{" + string.Join(",", Enumerable.Range(0, 700_000).Select(number => $"\"name{number}\":{number}")) + "}]" },
        { "one long name", "[{\"name\":\"" + new string('x', 15_000_000) },
        { "one long word", "[" + new string('x', 15_000_000) },
        { "half placeholders", "[{\"name\":\"a\",\"components\":[{\"type\":\"BODY\",\"text\":\"" + string.Concat(Enumerable.Repeat("{{", 7_000_000)) + "\"}]}]" },
    };

    [Theory]
    [MemberData(nameof(LongFiles))]
    public void Whatever_a_long_file_holds_it_is_read_in_time(string what, string text)
    {
        Stopwatch watch = Stopwatch.StartNew();
        TemplateManifest manifest = ManifestReader.Read(text);
        Assert.True(manifest.Error is not null || manifest.Named("a")[0].Parts!.Body!.Placeholders.IsEmpty);
        Assert.True(watch.ElapsedMilliseconds < 20_000, $"{what}: {watch.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("{{")]
    [InlineData("{{1")]
    [InlineData("{{{1}}")]
    [InlineData("{{name_")]
    public void A_long_text_of_half_placeholders_takes_no_longer_than_its_length(string piece)
    {
        StringBuilder text = new();
        for (int index = 0; index < 1_000_000; index++)
        {
            text.Append(piece);
        }

        Stopwatch watch = Stopwatch.StartNew();
        Placeholders.In(text.Append("}}").ToString());

        Assert.True(watch.ElapsedMilliseconds < 5_000, $"{watch.ElapsedMilliseconds} ms");
    }

    private static TemplateParts PartsOf(string component) =>
        ManifestReader.Read($$"""[{ "name": "a", "language": "en", "components": [{{component}}] }]""").Named("a")[0].Parts!;
}
