using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules.Sending;

/// <summary>DLG0206: a method that other projects can call sends free-form to a recipient that they give, and does not say so.</summary>
internal sealed class SendUnmarked : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public SendUnmarked()
        : base("DLG0206")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope scope)
    {
        SendingOptions options = scope.File.OptionsFor(this);
        if (!SendingMembers.Of(scope.File.Program, options.FreeFormMethods, scope.File.CancellationToken).Involve(scope.Root.Syntax) || scope.Body is not { } body)
        {
            yield break;
        }

        HashSet<ISymbol> seen = new(SymbolEqualityComparer.Default);
        foreach ((SendSite site, IMethodSymbol method) in SessionNotChecked.EngineOf(scope.File.Program, options).OpenSends(body, scope.File.CancellationToken))
        {
            // The part with the body: the other one may stand in another file.
            Location? place = (method.PartialImplementationPart ?? method).Locations.FirstOrDefault(location => location.SourceTree == body.Root.Syntax.SyntaxTree);
            if (place is { SourceTree: { } tree } && seen.Add(method))
            {
                yield return new Finding(this, new SourceSpan(tree, place.SourceSpan), ImmutableArray.Create(method.Name, site.Picture?.Type ?? "free-form")) { Detail = method };
            }
        }
    }
}
