using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>One change of a picture. <see cref="PayloadEditor"/> writes it back in the style in which the picture was written.</summary>
internal abstract record PictureEdit
{
    private PictureEdit()
    {
    }

    /// <summary>Gives a value another one.</summary>
    /// <param name="Node">The value.</param>
    /// <param name="Value">What it becomes.</param>
    internal sealed record SetValue(PayloadNode Node, NewValue Value) : PictureEdit
    {
        /// <summary>
        /// Whether the value is wrong in this message only: then a declaration that others read too stays as it is, and the new value is
        /// written in its place here.
        /// </summary>
        public bool OnlyHere { get; init; }
    }

    /// <summary>Replaces stretches of a text and leaves the rest, holes included, as it is written.</summary>
    /// <param name="Node">The text.</param>
    /// <param name="Pieces">The stretches, ascending and apart.</param>
    internal sealed record ReplaceInText(PayloadNode Node, ImmutableArray<TextPiece> Pieces) : PictureEdit;

    /// <summary>Gives a member another name.</summary>
    /// <param name="Owner">The object that has it.</param>
    /// <param name="Member">The member.</param>
    /// <param name="Name">The new serialized name.</param>
    internal sealed record RenameMember(PayloadNode Owner, PayloadMember Member, string Name) : PictureEdit;

    /// <summary>Adds members behind those that are there.</summary>
    /// <param name="Owner">The object.</param>
    /// <param name="Members">The new members.</param>
    internal sealed record AddMembers(PayloadNode Owner, ImmutableArray<NewMember> Members) : PictureEdit;

    /// <summary>Takes a member out.</summary>
    /// <param name="Member">The member.</param>
    internal sealed record RemoveMember(PayloadMember Member) : PictureEdit;

    /// <summary>Writes another member in the place of one, in the form in which that was written.</summary>
    /// <param name="Owner">The object that has it.</param>
    /// <param name="Member">The member that goes.</param>
    /// <param name="New">The member that comes; it may have the same name.</param>
    internal sealed record ReplaceMember(PayloadNode Owner, PayloadMember Member, NewMember New) : PictureEdit;

    /// <summary>Adds elements after those that are there.</summary>
    /// <param name="Owner">The object that holds the array; elements are written like it where there is none beside them.</param>
    /// <param name="Array">The array.</param>
    /// <param name="Elements">The new elements.</param>
    internal sealed record AddElements(PayloadNode Owner, PayloadNode Array, ImmutableArray<NewValue> Elements) : PictureEdit;

    /// <summary>Takes an element out.</summary>
    /// <param name="Array">The array.</param>
    /// <param name="Element">The element.</param>
    internal sealed record RemoveElement(PayloadNode Array, PayloadNode Element) : PictureEdit;

    /// <summary>Exchanges two values, each as it is written.</summary>
    /// <param name="First">The one.</param>
    /// <param name="Second">The other.</param>
    internal sealed record SwapValues(PayloadNode First, PayloadNode Second) : PictureEdit;

    /// <summary>Puts text around a C# expression.</summary>
    /// <param name="Expression">The expression.</param>
    /// <param name="Before">C# text before it.</param>
    /// <param name="After">C# text behind it.</param>
    internal sealed record Wrap(SyntaxNode Expression, string Before, string After) : PictureEdit;

    /// <summary>Writes another C# expression.</summary>
    /// <param name="Expression">The expression.</param>
    /// <param name="NewText">The C# text that takes its place.</param>
    internal sealed record ReplaceExpression(SyntaxNode Expression, string NewText) : PictureEdit;

    /// <summary>Replaces characters of a JSON text, where what is wrong has no node.</summary>
    /// <param name="Text">The text.</param>
    /// <param name="Pieces">The stretches, in indices of the text, ascending and apart.</param>
    internal sealed record ReplaceInJson(CSharpText Text, ImmutableArray<TextPiece> Pieces) : PictureEdit;
}

/// <summary>A stretch of a text and what takes its place.</summary>
/// <param name="Start">The index of the first character.</param>
/// <param name="Length">The number of characters; zero inserts.</param>
/// <param name="NewText">The characters that take their place, without any escape of C#.</param>
internal readonly record struct TextPiece(int Start, int Length, string NewText);
