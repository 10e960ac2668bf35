using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What is documented of an object in a message.</summary>
internal sealed class SchemaShape
{
    private readonly Dictionary<string, SchemaMember> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SchemaShape> _cases = new(StringComparer.Ordinal);

    /// <summary>Reads a shape.</summary>
    /// <param name="schema">The schema that it is part of.</param>
    /// <param name="name">Its name.</param>
    /// <param name="node">Its entry.</param>
    /// <param name="general">The shape of which it is a case: what it does not say itself, that one says.</param>
    public SchemaShape(MessageSchema schema, string name, JsonNode node, SchemaShape? general = null)
    {
        Name = name;
        OneOf = node.Texts("one_of");
        Forbidden = node.Texts("forbidden");
        By = node.TextOrNull("by");
        ImmutableArray<SchemaMember>.Builder members = ImmutableArray.CreateBuilder<SchemaMember>();
        foreach (JsonMember member in node.Get("members")!.Members)
        {
            SchemaMember read = new(schema, member.Name.Text, member.Value!);
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
            _cases.Add(special.Name.Text, new SchemaShape(schema, name, special.Value!, this));
        }
    }

    /// <summary>The name, such as <c>interactive</c>.</summary>
    public string Name { get; }

    /// <summary>The members, in the order of the documentation.</summary>
    public ImmutableArray<SchemaMember> Members { get; }

    /// <summary>Members of which exactly one must be there; empty where nothing is said.</summary>
    public ImmutableArray<string> OneOf { get; }

    /// <summary>Members that must not be there.</summary>
    public ImmutableArray<string> Forbidden { get; }

    /// <summary>The member whose value chooses the case, or null.</summary>
    public string? By { get; }

    /// <summary>The member of that name, or null where nothing is documented.</summary>
    public SchemaMember? Member(string name) => _byName.TryGetValue(name, out SchemaMember? member) ? member : null;

    /// <summary>The shape for that value of <see cref="By"/>; this one where the value is not known or has no case.</summary>
    public SchemaShape Case(string? value) => value is not null && _cases.TryGetValue(value, out SchemaShape? special) ? special : this;
}
