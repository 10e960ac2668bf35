using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>An object of a class of the program while a reader follows what is done to it: what it is written as, and what it keeps in other fields.</summary>
internal sealed class ObjectState
{
    private readonly MemberList _members;
    private readonly MemberList _kept = new();

    /// <summary>Begins with what a creation gives the object.</summary>
    public ObjectState(MemberList members)
    {
        _members = members;
    }

    /// <summary>Goes on with an object that was read before.</summary>
    public ObjectState(PayloadNode node)
    {
        _members = new MemberList { IsOpen = node.IsOpen };
        node.Members.ToList().ForEach(_members.Set);
        node.Kept.ToList().ForEach(_kept.Set);
    }

    /// <summary>Adds what a field holds that no serializer writes.</summary>
    public void Keep(ISymbol field, PayloadNode value, IOperation creation) => _kept.Set(KeptMember(field, value, SourceSpan.Of(creation.Syntax), value.Origin));

    /// <summary>Does to the object what a use of it does, as seen from outside or from one of its methods.</summary>
    public void Apply(LaterUse use, PayloadReader reader)
    {
        bool isKept = IsOfKept(use);
        MemberList list = isKept ? _kept : _members;
        switch (use.Kind)
        {
            case LaterUseKind.SetMember when use.Path.Skip(isKept ? 1 : 0).All(SerializedNames.IsSerialized):
                SetMember(use, list, isKept, reader);
                break;
            case LaterUseKind.SetEntry when !use.Path.IsEmpty && use.Path.Skip(isKept ? 1 : 0).All(SerializedNames.IsSerialized):
                list.Inside(NamesOf(use.Path, isKept), inner => Entries.SetLater(use.Key!, use.Value!, use, inner, reader));
                break;
            case LaterUseKind.AddElement when use.Path.Skip(isKept ? 1 : 0).All(SerializedNames.IsSerialized):
                Add(use, list, isKept, reader);
                break;
            case LaterUseKind.Call when use.Invocation?.TargetMethod is { IsExtensionMethod: false, DeclaringSyntaxReferences.IsEmpty: true }:
            case LaterUseKind.Read or LaterUseKind.SetMember:
                break;
            default:
                HandOn();
                break;
        }
    }

    /// <summary>Does what a constructor with these arguments does to the fields that no serializer writes.</summary>
    public void Apply(LaterUse use, PayloadReader reader, CallValues arguments)
    {
        if (IsOfKept(use))
        {
            Apply(use, reader);
            ImmutableArray<PayloadMember> kept = _kept.ToMembers();
            foreach (PayloadMember member in kept)
            {
                _kept.Set(member with { Value = Substitution.Apply(member.Value, arguments) });
            }
        }
        else if (use.Kind is LaterUseKind.Escape or LaterUseKind.Call)
        {
            _kept.IsHandedOn = true;
        }
    }

    /// <summary>Notes that code which is not seen gets hold of the object.</summary>
    public void HandOn()
    {
        _members.IsHandedOn = true;
        _kept.IsHandedOn = true;
    }

    private static bool IsOfKept(LaterUse use) => use.Path is [var first, ..] && IsKept(first);

    /// <summary>The picture of the object as a creation makes it.</summary>
    public PayloadNode ToNode(IOperation creation) => _members.ToNode(creation, WritingStyle.TypedObject) with { Kept = Kept };

    /// <summary>The picture of the object after what was done to it.</summary>
    public PayloadNode ToNode(PayloadNode before)
    {
        PayloadNode after = before with { Members = _members.ToMembers(), Kept = Kept, IsOpen = _members.IsOpen || _members.IsHandedOn };
        return _members.IsHandedOn ? Completion.Opened(after) : after;
    }

    private ImmutableArray<PayloadMember> Kept => _kept.IsHandedOn ? ImmutableArray<PayloadMember>.Empty : _kept.ToMembers();

    /// <summary>Whether a member of the object belongs to its state alone.</summary>
    public static bool IsKept(ISymbol member) =>
        !member.IsStatic && !SerializedNames.IsSerialized(member) && (member is IFieldSymbol { AssociatedSymbol: null } || member is IPropertySymbol { IsIndexer: false } property && !Accessors.Computes(property));

    private void SetMember(LaterUse use, MemberList list, bool isKept, PayloadReader reader)
    {
        ISymbol last = use.Path[use.Path.Length - 1];
        list.IsOpen |= Accessors.SetsMore(last, reader.Resolver);
        PayloadOrigin origin = new(WritingStyle.LaterStatement, Entries.StatementOf(use.Operation));
        SourceSpan name = TypedObjectReader.NameOf(use.Operation.Syntax);
        PayloadNode value = reader.Read(use.Value!);
        PayloadMember member = isKept && use.Path.Length == 1
            ? KeptMember(last, value, name, origin)
            : new PayloadMember(SerializedNames.Of(last), name, value, origin) { Symbol = last };
        list.SetInside(NamesOf(use.Path.RemoveAt(use.Path.Length - 1), isKept), member with { IsConditional = !use.IsStraightLine });
    }

    private static void Add(LaterUse use, MemberList list, bool isKept, PayloadReader reader)
    {
        ImmutableArray<string> names = NamesOf(use.Path, isKept);
        if (reader.Resolver.Resolve(use.Value!) is IObjectCreationOperation { Type.Name: "JProperty" or "KeyValuePair" })
        {
            list.Inside(names, inner => Entries.AddItem(use.Value!, inner, WritingStyle.JObject, reader));
        }
        else
        {
            list.AddInside(names, reader.Read(use.Value!), isCertain: use.IsStraightLine);
        }
    }

    private static PayloadMember KeptMember(ISymbol field, PayloadNode value, SourceSpan name, PayloadOrigin origin) => new(field.Name, name, value, origin) { Symbol = field };

    private static ImmutableArray<string> NamesOf(ImmutableArray<ISymbol> path, bool isKept) =>
        path.Select((member, index) => isKept && index == 0 ? member.Name : SerializedNames.Of(member)).ToImmutableArray();
}
