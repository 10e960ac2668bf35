using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Finds where an update without messages makes a receiver throw: an element of <c>messages</c> is taken and nothing asked whether there is one.</summary>
internal static class MessageAccesses
{
    /// <summary>The first such access of each function, in the order of the functions.</summary>
    public static IEnumerable<ElementRead> Unguarded(Receiver receiver)
    {
        ReceiverConditions conditions = new(receiver);
        HashSet<ReceivedFunction> reported = new();
        foreach (ElementRead access in Accesses(receiver))
        {
            if (reported.Contains(access.In) || IsTested(access.Operation, access.List) || conditions.HasMessage(access.In, access.Operation)
                || ReceiverConditions.IsCaught(access.In, access.Operation, CatchesAccess))
            {
                continue;
            }

            reported.Add(access.In);
            yield return access;
        }
    }

    /// <summary>The accesses that throw where there is no message.</summary>
    public static IEnumerable<ElementRead> Throwing(Receiver receiver) => Accesses(receiver).Where(static access => !IsTested(access.Operation, access.List));

    private static IEnumerable<ElementRead> Accesses(Receiver receiver)
    {
        WebhookShape message = WebhookSchema.Current.Message;
        List<ElementRead> taken = receiver.Reads.Elements.Where(read => read.Place.Shape == message && read.Place.IsList && read.As != TakenAs.Each && read.List is not null).ToList();
        List<ElementRead> got = receiver.Reads.Names
            .Where(read => read.Place.Shape == message && read.Place.IsList && read.Operation is IInvocationOperation { TargetMethod.Name: "GetProperty" } && !taken.Any(access => Leads(access.List!, read.Operation)))
            .Select(static read => new ElementRead(read.Place, TakenAs.Each, read.Operation, null, read.Span, read.In))
            .ToList();
        return taken.Concat(got).OrderBy(access => receiver.Functions.IndexOf(access.In)).ThenBy(static access => access.Span.Span.Start);
    }

    private static bool Leads(IOperation list, IOperation read) => list.DescendantsAndSelf().Contains(read);

    /// <summary>Whether the access itself can do without an element: <c>Messages?[0]</c>, <c>[0]?.From</c>, <c>FirstOrDefault</c> whose result is tested.</summary>
    private static bool IsTested(IOperation access, IOperation? list)
    {
        if (list is IConditionalAccessInstanceOperation || IsOfGroup(list))
        {
            return true;
        }

        IOperation outermost = Outermost(access);
        if (outermost.Parent is IConditionalAccessOperation conditional && conditional.Operation == outermost)
        {
            return true;
        }

        if (access is not IInvocationOperation { TargetMethod.Name: { } name } || !name.EndsWith("OrDefault", StringComparison.Ordinal))
        {
            return false;
        }

        if (IsDereferenced(outermost))
        {
            return false;
        }

        // Kept in a local: fails where every use of it takes a member at once.
        if (outermost.Parent is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
        {
            return true;
        }

        bool any = false;
        foreach (IOperation reference in LocalFacts.Of(access).References(local))
        {
            any = true;
            if (!IsDereferenced(Outermost(reference)))
            {
                return true;
            }
        }

        return !any;
    }

    /// <summary>Whether a list is a group, or made of one: a group has an element, or there would be none.</summary>
    private static bool IsOfGroup(IOperation? list)
    {
        while (list is not null)
        {
            list = ValueResolver.Bare(list);
            if (list.Type is { Name: "IGrouping" })
            {
                return true;
            }

            list = list is IInvocationOperation call && JsonCalls.KeepsPlace(call.TargetMethod.Name) ? OperationNames.InstanceOf(call) : null;
        }

        return false;
    }

    private static bool IsDereferenced(IOperation value) => value.Parent switch
    {
        IMemberReferenceOperation member => member.Instance == value,
        IInvocationOperation call => call.Instance == value,
        _ => false,
    };

    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
        {
            operation = operation.Parent;
        }

        return operation;
    }

    /// <summary>Whether a catch takes what such an access throws.</summary>
    private static bool CatchesAccess(ITypeSymbol? type) => type is null
        or { SpecialType: SpecialType.System_Object }
        or { Name: nameof(Exception) or nameof(SystemException) or nameof(ArgumentException) or nameof(ArgumentOutOfRangeException) or nameof(ArgumentNullException) or nameof(IndexOutOfRangeException) or nameof(NullReferenceException) or nameof(InvalidOperationException) or nameof(KeyNotFoundException) or "RuntimeBinderException" };
}
