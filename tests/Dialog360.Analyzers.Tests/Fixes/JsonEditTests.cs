using Dialog360.Analyzers.CodeFixes.Editing;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>Edits of messages that are written as JSON in every form of literal.</summary>
public class JsonEditTests
{
    /// <summary>One message in every form; the marks stand for what changes.</summary>
    public static TheoryData<string> Forms => new()
    {
        """""" "{\"to\":\"1\",\"type\":\"§TYPE§\",\"§NAME§\":{\"link\":\"a\"}}" """""",
        """""" @"{""to"":""1"",""type"":""§TYPE§"",""§NAME§"":{""link"":""a""}}" """""",
        """""" """{"to":"1","type":"§TYPE§","§NAME§":{"link":"a"}}""" """""",
        """""" """"{"to":"1","type":"§TYPE§","§NAME§":{"link":"a"}}"""" """""",
        """""" $"{{\"to\":\"{to}\",\"type\":\"§TYPE§\",\"§NAME§\":{{\"link\":\"{link}\"}}}}" """""",
        """""" $@"{{""to"":""{to}"",""type"":""§TYPE§"",""§NAME§"":{{""link"":""{link}""}}}}" """""",
        """""" @$"{{""to"":""{to}"",""type"":""§TYPE§"",""§NAME§"":{{""link"":""{link}""}}}}" """""",
        """""" $$"""{"to":"{{to}}","type":"§TYPE§","§NAME§":{"link":"{{link}}"} }""" """""",
        """""" $$$"""{"to":"{{{to}}}","type":"§TYPE§","§NAME§":{"link":"{{{link}}}"}}""" """""",
        """""" "{\"to\":\"" + to + "\",\"type\":\"§TYPE§\",\"§NAME§\":{\"link\":\"" + link + "\"}}" """""",
        """""" @"{""to"":""" + to + @""",""type"":""§TYPE§"",""§NAME§"":{""link"":""" + link + "\"}}" """""",
        """""" string.Format("{{\"to\":\"{0}\",\"type\":\"§TYPE§\",\"§NAME§\":{{\"link\":\"{1}\"}}}}", to, link) """""",
        """""" string.Format(@"{{""to"":""{0}"",""type"":""§TYPE§"",""§NAME§"":{{""link"":""{1}""}}}}", to, link) """""",
        """""" string.Concat("{\"to\":\"", to, "\",\"type\":\"§TYPE§\",\"§NAME§\":{\"link\":\"", link, "\"}}") """""",
        """""" "{'to':'1','type':'§TYPE§','§NAME§':{'link':'a'}}" """""",
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public Task Value_and_name_are_changed(string form) => EditBench.Of(Of(form, "image")).GivesValueAsync(
        Of(form, "audio"), message => [message.Set("type", "audio"), message.Rename("image", "audio")]);

    [Theory]
    [InlineData(""" "{\"to\":\"x\"}" """, """ "{\"to\":\"q\\\"b\\\\s\\nl\"}" """)]
    [InlineData(""" @"{""to"":""x""}" """, """ @"{""to"":""q\""b\\s\nl""}" """)]
    [InlineData(""" $"{{\"to\":\"x\",\"b\":{body}}}" """, """ $"{{\"to\":\"q\\\"b\\\\s\\nl\",\"b\":{body}}}" """)]
    [InlineData(""" $@"{{""to"":""x"",""b"":{body}}}" """, """ $@"{{""to"":""q\""b\\s\nl"",""b"":{body}}}" """)]
    [InlineData("\"\"\"{\"to\":\"x\"}\"\"\"", "\"\"\"{\"to\":\"q\\\"b\\\\s\\nl\"}\"\"\"")]
    public Task Text_is_escaped_for_JSON_and_for_C_sharp(string before, string after) =>
        EditBench.Of(before.Trim()).GivesValueAsync(after.Trim(), message => [message.Set("to", "q\"b\\s\nl")]);

    [Theory]
    [InlineData(""" $"{{\"to\":\"x\",\"b\":{body}}}" """, """ $"{{\"to\":\"{{y}}\",\"b\":{body}}}" """)]
    [InlineData(""" string.Format("{{\"to\":\"x\",\"b\":{0}}}", body) """, """ string.Format("{{\"to\":\"{{y}}\",\"b\":{0}}}", body) """)]
    [InlineData("$$\"\"\"{\"to\":\"x\",\"b\":{{body}} }\"\"\"", "$$\"\"\"{\"to\":\"{y}\",\"b\":{{body}} }\"\"\"")]
    [InlineData(""" "{\"to\":\"x\"}" """, """ "{\"to\":\"{y}\"}" """)]
    public Task Braces_are_doubled_where_they_must_be(string before, string after) =>
        EditBench.Of(before.Trim()).GivesValueAsync(after.Trim(), message => [message.Set("to", "{y}")]);

    [Fact]
    public Task A_run_of_braces_does_not_go_into_raw_text_that_it_would_interpolate() =>
        EditBench.Of("$$\"\"\"{\"to\":\"x\",\"b\":{{body}} }\"\"\"").CannotAsync(message => [message.Set("to", "{{y}}")]);

    [Theory]
    [InlineData(""" "{\"to\":95.5}" """, "9.5", """ "{\"to\":9.5}" """)]
    [InlineData("\"\"\"{ \"to\": 95.5 }\"\"\"", "-9.5", "\"\"\"{ \"to\": -9.5 }\"\"\"")]
    public Task Number_is_changed(string before, string number, string after) =>
        EditBench.Of(before.Trim()).GivesValueAsync(after.Trim(), message => [message.Set("to", new NewValue.Number(number))]);

    [Theory]
    [InlineData(""" "{\"to\":\"true\"}" """, """ "{\"to\":true}" """)]
    [InlineData(""" @"{ ""to"": ""true"" }" """, """ @"{ ""to"": true }" """)]
    public Task Value_of_another_kind_replaces_the_quotes(string before, string after) =>
        EditBench.Of(before.Trim()).GivesValueAsync(after.Trim(), message => [message.Set("to", NewValue.Of(true))]);

    [Theory]
    [InlineData(""" "{\"to\":1,\"caption\":\"x\"}" """, """ "{\"to\":1}" """)]
    [InlineData(""" "{\"caption\":\"x\",\"to\":1}" """, """ "{\"to\":1}" """)]
    [InlineData(""" "{ \"to\": 1, \"caption\": \"x\", \"b\": 2 }" """, """ "{ \"to\": 1, \"b\": 2 }" """)]
    [InlineData(""" $"{{\"to\":1,\"caption\":\"{body}\"}}" """, """ $"{{\"to\":1}}" """)]
    [InlineData("@\"{\n  \"\"to\"\": 1,\n  \"\"caption\"\": \"\"x\"\"\n}\"", "@\"{\n  \"\"to\"\": 1\n}\"")]
    [InlineData("\"\"\"\n    {\n      \"to\": 1,\n      \"caption\": \"x\",\n      \"b\": 2\n    }\n    \"\"\"", "\"\"\"\n    {\n      \"to\": 1,\n      \"b\": 2\n    }\n    \"\"\"")]
    public Task Member_is_removed_with_the_right_comma(string before, string after) =>
        EditBench.Of(before.Trim()).GivesValueAsync(after.Trim(), message => [message.Remove("caption")]);

    [Theory]
    [InlineData(""" "{\"to\":1}" """, """ "{\"to\":1,\"b\":\"x\"}" """)]
    [InlineData(""" "{ \"to\": 1 }" """, """ "{ \"to\": 1, \"b\": \"x\" }" """)]
    [InlineData(""" "{\"to\":{}}" """, """ "{\"to\":{},\"b\":\"x\"}" """)]
    [InlineData(""" $"{{\"to\":\"{body}\"}}" """, """ $"{{\"to\":\"{body}\",\"b\":\"x\"}}" """)]
    [InlineData(""" $"{{\"to\":{body}}}" """, """ $"{{\"to\":{body},\"b\":\"x\"}}" """)]
    [InlineData(""" "{\"to\":\"" + body + "\"}" """, """ "{\"to\":\"" + body + "\",\"b\":\"x\"}" """)]
    [InlineData(""" "{\"to\":" + body + "}" """, """ "{\"to\":" + body + ",\"b\":\"x\"}" """)]
    [InlineData("@\"{\n  \"\"to\"\": 1\n}\"", "@\"{\n  \"\"to\"\": 1,\n  \"\"b\"\": \"\"x\"\"\n}\"")]
    [InlineData("\"\"\"\n    {\n      \"to\": 1\n    }\n    \"\"\"", "\"\"\"\n    {\n      \"to\": 1,\n      \"b\": \"x\"\n    }\n    \"\"\"")]
    [InlineData("$$\"\"\"\n    {\n      \"to\": {{body}}\n    }\n    \"\"\"", "$$\"\"\"\n    {\n      \"to\": {{body}},\n      \"b\": \"x\"\n    }\n    \"\"\"")]
    [InlineData(""" "{\n \"to\": 1\n}" """, """ "{\n \"to\": 1,\n \"b\": \"x\"\n}" """)]
    public Task Member_is_added_as_the_text_is_laid_out(string before, string after) =>
        EditBench.Of(before.Trim()).GivesValueAsync(after.Trim(), message => [message.Add("b", "x")]);

    [Fact]
    public Task The_only_member_is_removed_and_the_first_one_added() => EditBench.Of("""@"{""to"":{""caption"":1},""type"":{}}" """.Trim()).GivesValueAsync(
        """@"{""to"":{},""type"":{ ""b"": ""x"" }}" """.Trim(),
        message => [message.Remove("to.caption"), message.At("type").Add("b", "x")]);

    [Fact]
    public Task Object_is_added_with_doubled_braces() => EditBench.Of("""$"{{\"to\":\"{body}\"}}" """.Trim()).GivesValueAsync(
        """$"{{\"to\":\"{body}\",\"language\":{{\"code\":\"en\"}}}}" """.Trim(),
        message => [message.Add(("language", NewValue.Of(new NewMember("code", NewValue.Of("en")))))]);

    [Theory]
    [InlineData(""" "{\"to\":95.5,\"b\":41.1}" """, """ "{\"to\":41.1,\"b\":95.5}" """)]
    [InlineData(""" $"{{\"to\":{x.Body},\"b\":\"{body}\"}}" """, null)]
    [InlineData(""" $"{{\"to\":{x.Body},\"b\":{body}}}" """, """ $"{{\"to\":{body},\"b\":{x.Body}}}" """)]
    [InlineData(""" "{\"to\":" + x.Body + ",\"b\":" + body + "}" """, """ "{\"to\":" + body + ",\"b\":" + x.Body + "}" """)]
    [InlineData("\"\"\"{ \"to\": \"95.5\", \"b\": 41.1 }\"\"\"", "\"\"\"{ \"to\": 41.1, \"b\": \"95.5\" }\"\"\"")]
    public async Task Values_are_swapped(string before, string? after)
    {
        string? result = await EditBench.Of(before.Trim()).EditAsync(message => [message.Swap("to", "b")]);
        Assert.Equal(after is null ? null : $"var message = {after.Trim()};", result);
    }

    [Theory]
    [InlineData(""" "{\"to\":\"x%2520y\"}" """, """ "{\"to\":\"x%20y\"}" """)]
    [InlineData(""" "{\"to\":\"\\u0041%2520y\"}" """, """ "{\"to\":\"\\u0041%20y\"}" """)]
    [InlineData(""" $"{{\"to\":\"{body}/x%2520y\"}}" """, """ $"{{\"to\":\"{body}/x%20y\"}}" """)]
    [InlineData(""" "{\"to\":\"x%25" + "20y\"}" """, """ "{\"to\":\"x%" + "20y\"}" """)]
    [InlineData(""" "{\"to\":\"x%2" + "520y\"}" """, """ "{\"to\":\"x%" + "20y\"}" """)]
    public Task Part_of_a_text_is_replaced(string before, string after) =>
        EditBench.Of(before.Trim()).GivesValueAsync(after.Trim(), message => [message.Replace("to", "25", "")]);

    [Fact]
    public Task Constant_in_a_hole_is_edited_where_it_is_declared() =>
        EditBench.Body("const string Url = \"x%2520y\"; var message = $\"{{\\\"to\\\":\\\"{Url}\\\"}}\";")
            .GivesAsync("const string Url = \"x%20y\"; var message = $\"{{\\\"to\\\":\\\"{Url}\\\"}}\";", message => [message.Replace("to", "25", "")]);

    [Fact]
    public Task Part_of_a_constant_is_edited_where_it_is_declared() =>
        EditBench.Body("const string Root = \"x%2520y\"; var message = \"{\\\"to\\\":\\\"\" + Root + \"/z%2520\\\"}\";")
            .GivesAsync("const string Root = \"x%20y\"; var message = \"{\\\"to\\\":\\\"\" + Root + \"/z%2520\\\"}\";", message => [message.Replace("to", "25", "")]);

    [Fact]
    public Task Number_in_a_hole_is_edited_where_it_is_declared() =>
        EditBench.Body("const double Lat = 41403380; var message = $\"{{\\\"to\\\":{Lat}}}\";")
            .GivesAsync("const double Lat = 41.40338; var message = $\"{{\\\"to\\\":{Lat}}}\";", message => [message.Set("to", new NewValue.Number("41.40338"))]);

    private static string Of(string form, string type) => form.Trim().Replace("§TYPE§", type, StringComparison.Ordinal).Replace("§NAME§", type, StringComparison.Ordinal);
}
