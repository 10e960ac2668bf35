using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Xunit.Abstractions;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>
/// Generated programs run before and after their fix, with a recorder in the place of the host: the bodies that they send differ in what was
/// wrong and in nothing else. DIALOG360_LONG_TESTS=1 runs thousands.
/// </summary>
public class RunningFixTests(ITestOutputHelper output)
{
    private const string Seed = "0001KOIKlqr2";

    private const int BatchSize = 60;

    /// <summary>Of all defects in all styles the ordinary run takes one in so many.</summary>
    private const int Sample = 6;

    /// <summary>Batches of random messages that the long run adds.</summary>
    private const int LongBatches = 80;

    private const string Number = "491701234567";

    /// <summary>Characters that JSON and ASCII do not take as they are.</summary>
    private const string Special = "Zoë \"Z\" \\ 1\nβ";

    private const string Recorder = """
        namespace Recording
        {
            public sealed class Recorder : System.Net.Http.HttpMessageHandler
            {
                protected override async System.Threading.Tasks.Task<System.Net.Http.HttpResponseMessage> SendAsync(System.Net.Http.HttpRequestMessage request, System.Threading.CancellationToken cancellationToken)
                {
                    System.AppContext.SetData("sent", await request.Content.ReadAsByteArrayAsync(cancellationToken));
                    return new System.Net.Http.HttpResponseMessage();
                }
            }
        }
        """;

    /// <summary>The places of a message that the fixes of a rule may change; none for those that change how it is sent.</summary>
    private static readonly Dictionary<string, Regex?> Allowed = new(StringComparer.Ordinal)
    {
        ["DLG0101"] = new(@"(^|\.)location\.(latitude|longitude)$", RegexOptions.None),
        ["DLG0102"] = new(@"(^|\.)(type|image|video|audio|document|sticker)(\.|$)", RegexOptions.None),
        ["DLG0103"] = new(@"\.link$", RegexOptions.None),
        ["DLG0105"] = null,
        ["DLG0106"] = new(".", RegexOptions.None),
        ["DLG0107"] = null,
        ["DLG0108"] = new(".", RegexOptions.None),
        ["DLG0110"] = new(@"^template\.(name|language)", RegexOptions.None),
        ["DLG0111"] = new(@"^template\.components", RegexOptions.None),
        ["DLG0112"] = new("^(to|recipient)$", RegexOptions.None),
        ["DLG0113"] = new(@"^template\.language\.code$", RegexOptions.None),
        ["DLG0114"] = null,
        ["DLG0115"] = null,
    };

    [Fact]
    public async Task What_is_sent_differs_in_the_defect_only()
    {
        Progress progress = new("Programs that ran before and after their fix");
        SortedDictionary<string, int> byRule = new(StringComparer.Ordinal);
        int batch = 0;
        foreach (Written[] programs in All())
        {
            batch++;
            Outcome[] outcomes = await new Batch(programs).JudgeAsync(fix: true);
            int[] repaired = [.. Enumerable.Range(0, programs.Length).Where(index => outcomes[index] is { After: not null, Error: null })];
            Func<int, string, string> before = Programs(repaired.ToDictionary(index => index, index => programs[index].Text.Replace("_;\n", $"_{index:x4};\n", StringComparison.Ordinal)));
            Func<int, string, string> after = Programs(repaired.ToDictionary(index => index, index => outcomes[index].After!));
            List<string> problems = [];
            foreach (int index in repaired)
            {
                string rule = programs[index].Defect!.Id;
                string? problem = Compare(rule, before(index, "Ann"), after(index, "Ann")) ?? CompareSpecial(rule, before(index, Special), after(index, Special));
                if (problem is not null)
                {
                    problems.Add($"{rule}, {outcomes[index].Fix}: {problem}\n{outcomes[index]}");
                }

                byRule[rule] = byRule.GetValueOrDefault(rule) + 1;
            }

            progress.Add(repaired.Length);
            Assert.True(problems.Count == 0, $"{problems.Count} of {repaired.Length} in batch {batch}. {string.Join("\n----\n", problems.OrderBy(static problem => problem.Length).Take(3))}");
        }

        output.WriteLine($"{progress}: {string.Join(", ", byRule.Select(static pair => $"{pair.Key} {pair.Value}"))}");
        Assert.True(progress.Count > 50, "too few programs have a fix");
        Assert.Empty(byRule.Keys.Except(Allowed.Keys));
    }

    /// <summary>Every defect in every style that takes it, or a sample of that; in the long run with random messages behind it.</summary>
    private static IEnumerable<Written[]> All()
    {
        List<Written> each = [];
        for (int defect = 0; defect < Defects.All.Length; defect++)
        {
            for (int style = 0; style < Styles.All.Length; style++)
            {
                if ((Progress.IsLongRun || (defect + style) % Sample == 0)
                    && Messages.Samples.Select(message => Written.Of(message(), Styles.All[style], Defects.All[defect], each.Count + 1)).FirstOrDefault(static written => written is not null) is { } written)
                {
                    each.Add(written);
                }
            }
        }

        PCG random = PCG.Parse(Seed);
        return each.Chunk(BatchSize).Concat(Enumerable.Range(0, Progress.IsLongRun ? LongBatches : 0).Select(number => MessagePropertyTests.Batches.Generate(random, null, out _)));
    }

