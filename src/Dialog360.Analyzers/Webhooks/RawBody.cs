using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Recognises the body of a request before it is read as JSON: the request, its stream, its text.</summary>
internal sealed class RawBody
{
    private const int MaxSteps = 48;

    private readonly UpdatePlaces _places;
    private readonly ValueResolver _resolver;
    private readonly HashSet<ISymbol> _known;

    /// <summary>Creates it for one receiver.</summary>
    /// <param name="places">Where values stand in the update.</param>
    /// <param name="known">The parameters, and the members of commands, that are known to get the body.</param>
    public RawBody(UpdatePlaces places, HashSet<ISymbol> known)
    {
        _places = places;
        _resolver = places.Resolver;
        _known = known;
    }

    /// <summary>Whether the value is the request, or is read from its body as text, bytes, a stream or JSON that nobody has looked into.</summary>
    public bool Is(IOperation value)
    {
        HashSet<IOperation> seen = new();
        Stack<IOperation> pending = new();
        pending.Push(value);
        while (pending.Count > 0 && seen.Count < MaxSteps)
        {
            _resolver.CancellationToken.ThrowIfCancellationRequested();
            IOperation current = ValueResolver.Bare(pending.Pop());
            if (!seen.Add(current))
            {
                continue;
            }

            // A part that was looked up in it is no longer the body.
            if (_places.Of(current) is not null || current is IInvocationOperation named && JsonCalls.NamedBy(named, _resolver) is not null)
            {
                continue;
            }

            if (current is IParameterReferenceOperation { Parameter: var parameter })
            {
                if (_known.Contains(parameter.OriginalDefinition) || HttpEntryPoints.IsRequest(parameter.Type) || UpdateTypes.IsDom(parameter.Type) || IsFromBody(parameter))
                {
                    return true;
                }

                continue;
            }

            if (current is IMemberReferenceOperation { Member.Name: var name } && WebResults.IsBesideBody(name))
            {
                continue;
            }

            if (current is IMemberReferenceOperation { Member: var held } && _known.Contains(held.OriginalDefinition))
            {
                return true;
            }

            if (HttpEntryPoints.IsRequest(current.Type) && current is IMemberReferenceOperation or IInvocationOperation)
            {
                return true;
            }

            foreach (IOperation source in _resolver.Sources(current))
            {
                if (!ReferenceEquals(source, current))
                {
                    pending.Push(source);
                }
            }

            switch (current)
            {
                case IInvocationOperation call when IsReader(call.TargetMethod):
                    PushHolder(call);
                    foreach (IArgumentOperation argument in call.Arguments)
                    {
                        pending.Push(argument.Value);
                    }

                    break;
                case IMemberReferenceOperation:
                    PushHolder(current);
                    break;
                case IObjectCreationOperation { Type.Name: "StreamReader" or "MemoryStream" or "JsonTextReader" or "BufferedStream" } creation:
                    foreach (IArgumentOperation argument in creation.Arguments)
                    {
                        pending.Push(argument.Value);
                    }

                    break;
            }
        }

        return false;

        void PushHolder(IOperation operation)
        {
            if (OperationNames.InstanceOf(operation) is { } holder and not IInstanceReferenceOperation)
            {
                pending.Push(holder);
            }
        }
    }

    private static bool IsFromBody(IParameterSymbol parameter) =>
        parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "FromBodyAttribute");

    /// <summary>Methods of libraries that read or turn what they get; what a method of the source makes of it is its own affair.</summary>
    private static bool IsReader(IMethodSymbol method) => method.DeclaringSyntaxReferences.IsEmpty;
}
