using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Turns edits of the picture into changes of the files. Only characters that the edit is about are touched, so comments and layout
/// stay as they are. Null means that the place cannot be edited this way; then no fix is offered.
/// </summary>
internal static class PayloadEditor
{
    /// <summary>The changes for all of <paramref name="edits"/>, in the order of the files' text; null where one of them is not possible or two collide.</summary>
    public static ImmutableArray<SourceChange>? Changes(IEnumerable<PictureEdit> edits, EditContext context)
    {
        ImmutableArray<SourceChange>.Builder all = ImmutableArray.CreateBuilder<SourceChange>();
        ImmutableArray<PictureEdit> wanted = edits.ToImmutableArray();
        foreach (PictureEdit edit in wanted)
        {
            if (Changes(edit, context) is not { IsDefault: false } changes)
            {
                return null;
            }

            foreach (SourceChange change in changes)
            {
                if (all.Contains(change))
                {
                    continue;
                }

                int replaced = edit is PictureEdit.AddMembers && change.Span.IsEmpty ? IndexOfReplaced(all, change) : -1;
                if (replaced >= 0)
                {
                    // New members before one that is replaced in the same step.
                    all[replaced] = all[replaced] with { NewText = change.NewText + all[replaced].NewText };
                    continue;
                }

                if (all.Any(change.Collides))
                {
                    return null;
                }

                all.Add(change);
            }
        }

        // What goes must not be read or filled elsewhere.
        if (wanted.Select(static edit => edit switch { PictureEdit.RemoveMember remove => remove.Member, PictureEdit.ReplaceMember replace => replace.Member, _ => null })
            .Any(member => member is not null && MemberUses.Remain(member, all, context)))
        {
            return null;
        }

        all.Sort(static (left, right) => left.Span.Start.CompareTo(right.Span.Start));
        return all.Count == 0 || all.All(static change => change.Span.IsEmpty && change.NewText.Length == 0) ? null : all.ToImmutable();
    }

    /// <summary>The index of a replacement that begins where something is inserted; -1 where there is none.</summary>
    private static int IndexOfReplaced(ImmutableArray<SourceChange>.Builder changes, SourceChange inserted)
    {
        for (int index = 0; index < changes.Count; index++)
        {
            if (changes[index].Tree == inserted.Tree && changes[index].Span.Start == inserted.Span.Start && !changes[index].Span.IsEmpty && changes[index].NewText.Length > 0)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>The changes for one edit; null where it is not possible.</summary>
    public static ImmutableArray<SourceChange>? Changes(PictureEdit edit, EditContext context) => edit switch
    {
        PictureEdit.SetValue set => SetValue(set, context),
        PictureEdit.ReplaceInText replace => EditorOf(replace.Node.Origin.Style).ReplaceInText(replace.Node, replace.Pieces, context),
        PictureEdit.RenameMember rename => rename.Owner.Member(rename.Name) is null ? Rename(rename, context) : null,
        PictureEdit.AddMembers add when NewMember.ComeFirst(add.Members) && LaterStatementEditor.AddFirst(add.Owner, add.Members, context) is { } first => first,
        PictureEdit.AddMembers add => EditorOf(add.Owner.Origin.Style).Add(add.Owner, add.Members, context),
        PictureEdit.RemoveMember { Member: { Origin.Style: not (WritingStyle.LaterStatement or WritingStyle.JsonText or WritingStyle.ClassDefault) } member }
            when ExpressionEditor.ExpressionOf(member.Value) is { } value && member.Origin.Syntax.FullSpan.Contains(value.Span) && Effects.Has(value, context) => null,
        PictureEdit.RemoveMember remove => EditorOf(remove.Member.Origin.Style).Remove(remove.Member, context),
        PictureEdit.ReplaceMember replace => EditorOf(replace.Member.Origin.Style).Replace(replace.Owner, replace.Member, replace.New, context),
        PictureEdit.AddElements add => ArrayEditor.Add(add, context),
        PictureEdit.RemoveElement remove => ArrayEditor.Remove(remove, context),
        PictureEdit.SwapValues swap => ValueSwapper.Swap(swap.First, swap.Second, context),
        PictureEdit.Wrap wrap => ImmutableArray.Create(
            new SourceChange(wrap.Expression.SyntaxTree, new(wrap.Expression.SpanStart, 0), wrap.Before),
            new SourceChange(wrap.Expression.SyntaxTree, new(wrap.Expression.Span.End, 0), wrap.After)),
        PictureEdit.ReplaceExpression replace => ExpressionEditor.Replace(replace.Expression, replace.NewText),
        PictureEdit.ReplaceInJson replace => TextSurgeon.Replace(replace.Text, replace.Pieces, context),
        _ => null,
    };

    /// <summary>The member gets its new name where it is set, and wherever else it is used.</summary>
    private static ImmutableArray<SourceChange>? Rename(PictureEdit.RenameMember rename, EditContext context)
    {
        if (EditorOf(rename.Member.Origin.Style).Rename(rename.Owner, rename.Member, rename.Name, context) is not { IsEmpty: false } changes)
        {
            return null;
        }

        string identifier = changes[0].NewText.Replace(" = ", string.Empty);
        return MemberUses.Renamed(rename.Member, rename.Name, identifier, context) is { } uses
            ? changes.AddRange(uses.Where(use => !changes.Any(use.Collides)))
            : null;
    }

    private static ImmutableArray<SourceChange>? SetValue(PictureEdit.SetValue set, EditContext context)
    {
        ImmutableArray<SourceChange>? changes = EditorOf(set.Node.Origin.Style).SetValue(set.Node, set.Value, context);
        return set.OnlyHere && changes is { } made && !Definitions.AreOnlyFor(set.Node, made, context)
            ? ExpressionEditor.SetHere(set.Node, set.Value, context)
            : changes;
    }

    /// <summary>What edits places that are written in that style.</summary>
    private static OriginEditor EditorOf(WritingStyle style) => style switch
    {
        WritingStyle.AnonymousObject => AnonymousObjectEditor.Instance,
        WritingStyle.TypedObject => TypedObjectEditor.Instance,
        WritingStyle.ConstructorArgument => ArgumentEditor.Instance,
        WritingStyle.Dictionary => DictionaryEditor.Instance,
        WritingStyle.JsonDom => DictionaryEditor.Instance,
        WritingStyle.JObject => DictionaryEditor.Instance,
        WritingStyle.LaterStatement => LaterStatementEditor.Instance,
        WritingStyle.JsonText => JsonTextEditor.Instance,
        WritingStyle.SdkFactory => SdkFactoryEditor.Instance,
        WritingStyle.ClassDefault => ClassDefaultEditor.Instance,
        _ => ExpressionOnlyEditor.Instance,
    };
}
