using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>What the functions that an update passes through read of it.</summary>
internal sealed class UpdateReads
{
    private readonly UpdatePlaces _places;
    private readonly ValueResolver _resolver;
    private readonly HashSet<IOperation> _followed;
    private readonly ImmutableArray<NamedRead>.Builder _names = ImmutableArray.CreateBuilder<NamedRead>();
    private readonly ImmutableArray<ElementRead>.Builder _elements = ImmutableArray.CreateBuilder<ElementRead>();
    private readonly HandedParts _handed;
    private readonly HashSet<string> _jsonNames = new(StringComparer.Ordinal);

    private UpdateReads(UpdatePlaces places, RawBody raw, HashSet<IOperation> followed)
    {
        _places = places;
        _resolver = places.Resolver;
        _handed = new HandedParts(places, raw);
        _followed = followed;
    }

    /// <summary>The members that are read by name, in the order of the functions and of the text.</summary>
    public ImmutableArray<NamedRead> Names { get; private set; }

    /// <summary>The elements that are taken, in the same order.</summary>
    public ImmutableArray<ElementRead> Elements { get; private set; }

    /// <summary>What leaves the functions.</summary>
    public IReadOnlyList<HandedPart> Handed => _handed.All;

    /// <summary>The calls that hand the update to methods of the source.</summary>
    public ISet<IOperation> Followed => _followed;

    /// <summary>The names by which JSON that came in is asked, in lower case without underscores.</summary>
    public ISet<string> JsonNames => _jsonNames;

    /// <summary>Whether a class of updates is read.</summary>
    public bool IsTyped { get; private set; }

    /// <summary>Whether the typed catalogue reads the errors of statuses.</summary>
    public bool ReadsTypedErrors { get; private set; }

    /// <summary>Whether it is the shape of the Cloud API, with entries and changes around messages and statuses.</summary>
    public bool IsNested => Touches(WebhookSchema.Current.Entry) || Touches(WebhookSchema.Current.Change) || _jsonNames.Contains("changes");

    /// <summary>Reads the functions.</summary>
    public static UpdateReads Of(ImmutableArray<ReceivedFunction> functions, UpdatePlaces places, RawBody raw, HashSet<IOperation> followed)
    {
        UpdateReads reads = new(places, raw, followed);
        foreach (ReceivedFunction function in functions)
        {
            foreach (IOperation operation in function.Operations)
            {
                places.Resolver.CancellationToken.ThrowIfCancellationRequested();
                reads.Read(operation, function);
            }
        }

        reads.Names = reads._names.ToImmutable();
        reads.Elements = reads._elements.ToImmutable();
        return reads;
    }

    /// <summary>Whether a part of that shape, or below it, is read by name.</summary>
    public bool Touches(WebhookShape shape) => Names.Any(read => read.Place.Is(shape)) || Elements.Any(read => read.Place.Is(shape));

