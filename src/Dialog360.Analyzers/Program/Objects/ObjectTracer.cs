using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Objects;

/// <summary>Follows one object through the code that creates, keeps and uses it. For one object.</summary>
internal sealed class ObjectTracer
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

    /// <summary>Creates a tracer.</summary>
    public ObjectTracer(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary>What the code does with the object that <paramref name="expression"/> gives.</summary>
    public ObjectUses Trace(IOperation expression)
    {
        AddOrigin(expression);
        while (_pending.Count > 0 && _steps < MaxSteps)
        {
            Climb(_pending.Dequeue());
        }

        return new ObjectUses(_createdBy, _symbols, _calls, _assignments, _handedTo);
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
                case IInvocationOperation invocation when Names.ReceiverOf(invocation) is { } receiver && FluentCalls.IsFluent(invocation, receiver):
                    expression = receiver;
                    break;
                default:
                    if (_origins.Add(expression))
                    {
                        _createdBy.Add(expression);
                        ObjectInitializers.Read(expression, _assignments, _calls);
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
        AddVariable(parameter, TypeBodies.IsPrimary(parameter)
            ? TypeBodies.Of(_resolver.Program).References(parameter, _resolver.CancellationToken)
            : LocalFacts.Of(reference).References(parameter));
        if (isNew)
        {
            _createdBy.Add(reference);
        }
    }

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
                    path = ObjectInitializers.Join(path, property.Property.Name);
                    if (property.Parent is IAssignmentOperation assignment && assignment.Target == property)
                    {
                        _assignments.Add(new ObjectAssignment(path, assignment));
                        return;
                    }

                    current = property;
                    break;
                case IInvocationOperation invocation when invocation.Instance == current:
                    _calls.Add(new ObjectCall(path, invocation));
                    if (path.Length > 0 || !FluentCalls.IsFluent(invocation, current))
                    {
                        return;
                    }

                    current = invocation;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } invocation, Parameter.Ordinal: 0 }:
                    _calls.Add(new ObjectCall(path, invocation));
                    if (path.Length > 0 || !FluentCalls.IsFluent(invocation, current))
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
}
