using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Answers.Matrix;

/// <summary>What code does with the error of an answer, read in every way (<see cref="ErrorReader"/>): DLG0303 to DLG0307 say the same of the same thing.</summary>
public sealed class ErrorMatrixTests
{
    private const string Usings = "using Newtonsoft.Json; using Newtonsoft.Json.Linq;\n";

    /// <summary>
    /// What stands in a method that has sent to the Cloud API and got the answer <c>text</c>. <c>CODE</c>, <c>DETAILS</c>, <c>STATUS</c> (in one spelling) and <c>OTHER</c> stand for what
    /// is read, <c>SPELLED</c> for a status whose spelling is reported.
    /// </summary>
    private static readonly string[] Scenarios =
    [
        // DLG0303
        "Console.WriteLine(SPELLED);",
        "int? status = SPELLED; if (status >= 400) throw new Exception(text);",
        "Console.WriteLine(STATUS + OTHER);",
        "int? status = STATUS; if (status is null or 0) status = OTHER; Console.WriteLine(status);",

        // DLG0304
        "if ({|DLG0304:STATUS == 401|}) Console.WriteLine(OTHER);",
        "if ({|DLG0304:STATUS >= 500|}) Console.WriteLine(OTHER);",
        "var what = ({|DLG0304:STATUS|}) switch { 404 => \"a wrong path\", 502 => \"down\", _ => \"failed\" }; Console.WriteLine(what + (OTHER));",
        "if (STATUS >= 400) Console.WriteLine(OTHER);",
        "if (STATUS == 555) Console.WriteLine(OTHER);",

        // DLG0305
        "{|DLG0305:switch|} (CODE) { case 131026: Console.WriteLine(\"drop\"); break; case 131047: Console.WriteLine(\"closed\"); break; }",
        "var code = CODE; {|DLG0305:switch|} (code) { case 130429: await Task.Delay(60000); break; case 131026: Console.WriteLine(\"drop\"); break; default: break; }",
        "switch (CODE) { case 131026: Console.WriteLine(\"drop\"); break; case 131047: Console.WriteLine(\"closed\"); break; default: throw new Exception(text); }",
        "var what = (CODE) switch { 131026 => \"drop\", 131047 => \"closed\", _ => \"failed\" }; Console.WriteLine(what);",
        "switch (CODE) { case 131026: Console.WriteLine(\"drop\"); break; default: break; }",

        // DLG0306
        "if ({|DLG0306:CODE == 1005|}) Console.WriteLine(\"denied\");",
        "switch (CODE) { case {|DLG0306:1005|}: Console.WriteLine(\"denied\"); break; default: throw new Exception(text); }",
        "if (CODE == 1005) throw new Exception(DETAILS);",
        "if (CODE == 1005 && (DETAILS)!.Contains(\"pin\")) Console.WriteLine(\"a wrong PIN\");",
        "if (CODE == 1005) Report(read); static void Report(object error) => Console.WriteLine(error);",

        // DLG0307
        "if ({|DLG0307:CODE == 470|}) Console.WriteLine(\"closed\");",
        "if (CODE is {|DLG0307:2001|} or {|DLG0307:471|}) Console.WriteLine(text);",
        "int? code = CODE; if ({|DLG0307:code == 1009|}) Console.WriteLine(text);",
        "if (CODE is 470 or 131047) Console.WriteLine(\"closed\");",
        "if (CODE == 131047) Console.WriteLine(\"closed\");",
        "if (CODE == 470 || CODE == 131047) Console.WriteLine(\"closed\");",
    ];

    public static TheoryData<string> Readers => [.. ErrorReader.All.Select(reader => reader.Name)];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Errors(string name)
    {
        ErrorReader reader = ErrorReader.All.Single(each => each.Name == name);
        string program = string.Join("\n", Scenarios.Where(scenario => !scenario.Contains("SPELLED", StringComparison.Ordinal)).Select((scenario, index) => Method(scenario, reader, $"Run{index}")));
        new TestProgram("DLG03*", Usings + Sender("Sender", program), Usings + ErrorReader.Classes.Replace("OTHER", "public int http_code { get; set; }", StringComparison.Ordinal)).Check();

        // A class with both spellings is fine: what is read in one alone is declared in one alone. An attribute tells it where it is declared.
        if (reader.Status("DLG0303").Length > 0)
        {
            string spelled = string.Join("\n", Scenarios.Where(scenario => scenario.Contains("SPELLED", StringComparison.Ordinal)).Select((scenario, index) => Sender($"Sender{index}", Method(scenario, reader, "Run"), index)));
            new TestProgram("DLG03*", Usings + spelled).Check();
        }
    }

    private static string Method(string scenario, ErrorReader reader, string name) => $$"""
        public async Task {{name}}(string to)
        {
            var answer = await client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            if (answer.IsSuccessStatusCode) return;
            var text = await answer.Content.ReadAsStringAsync();
            if (!text.StartsWith('{')) throw new Exception(text);
            {{reader.Declare}}
            {{scenario.Replace("SPELLED", reader.Status("DLG0303"), StringComparison.Ordinal).Replace("STATUS", reader.Status(null), StringComparison.Ordinal).Replace("OTHER", reader.OtherStatus, StringComparison.Ordinal)
                .Replace("CODE", reader.Code, StringComparison.Ordinal).Replace("DETAILS", reader.Details, StringComparison.Ordinal)}}
        }
        """;

    private static string Sender(string name, string members, int? index = null) =>
        $"namespace Case{index}\n{{\npublic class {name}(HttpClient client)\n{{\n{members}\n}}\n{(index is null ? string.Empty : ErrorReader.Classes.Replace("OTHER", string.Empty, StringComparison.Ordinal))}\n}}\n";
}
