using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending;

/// <summary>A call on an object, or on a part of it.</summary>
/// <param name="Path">The properties between the object and the call (<c>DefaultRequestHeaders</c>), separated by dots; empty for the object itself.</param>
/// <param name="Invocation">The call.</param>
internal readonly record struct ObjectCall(string Path, IInvocationOperation Invocation);

/// <summary>An assignment to a part of an object.</summary>
/// <param name="Path">The properties, separated by dots; an indexer is <c>Item</c> or named as the type names it.</param>
/// <param name="Assignment">The assignment.</param>
internal readonly record struct ObjectAssignment(string Path, IAssignmentOperation Assignment);

/// <summary>
/// What code does with one object, a client or a request: how it is created, what is called on it (fluent chains and extension methods
/// included), what is assigned to its properties, whom it is handed to.
/// </summary>
internal sealed class ObjectUses
{
    private const int MaxSteps = 4000;

    private readonly ValueResolver _resolver;
    private readonly HashSet<ISymbol> _symbols = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IOperation> _origins = new();
    private readonly Queue<IOperation> _pending = new();
    private readonly List<IOperation> _createdBy = new();
    private readonly List<ObjectCall> _calls = new();
    private readonly List<ObjectAssignment> _assignments = new();
    private readonly List<IArgumentOperation> _handedTo = new();
    private int _steps;

