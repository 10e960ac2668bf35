using Dialog360.Analyzers.Payloads.Readers;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>A value of a message before it is written in C#. Values are compared by reference: each knows its place in what is written.</summary>
internal abstract class Item
{
    /// <summary>A copy that shares nothing.</summary>
    public abstract Item Copy();
}

/// <summary>A known text.</summary>
internal sealed class Str(string text) : Item
{
    /// <summary>The text, not escaped.</summary>
    public string Text { get; } = text;

    /// <summary>Whether JSON text writes it between apostrophes, which JSON refuses.</summary>
    public bool HasApostrophes { get; init; }

    public override Item Copy() => new Str(Text) { HasApostrophes = HasApostrophes };
}

/// <summary>A text that only runs know: a parameter of the method.</summary>
internal sealed class Var(string name, string? known) : Item
{
    /// <summary>The name of the parameter.</summary>
    public string Name { get; } = name;

    /// <summary>What stands for it where text has no holes; null where such text cannot have it.</summary>
    public string? Known { get; } = known;

    public override Item Copy() => new Var(Name, Known);
}

/// <summary>A number.</summary>
internal sealed class Num(string text) : Item
{
    /// <summary>The number as JSON and C# write it.</summary>
    public string Text { get; } = text;

    public override Item Copy() => new Num(Text);
}

/// <summary>A truth value.</summary>
internal sealed class Bool(bool value) : Item
{
    public bool Value { get; } = value;

    /// <summary>Whether JSON text writes it as Python does.</summary>
    public bool IsCapital { get; init; }

    public override Item Copy() => new Bool(Value) { IsCapital = IsCapital };
}

/// <summary>An array.</summary>
internal sealed class Arr(params Item[] items) : Item
{
    public List<Item> Items { get; } = [.. items];

    public override Item Copy() => new Arr([.. Items.Select(item => item.Copy())]);
}

/// <summary>A member of an object.</summary>
internal sealed class Entry(string name, Item value)
{
    public string Name { get; set; } = name;

    public Item Value { get; set; } = value;
}

/// <summary>An object.</summary>
internal sealed class Obj(params (string Name, Item Value)[] members) : Item
{
    public List<Entry> Entries { get; } = [.. members.Select(member => new Entry(member.Name, member.Value))];

    /// <summary>Whether JSON text has a comma before the closing brace; that comma is its own place.</summary>
    public bool HasLastComma { get; set; }

    /// <summary>Whether JSON text lacks the closing brace; the brace before it is its own place.</summary>
    public bool IsUnclosed { get; set; }

    /// <summary>The value of a member, or null.</summary>
    public Item? this[string name] => Entry(name)?.Value;

    /// <summary>A member, or null.</summary>
    public Entry? Entry(string name) => Entries.Find(entry => entry.Name == name);

    /// <summary>Gives a member a value and returns the value.</summary>
    public Item Set(string name, Item value)
    {
        if (Entry(name) is { } entry)
        {
            entry.Value = value;
        }
        else
        {
            Entries.Add(new Entry(name, value));
        }

        return value;
    }

    /// <summary>Takes a member away.</summary>
    public bool Remove(string name) => Entries.RemoveAll(entry => entry.Name == name) > 0;

    /// <summary>This object and those in it, each with the name of the member that holds it.</summary>
    public IEnumerable<(string Holder, Obj Object)> Objects(string holder = "message")
    {
        yield return (holder, this);
        foreach (Entry entry in Entries)
        {
            IEnumerable<Item> values = entry.Value is Arr array ? array.Items : [entry.Value];
            foreach ((string, Obj) inner in values.OfType<Obj>().SelectMany(value => value.Objects(entry.Name)))
            {
                yield return inner;
            }
        }
    }

    public override Item Copy() => new Obj([.. Entries.Select(entry => (entry.Name, entry.Value.Copy()))]) { HasLastComma = HasLastComma, IsUnclosed = IsUnclosed };
}
