using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Answers;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Webhooks;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>DLG0603: loops over the errors of each status, with a case for each error of the catalogue that a status can bring.</summary>
internal sealed class ReadErrorsFix : WebhookFix
{
    private const string FixId = "read-errors";

    /// <inheritdoc/>
    public override string RuleId => "DLG0603";

    /// <inheritdoc/>
    public override IEnumerable<Repair> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not StatusesDetail { Receiver: var receiver, Read: var read } || LoopOf(receiver, read) is not { } loop || FirstIn(loop) is not { } first
            || loop.SyntaxTree != model.SyntaxTree || model.GetDeclaredSymbol(loop, cancellationToken) is not ILocalSymbol status
            || LinesFor(status, first, receiver, model) is not { } lines)
        {
            yield break;
        }

        yield return new Repair(FixTexts.Title(FixId), FixId, new StatementPlace(first).Before(lines).ToImmutableArray());
    }

    /// <summary>The first statement of a loop; null where there is none.</summary>
    private static StatementSyntax? FirstIn(ForEachStatementSyntax loop) => loop.Statement is BlockSyntax block ? block.Statements.FirstOrDefault() : loop.Statement;

    private static List<string>? LinesFor(ILocalSymbol status, StatementSyntax first, Receiver receiver, SemanticModel model) => status.Type.Name switch
    {
        "JsonElement" => OfElement(status, first, receiver, model),
        "JToken" or "JObject" => OfTree(status, "Newtonsoft.Json.Linq.JArray", string.Empty, first, receiver, model),
        "JsonNode" or "JsonObject" => OfTree(status, "System.Text.Json.Nodes.JsonArray", "?", first, receiver, model),
        _ => OfClass(status, first, receiver, model),
    };

    /// <summary>The loop over the errors of a status that is a class.</summary>
    private static List<string>? OfClass(ILocalSymbol status, StatementSyntax first, Receiver receiver, SemanticModel model)
    {
        if (ErrorsOf(status.Type, model.Compilation) is not { } errors || UpdateTypes.ElementOf(((IPropertySymbol)errors).Type) is not { } error || MemberOf(error, "code") is not IPropertySymbol code)
        {
            return null;
        }

        string name = UnusedNames.Like("error", first, model);
        Report report = new(LoggerInScope.At(first, model), MemberOf(status.Type, "id") is { } id ? status.Name + "." + id.Name : null, name + "." + code.Name, MemberOf(error, "title") is { } title ? name + "." + title.Name : null);
        return Loop($"foreach (var {name} in {status.Name}.{errors.Name} ?? {EmptyList.For(((IPropertySymbol)errors).Type, error, first, model)})", $"{name}.{code.Name}", Cases(receiver.Reads.IsNested, code.Type.SpecialType == SpecialType.System_String, report), first);
    }

    /// <summary>The loop over the errors of a status in a document: by the typed catalogue where the project has it.</summary>
    private static List<string> OfElement(ILocalSymbol status, StatementSyntax first, Receiver receiver, SemanticModel model)
    {
        string error = UnusedNames.Like("error", first, model);
        string id = $"{status.Name}.GetProperty(\"id\")";
        string? logger = LoggerInScope.At(first, model);
        if (TypedErrors.TypeIn(model.Compilation) is { } typed)
        {
            return Typed(typed, status.Name, error, id, logger, first, model);
        }

        string errors = UnusedNames.Like("errors", first, model);
        string code = $"{error}.GetProperty(\"code\").GetInt32()";
        List<string> loop = Loop($"foreach (var {error} in {errors}.EnumerateArray())", code, Cases(receiver.Reads.IsNested, isText: false, new Report(logger, logger is null ? null : id, logger is null ? error : code, null)), first);
        return [$"if ({status.Name}.TryGetProperty(\"errors\", out var {errors}))", "{", .. loop.Select(line => SourceLayout.LevelAt(first) + line), "}"];
    }

    /// <summary>The loop over the errors of a status in a tree of nodes, which an indexer reads and a conversion turns into numbers.</summary>
    /// <param name="status">The status.</param>
    /// <param name="list">The type of a list in the tree.</param>
    /// <param name="access">What an element that may be null is read with.</param>
    /// <param name="first">The first statement of the loop over the statuses.</param>
    /// <param name="receiver">The receiver.</param>
    /// <param name="model">The file.</param>
    private static List<string>? OfTree(ILocalSymbol status, string list, string access, StatementSyntax first, Receiver receiver, SemanticModel model)
    {
        if (model.Compilation.GetTypeByMetadataName(list) is not { } array)
        {
            return null;
        }

        string level = SourceLayout.LevelAt(first);
        string error = UnusedNames.Like("error", first, model);
        string id = $"{status.Name}[\"id\"]";
        string? logger = LoggerInScope.At(first, model);
        if (TypedErrors.TypeIn(model.Compilation) is { } typed)
        {
            return Typed(typed, access.Length == 0 ? status.Name : $"{status.Name}{access}.ToJsonString()", error, $"{status.Name}{access}[\"id\"]", logger, first, model);
        }

        string errors = UnusedNames.Like("errors", first, model);
        string code = $"(int?){error}{access}[\"code\"]";
        List<string> loop = Loop($"foreach (var {error} in {errors})", code, Cases(receiver.Reads.IsNested, isText: false, new Report(logger, logger is null ? null : id, logger is null ? error : code, null)), first);
        return [$"if ({status.Name}{access}[\"errors\"] is {array.ToMinimalDisplayString(model, first.SpanStart)} {errors})", "{", .. loop.Select(line => level + line), "}"];
    }

    /// <summary>The loop by the typed catalogue of the project.</summary>
    private static List<string> Typed(INamedTypeSymbol typed, string status, string error, string id, string? logger, StatementSyntax first, SemanticModel model)
    {
        string line = logger is null ? $"System.Console.Error.WriteLine($\"A message was not delivered: {{{error}}}\");" : $"{logger}.LogError(\"Message {{Id}} was not delivered: {{Error}}\", {id}, {error});";
        return [$"foreach (var {error} in {typed.ToMinimalDisplayString(model, first.SpanStart)}.ReadStatus({status}))", "{", SourceLayout.LevelAt(first) + line, "}"];
    }

    private static List<string> Loop(string head, string code, IEnumerable<string> cases, StatementSyntax place)
    {
        string level = SourceLayout.LevelAt(place);
        return [head, "{", $"{level}switch ({code})", level + "{", .. cases.Select(line => level + level + line.Replace("\t", level)), level + "}", "}"];
    }

    /// <summary>The cases by what can be done: nothing as it is, wait and send again.</summary>
    private static IEnumerable<string> Cases(bool isCloud, bool isText, Report report)
    {
        IEnumerable<ErrorEntry> entries = ErrorCatalog.Current.Find(api: isCloud ? "cloud" : "on-premises", surface: "webhook").Where(static error => error.Code is not null && ErrorCatalog.Current.SendCategories.Contains(error.Category));
        HashSet<int> seen = new();
        foreach (IGrouping<bool, ErrorEntry> group in entries.OrderBy(static error => error.Code).GroupBy(static error => error.Retry == "never").OrderByDescending(static group => group.Key))
        {
            bool any = false;
            foreach (ErrorEntry entry in group)
            {
                if (seen.Add(entry.Code!.Value))
                {
                    any = true;
                    string code = entry.Code.Value.ToString(CultureInfo.InvariantCulture);
                    yield return $"case {(isText ? "\"" + code + "\"" : code)}: // {entry.Title}: {entry.Remedy}";
                }
            }

            if (any)
            {
                yield return "\t" + report.Line(group.Key ? "fails again unchanged" : "can be sent again later");
                yield return "\tbreak;";
            }
        }

        yield return "default:";
        yield return "\t" + report.Line("is not in the list of known errors");
        yield return "\tbreak;";
    }

    private static ForEachStatementSyntax? LoopOf(Receiver receiver, NamedRead read) => receiver.Reads.Elements
        .Where(element => element.In == read.In && element.Place.Shape == WebhookSchema.Current.Status && element.Operation is IForEachLoopOperation)
        .Select(static element => element.Operation.Syntax)
        .OfType<ForEachStatementSyntax>()
        .FirstOrDefault();

    private static ISymbol? ErrorsOf(ITypeSymbol status, Compilation compilation) =>
        MemberOf(status, "errors") is IPropertySymbol property && UpdateTypes.Of(Program.ProgramModel.Of(compilation)).PlaceOf((ISymbol)property) is { IsList: true } ? property : null;

    private static ISymbol? MemberOf(ITypeSymbol type, string name) =>
        type.GetMembers().FirstOrDefault(member => member is IPropertySymbol { IsStatic: false, GetMethod: not null } && WebhookSchema.Plain(SerializedNames.AttributeName(member) ?? member.Name) == name);

    /// <summary>The statement that tells of an error: to the logger that is at hand, else to the console.</summary>
    private sealed record Report(string? Logger, string? Id, string Code, string? Title)
    {
        /// <summary>The statement, with what can be done about the error.</summary>
        public string Line(string advice)
        {
            List<(string Name, string Value)> values = [];
            if (Id is not null)
            {
                values.Add(("Id", Id));
            }

            values.Add(("Code", Code));
            if (Title is not null)
            {
                values.Add(("Title", Title));
            }

            string message = Id is null ? "A message was not delivered: " : "Message {Id} was not delivered: ";
            message += Title is null ? "{Code}, which " + advice : "{Code} {Title}, which " + advice;
            return Logger is not null
                ? $"{Logger}.LogError(\"{message}\", {string.Join(", ", values.Select(static value => value.Value))});"
                : $"System.Console.Error.WriteLine($\"{values.Aggregate(message, static (text, value) => text.Replace("{" + value.Name + "}", "{" + value.Value + "}"))}\");";
        }
    }
}
