using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>
/// Finds where a length that is right for one byte a character goes along with the bytes of a text: to <c>ContentLength</c>, to the count of
/// <c>Write</c>. In UTF-8 an accent takes two bytes, and what is written would end before the text does.
/// </summary>
internal sealed class EncodedLengths
{
    private readonly EditContext _context;
    private readonly SemanticModel _model;
    private readonly ExpressionSyntax _encoding;
    private readonly ISymbol? _text;
    private readonly SyntaxNode _home;

    private EncodedLengths(ExpressionSyntax encoding, ExpressionSyntax text, SyntaxNode home, EditContext context)
    {
        _context = context;
        _model = context.ModelOf(encoding);
        _encoding = encoding;
        _text = text is IdentifierNameSyntax ? _model.GetSymbolInfo(text, context.CancellationToken).Symbol : null;
        _home = home;
    }

    /// <summary>The changes that make the lengths those of the new bytes; null where a length is used in a way that cannot be told.</summary>
    /// <param name="encoding">The encoding that is replaced.</param>
    /// <param name="written">What takes its place.</param>
    /// <param name="context">The program.</param>
    public static ImmutableArray<PictureEdit>? TakenAlong(ExpressionSyntax encoding, string written, EditContext context)
    {
        if (CallOf(encoding) is not { } call || Home.Of(encoding) is not { } home)
        {
            return ImmutableArray<PictureEdit>.Empty;
        }

        if (call.ArgumentList.Arguments is not [{ Expression: var text }])
        {
            // Bytes that go into an array that is there already, which may be too short.
            return null;
        }

        return new EncodedLengths(encoding, text, home, context).Edits(written);
    }

    /// <summary>Whether a reference to an encoding gives the bytes of that text, or their number.</summary>
    public static bool IsOf(SyntaxNode reference, ExpressionSyntax encoding) =>
        CallOf(encoding) is { ArgumentList.Arguments: [{ Expression: var text }] }
        && reference.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes" or "GetByteCount", Parent: InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var other }] } }
        && SyntaxFactory.AreEquivalent(text, other);

    private static InvocationExpressionSyntax? CallOf(ExpressionSyntax encoding) =>
        encoding.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetBytes", Parent: InvocationExpressionSyntax call } access && access.Expression == encoding ? call : null;

    private ImmutableArray<PictureEdit>? Edits(string written)
    {
        ImmutableArray<PictureEdit>.Builder edits = ImmutableArray.CreateBuilder<PictureEdit>();
        foreach (MemberAccessExpressionSyntax access in _home.DescendantNodes().OfType<MemberAccessExpressionSyntax>())
        {
            if (access.Name.Identifier.ValueText == "GetByteCount" && IsOf(access.Expression, _encoding) && SyntaxFactory.AreEquivalent(access.Expression, _encoding))
            {
                edits.Add(new PictureEdit.ReplaceExpression(access.Expression, written));
            }
            else if (access.Name.Identifier.ValueText == "Length" && _text is not null && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(access.Expression, _context.CancellationToken).Symbol, _text))
            {
                switch (UseOf(access))
                {
                    case LengthUse.Bytes:
                        edits.Add(new PictureEdit.ReplaceExpression(access, $"{written}.GetByteCount({access.Expression})"));
                        break;
                    case LengthUse.Unclear:
                        return null;
                }
            }
        }

        return edits.ToImmutable();
    }

    private LengthUse UseOf(ExpressionSyntax length)
    {
        SyntaxNode current = length;
        while (current.Parent is CastExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            current = current.Parent;
        }

        return current.Parent switch
        {
            AssignmentExpressionSyntax { Left: var target } assignment when assignment.Right == current => IsContentLength(target) ? LengthUse.Bytes : LengthUse.Unclear,
            ArgumentSyntax argument => UseOf(argument),
            EqualsValueClauseSyntax or ArrayRankSpecifierSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax => LengthUse.Unclear,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: { } call } } } when call.ToString().Contains("Content-Length") => LengthUse.Bytes,
            _ => LengthUse.Other,
        };
    }

    private LengthUse UseOf(ArgumentSyntax argument)
    {
        if (argument.Parent?.Parent is not { } call || _model.GetSymbolInfo(call, _context.CancellationToken).Symbol is not IMethodSymbol method)
        {
            return LengthUse.Unclear;
        }

        bool isOfText = method.ContainingType.SpecialType == SpecialType.System_String || method.ContainingType.Name is "StringBuilder" or "Math";
        int index = ((BaseArgumentListSyntax)argument.Parent).Arguments.IndexOf(argument);
        string name = argument.NameColon?.Name.Identifier.ValueText ?? (index < method.Parameters.Length ? method.Parameters[index].Name : string.Empty);
        return isOfText || name is "charCount" ? LengthUse.Other
            : name is "count" or "size" or "length" ? LengthUse.Bytes
            : LengthUse.Other;
    }

    private static bool IsContentLength(ExpressionSyntax target) => target switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText == "ContentLength",
        IdentifierNameSyntax name => name.Identifier.ValueText == "ContentLength",
        _ => target.ToString().Contains("Content-Length"),
    };

    private enum LengthUse
    {
        /// <summary>As a number of characters, or to be looked at.</summary>
        Other,

        /// <summary>As the number of bytes.</summary>
        Bytes,

        /// <summary>Kept for somebody who may take it for either.</summary>
        Unclear,
    }
}