    private void Read(IOperation operation, ReceivedFunction function)
    {
        switch (operation)
        {
            case INameOfOperation:
                return;
            case IPropertyReferenceOperation { Arguments: [{ Value: var index }] } indexer:
                Indexed(indexer, index, indexer.Instance, function);
                break;
            case IMemberReferenceOperation first when JsonCalls.IsFirstOfToken(first.Member):
                if (OperationNames.InstanceOf(first) is { } token && _places.Of(token) is { IsList: true } tokens)
                {
                    _elements.Add(new ElementRead(tokens, TakenAs.First, first, token, NameOf(first), function));
                }

                break;
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member when UpdateTypes.Of(_resolver.Program).PlaceOf(member.Member) is { } place:
                IsTyped = true;
                if (!IsWritten(member))
                {
                    _names.Add(new NamedRead(place, member, NameOf(member), function));
                    ListPattern(member, place, function);
                }

                break;
            case IArrayElementReferenceOperation { Indices: [var index] } element:
                Indexed(element, index, element.ArrayReference, function);
                break;
            case IDynamicIndexerAccessOperation { Operation: { } held, Arguments: [var index] } access:
                Indexed(access, index, held, function);
                break;
            case IDynamicMemberReferenceOperation { Parent: not IDynamicInvocationOperation } dynamic:
                Named(dynamic, dynamic.MemberName, dynamic.Syntax is MemberAccessExpressionSyntax { Name: var name } ? SourceSpan.Of(name) : SourceSpan.Of(dynamic.Syntax), function);
                break;
            case IForEachLoopOperation loop when _places.Of(loop.Collection) is { IsList: true } looped:
                _elements.Add(new ElementRead(looped, TakenAs.Each, loop, loop.Collection, SourceSpan.Of(loop.Collection.Syntax), function));
                break;
            case IInvocationOperation call:
                ReadsTypedErrors |= call.TargetMethod is { Name: "ReadStatus", ContainingType.Name: "Dialog360Error" };
                Called(call, function);
                break;
            case IObjectCreationOperation creation when !_followed.Contains(creation) && !HandedParts.KeepsNothing(creation.Type):
                foreach (IArgumentOperation argument in creation.Arguments)
                {
                    _handed.Add(argument.Value, isLogged: false);
                }

                break;
            case ISimpleAssignmentOperation { Target: IMemberReferenceOperation or IArrayElementReferenceOperation or IDiscardOperation } kept when kept.Target is not IMemberReferenceOperation { Instance: var owner } || owner is null || _places.Of(owner) is null:
                // The objects in which a query keeps its variables are nobody's.
                if (!_followed.Contains(kept) && kept.Target is not IDiscardOperation && kept.Parent is not IAnonymousObjectCreationOperation { IsImplicit: true } && kept.Parent is not IAnonymousObjectCreationOperation { Syntax: QueryClauseSyntax or QueryBodySyntax or QueryExpressionSyntax })
                {
                    _handed.Add(kept.Value, isLogged: false);
                }

                break;
        }
    }

    private void Called(IInvocationOperation call, ReceivedFunction function)
    {
        IOperation? instance = OperationNames.InstanceOf(call);
        string name = call.TargetMethod.Name;
        if (instance is not null && UpdateTypes.IsDom(instance.Type) && JsonCalls.NamedBy(call, _resolver) is { } member)
        {
            if (member.IndexOf('[') >= 0 || member.IndexOf('.') >= 0)
            {
                AlongPath(call, instance, member, function);
            }
            else
            {
                Named(call, member, NameOf(call), function);
            }

            return;
        }

        if (instance is not null && _places.Of(instance) is { IsList: true } list)
        {
            bool hasLambda = call.Arguments.Any(static argument => ValueResolver.Bare(argument.Value) is IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation);
            if (JsonCalls.IsElement(name))
            {
                bool first = !name.StartsWith("Last", StringComparison.Ordinal) && !hasLambda && !IsFiltered(instance) && (!name.StartsWith("ElementAt", StringComparison.Ordinal) || call.Arguments.Any(argument => _resolver.ConstantOf(argument.Value) is { HasValue: true, Value: 0 }));
                _elements.Add(new ElementRead(list, first ? TakenAs.First : TakenAs.Chosen, call, instance, NameOf(call), function));
                return;
            }

            if (hasLambda && !JsonCalls.KeepsPlace(name) && !JsonCalls.IsQuestion(name))
            {
                _elements.Add(new ElementRead(list, TakenAs.Each, call, instance, NameOf(call), function));
                return;
            }
        }

        if (_followed.Contains(call) || JsonCalls.KeepsPlace(name) || JsonCalls.IsParser(name) || JsonCalls.IsElement(name))
        {
            return;
        }

        _handed.Arguments(call);
    }

    private void Indexed(IOperation access, IOperation index, IOperation? holder, ReceivedFunction function)
    {
        if (holder is null)
        {
            return;
        }

        IOperation held = holder is IConditionalAccessInstanceOperation conditional && OperationNames.BeforeDot(conditional) is { } before ? before : holder;
        Optional<object?> constant = _resolver.ConstantOf(index);
        if (constant is { HasValue: true, Value: string name })
        {
            if (UpdateTypes.IsDom(held.Type) || access is IDynamicIndexerAccessOperation)
            {
                Named(access, name, SourceSpan.Of(index.Syntax), function);
            }

            return;
        }

        if (_places.Of(held) is { IsList: true } list)
        {
            TakenAs taken = constant is { HasValue: true, Value: 0 } ? TakenAs.First : constant.HasValue ? TakenAs.Chosen : TakenAs.Each;
            _elements.Add(new ElementRead(list, taken, access, holder, BracketsOf(access.Syntax), function));
        }
    }

