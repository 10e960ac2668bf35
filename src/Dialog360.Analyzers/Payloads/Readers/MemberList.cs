using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>The members of an object while a reader collects them; a later value of a name takes the place of the earlier one.</summary>
internal sealed class MemberList
{
    private readonly List<PayloadMember> _members = [];

    /// <summary>Whether there may be members that are not seen.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Whether other code gets hold of the object and may change it and what is in it.</summary>
    public bool IsHandedOn { get; set; }

    /// <summary>Sets a member.</summary>
    public void Set(PayloadMember member)
    {
        int index = member.Name.Length == 0 ? -1 : _members.FindIndex(other => other.Name == member.Name);
        if (index < 0)
        {
            _members.Add(member);
        }
        else if (member.IsConditional && _members[index].Value is { } before)
        {
            // Either value may be sent: both are judged.
            PayloadChoice choice = new("set later " + member.Name, ImmutableArray.Create("no", "yes"), ImmutableArray.Create(before, member.Value));
            _members[index] = _members[index] with
            {
                Value = new PayloadNode(PayloadKind.Choice, member.Value.Span, member.Value.Origin) { Choice = choice, Operation = member.Value.Operation },
            };
        }
        else
        {
            _members[index] = member;
        }
    }

    /// <summary>Sets a member of an object inside: <c>m.Text.Body = x</c>.</summary>
    public void SetInside(ImmutableArray<string> path, PayloadMember member)
    {
        if (path.IsEmpty)
        {
            Set(member);
            return;
        }

        Inside(path[0], inner => inner.SetInside(path.RemoveAt(0), member));
    }

    /// <summary>Adds to a list inside: <c>m.Template.Components.Add(x)</c>.</summary>
    /// <param name="path">The names down to the list.</param>
    /// <param name="element">What is added.</param>
    /// <param name="isCertain">Whether it is added once, whenever the object is made.</param>
    public void AddInside(ImmutableArray<string> path, PayloadNode element, bool isCertain)
    {
        if (path.Length > 1)
        {
            Inside(path[0], inner => inner.AddInside(path.RemoveAt(0), element, isCertain));
        }
        else if (_members.FindIndex(other => other.Name == path[0]) is >= 0 and var index && _members[index].Value is { Kind: PayloadKind.Array } list)
        {
            _members[index] = _members[index] with { Value = list with { Elements = list.Elements.Add(element), IsOpen = list.IsOpen || !isCertain } };
        }
        else
        {
            IsHandedOn = true;
        }
    }

    /// <summary>Changes an object at the end of a path; the list itself where the path is empty.</summary>
    public void Inside(ImmutableArray<string> path, Action<MemberList> change)
    {
        if (path.IsEmpty)
        {
            change(this);
        }
        else
        {
            Inside(path[0], inner => inner.Inside(path.RemoveAt(0), change));
        }
    }

    /// <summary>Changes an object that a member holds.</summary>
    private void Inside(string name, Action<MemberList> change)
    {
        int index = _members.FindIndex(other => other.Name == name);
        if (index < 0 || _members[index].Value is not { Kind: PayloadKind.Object } inner)
        {
            IsOpen = true;
            return;
        }

        MemberList list = Of(inner);
        change(list);
        _members[index] = _members[index] with { Value = list.ToNode(inner) };
    }

    /// <summary>The members of an object, to go on with.</summary>
    public static MemberList Of(PayloadNode before)
    {
        MemberList list = new() { IsOpen = before.IsOpen };
        foreach (PayloadMember each in before.Members)
        {
            list.Set(each);
        }

        return list;
    }

    /// <summary>The object with the members so far in the place of those that it had.</summary>
    public PayloadNode ToNode(PayloadNode before)
    {
        PayloadNode after = before with { Members = ToMembers(), IsOpen = IsOpen || IsHandedOn };
        return IsHandedOn ? Completion.Opened(after) : after;
    }

    /// <summary>The members so far.</summary>
    public ImmutableArray<PayloadMember> ToMembers() => _members.ToImmutableArray();

    /// <summary>The object with the members so far.</summary>
    public PayloadNode ToNode(IOperation creation, WritingStyle style)
    {
        PayloadNode node = new(PayloadKind.Object, SourceSpan.Of(creation.Syntax), new PayloadOrigin(style, creation.Syntax))
        {
            Members = ToMembers(),
            IsOpen = IsOpen || IsHandedOn,
            StaticType = JsonType.Object,
            Operation = creation,
        };

        return IsHandedOn ? Completion.Opened(node) : node;
    }
}
