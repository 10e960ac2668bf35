using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>A form in which the body of an error comes: the envelope of the gateway, the error of the Cloud API, a page of HTML, ...</summary>
internal sealed class BodyShape
{
    private BodyShape(JsonNode node)
    {
        Name = node.Text("name");
        Surface = node.Text("surface");
        Sample = node.Text("sample");
        Note = node.Text("note");
    }

    /// <summary>The name by which errors refer to it.</summary>
    public string Name { get; }

    /// <summary>Where it comes: <c>response</c> or <c>webhook</c>.</summary>
    public string Surface { get; }

    /// <summary>A body with <c>{code}</c>, <c>{status}</c>, <c>{title}</c> and <c>{details}</c> in the places of these.</summary>
    public string Sample { get; }

    /// <summary>Who answers like that, and what to mind.</summary>
    public string Note { get; }

    /// <summary>The shapes that <paramref name="catalog"/> lists.</summary>
    public static ImmutableArray<BodyShape> ListOf(JsonNode catalog)
    {
        ImmutableArray<BodyShape>.Builder shapes = ImmutableArray.CreateBuilder<BodyShape>();
        foreach (JsonNode shape in catalog.List("shapes"))
        {
            shapes.Add(new BodyShape(shape));
        }

        return shapes.ToImmutable();
    }

    /// <summary>The body of this shape that <paramref name="error"/> has when its details say <paramref name="details"/>.</summary>
    public string Of(ErrorEntry error, string details) => Sample
        .Replace("{code}", Number(error.Code ?? 0))
        .Replace("{status}", Number(error.HttpStatus ?? error.Code ?? 0))
        .Replace("{title}", Escaped(error.Title))
        .Replace("{details}", Escaped(details));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text.Replace("\\", "\\\\").Replace("\"", "\\\"");
}
