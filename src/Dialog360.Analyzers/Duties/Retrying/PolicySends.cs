using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Pipelines;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>How a policy gets to know that a message was refused.</summary>
/// <param name="SeesAnswer">Some send gives it the answer.</param>
/// <param name="ThrownAs">The name of the exception that some send gives it, or null.</param>
internal readonly record struct PolicyUse(bool SeesAnswer, string? ThrownAs);

/// <summary>The retries and own handlers of the compilation that messages are sent through. Looks at every body; asked only about retries that would be wrong for a message.</summary>
internal sealed class PolicySends
{
    private readonly Dictionary<SyntaxNode, PolicyUse> _uses = [];

    private PolicySends(ProgramModel program, PayloadReader reader)
    {
        SendingMembers senders = SendingMembers.Of(program, reader.Resolver.CancellationToken);
        foreach (SyntaxTree tree in program.Compilation.SyntaxTrees)
        {
            if (senders.ConcernOf(tree) != Concern.Whole)
            {
                continue;
            }

            foreach (IOperation root in OperationRoots.In(tree, program, reader.Resolver.CancellationToken))
            {
                AddClients(root, reader);
                AddExecutions(root, reader);
            }
        }
    }

    /// <summary>The uses in that compilation, found on first need.</summary>
    public static PolicySends Of(PayloadReader reader) => reader.Resolver.Program.Part(program => new PolicySends(program, reader));

    /// <summary>How messages go through the retry, or the call of the next handler, that stands there; null where none is seen.</summary>
    public PolicyUse? At(SyntaxNode place) => _uses.TryGetValue(place, out PolicyUse use) ? use : null;

    /// <summary>Handlers see answers; exceptions come from the network alone.</summary>
    private void AddClients(IOperation root, PayloadReader reader)
    {
        foreach (SendCall call in BlockSends.Of(root, reader.Resolver))
        {
            if (SentMessages.IsSend(call, reader))
            {
                foreach (IOperation operation in ClientPipeline.OperationsOf(call, reader.Resolver))
                {
                    Add(operation, new PolicyUse(true, null));
                }
            }
        }
    }

    private void AddExecutions(IOperation root, PayloadReader reader)
    {
        RelayedSends relayed = RelayedSends.Of(reader.Resolver.Program);
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            if (operation is not IInvocationOperation execution || !PolicyReader.IsExecution(execution) || Names.ReceiverOf(execution) is not { } policy)
            {
                continue;
            }

            foreach (IOperation code in CodesOf(execution, relayed, reader))
            {
                string? thrown = SendFailure.ThrownBy(code, SendReach.Of(reader.Resolver.Program).SendsIn(code, reader), reader.Resolver);
                foreach (IOperation part in PolicyReader.OperationsOf(policy, reader.Resolver))
                {
                    Add(part, new PolicyUse(thrown is null, thrown));
                }
            }
        }
    }

    /// <summary>The code that an execution runs, where it sends.</summary>
    private static IEnumerable<IOperation> CodesOf(IInvocationOperation execution, RelayedSends relayed, PayloadReader reader)
    {
        foreach (IArgumentOperation argument in execution.Arguments)
        {
            if (relayed.CodeOf(argument.Value, reader.Resolver.CancellationToken) is { } code)
            {
                if (relayed.Sends(code, reader))
                {
                    yield return code;
                }
                else if (code.Descendants().OfType<IInvocationOperation>().Select(RelayedSends.ParameterRunBy).FirstOrDefault(static run => run is not null) is { } inner)
                {
                    foreach (IOperation given in relayed.SentBy(inner, reader))
                    {
                        yield return given;
                    }
                }
            }
            else if (ValueResolver.Strip(argument.Value) is IParameterReferenceOperation { Parameter: var parameter })
            {
                foreach (IOperation given in relayed.SentBy(parameter, reader))
                {
                    yield return given;
                }
            }
        }
    }

    private void Add(IOperation operation, PolicyUse use)
    {
        if (RetryStrategy.IsPlace(operation) || ClientPipeline.IsNextHandler(operation))
        {
            PolicyUse before = _uses.TryGetValue(operation.Syntax, out PolicyUse known) ? known : default;
            _uses[operation.Syntax] = new PolicyUse(before.SeesAnswer || use.SeesAnswer, before.ThrownAs ?? use.ThrownAs);
        }
    }
}
