using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Answers;

/// <summary>DLG0308: an answer is called successful for 200 alone, or for 201 alone.</summary>
internal sealed class OneSuccessAccepted : Rule<BodyScope>
{
    private const int OfCloud = 200;
    private const int OfOnPremises = 201;

    /// <summary>Creates the rule.</summary>
    public OneSuccessAccepted()
        : base("DLG0308")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        SuccessChecks checks = new(context.Resolver.Program, context.Resolver.CancellationToken);
        AnswerGenerations generations = new(context.Reader);
        HashSet<SyntaxNode> found = new();
        ApiGeneration assumed = context.File.OptionsFor(this).Api;
        foreach (IInvocationOperation send in generations.SendsIn(context.Root))
        {
            foreach (SuccessCheck check in checks.Of(send))
            {
                if (generations.Of(send) is not { } shown)
                {
                    continue;
                }

                ApiGeneration generation = shown == ApiGeneration.Unknown ? assumed : shown;
                if (IsWrong(check.Status, generation) && found.Add(check.Place.Syntax))
                {
                    yield return new Finding(this, SourceSpan.Of(check.Place.Syntax), ImmutableArray.Create(check.Status.ToString(CultureInfo.InvariantCulture), Other(check.Status, generation))) { Detail = check };
                }
            }
        }
    }

    private static bool IsWrong(int status, ApiGeneration generation) => generation switch
    {
        ApiGeneration.Cloud => status != OfCloud,
        ApiGeneration.OnPremises => status != OfOnPremises,
        _ => true,
    };

    private static string Other(int status, ApiGeneration generation) => generation switch
    {
        ApiGeneration.Cloud => $"the Cloud API answers {OfCloud}",
        ApiGeneration.OnPremises => $"the on-premises API answers {OfOnPremises}",
        _ => status == OfCloud ? $"the on-premises API answers {OfOnPremises}" : $"the Cloud API answers {OfCloud}",
    };
}
