using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>The files that may have a client of HTTP, by names alone.</summary>
internal static class ClientFiles
{
    /// <summary>Those that name a call with a body.</summary>
    public static BitArray Calling(NameIndex index, ImmutableArray<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        BitArray found = new(trees.Length);
        foreach (ClientReader reader in BlockRequests.All)
        {
            BitArray? may = null;
            if (reader.Library is { } library)
            {
                if (index.FilesWith(NameNumber.Of(library)).Length == 0)
                {
                    continue;
                }
            }
            else
            {
                may = new BitArray(trees.Length);
                foreach (string client in reader.Clients)
                {
                    may.Or(index.Objects.KnowingOf(NameNumber.Of(client)));
                }
            }

            foreach (string name in reader.SendNames)
            {
                if (name.EndsWith("*", StringComparison.Ordinal))
                {
                    for (int file = 0; file < found.Length; file++)
                    {
                        found[file] |= (may is null || may[file]) && (TextEvidence.Of(trees[file], cancellationToken) & SourceSigns.ClientCall) != 0;
                    }
                }
                else
                {
                    // These names are of HttpClient alone: its type may come from another assembly, unnamed.
                    bool isPlain = name.StartsWith("Send", StringComparison.Ordinal);
                    foreach (int file in index.FilesWith(NameNumber.Of(name)))
                    {
                        found[file] |= may is null || may[file] || !isPlain;
                    }
                }
            }
        }

        return found;
    }

    /// <summary>Those that ask a client for something without a body.</summary>
    public static BitArray Asking(NameIndex index)
    {
        BitArray asking = new(index.Count);
        foreach (ClientReader reader in BlockRequests.All)
        {
            foreach (int client in reader.Clients.Select(NameNumber.Of))
            {
                BitArray knowing = index.Objects.KnowingOf(client);
                foreach (int file in reader.OtherNames.SelectMany(name => index.FilesWith(NameNumber.Of(name))))
                {
                    asking[file] |= knowing[file];
                }
            }
        }

        return asking;
    }
}
