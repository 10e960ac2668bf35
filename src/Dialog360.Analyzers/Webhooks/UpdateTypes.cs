using System.Collections.Concurrent;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>The classes that updates are read into, known by the serialized names of their members.</summary>
internal sealed class UpdateTypes
{
    private const int MaxDepth = 8;

    private readonly ConcurrentDictionary<ITypeSymbol, UpdatePlace?> _roots = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, UpdatePlace> _members = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, UpdatePlace> _types = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _knowsUserIds = new(SymbolEqualityComparer.Default);

    private UpdateTypes()
    {
    }

    /// <summary>The classes of that compilation.</summary>
    public static UpdateTypes Of(ProgramModel program) => program.Part(static _ => new UpdateTypes());

    /// <summary>What a value of that type is: an update, or a part of one that was seen below an update before; null for anything else.</summary>
    public UpdatePlace? PlaceOf(ITypeSymbol? type)
    {
        if (type is null || type.SpecialType != SpecialType.None)
        {
            return null;
        }

        bool isList = false;
        if (ElementOf(type) is { } element)
        {
            (type, isList) = (element, true);
        }

        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named || IsDom(type))
        {
            return null;
        }

        named = Unwrapped(named);
        UpdatePlace? place = RootOf(named) ?? (_types.TryGetValue(named.OriginalDefinition, out UpdatePlace known) ? known : null);
        return isList ? place?.List : place;
    }

    /// <summary>Where the values of a field or property stand; null where its class is not one of an update that was seen.</summary>
    public UpdatePlace? PlaceOf(ISymbol member)
    {
        member = member.OriginalDefinition;
        if (_members.TryGetValue(member, out UpdatePlace place))
        {
            return place;
        }

        if (member.ContainingType is { } owner)
        {
            RootOf(owner);
        }

        return _members.TryGetValue(member, out place) ? place : null;
    }

    /// <summary>The C# names by which code reads what was seen: the lists of updates, and the classes of whole updates.</summary>
    public IEnumerable<string> Names => _names.Keys.OrderBy(static name => name, StringComparer.Ordinal);

    /// <summary>Whether a class of a message or contact declares a member for the user's id.</summary>
    public bool KnowsUserIds(ITypeSymbol? type) => type is not null && _knowsUserIds.ContainsKey(type.OriginalDefinition);

    /// <summary>Whether a type is JSON of any content: a document, an element, a node, a token, <c>dynamic</c>, a dictionary by name.</summary>
    public static bool IsDom(ITypeSymbol? type) => type switch
    {
        { TypeKind: TypeKind.Dynamic } => true,
        INamedTypeSymbol { Name: "JsonElement" or "JsonDocument" or "JsonNode" or "JsonObject" or "JsonArray" or "JToken" or "JObject" or "JArray" or "JContainer" or "JProperty" or "ExpandoObject" } => true,
        INamedTypeSymbol { Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => IsDom(inner),
        _ => false,
    };

    /// <summary>The type of the elements of a sequence; null for what is none.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.ElementType;
        }

        if (type.SpecialType == SpecialType.System_String || IsDom(type) || type is not INamedTypeSymbol named)
        {
            return null;
        }

        foreach (INamedTypeSymbol contract in named.AllInterfaces.Insert(0, named))
        {
            if (contract.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            {
                return contract.TypeArguments[0];
            }
        }

        return null;
    }

    /// <summary>Learns the classes below an update that nobody has seen yet.</summary>
    private UpdatePlace? RootOf(INamedTypeSymbol type)
    {
        type = type.OriginalDefinition;
        if (_roots.TryGetValue(type, out UpdatePlace? known))
        {
            return known;
        }

        UpdatePlace? place = null;
        Dictionary<string, ISymbol> members = MembersOf(type);
        if (IsNested(members) || IsFlat(members))
        {
            place = UpdatePlace.Update;
            _names.TryAdd(type.Name, true);
            Learn(type, UpdatePlace.Update, 0);
        }

        return _roots.GetOrAdd(type, place);
    }

    private static bool IsNested(Dictionary<string, ISymbol> members) =>
        members.TryGetValue("entry", out ISymbol? entry) && ElementMembers(entry) is { } entries
        && entries.TryGetValue("changes", out ISymbol? changes) && ElementMembers(changes) is { } change
        && (HasUpdates(change) || (change.TryGetValue("value", out ISymbol? value) && TypeOf(value) is { } held && (IsOpen(held) || HasUpdates(MembersOf(held)))));

    private static bool HasUpdates(Dictionary<string, ISymbol> members) => IsListOf(members, "messages") || IsListOf(members, "statuses");

    private static bool IsListOf(Dictionary<string, ISymbol> members, string name) =>
        members.TryGetValue(name, out ISymbol? member) && TypeOf(member) is { } type && (ElementOf(type) is not null || IsOpen(type));

    private static bool IsFlat(Dictionary<string, ISymbol> members)
    {
        WebhookSchema schema = WebhookSchema.Current;
        bool messages = members.TryGetValue("messages", out ISymbol? inbound) && ElementMembers(inbound) is { } message
            && schema.Proves("message", message.ContainsKey) && schema.Proves("message-beside", message.ContainsKey) && !message.ContainsKey("to");
        bool statuses = members.TryGetValue("statuses", out ISymbol? outcome) && ElementMembers(outcome) is { } status
            && schema.Proves("status", status.ContainsKey) && schema.Proves("status-beside", status.ContainsKey);
        return statuses || (messages && schema.Proves("flat-beside", members.ContainsKey));
    }

    private void Learn(INamedTypeSymbol type, UpdatePlace place, int depth)
    {
        if (depth > MaxDepth || !_types.TryAdd(type.OriginalDefinition, place.Element))
        {
            return;
        }

        foreach (KeyValuePair<string, ISymbol> member in MembersOf(type))
        {
            if (place.Child(member.Key) is not { } child || TypeOf(member.Value) is not { } held)
            {
                continue;
            }

            ITypeSymbol? element = ElementOf(held);
            if (child.IsList && element is null && !IsOpen(held))
            {
                continue;
            }

            _members.TryAdd(member.Value.OriginalDefinition, child);
            if (child.IsList)
            {
                _names.TryAdd(member.Value.Name, true);
            }

            if (child.Shape == WebhookSchema.Current.UserId)
            {
                _knowsUserIds.TryAdd(type.OriginalDefinition, true);
            }

            if ((element ?? held) is INamedTypeSymbol { SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct } named && !IsDom(named))
            {
                Learn(Unwrapped(named), child.Element, depth + 1);
            }
        }
    }

    private static Dictionary<string, ISymbol>? ElementMembers(ISymbol list) =>
        TypeOf(list) is { } type && ElementOf(type) is INamedTypeSymbol element ? MembersOf(element) : null;

    private static bool IsOpen(ITypeSymbol type) => type.SpecialType == SpecialType.System_Object || IsDom(type);

    private static INamedTypeSymbol Unwrapped(INamedTypeSymbol type) =>
        type is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [INamedTypeSymbol inner] } ? inner : type;

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    /// <summary>The members by serialized name, in lower case without underscores; those of base classes too.</summary>
    private static Dictionary<string, ISymbol> MembersOf(ITypeSymbol type)
    {
        Dictionary<string, ISymbol> members = new(StringComparer.Ordinal);
        if (type is INamedTypeSymbol named && type.SpecialType == SpecialType.None)
        {
            for (ITypeSymbol? current = Unwrapped(named); current is { SpecialType: SpecialType.None }; current = current.BaseType)
            {
                foreach (ISymbol member in current.GetMembers())
                {
                    if (member is IPropertySymbol { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.IsEmpty: true } or IFieldSymbol { IsStatic: false, AssociatedSymbol: null })
                    {
                        string name = WebhookSchema.Plain(SerializedNames.AttributeName(member) ?? member.Name);
                        if (!members.ContainsKey(name))
                        {
                            members.Add(name, member);
                        }
                    }
                }
            }
        }

        return members;
    }
}
