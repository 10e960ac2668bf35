using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>A program that holds one message, and where in it the defect stands, if it has one.</summary>
internal sealed class Written
{
    private Written(Style style, Defect? defect, string text, TextSpan? expected)
    {
        Style = style;
        Defect = defect;
        Text = text;
        Expected = expected;
    }

    public Style Style { get; }

    public Defect? Defect { get; }

    /// <summary>The whole file.</summary>
    public string Text { get; }

    /// <summary>The place that must be reported, or null.</summary>
    public TextSpan? Expected { get; }

    /// <summary>Writes a message.</summary>
    /// <param name="message">Stays as it is.</param>
    /// <param name="style">The way of writing.</param>
    /// <param name="wanted">The defect to put in, or null.</param>
    /// <param name="seed">Decides what the style leaves open.</param>
    /// <returns>Null where the message or the style has no place for the defect.</returns>
    public static Written? Of(Obj message, Style style, Defect? wanted, int seed)
    {
        Obj copy = (Obj)message.Copy();
        Place? place = null;
        if (wanted is not null && (!wanted.Fits(style) || (place = wanted.Put(copy)) is null))
        {
            return null;
        }

        Code code = new() { IsSent = wanted?.Sent is not null };
        style.Write(copy, code, new Random(seed));
        string types = code.Types.ToString();
        string before = $$"""
            // Sends WhatsApp messages.
            using System.Collections.Generic;
            using System.Text.Json.Nodes;
            using System.Text.Json.Serialization;

            namespace Generated{{seed:x8}}_;

            {{types}}
            public static class Sender
            {
                private static void Use(object value) => System.Console.WriteLine(value);

                public static void Run(string to, string name)
                {
            
            """;
        string[] last = (wanted?.Sent ?? "Use(USE);||").Replace("USE", style.Use).Split('|');
        StringBuilder text = new(before + code + string.Concat(last) + "\n    }\n");
        foreach (Code part in code.Parts)
        {
            code.Take(part, text.Length - before.Length);
            text.Append(part);
        }

        text.Append("}\n");
        TextSpan? span = place?.Where switch
        {
            Where.Value => code.Values[(Item)place.Node!],
            Where.Name => code.Names[(Entry)place.Node!],
            Where.Start => code.Starts[(Obj)place.Node!],
            Where.Refused => code.Refused,
            Where.Sent => new TextSpan(code.ToString().Length + last[0].Length, last[1].Length),
            _ => null,
        };
        return new Written(style, wanted, text.ToString(), span is { } found ? new TextSpan(found.Start + before.Length, found.Length) : null);
    }
}
