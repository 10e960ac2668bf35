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

        int index = _members.FindIndex(other => other.Name == path[0]);
        if (index >= 0 && _members[index].Value.Kind == PayloadKind.Object)
        {
            PayloadNode inner = _members[index].Value;
            MemberList list = new() { IsOpen = inner.IsOpen };
            foreach (PayloadMember each in inner.Members)
            {
                list.Set(each);
            }

            list.SetInside(path.RemoveAt(0), member);
            _members[index] = _members[index] with { Value = inner with { Members = list.ToMembers(), IsOpen = list.IsOpen } };
        }
        else
        {
            IsOpen = true;
        }
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
