using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>Tells where a message goes that a function makes and gives to those who call it (<c>Post(Build(to))</c>), through as many functions as there are.</summary>
internal sealed class ReturnedDestinations
{
    private const int MaxSites = 64;

    private readonly ProgramModel _program;
    private readonly Bindings _bindings;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<ISymbol> _walked = new(SymbolEqualityComparer.Default);
    private int _sites;

    private ReturnedDestinations(ProgramModel program, CancellationToken cancellationToken)
    {
        _program = program;
        _bindings = new Bindings(new ValueResolver(program, cancellationToken));
        _cancellationToken = cancellationToken;
    }

    /// <summary>Where a picture goes: by the sends of its own body, else by those of the callers that get it.</summary>
    public static Whereabouts Of(PayloadNode picture, ProgramModel program, CancellationToken cancellationToken)
    {
        if ((picture.Origin.Json?.Text.Operation ?? picture.Made) is not { } operation)
        {
            return Whereabouts.Unknown;
        }

        Whereabouts own = PayloadDestinations.Of(operation, program, cancellationToken).Of(picture);
        return own == Whereabouts.Unknown && MessageRecognizer.MayBeMessage(picture) ? new ReturnedDestinations(program, cancellationToken).By(operation) ?? own : own;
    }

    private Whereabouts? By(IOperation value)
    {
        if (BodyModels.Of(_program).Around(value.Syntax, _cancellationToken) is not { } body || body.UnitOf(value) is not { Symbol: { } function } unit
            || !_walked.Add(function) || !IsReturned(value, unit))
        {
            return null;
        }

        Whereabouts? all = null;
        foreach (CallSite site in CallIndex.Of(_program).CallersOf(function, _cancellationToken))
        {
            if (_sites++ >= MaxSites)
            {
                break;
            }

            PayloadDestinations there = PayloadDestinations.Of(site.Operation, _program, _cancellationToken);
            if ((there.At(site.Operation.Syntax) ?? there.At(value.Syntax) ?? By(site.Operation)) is { } found)
            {
                all = all is { } before ? before.Or(found) : found;
            }
        }

        return all;
    }

    private bool IsReturned(IOperation value, FunctionUnit unit) =>
        SourceBodies.ReturnsOf(unit).Any(returned => BodySources.Of(returned, _bindings).Any(source => source.Operation.Syntax == value.Syntax));
}
