using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program;

/// <summary>
/// What is known about one compilation, shared by all hosts and fixes and kept as long as the compilation lives: semantic models and, in
/// the parts that need them, indexes. Everything in it is made on first need.
/// </summary>
internal sealed class ProgramModel
{
    private static readonly ConditionalWeakTable<Compilation, ProgramModel> Models = new();

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _semanticModels = new();
    private readonly ConcurrentDictionary<Type, Slot> _parts = new();

    private ProgramModel(Compilation compilation)
    {
        Compilation = compilation;
    }

    /// <summary>The compilation.</summary>
    public Compilation Compilation { get; }

    /// <summary>The model of <paramref name="compilation"/>.</summary>
    public static ProgramModel Of(Compilation compilation) => Models.GetValue(compilation, static key => new ProgramModel(key));

    /// <summary>The semantic model of a tree of the compilation.</summary>
    [SuppressMessage("MicrosoftCodeAnalysisPerformance", "RS1030", Justification =
        "A send is judged by its callers in other files, on demand and only in compilations that send messages; the model is kept, so a file is bound once.")]
    public SemanticModel SemanticModelOf(SyntaxTree tree) =>
        _semanticModels.TryGetValue(tree, out SemanticModel? known) ? known : _semanticModels.GetOrAdd(tree, Compilation.GetSemanticModel(tree));

    /// <summary>
    /// The operations of a method, constructor, accessor or local function of this compilation, parameters' defaults left out; null where it
    /// has no body here (abstract, extern, half typed, or declared in a reference).
    /// </summary>
    public IOperation? BodyOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            if (Compilation.ContainsSyntaxTree(reference.SyntaxTree)
                && SemanticModelOf(reference.SyntaxTree).GetOperation(reference.GetSyntax(cancellationToken), cancellationToken) is { } body)
            {
                return body;
            }
        }

        return null;
    }

    /// <summary>The part of that type, made by <paramref name="create"/> on first need, once, and then shared. Where that is cancelled the next one makes it.</summary>
    public T Part<T>(Func<ProgramModel, T> create)
        where T : class
    {
        Slot slot = _parts.GetOrAdd(typeof(T), static _ => new Slot());
        if (Volatile.Read(ref slot.Value) is T known)
        {
            return known;
        }

        lock (slot)
        {
            if (slot.Value is not T value)
            {
                value = create(this);
                Volatile.Write(ref slot.Value, value);
            }

            return value;
        }
    }

    private sealed class Slot
    {
        public object? Value;
    }
}