    private void Named(IOperation operation, string name, SourceSpan span, ReceivedFunction function)
    {
        UpdatePlace? place = _places.Of(operation);
        if (place is not null || (OperationNames.InstanceOf(operation) is { } holder && InboundText.MayBeOfRequest(holder, _resolver)) || operation is IDynamicIndexerAccessOperation)
        {
            _jsonNames.Add(WebhookSchema.Plain(name));
        }

        if (place is null && operation is IInvocationOperation { TargetMethod.Name: "TryGetProperty" or "TryGetPropertyValue" or "TryGetValue" or "ContainsKey" } call && OperationNames.InstanceOf(call) is { } asked)
        {
            place = _places.Of(asked)?.Element.Child(name);
        }

        if (place is { } found && !IsWritten(operation))
        {
            _names.Add(new NamedRead(found, operation, span, function));
        }
    }

    private void AlongPath(IInvocationOperation call, IOperation instance, string path, ReceivedFunction function)
    {
        IOperation? text = call.Arguments.Select(static argument => argument.Value).FirstOrDefault(value => value.Type?.SpecialType == SpecialType.System_String);
        UpdatePlace? place = _places.Of(instance) ?? UpdatePlace.Update;
        foreach (PathStep step in PathStep.Of(path))
        {
            place = place?.Element.Child(step.Name);
            if (place is not { } at)
            {
                return;
            }

            _jsonNames.Add(WebhookSchema.Plain(step.Name));
            SourceSpan literal = text is null ? NameOf(call) : SourceSpan.Of(text.Syntax);
            _names.Add(new NamedRead(at, call, literal, function));
            if (step.Index is { } index)
            {
                bool isPlain = text?.Syntax is LiteralExpressionSyntax { Token.Text: var written } && written == "\"" + path + "\"";
                SourceSpan span = isPlain ? new SourceSpan(literal.Tree, new TextSpan(literal.Span.Start + 1 + step.Start, index.Length + 2)) : literal;
                _elements.Add(new ElementRead(at, index == "0" ? TakenAs.First : TakenAs.Each, call, null, span, function));
            }
        }
    }

    /// <summary><c>Messages: [var message, ..]</c> takes the first element.</summary>
    private void ListPattern(IMemberReferenceOperation member, UpdatePlace place, ReceivedFunction function)
    {
        if (place.IsList && member.Parent is IPropertySubpatternOperation { Pattern: IListPatternOperation { Patterns: [var first, ..] } })
        {
            _elements.Add(new ElementRead(place, TakenAs.First, first, null, SourceSpan.Of(first.Syntax), function));
        }
    }

    /// <summary>Whether a sequence holds only what a condition lets through.</summary>
    private static bool IsFiltered(IOperation sequence)
    {
        for (IOperation? current = ValueResolver.Bare(sequence); current is IInvocationOperation call; current = OperationNames.InstanceOf(call) is { } instance ? ValueResolver.Bare(instance) : null)
        {
            if (call.TargetMethod.Name is "Where" or "TakeWhile" or "SkipWhile")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWritten(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IMemberInitializerOperation => true,
        INameOfOperation => true,
        _ => false,
    };

    private static SourceSpan NameOf(IMemberReferenceOperation member) => member.Syntax switch
    {
        MemberAccessExpressionSyntax access => SourceSpan.Of(access.Name),
        MemberBindingExpressionSyntax binding => SourceSpan.Of(binding.Name),
        _ => SourceSpan.Of(member.Syntax),
    };

    private static SourceSpan NameOf(IInvocationOperation call) => InvokedName.Of(call);

    private static SourceSpan BracketsOf(SyntaxNode access) => access switch
    {
        ElementAccessExpressionSyntax element => SourceSpan.Of(element.ArgumentList),
        ElementBindingExpressionSyntax binding => SourceSpan.Of(binding.ArgumentList),
        _ => SourceSpan.Of(access),
    };
}
