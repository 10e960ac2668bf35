using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Fixes;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>Typing is simulated: whatever is half there, proposing repairs throws nothing and never gives changes that collide.</summary>
public class HalfTypedTests
{
    private const string Body =
        """"
        Send(new { to, type = "image", image = new { link = $"https://example.com/{id}%2520.mp3", caption = name } });
        Send(new Message { To = to, Type = "image", Image = new() { Link = "https%3A%2F%2Fexample.com%2Fa.mp3" }, Location = new Place { Latitude = 118.2, Longitude = 34 } });
        var d = new Dictionary<string, object> { ["to"] = to, { "location", new { latitude = 41403380, longitude = -118243700 } } };
        d["type"] = "location"; Send(d);
        Send("{'to':\"" + to + "\",\"text\":{body:\"" + name + "\",},\"preview_url\":True");
        Send($$"""{ "to": "{{to}}", "image": { "link": "https://example.com/a%2520.mp3", "caption": "{{name}}" } }""");
        Send(new { to = 49170123, type = "image", text = new { body = to.Length, preview_url = "true" }, preview_url = 1 });
        Send(new Dictionary<string, object> { ["to"] = to, ["type"] = "location", ["location"] = new { latitude = 1.5, longitud = 2.5 } });
        Send(System.Text.Encoding.ASCII.GetBytes($$"""{ "to": {{to.Length}}, "type": "audio", "audio": { "id": "1", "link": "x", "caption": "{{id}}" } }"""));
        SendPlace(to, lng: 34.05, lat: 118.24); SendImage(to, Uri.EscapeDataString(Uri.EscapeDataString(name)));
        """";

    [Fact]
    public async Task Every_prefix_is_survived()
    {
        string program = FixBench.Program(Body);
        int proposals = 0;
        for (int length = FixBench.Prelude.Length; length < program.Length; length += 3)
        {
            Document document = TestSolution.Of(program[..length]).Projects.First().Documents.First();
            SemanticModel model = (await document.GetSemanticModelAsync())!;
            EditContext context = new(ProgramModel.Of(model.Compilation), CancellationToken.None);
            FileScope file = FileScope.Of(model.SyntaxTree, model.Compilation, document.Project.AnalyzerOptions, CancellationToken.None);
            foreach (Finding finding in Findings.In(new SortedRules(RuleList.Payload), model.SyntaxTree, null, file))
            {
                foreach ((_, var changes) in PayloadFixes.For(finding, context))
                {
                    proposals++;
                    Assert.DoesNotContain(changes, change => changes.Any(other => other != change && other.Collides(change)));
                    Assert.All(changes, change => Assert.InRange(change.Span.End, 0, length));
                }
            }
        }

        Assert.True(proposals > 100, "only " + proposals);
    }
}
