using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Tells for which generation of the API a method is written: by what it sends, else by what its class sends or receives.</summary>
internal sealed class CodeStyle
{
    private readonly PayloadReader _reader;
    private readonly AnswerGenerations _generations;
    private readonly ApiGeneration _assumed;

    /// <summary>Creates the part.</summary>
    /// <param name="reader">Reads payloads.</param>
    /// <param name="assumed">The generation where the code shows none.</param>
    public CodeStyle(PayloadReader reader, ApiGeneration assumed)
    {
        _reader = reader;
        _assumed = assumed;
        _generations = new AnswerGenerations(reader);
    }

    /// <summary>The generation; null where nothing shows it, where both are used, and for the host that was switched off.</summary>
    public ApiGeneration? Of(IOperation root)
    {
        HashSet<ApiGeneration> found = new();
        bool isRetired = false;
        Add(root, found, ref isRetired);
        if (found.Count == 0 && !isRetired && root.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
        {
            foreach (MemberDeclarationSyntax member in type.Members)
            {
                if (member is BaseMethodDeclarationSyntax { ParameterList: not null } && BodyModels.Of(_reader.Resolver.Program).Around(member, _reader.Resolver.CancellationToken) is { } body)
                {
                    Add(body.Root, found, ref isRetired);
                }
            }

            if (found.Count == 0 && IsWrittenForCloud(type))
            {
                found.Add(ApiGeneration.Cloud);
            }
        }

        return isRetired || found.Count > 1 ? null
            : found.Count == 1 ? found.First()
            : _assumed == ApiGeneration.Unknown ? null
            : _assumed;
    }

    private void Add(IOperation root, HashSet<ApiGeneration> found, ref bool isRetired)
    {
        foreach (SendCall call in BlockRequests.Of(root, _reader.Resolver))
        {
            isRetired |= ApiHosts.HostOf(call.Url) is { SwitchedOff: not null };
            if (call.Destination != Destination.Foreign && _generations.Of(call) is { } generation && generation != ApiGeneration.Unknown)
            {
                found.Add(generation);
            }
        }

        // Most messages go through a method of the program that has the URL.
        foreach (IInvocationOperation send in _generations.SendsIn(root))
        {
            isRetired |= _generations.CallsOf(send).Any(static call => ApiHosts.HostOf(call.Url) is { SwitchedOff: not null });
            if (_generations.Of(send) is { } generation && generation != ApiGeneration.Unknown)
            {
                found.Add(generation);
            }
        }
    }

    /// <summary>Whether a class reads updates of the Cloud API, which alone have entries with changes.</summary>
    private static bool IsWrittenForCloud(TypeDeclarationSyntax type)
    {
        bool hasEntries = false;
        bool hasChanges = false;
        foreach (SyntaxToken token in type.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken))
            {
                hasEntries |= token.ValueText.Equals("entry", StringComparison.OrdinalIgnoreCase) || token.ValueText.Equals("entries", StringComparison.OrdinalIgnoreCase);
                hasChanges |= token.ValueText.Equals("changes", StringComparison.OrdinalIgnoreCase);
            }
        }

        return hasEntries && hasChanges;
    }
}