    private ObjectUses(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary>The expressions that the object comes from: its creation, a call, a parameter.</summary>
    public IReadOnlyList<IOperation> Origins => _createdBy;

    /// <summary>The variables that hold it.</summary>
    public IReadOnlyCollection<ISymbol> Symbols => _symbols;

    /// <summary>The calls on it.</summary>
    public IReadOnlyList<ObjectCall> Calls => _calls;

    /// <summary>The assignments to it.</summary>
    public IReadOnlyList<ObjectAssignment> Assignments => _assignments;

    /// <summary>The arguments that hand it to somebody else; receivers of extension methods are not among them.</summary>
    public IReadOnlyList<IArgumentOperation> HandedTo => _handedTo;

    /// <summary>What the code does with the object that <paramref name="expression"/> gives.</summary>
    public static ObjectUses Of(IOperation expression, ValueResolver resolver)
    {
        ObjectUses uses = new(resolver);
        uses.AddOrigin(expression);
        while (uses._pending.Count > 0 && uses._steps < MaxSteps)
        {
            uses.Climb(uses._pending.Dequeue());
        }

        return uses;
    }

    /// <summary>The values that are assigned to that property of the object, in its initializer or later.</summary>
    public ImmutableArray<IOperation> ValuesOf(string property)
    {
        ImmutableArray<IOperation>.Builder values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (ObjectAssignment assignment in _assignments)
        {
            if (assignment.Path == property)
            {
                values.Add(assignment.Assignment.Value);
            }
        }

        return values.ToImmutable();
    }

    /// <summary>Goes down a fluent chain to what it starts with, and notes every place where that object is used.</summary>
    private void AddOrigin(IOperation expression)
    {
        while (_steps++ < MaxSteps)
        {
            _resolver.CancellationToken.ThrowIfCancellationRequested();
            expression = ValueResolver.Strip(expression);
            switch (expression)
            {
                case ILocalReferenceOperation reference:
                    AddVariable(reference.Local, LocalFacts.Of(reference).References(reference.Local));
                    foreach (IOperation value in ValuesOf(reference))
                    {
                        AddOrigin(value);
                    }

                    return;
                case IParameterReferenceOperation reference:
                    AddParameter(reference);
                    return;
                case IFieldReferenceOperation reference when IsOwn(reference):
                    AddMember(reference.Field, expression);
                    return;
                case IPropertyReferenceOperation reference when IsOwn(reference):
                    AddMember(reference.Property, expression);
                    return;
                case IInvocationOperation invocation when Names.ReceiverOf(invocation) is { } receiver && IsFluent(invocation, receiver):
                    expression = receiver;
                    break;
                default:
                    if (_origins.Add(expression))
                    {
                        _createdBy.Add(expression);
                        ReadInitializer(expression);
                        _pending.Enqueue(expression);
                    }

                    return;
            }
        }
    }

    private static ImmutableArray<IOperation> ValuesOf(ILocalReferenceOperation reference)
    {
        LocalFacts facts = LocalFacts.Of(reference);
        return facts.ValuesOf(reference.Local) is { IsDefault: false } values ? values : ImmutableArray<IOperation>.Empty;
    }

    /// <summary>Whether a call gives back what it is called on, as fluent interfaces do.</summary>
    private static bool IsFluent(IInvocationOperation invocation, IOperation receiver)
    {
        ITypeSymbol result = invocation.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ } inner] } ? inner : invocation.TargetMethod.ReturnType;
        ITypeSymbol? type = ValueResolver.Strip(receiver).Type;
        return type is not null && !invocation.TargetMethod.ReturnsVoid
            && (SymbolEqualityComparer.Default.Equals(type, result) || Names.IsOrDerives(type, result.Name) && result.SpecialType == SpecialType.None
                || Names.IsIn(result, "Flurl") && Names.IsIn(invocation.TargetMethod, "Flurl"));
    }

    private static bool IsOwn(IMemberReferenceOperation reference) =>
        reference.Instance is null or IInstanceReferenceOperation && reference.Member.DeclaringSyntaxReferences.Length > 0 && reference is not IPropertyReferenceOperation { Property.IsIndexer: true };

    private void AddVariable(ISymbol symbol, ImmutableArray<IOperation> references)
    {
        if (!_symbols.Add(symbol))
        {
            return;
        }

        foreach (IOperation reference in references)
        {
            _pending.Enqueue(reference);
        }
    }

    private void AddParameter(IParameterReferenceOperation reference)
    {
        IParameterSymbol parameter = reference.Parameter;
        bool isNew = !_symbols.Contains(parameter);
        AddVariable(parameter, IsPrimary(parameter)
            ? TypeBodies.Of(_resolver.Program).References(parameter, _resolver.CancellationToken)
            : LocalFacts.Of(reference).References(parameter));
        if (isNew)
        {
            _createdBy.Add(reference);
        }
    }

    private static bool IsPrimary(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [{ } declaration] }
        && declaration.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;

    private void AddMember(ISymbol member, IOperation reference)
    {
        if (_symbols.Contains(member))
        {
            return;
        }

        TypeBodies bodies = TypeBodies.Of(_resolver.Program);
        ImmutableArray<IOperation> references = bodies.References(member, _resolver.CancellationToken);
        AddVariable(member, references.IsEmpty ? ImmutableArray.Create(reference) : references);
        if (bodies.InitializerOf(member, _resolver.CancellationToken) is { } initializer)
        {
            AddOrigin(initializer);
        }

        foreach (IOperation place in references)
        {
            if (place.Parent is ISimpleAssignmentOperation assignment && assignment.Target == place)
            {
                AddOrigin(assignment.Value);
            }
        }
    }

    /// <summary>Reads <c>{ BaseAddress = ..., DefaultRequestHeaders = { { "a", "b" } } }</c>.</summary>
    private void ReadInitializer(IOperation creation)
    {
        IObjectOrCollectionInitializerOperation? initializer = (creation as IObjectCreationOperation)?.Initializer;
        if (initializer is not null)
        {
            ReadInitializer(initializer, string.Empty, 0);
        }
    }

    private void ReadInitializer(IObjectOrCollectionInitializerOperation initializer, string path, int depth)
    {
        foreach (IOperation element in initializer.Initializers)
        {
            switch (element)
            {
                case IAssignmentOperation { Target: IPropertyReferenceOperation property } assignment:
                    _assignments.Add(new ObjectAssignment(Join(path, property.Property.Name), assignment));
                    break;
                case IMemberInitializerOperation { InitializedMember: IPropertyReferenceOperation property } nested when depth < 8:
                    ReadInitializer(nested.Initializer, Join(path, property.Property.Name), depth + 1);
                    break;
                case IInvocationOperation call:
                    _calls.Add(new ObjectCall(path, call));
                    break;
            }
        }
    }

    /// <summary>Follows one reference upwards: what is done with it there.</summary>
    private void Climb(IOperation current)
    {
        string path = string.Empty;
        while (_steps++ < MaxSteps)
        {
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation:
                    current = current.Parent;
                    break;
                case IPropertyReferenceOperation property when property.Instance == current:
                    path = Join(path, property.Property.Name);
                    if (property.Parent is IAssignmentOperation assignment && assignment.Target == property)
                    {
                        _assignments.Add(new ObjectAssignment(path, assignment));
                        return;
                    }

                    current = property;
                    break;
                case IInvocationOperation invocation when invocation.Instance == current:
                    _calls.Add(new ObjectCall(path, invocation));
                    if (path.Length > 0 || !IsFluent(invocation, current))
                    {
                        return;
                    }

                    current = invocation;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } invocation, Parameter.Ordinal: 0 }:
                    _calls.Add(new ObjectCall(path, invocation));
                    if (path.Length > 0 || !IsFluent(invocation, current))
                    {
                        return;
                    }

                    current = invocation;
                    break;
                case IArgumentOperation argument when path.Length == 0:
                    _handedTo.Add(argument);
                    return;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } when path.Length == 0:
                    AddVariable(declarator.Symbol, LocalFacts.Of(declarator).References(declarator.Symbol));
                    return;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } alias when alias.Value == current && path.Length == 0:
                    AddVariable(local.Local, LocalFacts.Of(local).References(local.Local));
                    return;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation member } alias when alias.Value == current && path.Length == 0 && IsOwn(member):
                    AddMember(member.Member, member);
                    return;
                default:
                    return;
            }
        }
    }

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;
}
