using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Pacing;

/// <summary>Tells loops over recipients from those that consume a queue, answer inbound messages or go over the parts of one message.</summary>
internal static class LoopPurpose
{
    /// <summary>Collections whose elements are no recipients: inbound updates, and the parts of one message.</summary>
    private static readonly HashSet<string> OtherCollections = new(StringComparer.OrdinalIgnoreCase)
    {
        "messages", "entry", "entries", "changes", "statuses", "updates",
        "buttons", "rows", "sections", "files", "attachments", "media", "images", "documents", "components", "parameters", "parts", "chunks", "links", "photos", "pictures", "videos", "audios",
        "botones", "filas", "archivos", "adjuntos", "imagenes", "fotos", "botoes", "linhas", "arquivos", "anexos", "imagens", "dosyalar", "resimler", "satirlar",
    };

    /// <summary>Whether a loop does not go from one recipient to the next by itself.</summary>
    public static bool IsOther(SendLoop loop) => TakesFromQueue(loop.Operation) || IsOverOthers(loop.Operation);

    private static bool TakesFromQueue(IOperation loop)
    {
        IEnumerable<IOperation> looked = loop switch
        {
            IForEachLoopOperation each => each.Collection.DescendantsAndSelf(),
            IWhileLoopOperation turns => turns.Descendants(),
            _ => Array.Empty<IOperation>(),
        };
        return loop is IForEachLoopOperation { IsAsynchronous: true, Collection: var items } && !IsQuery(items) || looked.Any(static part => part is IInvocationOperation
        {
            TargetMethod.Name: "ReadAsync" or "TryRead" or "WaitToReadAsync" or "Dequeue" or "TryDequeue" or "DequeueAsync" or "Take" or "TryTake" or "TryPop" or "Pop"
                or "ReceiveAsync" or "Receive" or "ReceiveMessageAsync" or "Consume" or "GetConsumingEnumerable",
        } call && (TakesOut(call) || call.TargetMethod.Name != "Take") && !Names.IsOrDerives(call.Instance?.Type, "IDataReader"));
    }

    /// <summary>Whether the elements come out of a database, as many as there are.</summary>
    private static bool IsQuery(IOperation items)
    {
        foreach (IOperation part in items.DescendantsAndSelf())
        {
            if (part is IInvocationOperation { TargetMethod.Name: "AsAsyncEnumerable" } || Names.IsOrDerives(part.Type, "DbSet") || Names.IsOrDerives(part.Type, "IQueryable"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary><c>Take(n)</c> of a sequence takes no element out of a queue.</summary>
    private static bool TakesOut(IInvocationOperation call) => !call.TargetMethod.IsExtensionMethod;

    private static bool IsOverOthers(IOperation loop)
    {
        IOperation? collection = loop switch
        {
            IForEachLoopOperation each => each.Collection,
            IInvocationOperation call => Names.ReceiverOf(call) ?? Names.ArgumentAt(call, 0)?.Value,
            _ => null,
        };
        while (collection is not null)
        {
            switch (ValueResolver.Strip(collection))
            {
                case IMemberReferenceOperation member:
                    return OtherCollections.Contains(member.Member.Name);
                case ILocalReferenceOperation local:
                    return OtherCollections.Contains(local.Local.Name);
                case IParameterReferenceOperation parameter:
                    return OtherCollections.Contains(parameter.Parameter.Name);
                case IInvocationOperation call:
                    collection = Names.ReceiverOf(call);
                    break;
                case ICoalesceOperation coalesce:
                    collection = coalesce.Value;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