    /// <summary>What differs beyond what was wrong, or null.</summary>
    private static string? Compare(string rule, string before, string after)
    {
        if (Parse(after) is not { } sent)
        {
            return "is not JSON after the fix: " + after;
        }

        if (Parse(before) is not { } wrong)
        {
            return rule is "DLG0105" ? null : "is not JSON before the fix: " + before;
        }

        // What was serialized twice is a text that holds the message.
        if (rule == "DLG0115" && wrong is JsonValue text && text.TryGetValue(out string? inner))
        {
            wrong = JsonNode.Parse(inner)!;
        }

        List<(string Path, string Before, string After)> changes = [];
        Add(changes, string.Empty, wrong, sent);
        bool isOne = rule is not "DLG0108" || changes.Count <= 2;
        bool isSame = rule is not "DLG0106" || changes.TrueForAll(static change => string.Equals(change.Before.Trim('"'), change.After.Trim('"'), StringComparison.OrdinalIgnoreCase));
        if (rule == "DLG0114")
        {
            changes.RemoveAll(static change => IsRegained(change.Before, change.After));
        }

        return isOne && isSame && changes.TrueForAll(change => Allowed.GetValueOrDefault(rule)?.IsMatch(change.Path) == true) ? null : "changes " + string.Join("; ", changes);
    }

    /// <summary>Whether a text has got back the characters that the encoding lacked, and is the same otherwise.</summary>
    private static bool IsRegained(string before, string after)
    {
        string lost = JsonNode.Parse(before)!.ToString();
        string sent = JsonNode.Parse(after)!.ToString();
        return lost.Length == sent.Length && lost.Zip(sent).All(static pair => pair.First == pair.Second || (pair.First is '?' or '\uFFFD' && pair.Second > '\u007f'));
    }

    /// <summary>The same with a name that has to be escaped: what was refused before is not compared.</summary>
    private static string? CompareSpecial(string rule, string before, string after) =>
        rule == "DLG0114" || Parse(before) is null
            ? Parse(after) is not { } sent ? "is not JSON after the fix: " + after
                : rule != "DLG0107" || Texts(sent).Any(static text => text.Contains(Special, StringComparison.Ordinal)) ? null : "lost the name: " + after
            : Compare(rule, before, after);

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(static member => Texts(member.Value)),
        JsonArray elements => elements.SelectMany(Texts),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Where two values differ; what only one of them has is one difference, however much is in it.</summary>
    private static void Add(List<(string Path, string Before, string After)> changes, string path, JsonNode? before, JsonNode? after)
    {
        if (before is JsonObject one && after is JsonObject other)
        {
            // A class without attributes is written with the names of C#.
            Dictionary<string, JsonNode?> left = one.ToDictionary(static member => Plain(member.Key), static member => member.Value);
            Dictionary<string, JsonNode?> right = other.ToDictionary(static member => Plain(member.Key), static member => member.Value);
            foreach (string name in left.Keys.Union(right.Keys))
            {
                string inner = path.Length == 0 ? name : $"{path}.{name}";
                Add(changes, inner, left.GetValueOrDefault(name), right.GetValueOrDefault(name));
            }
        }
        else if (before is JsonArray many && after is JsonArray others && many.Count == others.Count)
        {
            for (int index = 0; index < many.Count; index++)
            {
                Add(changes, path, many[index], others[index]);
            }
        }
        else if (!JsonNode.DeepEquals(before, after))
        {
            changes.Add((path, before?.ToJsonString() ?? "nothing", after?.ToJsonString() ?? "nothing"));
        }
    }

    private static string Plain(string name) => name.Replace("_", string.Empty, StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>Compiles programs together, each with a recorder in it; runs one of them with a name and gives what it sends.</summary>
    private static Func<int, string, string> Programs(Dictionary<int, string> texts)
    {
        CSharpParseOptions options = new(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Sent",
            texts.Values.Append(Recorder).Select(text => CSharpSyntaxTree.ParseText(
                text.Replace("=> System.Console.WriteLine(value);", "=> System.AppContext.SetData(\"sent\", value);", StringComparison.Ordinal).Replace("new System.Net.Http.HttpClient()", "new System.Net.Http.HttpClient(new Recording.Recorder())", StringComparison.Ordinal),
                options)),
            TestReferences.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using MemoryStream file = new();
        EmitResult result = compilation.Emit(file);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        file.Position = 0;
        Assembly assembly = new AssemblyLoadContext("Sent", isCollectible: true).LoadFromStream(file);
        Dictionary<string, MethodInfo> senders = assembly.GetTypes().Where(static type => type.Name == "Sender").ToDictionary(static type => type.Namespace!.Split('_')[1], static type => type.GetMethod("Run")!);
        return (index, name) =>
        {
            AppContext.SetData("sent", null);
            senders[index.ToString("x4", CultureInfo.InvariantCulture)].Invoke(null, [Number, name]);
            return AppContext.GetData("sent") switch
            {
                byte[] bytes => Encoding.UTF8.GetString(bytes),
                string text => text,
                var other => $"nothing but {other}",
            };
        };
    }
}
