using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Pipelines;

/// <summary>Follows a policy of Polly, a pipeline or the options of one to the operations that build it, in whatever member of the compilation they stand.</summary>
internal static class PolicyReader
{
    private const int MaxExpressions = 64;

    /// <summary>Whether a call runs a delegate under a policy or a pipeline.</summary>
    public static bool IsExecution(IInvocationOperation call) =>
        call.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal) && Names.ReceiverOf(call) is { Type: { } type } && Names.IsIn(type, "Polly");

    /// <summary>All operations that build what <paramref name="expression"/> gives; no operation twice.</summary>
    public static IEnumerable<IOperation> OperationsOf(IOperation expression, ValueResolver resolver)
    {
        HashSet<SyntaxNode> seen = [];
        Queue<IOperation> pending = new();
        pending.Enqueue(expression);
        while (pending.Count > 0 && seen.Count < MaxExpressions)
        {
            IOperation current = pending.Dequeue();
            if (!seen.Add(current.Syntax))
            {
                continue;
            }

            foreach (IOperation operation in current.DescendantsAndSelf())
            {
                resolver.CancellationToken.ThrowIfCancellationRequested();
                foreach (IOperation origin in OriginsOf(operation, resolver))
                {
                    pending.Enqueue(origin);
                }

                yield return operation;
            }
        }
    }

    private static ImmutableArray<IOperation> OriginsOf(IOperation operation, ValueResolver resolver)
    {
        switch (operation)
        {
            case ILocalReferenceOperation local when IsPolicy(local.Type):
                return LocalFacts.Of(local).ValuesOf(local.Local) is { IsDefault: false } values ? values : ImmutableArray<IOperation>.Empty;
            case IFieldReferenceOperation or IPropertyReferenceOperation when IsPolicy(operation.Type) && ((IMemberReferenceOperation)operation).Member is { DeclaringSyntaxReferences.IsEmpty: false } member:
                ImmutableArray<IOperation> assigned = CallIndex.Of(resolver.Program).ValuesOf(member, resolver.CancellationToken);
                return TypeBodies.Of(resolver.Program).InitializerOf(member, resolver.CancellationToken) is { } initializer ? assigned.Insert(0, initializer) : assigned;
            case IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } when IsPolicy(method.ReturnType) || method.Parameters.Any(static parameter => IsPolicy(parameter.Type)):
                return resolver.Program.BodyOf(method, resolver.CancellationToken) is { } body ? ImmutableArray.Create(body) : ImmutableArray<IOperation>.Empty;
            case IMethodReferenceOperation { Method: { DeclaringSyntaxReferences.IsEmpty: false } method } when IsPolicy(method.ReturnType) || method.Parameters.Any(static parameter => IsPolicy(parameter.Type)):
                return resolver.Program.BodyOf(method, resolver.CancellationToken) is { } named ? ImmutableArray.Create(named) : ImmutableArray<IOperation>.Empty;
            default:
                return ImmutableArray<IOperation>.Empty;
        }
    }

    /// <summary>A type of the library, of its companions for <c>HttpClient</c>, or something that holds or makes one.</summary>
    private static bool IsPolicy(ITypeSymbol? type) =>
        Names.IsIn(type, "Polly") || type?.Name.IndexOf("Resilience", StringComparison.Ordinal) >= 0 || type?.Name.EndsWith("StrategyOptions", StringComparison.Ordinal) == true
        || (type is INamedTypeSymbol { TypeArguments: { IsEmpty: false } arguments } && arguments.Any(static argument => Names.IsIn(argument, "Polly")));
}
