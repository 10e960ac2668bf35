using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Hosting;

/// <summary>Judges a whole file again, the way the analyzers did, for those who repair it: they need the pictures, not only the places.</summary>
internal static class DocumentJudge
{
    /// <summary>What the payload rules find in a file, ordered by place.</summary>
    /// <param name="model">The file.</param>
    /// <param name="assumed">The generation where the code does not show it (<c>dialog360.api</c>).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ImmutableArray<Finding> Findings(SemanticModel model, ApiGeneration assumed, CancellationToken cancellationToken)
    {
        ProgramModel program = ProgramModel.Of(model.Compilation);
        PayloadJudge judge = new(RuleList.Payload, program, assumed, cancellationToken);
        ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (IOperation root in OperationRoots.In(model.SyntaxTree, program, cancellationToken))
        {
            findings.AddRange(judge.Judge(root));
        }

        return findings.ToImmutable();
    }
}
