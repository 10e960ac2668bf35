using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What is documented of an object in a message.</summary>
internal sealed class SchemaShape
{
    /// <summary>The case for a value that is there and not known: what holds whichever it is.</summary>
    private const string UnknownCase = "?";

    private readonly Dictionary<string, SchemaMember> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaShape> _cases = new(StringComparer.Ordinal);

    /// <summary>Reads a shape.</summary>
    /// <param name="schema">The schema that it is part of.</param>
    /// <param name="name">Its name.</param>
    /// <param name="node">Its entry.</param>
    /// <param name="general">The shape of which it is a case or which it extends: what it does not say itself, that one says.</param>
    /// <param name="isCase">Whether it is a case, which has no cases of its own.</param>
    public SchemaShape(MessageSchema schema, string name, JsonNode node, SchemaShape? general = null, bool isCase = false)
    {
        Name = name;
        AnyOf = node.Texts("any_of");
        OneOf = node.Texts("one_of") is { IsEmpty: false } oneOf ? oneOf : AnyOf.IsEmpty && general is not null ? general.OneOf : ImmutableArray<string>.Empty;
        Forbidden = node.Texts("forbidden");
        By = node.TextOrNull("by") ?? general?.By;
        ImmutableArray<SchemaMember>.Builder members = ImmutableArray.CreateBuilder<SchemaMember>();
        foreach (JsonMember member in node.Get("members")!.Members)
        {
            SchemaMember read = new(schema, member.Name.Text, member.Value!);
            _own.Add(read.Name);
            _byName.Add(read.Name, read);
            members.Add(read);
        }

        foreach (SchemaMember member in general?.Members ?? ImmutableArray<SchemaMember>.Empty)
        {
            if (!_byName.ContainsKey(member.Name) && !Forbidden.Contains(member.Name))
            {
                _byName.Add(member.Name, member);
                members.Add(member);
            }
        }

        Members = members.ToImmutable();
        foreach (JsonMember special in node.Get("cases")?.Members ?? ImmutableArray<JsonMember>.Empty)
        {
            _cases.Add(special.Name.Text, new SchemaShape(schema, name, special.Value!, this, isCase: true));
        }

        foreach (KeyValuePair<string, SchemaShape> inherited in general?._cases ?? [])
        {
            if (!isCase && !_cases.ContainsKey(inherited.Key))
            {
                _cases.Add(inherited.Key, new SchemaShape(inherited.Value, this));
            }
        }
    }

    /// <summary>The case of an extended shape, with what the extending one says of its own members.</summary>
    private SchemaShape(SchemaShape special, SchemaShape extending)
    {
        Name = extending.Name;
        OneOf = special.OneOf;
        AnyOf = special.AnyOf;
        Forbidden = special.Forbidden;
        By = special.By;
        Members = special.Members.Select(member => extending._own.Contains(member.Name) ? extending.Member(member.Name)! : member).ToImmutableArray();
        foreach (SchemaMember member in Members)
        {
            _byName.Add(member.Name, member);
        }
    }

    /// <summary>The name, such as <c>interactive</c>.</summary>
    public string Name { get; }

    /// <summary>The members, in the order of the documentation.</summary>
    public ImmutableArray<SchemaMember> Members { get; }

    /// <summary>Members of which exactly one must be there; empty where nothing is said.</summary>
    public ImmutableArray<string> OneOf { get; }

    /// <summary>Members of which at least one must be there; empty where nothing is said.</summary>
    public ImmutableArray<string> AnyOf { get; }

    /// <summary>Members that must not be there.</summary>
    public ImmutableArray<string> Forbidden { get; }

    /// <summary>The member whose value chooses the case, or null.</summary>
    public string? By { get; }

    /// <summary>The member of that name, or null where nothing is documented.</summary>
    public SchemaMember? Member(string name) => _byName.TryGetValue(name, out SchemaMember? member) ? member : null;

    /// <summary>The shape for that value of <see cref="By"/>; this one where it has no case.</summary>
    /// <param name="value">The value, or null where it is not known.</param>
    /// <param name="mayBeThere">Whether the member may be there where its value is not known.</param>
    public SchemaShape Case(string? value, bool mayBeThere = true)
    {
        SchemaShape? special = null;
        bool isFound = value is null
            ? mayBeThere && _cases.TryGetValue(UnknownCase, out special)
            : _cases.TryGetValue(value, out special) || Member(By ?? string.Empty) is { AnyCase: true } && _cases.TryGetValue(value.ToLowerInvariant(), out special);
        return isFound ? special! : this;
    }
}
