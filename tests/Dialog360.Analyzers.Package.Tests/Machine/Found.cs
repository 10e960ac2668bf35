using System.Text.Json;

namespace Dialog360.Analyzers.Package.Tests.Machine;

/// <summary>One diagnostic of a build: where, which, how severe (<c>error</c>, <c>warning</c>, <c>note</c>).</summary>
internal sealed record Found(string File, int Line, int Column, string Id, string Level, string Message)
{
    public override string ToString() => $"{File}({Line},{Column}): {Level} {Id}: {Message}";

    /// <summary>Reads the rules' diagnostics from the log that the compiler writes, in order of file and line.</summary>
    public static IReadOnlyList<Found> Read(string log, string folder)
    {
        using JsonDocument document = JsonDocument.Parse(System.IO.File.ReadAllText(log));
        List<Found> found = [];
        foreach (JsonElement result in document.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray())
        {
            string id = result.GetProperty("ruleId").GetString()!;
            if (id.StartsWith("DLG", StringComparison.Ordinal) || id.StartsWith("AD", StringComparison.Ordinal))
            {
                found.Add(Read(result, id, folder));
            }
        }

        return [.. found.OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Line).ThenBy(one => one.Column).ThenBy(one => one.Id, StringComparer.Ordinal)];
    }

    private static Found Read(JsonElement result, string id, string folder)
    {
        string message = result.GetProperty("message").GetProperty("text").GetString()!;
        string level = result.TryGetProperty("level", out JsonElement said) ? said.GetString()! : "warning";
        if (!result.TryGetProperty("locations", out JsonElement locations) || locations.GetArrayLength() == 0)
        {
            return new Found("", 0, 0, id, level, message);
        }

        JsonElement place = locations[0].GetProperty("physicalLocation");
        string file = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath;
        JsonElement region = place.GetProperty("region");
        return new Found(
            Path.GetRelativePath(folder, file).Replace('\\', '/'),
            region.GetProperty("startLine").GetInt32(),
            region.GetProperty("startColumn").GetInt32(),
            id,
            level,
            message);
    }
}
