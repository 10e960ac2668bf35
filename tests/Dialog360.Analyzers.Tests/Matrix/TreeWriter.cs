using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>Objects without a class of their own.</summary>
internal enum TreeKind
{
    Anonymous,
    NestedLocal,
    Parts,
    DictionaryIndexed,
    DictionaryAdded,
    DictionaryLater,
    JsonObject,
    JObject,
    JProperty,
}

/// <summary>Writes a message as anonymous objects, dictionaries or JSON nodes.</summary>
internal sealed class TreeWriter(TreeKind kind) : IMessageWriter
{
    public void Write(Obj message, Code code, Random random)
    {
        if (kind == TreeKind.DictionaryLater)
        {
            WriteLater(message, code);
            return;
        }

        if (kind == TreeKind.NestedLocal)
        {
            foreach (Entry entry in message.Entries.Where(entry => entry.Value is Obj or Arr))
            {
                code.Add($"var @{entry.Name} = ");
                Value(entry.Value, code);
                code.Add(";\n");
            }
        }

        code.Add("var made = ");
        Object(message, code, isRoot: true);
        code.Add(";\n");
    }

    private void WriteLater(Obj message, Code code)
    {
        code.Add("var made = ");
        code.Start(message);
        code.Add("new Dictionary<string, object>();\n");
        foreach (Entry entry in message.Entries)
        {
            code.Add("made[").Quoted(entry).Add("] = ");
            Value(entry.Value, code);
            code.Add(";\n");
        }
    }

    private void Object(Obj value, Code code, bool isRoot)
    {
        int start = code.Length;
        code.Start(value);
        code.Add(kind switch
        {
            TreeKind.JsonObject => "new JsonObject { ",
            TreeKind.JObject => "new Newtonsoft.Json.Linq.JObject { ",
            TreeKind.JProperty => "new Newtonsoft.Json.Linq.JObject(",
            TreeKind.Anonymous or TreeKind.NestedLocal or TreeKind.Parts => "new { ",
            _ => "new Dictionary<string, object> { ",
        });
        for (int index = 0; index < value.Entries.Count; index++)
        {
            code.Add(index == 0 ? string.Empty : ", ");
            Member(value.Entries[index], code, isRoot);
        }

        code.Add(kind == TreeKind.JProperty ? ")" : " }");
        code.Mark(value, start);
    }

    private void Member(Entry entry, Code code, bool isRoot)
    {
        switch (kind)
        {
            case TreeKind.NestedLocal when isRoot && entry.Value is Obj or Arr:
                code.Name(entry, entry.Name);
                break;
            case TreeKind.Anonymous or TreeKind.NestedLocal or TreeKind.Parts:
                if (entry.Value is Var { Name: var variable } && variable == entry.Name)
                {
                    int start = code.Length;
                    code.Name(entry, variable);
                    code.Mark(entry.Value, start);
                    break;
                }

                code.Name(entry, entry.Name).Add(" = ");
                Value(entry.Value, code);
                break;
            case TreeKind.JProperty:
                code.Add("new Newtonsoft.Json.Linq.JProperty(").Quoted(entry).Add(", ");
                Value(entry.Value, code);
                code.Add(")");
                break;
            case TreeKind.DictionaryAdded:
                code.Add("{ ").Quoted(entry).Add(", ");
                Value(entry.Value, code);
                code.Add(" }");
                break;
            default:
                code.Add("[").Quoted(entry).Add("] = ");
                Value(entry.Value, code);
                break;
        }
    }

    private void Value(Item value, Code code)
    {
        int start = code.Length;
        switch (value)
        {
            case Obj nested when kind == TreeKind.Parts:
                Code part = new() { Parts = code.Parts };
                code.Parts.Add(part);
                string method = "Part" + code.Parts.Count;
                part.Add($"\n    private static object {method}(string to, string name) => ");
                Object(nested, part, isRoot: false);
                part.Add(";\n");
                code.Add(method + "(to, name)");
                return;
            case Obj nested:
                Object(nested, code, isRoot: false);
                return;
            case Arr array:
                code.Add(kind switch
                {
                    TreeKind.JsonObject => "new JsonArray(",
                    TreeKind.JObject or TreeKind.JProperty => "new Newtonsoft.Json.Linq.JArray { ",
                    _ => "new object[] { ",
                });
                for (int index = 0; index < array.Items.Count; index++)
                {
                    code.Add(index == 0 ? string.Empty : ", ");
                    Value(array.Items[index], code);
                }

                code.Add(kind == TreeKind.JsonObject ? ")" : " }");
                break;
            default:
                code.Add(Scalar(value));
                break;
        }

        code.Mark(value, start);
    }

    /// <summary>A text, number or truth value as C#.</summary>
    public static string Scalar(Item value) => value switch
    {
        Str text => Quote(text.Text),
        Num number => number.Text,
        Bool truth => truth.Value ? "true" : "false",
        Var variable => variable.Name,
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
