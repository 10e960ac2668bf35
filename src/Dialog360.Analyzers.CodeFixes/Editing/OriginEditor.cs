using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Edits places of one writing style. Every method gives null where the place cannot be edited that way, which is the answer that the
/// base gives for what is written around values: values are C# expressions in all styles but JSON text.
/// </summary>
internal abstract class OriginEditor
{
    /// <summary>See <see cref="PictureEdit.SetValue"/>.</summary>
    public virtual ImmutableArray<SourceChange>? SetValue(PayloadNode node, NewValue value, EditContext context) =>
        ExpressionEditor.SetValue(node, value, context);

    /// <summary>See <see cref="PictureEdit.ReplaceInText"/>.</summary>
    public virtual ImmutableArray<SourceChange>? ReplaceInText(PayloadNode node, ImmutableArray<TextPiece> pieces, EditContext context) =>
        ExpressionEditor.ReplaceInText(node, pieces, context);

    /// <summary>See <see cref="PictureEdit.RenameMember"/>.</summary>
    public virtual ImmutableArray<SourceChange>? Rename(PayloadNode owner, PayloadMember member, string name, EditContext context) => null;

    /// <summary>See <see cref="PictureEdit.AddMembers"/>.</summary>
    public virtual ImmutableArray<SourceChange>? Add(PayloadNode owner, ImmutableArray<NewMember> members, EditContext context) => null;

    /// <summary>See <see cref="PictureEdit.ReplaceMember"/>.</summary>
    public virtual ImmutableArray<SourceChange>? Replace(PayloadNode owner, PayloadMember member, NewMember replacement, EditContext context) => null;

    /// <summary>See <see cref="PictureEdit.RemoveMember"/>.</summary>
    public virtual ImmutableArray<SourceChange>? Remove(PayloadMember member, EditContext context) => null;
}

/// <summary>Edits values only: leaves, array elements, arguments of wrappers, where the name of a member is not written.</summary>
internal sealed class ExpressionOnlyEditor : OriginEditor
{
    /// <summary>The only instance.</summary>
    public static readonly ExpressionOnlyEditor Instance = new();
}

/// <summary>Edits nothing: what a class gives by itself is not written in the message, and a change would reach all its messages.</summary>
internal sealed class ClassDefaultEditor : OriginEditor
{
    /// <summary>The only instance.</summary>
    public static readonly ClassDefaultEditor Instance = new();

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? SetValue(PayloadNode node, NewValue value, EditContext context) => null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? ReplaceInText(PayloadNode node, ImmutableArray<TextPiece> pieces, EditContext context) => null;
}
