using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>What it says that a query finds something: the conditions in its lambdas.</summary>
internal sealed class SessionQueries
{
    private readonly SessionCondition _judge;
    private readonly ValueResolver _resolver;
    private readonly TimeArithmetic _arithmetic;

    /// <summary>Creates the part of a judge. It is for one thread.</summary>
    public SessionQueries(SessionCondition judge, ValueResolver resolver, TimeArithmetic arithmetic)
    {
        _judge = judge;
        _resolver = resolver;
        _arithmetic = arithmetic;
    }

    /// <summary>
    /// Whether a call asks for what has come in since the moment at which a session that is still open can have been opened:
    /// <c>HasInboundSince(phone, now.AddHours(-24))</c>, <c>InboundWithin(TimeSpan.FromHours(24))</c>.
    /// </summary>
    public bool AsksSinceOpening(IInvocationOperation call)
    {
        ImmutableArray<string> words = OperationNames.Own(call);
        if (!SessionWords.Any(words, SessionWords.Since) || SessionWords.Any(words, SessionWords.Outbound) || SessionWords.Any(words, SessionWords.OtherTimes) || SessionWords.Any(words, SessionWords.Negations) || SessionWords.Any(words, SessionWords.Before))
        {
            return false;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (_arithmetic.IsOpeningOrSpan(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a call looks for a key that names a session: <c>cache.ExistsAsync("session:" + phone)</c>.</summary>
    public static bool AsksForSessionKey(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Exists" or "ExistsAsync" or "KeyExists" or "KeyExistsAsync" or "ContainsKey" or "ContainsKeyAsync" or "Contains" or "TryGetValue" or "TryGet" or "Get" or "GetAsync" or "GetString" or "GetStringAsync" or "StringGet" or "StringGetAsync" or "HasKey"))
        {
            return false;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            ImmutableArray<string> words = OperationNames.All(argument.Value);
            if (argument.Parameter?.RefKind == RefKind.None && SessionNames.SpeaksOfSession(words) && !SessionWords.Any(words, SessionWords.Others) && ValueResolver.Strip(argument.Value) is not ILocalReferenceOperation and not IParameterReferenceOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What it says that a query finds something: the condition in its lambdas.</summary>
    public SessionSense Existence(IInvocationOperation query, int depth)
    {
        SessionSense sense = SessionSense.None;
        IOperation? current = query;
        for (int step = 0; step < SessionCondition.MaxDepth && current is not null; step++)
        {
            if (current is IInvocationOperation call)
            {
                foreach (IArgumentOperation argument in call.Arguments)
                {
                    if (ValueOrigins.LambdaOf(argument.Value) is { } lambda && call.TargetMethod.Name is not ("Select" or "OrderBy" or "OrderByDescending" or "GroupBy"))
                    {
                        sense = sense.And(OfLambda(lambda, depth));
                    }
                }
            }

            IOperation? next = OperationNames.InstanceOf(current);
            current = next is null ? null : _resolver.Resolve(next);
        }

        return sense;
    }

    /// <summary>What it says that a lambda gives true.</summary>
    public SessionSense OfLambda(IAnonymousFunctionOperation lambda, int depth = 0)
    {
        SessionSense sense = SessionSense.None;
        foreach (IOperation operation in lambda.Body.Descendants())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                sense = sense.And(_judge.SenseOf(value, depth + 1));
            }
        }

        return sense;
    }

    /// <summary>Words around a comparison that tell whose messages a query looks at: the object that is queried and the sister conditions.</summary>
    public static ImmutableArray<string> Context(IOperation comparison)
    {
        for (IOperation? parent = comparison.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
            {
                ImmutableArray<string> words = OperationNames.All(lambda.Body);
                IOperation? call = lambda.Parent;
                while (call is not null and not IInvocationOperation)
                {
                    call = call.Parent;
                }

                return call is IInvocationOperation query && OperationNames.InstanceOf(query) is { } queried ? words.AddRange(OperationNames.All(queried)) : words;
            }
        }

        return ImmutableArray<string>.Empty;
    }
}
