using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>Where a receiver reads statuses: what runs for messages only, or once for each message, must not have them in it.</summary>
internal static class StatusReads
{
    /// <summary>Whether code of a function in that part of its file reads statuses, itself or through a call.</summary>
    public static bool AnyIn(TextSpan part, Receiver receiver, ReceivedFunction function)
    {
        IEnumerable<(IOperation Operation, ReceivedFunction In)> reads = receiver.Reads.Names.Where(static read => IsStatus(read.Place)).Select(static read => (read.Operation, read.In))
            .Concat(receiver.Reads.Elements.Where(static read => IsStatus(read.Place)).Select(static read => (read.Operation, read.In)));
        return reads.Any(read => PlaceIn(function, read.Operation, read.In) is { } place && part.Contains(place.SpanStart));
    }

    /// <summary>
    /// The statements from <paramref name="first"/> up to the last one in its block that uses what they declare.
    /// </summary>
    public static List<StatementSyntax> Dependents(StatementSyntax first, BlockSyntax block, SemanticModel model)
    {
        List<StatementSyntax> rest = block.Statements.SkipWhile(statement => statement != first).ToList();
        int count = 1;
        for (int index = 0; index < count; index++)
        {
            HashSet<ISymbol> declared = new(rest[index].DescendantNodesAndSelf()
                .Where(static node => node is VariableDeclaratorSyntax or SingleVariableDesignationSyntax or LocalFunctionStatementSyntax)
                .Select(node => model.GetDeclaredSymbol(node))
                .OfType<ISymbol>(), SymbolEqualityComparer.Default);
            for (int later = rest.Count - 1; later >= count; later--)
            {
                if (rest[later].DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => declared.Any(local => local.Name == name.Identifier.ValueText)))
                {
                    count = later + 1;
                }
            }
        }

        return rest.GetRange(0, count);
    }

    private static bool IsStatus(UpdatePlace place) => place.Shape == WebhookSchema.Current.Status;

    /// <summary>Where a function does what an operation does: the operation itself, or the call that leads to it.</summary>
    private static SyntaxNode? PlaceIn(ReceivedFunction function, IOperation operation, ReceivedFunction reader)
    {
        IOperation? place = operation;
        for (ReceivedFunction? current = reader; current is not null && current != function; current = current.Caller)
        {
            place = current.Call;
            if (current.Caller is null)
            {
                return null;
            }
        }

        return place?.Syntax;
    }
}
