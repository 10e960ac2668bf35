using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Calls that give the sender of an inbound message, or what was looked up by it.</summary>
internal sealed class ReplyCalls
{
    private readonly ReplyFacts _facts;
    private readonly ValueResolver _resolver;
    private readonly Func<string, bool> _isSenderName;

    /// <summary>Creates the part. It is for one thread.</summary>
    public ReplyCalls(ReplyFacts facts, ValueResolver resolver, Func<string, bool> isSenderName)
    {
        _facts = facts;
        _resolver = resolver;
        _isSenderName = isSenderName;
    }

    /// <summary>Whether what the call gives comes from the sender.</summary>
    public bool IsInbound(IInvocationOperation call, ImmutableArray<ISymbol> path, int depth)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (ValueResolver.Strip(argument.Value).ConstantValue is { HasValue: true, Value: string key } && (_isSenderName(key) || (InboundShape.IsContactId(key) && ContactPaths.LeadTo(OperationNames.InstanceOf(call), _resolver))))
            {
                return true;
            }
        }

        if (OperationNames.InstanceOf(call) is { } instance && instance is not IInstanceReferenceOperation
            && (_facts.Follow(instance, path, depth) || AppendedTexts.In(instance).Any(value => _facts.Follow(value, path, depth))))
        {
            return true;
        }

        List<FunctionUnit> units = CalledBodies.Of(call, _resolver.Program, _resolver.CancellationToken).ToList();
        if (path.Length > 0 && units.Count > 0 && units.All(unit => SourceBodies.ReturnsOf(unit).All(made => IsOfItsOwn(made, path, depth))))
        {
            return false;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (ValueOrigins.LambdaOf(argument.Value) is { } lambda)
            {
                if (call.TargetMethod.Name is "Select" or "SelectMany" or "GroupBy" or "DistinctBy" && SourceBodies.ReturnsOf(BodyModels.Of(_resolver.Program).Around(lambda.Syntax, _resolver.CancellationToken)?.UnitAt(lambda) ?? new FunctionUnit(null!, lambda, null, null)).Any(value => _facts.Follow(value, path, depth)))
                {
                    return true;
                }

                // Find(x => x.Phone == message.From): looked up by the sender.
                if (call.TargetMethod.Name.StartsWith("F", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Single", StringComparison.Ordinal) || call.TargetMethod.Name == "Where")
                {
                    if (lambda.Body.Descendants().OfType<IBinaryOperation>().Any(equality => equality.OperatorKind == BinaryOperatorKind.Equals
                        && (_facts.Follow(equality.RightOperand, ImmutableArray<ISymbol>.Empty, depth) || _facts.Follow(equality.LeftOperand, ImmutableArray<ISymbol>.Empty, depth))))
                    {
                        return true;
                    }
                }
            }
            else if (argument.Value is not ILiteralOperation && argument.Value.Type?.TypeKind != TypeKind.Delegate && _facts.Follow(argument.Value, ImmutableArray<ISymbol>.Empty, depth))
            {
                return true;
            }
        }

        return units.Count > 0 && units.All(unit => SourceBodies.ReturnsOf(unit).Any(value => _facts.Follow(value, path, depth)));
    }
    /// <summary>Whether a factory makes an object whose member has nothing to do with what it is given: the alarm to a manager about who wrote.</summary>
    private bool IsOfItsOwn(IOperation returned, ImmutableArray<ISymbol> path, int depth) =>
        CreatedMembers.ValueOf(_resolver.Resolve(returned), path[0]) is { } member && _resolver.Resolve(member) is var value
        && !value.DescendantsAndSelf().Any(static part => part is ILocalReferenceOperation or IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } })
        && !_facts.Follow(value, path.RemoveAt(0), depth);
}
