using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>JSON that statements put together one after the other is judged as a whole or not at all.</summary>
public sealed class ContinuedTextTests
{
    public static TheoryData<string> Reported =>
    [
        """
        string json = "{";
        json += "\"to\":\"" + to + "\",";
        json += "\"type\":\"location\",";
        json += "\"location\":{\"latitude\":[|95.1|],\"longitude\":19.43}";
        json += "}";
        Use(json);
        """,
        """
        var sb = new StringBuilder();
        sb.Append("{");
        sb.Append("\"to\":\"" + to + "\",");
        sb.Append("\"type\":\"location\",").Append("\"location\":{\"latitude\":[|95.1|],\"longitude\":19.43}");
        sb.Append('}');
        Use(sb.ToString());
        """,
        """
        var sb = new StringBuilder("{ \"to\": \"4917\", ");
        sb.AppendLine("\"type\": \"location\",");
        sb.AppendLine($"\"location\": {{ \"latitude\": {value}, \"longitude\": [|200|] }}");
        sb.AppendLine("}");
        await client.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(sb.ToString()));
        """,
        """
        var sb = new StringBuilder();
        sb.AppendLine("{");
        sb.AppendFormat("\"to\":\"{0}\",", to).AppendLine();
        sb.Append("\"type\":\"location\",\"location\":{\"latitude\":[|95.1|],\"longitude\":").Append(value).AppendLine("}");
        sb.Append("}");
        Use(sb.ToString());
        """,
        """
        var sb = new StringBuilder();
        sb.AppendFormat(CultureInfo.InvariantCulture, "{{\"to\":\"{0}\",\"type\":\"location\",", to);
        sb.Append("\"location\":{\"latitude\":[|95.1|],\"longitude\":").Append(value.ToString(CultureInfo.InvariantCulture)).Append("}}");
        Use(sb.ToString());
        """,
        """"
        string json = @"{ ""to"": ""4917"", ";
        json += @"""type"": ""location"", ";
        json += @"""location"": { ""latitude"": ""[|-91|]"", ""longitude"": ""1"" } }";
        Use(json);
        """",
    ];

    public static TheoryData<string> Silent =>
    [
        """
        string json = "{\"to\":\"4917\",\"type\":\"location\",\"location\":{\"latitude\":95.1";
        if (flag) json += ",\"longitude\":1";
        json += "}}";
        Use(json);
        """,
        """
        string json = "{\"to\":\"4917\",\"type\":\"location\",\"location\":{\"latitude\":9";
        foreach (var part in new[] { "5", "6" }) { json += part; }
        json += "}}";
        Use(json);
        """,
        """
        var sb = new StringBuilder();
        sb.Append("{\"to\":\"4917\",\"type\":\"location\",\"location\":{\"latitude\":95.1}}");
        sb.Replace("95.1", name);
        Use(sb.ToString());
        """,
        """
        string json = "{\"to\":\"4917\",\"type\":\"location\",";
        json += "\"location\":{\"latitude\":45.1,\"longitude\":1}}";
        Use(json);
        """,
    ];

    [Theory]
    [MemberData(nameof(Reported))]
    public void The_whole_text_is_judged(string statements) => new TestProgram("DLG0101", Bodies.Method(statements)).Check();

    [Theory]
    [MemberData(nameof(Silent))]
    public void A_text_that_is_not_plain_or_not_wrong_is_silent(string statements) => new TestProgram("DLG0101", Bodies.Method(statements)).Check();

    [Theory]
    [MemberData(nameof(Reported))]
    public void A_whole_text_is_well_formed_although_its_pieces_are_not(string statements) =>
        new TestProgram("DLG0105", Bodies.Method(statements.Replace("[|", string.Empty, StringComparison.Ordinal).Replace("|]", string.Empty, StringComparison.Ordinal))).Check();
}
