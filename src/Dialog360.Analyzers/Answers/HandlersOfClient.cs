using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Sending.Pipelines;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>What the program's own handlers between a client and the network do with a failed answer, before the caller gets it.</summary>
internal static class HandlersOfClient
{
    /// <summary>Whether one of them throws, logs or reacts in another way, so that the caller need not look.</summary>
    public static bool React(SendCall call, PayloadReader reader)
    {
        foreach (IOperation operation in ClientPipeline.OperationsOf(call, reader.Resolver))
        {
            if (ClientPipeline.IsNextHandler(operation) && AnswerSummaries.Of(reader.Resolver.Program).PartOfAnswer((IInvocationOperation)operation, AnswerPart.Response, reader.Resolver.CancellationToken) is null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one of them turns every failed answer into an exception, so that the caller gets none.</summary>
    public static bool Throw(SendCall call, PayloadReader reader)
    {
        StatusChecks checks = new(reader.Resolver.Program, reader.Resolver.CancellationToken);
        foreach (IOperation operation in ClientPipeline.OperationsOf(call, reader.Resolver))
        {
            if (!ClientPipeline.IsNextHandler(operation))
            {
                continue;
            }

            ImmutableArray<AnswerUsage> uses = AnswerUses.Of(operation, AnswerPart.Response, reader.Resolver.Program, reader.Resolver.CancellationToken);
            List<AnswerUsage> returned = uses.Where(static use => use.Kind == AnswerUseKind.Returned).ToList();
            if (returned.Count > 0 && returned.All(use => checks.ExcludeOutage(uses, use.At is IReturnOperation { ReturnedValue: { } value } ? value : use.At)))
            {
                return true;
            }
        }

        return false;
    }
}
