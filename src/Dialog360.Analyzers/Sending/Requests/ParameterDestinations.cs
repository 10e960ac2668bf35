using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>Where something visibly goes, and which generation of the API that shows.</summary>
/// <param name="Destination">Where it goes.</param>
/// <param name="Generation">The generation that host, path or client show.</param>
/// <param name="Serializer">What writes it as JSON; null where nothing of it is visible.</param>
internal readonly record struct Whereabouts(Destination Destination, ApiGeneration Generation, Serializer? Serializer)
{
    /// <summary>Nothing is visible.</summary>
    public static readonly Whereabouts Unknown = new(Destination.Unknown, ApiGeneration.Unknown, Serializer: null);

    /// <summary>Of something that is sent twice: to 360dialog wherever one of the sends goes there; what the two do not share is not known.</summary>
    public Whereabouts Or(Whereabouts other) => new(
        Destination == Destination.WhatsApp || other.Destination == Destination.WhatsApp ? Destination.WhatsApp
            : Destination == other.Destination ? Destination
            : Destination.Unknown,
        Generation == other.Generation ? Generation : ApiGeneration.Unknown,
        Serializer == other.Serializer ? Serializer : Serializer.Unknown);
}

/// <summary>
/// Tells where the project's own methods send what they are handed (<c>Post(object payload)</c> with the URL inside, or with the URL as
/// another parameter), through as many of them as there are.
/// </summary>
internal sealed class ParameterDestinations
{
    private readonly ProgramModel _program;

    private ParameterDestinations(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>Those of that compilation.</summary>
    public static ParameterDestinations Of(ProgramModel program) => program.Part(static model => new ParameterDestinations(model));

    /// <summary>Where the argument for the parameter of that ordinal goes; null where the method visibly sends it nowhere.</summary>
    public Whereabouts? Of(IInvocationOperation call, int ordinal, CancellationToken cancellationToken)
    {
        Whereabouts? found = null;
        foreach (Exit exit in ExitsOf(call, ordinal, new Bindings(new ValueResolver(_program, cancellationToken)), new HashSet<ISymbol>(SymbolEqualityComparer.Default)))
        {
            Whereabouts here = exit.Whereabouts;
            found = found is { } before ? before.Or(here) : here;
        }

        return found;
    }

    /// <summary>The sends that a call leads the argument to, their URLs with the other arguments of the call in them.</summary>
    private IEnumerable<Exit> ExitsOf(IInvocationOperation call, int ordinal, Bindings bindings, HashSet<ISymbol> walked)
    {
        foreach (IMethodSymbol target in Implementations.Of(_program).Of(call.TargetMethod, bindings.Resolver.CancellationToken))
        {
            if (ordinal >= target.Parameters.Length)
            {
                continue;
            }

            foreach (Exit exit in ExitsOf(target, target.Parameters[ordinal], bindings, walked))
            {
                yield return exit.Bind(reference => SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol, target)
                    && call.Arguments.FirstOrDefault(argument => argument.Parameter?.Ordinal == reference.Parameter.Ordinal) is { } argument
                        ? UrlReader.ReadText(argument.Value, bindings)
                        : null);
            }
        }
    }

    private IEnumerable<Exit> ExitsOf(IMethodSymbol method, IParameterSymbol parameter, Bindings bindings, HashSet<ISymbol> walked)
    {
        // What a circle of calls adds is there already.
        if (!walked.Add(parameter) || _program.BodyOf(method, bindings.Resolver.CancellationToken) is not { } body)
        {
            yield break;
        }

        foreach (SendCall send in BlockRequests.Of(body, bindings.Resolver))
        {
            foreach (BodySource source in send.Bodies.Where(source => IsParameter(source, parameter)).Take(1))
            {
                yield return new Exit(send, send.Address, source.Serializer);
            }
        }

        foreach (IOperation operation in BlockPictures.Of(body, _program, bindings.Resolver.CancellationToken).SourceCalls)
        {
            if (operation is not IInvocationOperation inner)
            {
                continue;
            }

            foreach (IArgumentOperation argument in inner.Arguments)
            {
                if (argument.Parameter is not { } next)
                {
                    continue;
                }

                foreach (BodySource source in BodySources.Of(argument.Value, bindings).Where(source => IsParameter(source, parameter)).Take(1))
                {
                    foreach (Exit exit in ExitsOf(inner, next.Ordinal, bindings, walked))
                    {
                        yield return source.Serializer is null ? exit : exit with { Serializer = source.Serializer };
                    }
                }
            }
        }
    }

    private static bool IsParameter(BodySource source, IParameterSymbol parameter) =>
        source.Operation is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);

    /// <summary>A send at the end of a chain of calls.</summary>
    private readonly record struct Exit(SendCall Send, UrlText? Address, Serializer? Serializer)
    {
        /// <summary>Where the send goes.</summary>
        public Whereabouts Whereabouts
        {
            get
            {
                UrlPattern? url = Address is null or { IsUnknown: true } ? null : Address.ToPattern();
                return url is null ? new Whereabouts(Send.Destination, Send.Generation, Serializer) : new Whereabouts(ApiHosts.DestinationOf(url), ApiHosts.GenerationOf(url), Serializer);
            }
        }

        /// <summary>The same, seen from a call.</summary>
        public Exit Bind(Func<IParameterReferenceOperation, UrlText?> argument) => this with { Address = Address?.Bind(argument) };
    }
}
