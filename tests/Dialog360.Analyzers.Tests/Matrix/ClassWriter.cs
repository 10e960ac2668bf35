using System.Globalization;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>Classes of the project.</summary>
internal enum ClassKind
{
    Attributes,
    Plain,
    Record,
    FilledLater,
}

/// <summary>Writes a message as objects of classes that are declared for it.</summary>
internal sealed class ClassWriter(ClassKind kind) : IMessageWriter
{
    public void Write(Obj message, Code code, Random random) => new Session(kind, code, random).Write(message);

    private sealed class Session(ClassKind kind, Code code, Random random)
    {
        private readonly Dictionary<string, string> _types = [];
        private readonly bool _snake = random.Next(2) == 0 | code.IsSent;
        private readonly bool _newtonsoft = random.Next(2) == 0 & !code.IsSent;
        private readonly bool _targetTyped = random.Next(2) == 0;
        private readonly bool _named = random.Next(2) == 0;
        private int _locals;

        public void Write(Obj message)
        {
            if (kind == ClassKind.FilledLater)
            {
                Fill(message, "made");
                return;
            }

            code.Add("var made = ");
            Object(message, TypeOf(message), isDeclared: false);
            code.Add(";\n");
        }

        private void Fill(Obj value, string local)
        {
            string type = TypeOf(value);
            code.Add($"var {local} = ");
            int start = code.Length;
            code.Start(value);
            code.Add($"new {type}()");
            code.Mark(value, start);
            code.Add(";\n");
            foreach (Entry entry in value.Entries)
            {
                string? inner = null;
                if (entry.Value is Obj nested && random.Next(2) == 0)
                {
                    inner = "local" + ++_locals;
                    Fill(nested, inner);
                }

                code.Add(local + ".").Name(entry, NameOf(entry.Name)).Add(" = ");
                if (inner is null)
                {
                    Value(entry.Value, isDeclared: true);
                }
                else
                {
                    code.Add(inner);
                }

                code.Add(";\n");
            }
        }

        private void Object(Obj value, string type, bool isDeclared)
        {
            int start = code.Length;
            code.Start(value);
            code.Add(isDeclared && _targetTyped ? "new" : "new " + type);
            code.Add(kind == ClassKind.Record ? "(" : isDeclared && _targetTyped ? "() { " : " { ");
            for (int index = 0; index < value.Entries.Count; index++)
            {
                Entry entry = value.Entries[index];
                code.Add(index == 0 ? string.Empty : ", ");
                if (kind != ClassKind.Record)
                {
                    code.Name(entry, NameOf(entry.Name)).Add(" = ");
                }
                else if (_named)
                {
                    code.Name(entry, NameOf(entry.Name)).Add(": ");
                }

                Value(entry.Value, isDeclared: true);
                if (kind == ClassKind.Record && !_named)
                {
                    // Nothing but the value stands for the member here.
                    code.Names[entry] = code.Values[entry.Value];
                }
            }

            code.Add(kind == ClassKind.Record ? ")" : " }");
            code.Mark(value, start);
        }

        private void Value(Item value, bool isDeclared)
        {
            int start = code.Length;
            if (value is Obj nested)
            {
                Object(nested, TypeOf(nested), isDeclared);
                return;
            }

            if (value is Arr array)
            {
                code.Add("new " + TypeOf(array) + " { ");
                bool isOneType = TypeOf(array) != "object[]";
                for (int index = 0; index < array.Items.Count; index++)
                {
                    code.Add(index == 0 ? string.Empty : ", ");
                    Value(array.Items[index], isOneType);
                }

                code.Add(" }");
            }
            else
            {
                code.Add(TreeWriter.Scalar(value));
            }

            code.Mark(value, start);
        }

        private string TypeOf(Item value) => value switch
        {
            Obj nested => ClassOf(nested),
            Arr array when array.Items.Count > 0 && array.Items.Select(TypeOf).Distinct().Count() == 1 => TypeOf(array.Items[0]) + "[]",
            Arr => "object[]",
            Num number => number.Text.Contains('.') ? "double" : "long",
            Bool => "bool",
            _ => "string",
        };

        private string ClassOf(Obj value)
        {
            string[] members = [.. value.Entries.Select(entry => Declare(entry.Name, TypeOf(entry.Value)))];
            string key = string.Join(' ', members);
            if (!_types.TryGetValue(key, out string? name))
            {
                _types[key] = name = "Part" + (_types.Count + 1).ToString(CultureInfo.InvariantCulture);
                code.Types.Append(kind == ClassKind.Record
                    ? $"public sealed record {name}({string.Join(", ", members)});\n"
                    : $"public sealed class {name} {{ {string.Join(' ', members)} }}\n");
            }

            return name;
        }

        private string Declare(string name, string type)
        {
            string attribute = kind == ClassKind.Plain || _snake && kind != ClassKind.Attributes ? string.Empty
                : _newtonsoft ? $"Newtonsoft.Json.JsonProperty(\"{name}\")"
                : $"JsonPropertyName(\"{name}\")";
            if (kind == ClassKind.Record)
            {
                return (attribute.Length == 0 ? string.Empty : $"[property: {attribute}] ") + type + " " + NameOf(name);
            }

            string initial = type is "double" or "long" or "bool" ? string.Empty : " = default!;";
            return (attribute.Length == 0 ? string.Empty : $"[{attribute}] ") + $"public {type} {NameOf(name)} {{ get; set; }}{initial}";
        }

        /// <summary>The member in C#: as JSON has it, or in capitals.</summary>
        private string NameOf(string name) =>
            _snake && kind != ClassKind.Attributes ? name : string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
    }
}
