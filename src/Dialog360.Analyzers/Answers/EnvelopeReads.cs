using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>A name of the gateway's envelope that is read in one of its two spellings.</summary>
/// <param name="Place">The name of the member, or the text.</param>
/// <param name="Name">The name as it is spelt there.</param>
/// <param name="Other">The other spelling.</param>
internal sealed record EnvelopeRead(SyntaxToken Place, string Name, string Other)
{
    /// <summary>The property that declares it; null where a text reads it.</summary>
    public MemberDeclarationSyntax? Property { get; init; }
}

/// <summary>Finds names of the gateway's envelope whose other spelling nobody reads.</summary>
internal static class EnvelopeReads
{
    /// <summary>The texts, and the members of <c>dynamic</c>, in a body that read a name of the envelope, where none in it reads the other spelling.</summary>
    public static IEnumerable<EnvelopeRead> UnpairedIn(IOperation root)
    {
        List<(SyntaxToken Token, string Name)> reads = Texts(root.Syntax).Concat(Members(root)).ToList();
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((SyntaxToken token, string name) in reads)
        {
            string? other = OtherOf(name);
            if (other is not null && reads.All(read => read.Name != other) && seen.Add(name))
            {
                yield return new EnvelopeRead(token, name, other);
            }
        }
    }

    /// <summary>The names of the envelope that the texts of a body read: <c>GetProperty("httpCode")</c>, <c>meta["httpCode"]</c>, <c>SelectToken("meta.httpCode")</c>.</summary>
    private static IEnumerable<(SyntaxToken Token, string Name)> Texts(SyntaxNode body)
    {
        foreach (SyntaxToken token in body.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.StringLiteralToken) && IsRead(token) && token.ValueText.Substring(token.ValueText.LastIndexOf('.') + 1) is var name && OtherOf(name) is not null)
            {
                yield return (token, name);
            }
        }
    }

    private static IEnumerable<(SyntaxToken Token, string Name)> Members(IOperation root)
    {
        foreach (IDynamicMemberReferenceOperation read in root.Descendants().OfType<IDynamicMemberReferenceOperation>())
        {
            bool isWritten = read.Parent is IAssignmentOperation assignment && assignment.Target == read;
            if (!isWritten && EnvelopeTypes.IsName(read.MemberName) && read.Syntax.DescendantTokens().LastOrDefault(token => token.ValueText == read.MemberName) is var token && token != default)
            {
                yield return (token, read.MemberName);
            }
        }
    }

    private static string? OtherOf(string name)
    {
        foreach (var pair in ErrorWords.Envelope)
        {
            if (pair.Other(name) is { } other)
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>Whether a text is an argument of a call or of an indexer: an attribute, a JSON text of a test and a message to people read nothing.</summary>
    private static bool IsRead(SyntaxToken token) =>
        token.Parent is LiteralExpressionSyntax { Parent: ArgumentSyntax { Parent: var list } } && list switch
        {
            BracketedArgumentListSyntax => true,
            ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var method } } } =>
                method is "GetProperty" or "TryGetProperty" or "SelectToken" or "SelectTokens" or "Value" or "TryGetValue" or "GetValue" or "ContainsKey" or "TryGetPropertyValue",
            _ => false,
        };
}
