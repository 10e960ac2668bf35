using System.Globalization;
using System.Text;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>
/// Writes C# that has nothing to do with WhatsApp, in the styles of ordinary applications: services with calls between them, records,
/// interfaces, generic handlers, LINQ, parsers, state machines. It needs nothing but the framework.
/// </summary>
internal sealed class PlainFiles
{
    private static readonly string[] Nouns =
    [
        "Order", "Invoice", "Shipment", "Customer", "Product", "Supplier", "Payment", "Refund", "Contract", "Campaign", "Ticket", "Booking", "Warehouse", "Employee",
        "Report", "Budget", "Account", "Ledger", "Device", "Sensor", "Route", "Vehicle", "Recipe", "Course", "Lesson", "Exam", "Patient", "Claim", "Policy", "Quote",
    ];

    private static readonly string[] Fields =
    [
        "Name", "Code", "Title", "Status", "Owner", "Region", "Comment", "Category", "Reference", "Currency", "Language", "Source", "Channel", "Type", "Text", "Label",
    ];

    private static readonly string[] Verbs = ["Load", "Update", "Close", "Approve", "Archive", "Assign", "Publish", "Merge", "Restore", "Score", "Rank", "Plan"];

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly int _number;
    private readonly string _noun;

    private PlainFiles(int number)
    {
        _number = number;
        _random = new Random(unchecked(number * 7919 + 17));
        _noun = Nouns[number % Nouns.Length] + number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>One file of about 120 lines; each kind comes up in turn, and services call those of the files before.</summary>
    public static string File(int number)
    {
        PlainFiles writer = new(number);
        writer.Write();
        return writer._text.ToString();
    }

    private void Write()
    {
        Line("using System;", "using System.Collections.Generic;", "using System.Globalization;", "using System.Linq;", "using System.Text;", "using System.Threading;", "using System.Threading.Tasks;", "");
        Line($"namespace Contoso.Area{_number % 20};", "");
        WriteModel();
        switch (_number % 5)
        {
            case 0 or 1:
                WriteService();
                break;
            case 2:
                WriteHandlers();
                break;
            case 3:
                WriteCalculations();
                break;
            default:
                WriteParser();
                break;
        }
    }

    private void WriteModel()
    {
        string[] fields = [.. Fields.OrderBy(_ => _random.Next()).Take(5)];
        Line($"/// <summary>What the application keeps of one {_noun}, and what it has to know before it changes.</summary>");
        Line($"public sealed record {_noun}(Guid Id, string {fields[0]}, decimal Amount, DateTimeOffset Created)", "{");
        foreach (string field in fields.Skip(1))
        {
            Line($"    public string {field} {{ get; init; }} = string.Empty;", "");
        }

        Line("    public IReadOnlyList<string> Tags { get; init; } = Array.Empty<string>();", "");
        Line($"    public bool IsOlderThan(TimeSpan age, DateTimeOffset now) => now - Created > age && Amount > {_random.Next(10, 900)}m;", "}", "");
    }

    private void WriteService()
    {
        string contract = $"I{_noun}Service";
        string? earlier = _number > 25 ? Nouns[(_number - 25) % Nouns.Length] + (_number - 25).ToString(CultureInfo.InvariantCulture) : null;
        bool calls = earlier is not null && (_number - 25) % 5 is 0 or 1;
        string space = $"Contoso.Area{(_number + 15) % 20}.";
        Line($"public interface {contract}", "{", $"    Task<{_noun}?> FindAsync(Guid id, CancellationToken cancellationToken);", "");
        Line($"    Task<int> {Verbs[_number % Verbs.Length]}Async(IEnumerable<{_noun}> items, CancellationToken cancellationToken);", "", "    Task SendAsync(string text, CancellationToken cancellationToken);", "}", "");
        Line($"public sealed class {_noun}Service : {contract}", "{", $"    private readonly Dictionary<Guid, {_noun}> _items = new();");
        Line("    private readonly List<string> _log = new();");
        if (calls)
        {
            Line($"    private readonly {space}I{earlier}Service _earlier;", "", $"    public {_noun}Service({space}I{earlier}Service earlier)", "    {", "        _earlier = earlier;", "    }");
        }

        Line("", $"    public async Task<{_noun}?> FindAsync(Guid id, CancellationToken cancellationToken)", "    {", "        await Task.Yield();");
        Line("        cancellationToken.ThrowIfCancellationRequested();", "        return _items.TryGetValue(id, out var found) ? found : null;", "    }", "");
        Line($"    public async Task<int> {Verbs[_number % Verbs.Length]}Async(IEnumerable<{_noun}> items, CancellationToken cancellationToken)", "    {", "        int changed = 0;");
        Line("        foreach (var group in items.Where(item => item.Amount > 0).GroupBy(item => item.Created.Year).OrderBy(group => group.Key))", "        {");
        Line("            decimal sum = group.Sum(item => item.Amount);", $"            if (sum > {_random.Next(100, 9000)}m && group.Any(item => item.Tags.Contains(\"urgent\")))", "            {");
        Line("                _log.Add($\"{group.Key}: {sum.ToString(CultureInfo.InvariantCulture)} in {group.Count()} items\");", "                changed += group.Count();", "            }", "");
        Line("            foreach (var item in group)", "            {", "                _items[item.Id] = item with { Amount = Math.Round(item.Amount, 2) };", "            }", "        }", "");
        if (calls)
        {
            Line("        if (changed > 0 && await _earlier.FindAsync(Guid.NewGuid(), cancellationToken) is { } other)", "        {");
            Line("            await _earlier.SendAsync($\"changed {changed} after {other.Id}\", cancellationToken);", "        }", "");
        }

        Line("        await SendAsync($\"{changed} items\", cancellationToken);", "        return changed;", "    }", "");
        Line("    public Task SendAsync(string text, CancellationToken cancellationToken)", "    {", "        if (string.IsNullOrWhiteSpace(text))", "        {", "            throw new ArgumentException(\"There is nothing to tell.\", nameof(text));", "        }", "");
        Line("        _log.Add(text.Trim());", "        return Task.CompletedTask;", "    }", "");
        for (int i = 0; i < 4; i++)
        {
            Line($"    public IEnumerable<string> Describe{i}(int limit)", "    {", "        int count = 0;", "        foreach (var (id, item) in _items)", "        {", $"            if (count++ >= limit || item.IsOlderThan(TimeSpan.FromDays({_random.Next(1, 90)}), DateTimeOffset.UtcNow))", "            {", "                yield break;", "            }", "");
            Line($"            yield return id.ToString(\"N\") + \" to {_noun.ToLowerInvariant()}: \" + item.Amount.ToString(\"0.00\", CultureInfo.InvariantCulture);", "        }", "    }", "");
        }

        Line("}");
    }

    private void WriteHandlers()
    {
        Line($"public interface I{_noun}Handler<in TRequest, TAnswer>", "    where TRequest : notnull", "{", "    Task<TAnswer> HandleAsync(TRequest request, CancellationToken cancellationToken);", "}", "");
        for (int i = 0; i < 4; i++)
        {
            string verb = Verbs[(_number + i) % Verbs.Length];
            Line($"public sealed record {verb}{_noun}(Guid Id, string To, int Count = {i + 1});", "");
            Line($"public sealed class {verb}{_noun}Handler : I{_noun}Handler<{verb}{_noun}, {_noun}?>", "{", $"    private readonly Func<Guid, {_noun}?> _find;", "", $"    public {verb}{_noun}Handler(Func<Guid, {_noun}?> find) => _find = find;", "");
            Line($"    public async Task<{_noun}?> HandleAsync({verb}{_noun} request, CancellationToken cancellationToken)", "    {", "        ArgumentNullException.ThrowIfNull(request);", "        await Task.Delay(request.Count, cancellationToken);");
            Line("        var found = _find(request.Id);", "        if (found is null)", "        {", "            return null;", "        }", "");
            Line($"        return found.Amount switch", "        {", "            < 0 => throw new InvalidOperationException($\"{request.To} has a debt of {-found.Amount}.\"),", $"            > {_random.Next(50, 500)} => found with {{ Amount = found.Amount - request.Count }},", "            _ => found,", "        };", "    }", "}", "");
        }
    }

    private void WriteCalculations()
    {
        Line($"public static class {_noun}Calculations", "{");
        for (int i = 0; i < 7; i++)
        {
            Line($"    public static decimal Total{i}(this IEnumerable<{_noun}> items, decimal rate = {_random.Next(1, 30)}m)", "    {", "        decimal total = 0;", "        foreach (var item in items.OrderByDescending(item => item.Amount).ThenBy(item => item.Id))", "        {");
            Line($"            decimal net = item.Amount / (1 + (rate / 100m));", $"            total += item.Tags.Count > {i} ? Math.Max(net, 0) : net * 0.{_random.Next(10, 99)}m;", "        }", "", "        return decimal.Round(total, 2, MidpointRounding.AwayFromZero);", "    }", "");
        }

        Line($"    public static Dictionary<string, int> Count(IEnumerable<{_noun}> items) =>", "        (from item in items from tag in item.Tags group tag by tag.ToUpperInvariant() into tags orderby tags.Key select tags)", "            .ToDictionary(tags => tags.Key, tags => tags.Count());", "}");
    }

    private void WriteParser()
    {
        Line($"public enum {_noun}State", "{", "    None,", "    Name,", "    Value,", "    Done,", "}", "");
        Line($"public sealed class {_noun}Parser", "{", $"    private {_noun}State _state;", "    private readonly StringBuilder _current = new();", "");
        for (int i = 0; i < 3; i++)
        {
            Line($"    public Dictionary<string, string> Parse{i}(string line)", "    {", "        var result = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);", "        string name = string.Empty;", $"        _state = {_noun}State.Name;", "        foreach (char character in line)", "        {", "            switch (_state)", "            {");
            Line($"                case {_noun}State.Name when character == '=':", "                    name = _current.ToString().Trim();", "                    _current.Clear();", $"                    _state = {_noun}State.Value;", "                    break;");
            Line($"                case {_noun}State.Value when character == ';':", "                    result[name] = _current.ToString();", "                    _current.Clear();", $"                    _state = {_noun}State.Name;", "                    break;", "                default:", "                    _current.Append(character);", "                    break;", "            }", "        }", "");
            Line($"        return _state == {_noun}State.Value ? result : throw new FormatException($\"'{{line}}' ends too early, after {{result.Count}} values.\");", "    }", "");
        }

        Line("}");
    }

    private void Line(params string[] lines)
    {
        foreach (string line in lines)
        {
            _text.AppendLine(line);
        }
    }
}
