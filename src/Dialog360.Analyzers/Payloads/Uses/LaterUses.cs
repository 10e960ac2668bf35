using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Uses;

/// <summary>What a statement after its creation does with an object.</summary>
internal enum LaterUseKind
{
    /// <summary>Sets a member: <c>m.To = x;</c>, <c>m.Text.Body = x;</c>.</summary>
    SetMember,

    /// <summary>Sets an entry: <c>d["to"] = x;</c>.</summary>
    SetEntry,

    /// <summary>Calls a method of the object: <c>d.Add("to", x);</c>.</summary>
    Call,

    /// <summary>Adds to a list in it: <c>m.Template.Components.Add(x);</c>.</summary>
    AddElement,

    /// <summary>Only reads it.</summary>
    Read,

    /// <summary>Hands it to code that may change it, or out of sight.</summary>
    Escape,
}

/// <summary>One use of an object after its creation.</summary>
/// <param name="Kind">What the use does.</param>
/// <param name="Operation">The assignment, the call, or the reference itself.</param>
/// <param name="IsStraightLine">Whether it runs whenever the creation has run: a statement of the same block.</param>
internal sealed record LaterUse(LaterUseKind Kind, IOperation Operation, bool IsStraightLine)
{
    /// <summary>The members from the object to what is set, outermost first.</summary>
    public ImmutableArray<ISymbol> Path { get; init; } = ImmutableArray<ISymbol>.Empty;

    /// <summary>The key of an entry.</summary>
    public IOperation? Key { get; init; }

    /// <summary>The value that is set.</summary>
    public IOperation? Value { get; init; }

    /// <summary>The call of a method of the object.</summary>
    public IInvocationOperation? Invocation => Operation as IInvocationOperation;
}

/// <summary>Finds what happens to an object that was just created: filled statement by statement, handed on, returned.</summary>
internal static class LaterUses
{
    /// <summary>More methods than an object is ever handed on through.</summary>
    private const int MaxMethods = 64;

    /// <summary>The uses of the object that <paramref name="creation"/> makes, in the order of the text.</summary>
    public static ImmutableArray<LaterUse> Of(IOperation creation, ValueResolver resolver)
    {
        IOperation holder = creation;
        while (holder.Parent is IConversionOperation or IParenthesizedOperation)
        {
            holder = holder.Parent;
        }

        ILocalSymbol? local = holder.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var symbol } } => symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } assignment when assignment.Value == holder => target.Local,
            _ => null,
        };

        if (local is null)
        {
            LaterUse direct = Classify(holder, straightLine: true, resolver, NoneWalked());
            return direct.Kind is LaterUseKind.Escape or LaterUseKind.SetEntry or LaterUseKind.AddElement || direct is { Kind: LaterUseKind.Call, Invocation.TargetMethod.DeclaringSyntaxReferences.IsEmpty: false }
                ? ImmutableArray.Create(direct)
                : ImmutableArray<LaterUse>.Empty;
        }

        LocalFacts facts = LocalFacts.Of(creation);
        bool isOnlyValue = facts.ValuesOf(local) is { IsDefault: false, Length: 1 };
        IOperation? block = BlockOf(creation);
        ImmutableArray<LaterUse>.Builder uses = ImmutableArray.CreateBuilder<LaterUse>();
        foreach (IOperation reference in facts.References(local))
        {
            if (LocalFacts.IsWrite(reference))
            {
                continue;
            }

            bool? isOfThis = isOnlyValue ? true : IsOf(holder, reference);
            if (isOfThis == false)
            {
                continue;
            }

            LaterUse use = Classify(reference, ReferenceEquals(BlockOf(reference), block), resolver, NoneWalked());

            // Where one of several objects may be in the local, nobody knows which of them a statement fills.
            uses.Add(isOfThis == true || use.Kind == LaterUseKind.Read ? use : use with { Kind = LaterUseKind.Escape });
        }

        return uses.ToImmutable();
    }

    /// <summary>Whether a local that is assigned several times holds the object of one assignment where it is read; null where that cannot be told.</summary>
    private static bool? IsOf(IOperation value, IOperation reference)
    {
        ImmutableArray<IOperation> values = reference is ILocalReferenceOperation local ? ReachingValues.Of(local) : default;
        return values.IsDefault ? null
            : !values.Any(each => each.Syntax == value.Syntax) ? false
            : values.Length == 1 ? true
            : null;
    }

    /// <summary>The use that a reference in a function is of what the function is handed: the object itself (<c>this</c>), or a parameter.</summary>
    public static LaterUse OfGiven(IOperation reference, IOperation function, ValueResolver resolver) =>
        Classify(reference, BlockOf(reference) is IBlockOperation { Parent: var around } && around?.Syntax == function.Syntax, resolver, NoneWalked());

    private static HashSet<ISymbol> NoneWalked() => new(SymbolEqualityComparer.Default);

    /// <param name="reference">The use.</param>
    /// <param name="straightLine">Whether it always runs.</param>
    /// <param name="resolver">Follows expressions to their values.</param>
    /// <param name="walked">The parameters that are followed already: a method that hands an object to itself changes nothing by that.</param>
    private static LaterUse Classify(IOperation reference, bool straightLine, ValueResolver resolver, HashSet<ISymbol> walked)
    {
        ImmutableArray<ISymbol> path = ImmutableArray<ISymbol>.Empty;
        IOperation current = reference;
        while (true)
        {
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                    current = current.Parent;
                    continue;
                case IConditionalAccessOperation access when access.Operation == current:
                    return new LaterUse(LaterUseKind.Read, reference, straightLine);
                case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var key] } entry when entry.Instance == current:
                    return entry.Parent is ISimpleAssignmentOperation set && set.Target == entry
                        ? new LaterUse(LaterUseKind.SetEntry, set, straightLine) { Path = path, Key = key.Value, Value = set.Value }
                        : new LaterUse(IsChangedInside(entry) ? LaterUseKind.Escape : LaterUseKind.Read, reference, straightLine);
                case IMemberReferenceOperation member when member.Instance == current && member is IPropertyReferenceOperation or IFieldReferenceOperation:
                    path = path.Add(member.Member);
                    current = member;
                    continue;
            }

            break;
        }

        switch (current.Parent)
        {
            case ISimpleAssignmentOperation assignment when assignment.Target == current:
                return new LaterUse(LaterUseKind.SetMember, assignment, straightLine) { Path = path, Value = assignment.Value };
            case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var element }] } add when add.Instance == current && !path.IsEmpty:
                return new LaterUse(LaterUseKind.AddElement, add, straightLine) { Path = path, Value = element };
            case IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: [{ Value: var key }, { Value: var value }] } add when add.Instance == current && !path.IsEmpty:
                return new LaterUse(LaterUseKind.SetEntry, add, straightLine) { Path = path, Key = key, Value = value };
            case IInvocationOperation invocation when invocation.Instance == current:
                return path.IsEmpty
                    ? new LaterUse(LaterUseKind.Call, invocation, straightLine)
                    : new LaterUse(invocation.TargetMethod.Name is "Add" or "AddRange" or "Insert" or "Clear" or "TryAdd" or "Remove" ? LaterUseKind.Escape : LaterUseKind.Read, reference, straightLine);
            case IArgumentOperation argument when path.IsEmpty:
                return new LaterUse(MayChange(argument, resolver, walked) ? LaterUseKind.Escape : LaterUseKind.Read, argument, straightLine);
            case IArgumentOperation argument:
                return new LaterUse(MayChange(argument, resolver, walked) ? LaterUseKind.Escape : LaterUseKind.Read, reference, straightLine);
            case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var alias } declarator } when !path.IsEmpty && alias.Type.IsReferenceType && walked.Add(alias):
                bool isFilled = LocalFacts.Of(declarator).References(alias).Any(each => Classify(each, straightLine, resolver, walked).Kind is not (LaterUseKind.Read or LaterUseKind.Call)
                    || each.Parent is IInvocationOperation { TargetMethod.Name: var name } && Completion.IsChangingCall(name));
                return new LaterUse(isFilled ? LaterUseKind.Escape : LaterUseKind.Read, reference, straightLine);
            case IFieldInitializerOperation or IPropertyInitializerOperation when path.IsEmpty:
                return new LaterUse(IsFollowed(current.Parent, resolver) ? LaterUseKind.Read : LaterUseKind.Escape, reference, straightLine);
            case IReturnOperation or IAssignmentOperation or IArrayInitializerOperation when path.IsEmpty:
                return new LaterUse(EscapesThrough(current, resolver) ? LaterUseKind.Escape : LaterUseKind.Read, reference, straightLine);
            default:
                return new LaterUse(IsChanged(current) && !path.IsEmpty ? LaterUseKind.Escape : LaterUseKind.Read, reference, straightLine);
        }
    }

    /// <summary>A return or a store gives the object away; becoming part of a larger object that is being created does not.</summary>
    private static bool EscapesThrough(IOperation value, ValueResolver resolver) => value.Parent switch
    {
        IReturnOperation returned => !IsFollowed(FunctionAround(returned), resolver),

        // A constructor that is followed gives its own object what it makes.
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: IInstanceReferenceOperation } } when resolver.Followed is IConstructorBodyOperation => false,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment =>
            assignment.Value == value && assignment.Parent is not (IObjectOrCollectionInitializerOperation or IAnonymousObjectCreationOperation) && target.Instance is not ILocalReferenceOperation,
        _ => false,
    };

    private static bool IsFollowed(IOperation function, ValueResolver resolver) => resolver.Followed is { } followed && followed.Syntax == function.Syntax;

    /// <summary>The lambda or local function around an operation, else the whole body.</summary>
    public static IOperation FunctionAround(IOperation operation)
    {
        while (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Whether something below an entry is changed: <c>o["text"]["body"] = x</c>, <c>o["text"].AsObject().Add("body", x)</c>.</summary>
    private static bool IsChangedInside(IOperation entry)
    {
        IOperation current = entry;
        while (!LocalFacts.IsWrite(current))
        {
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                case IMemberReferenceOperation member when member.Instance == current:
                case IInvocationOperation { TargetMethod.Name: "AsObject" or "AsArray" } cast when cast.Instance == current:
                    current = current.Parent;
                    break;
                case IInvocationOperation call when call.Instance == current:
                    return Completion.IsChangingCall(call.TargetMethod.Name);
                default:
                    return false;
            }
        }

        return true;
    }

    private static bool IsChanged(IOperation reference) => LocalFacts.IsWrite(reference);

    /// <summary>Whether a method may change the object that it is given: source methods are looked into, those of libraries only read what they serialize.</summary>
    private static bool MayChange(IArgumentOperation argument, ValueResolver resolver, HashSet<ISymbol> walked)
    {
        if (argument.Parameter?.ContainingSymbol is not IMethodSymbol { DeclaringSyntaxReferences.IsEmpty: false } method)
        {
            return false;
        }

        foreach (IMethodSymbol target in Implementations.Of(resolver.Program).Of(method, resolver.CancellationToken))
        {
            if (target.MethodKind == MethodKind.Constructor && target.ContainingType.IsRecord && target.DeclaringSyntaxReferences is [{ } primary] && primary.GetSyntax() is RecordDeclarationSyntax)
            {
                // The constructor that the head of a record declares only keeps its arguments.
                continue;
            }

            if (argument.Parameter.Ordinal < target.Parameters.Length && !walked.Add(target.Parameters[argument.Parameter.Ordinal]))
            {
                continue;
            }

            if (walked.Count > MaxMethods || argument.Parameter.Ordinal >= target.Parameters.Length || resolver.Program.BodyOf(target, resolver.CancellationToken) is not { } body)
            {
                return true;
            }

            foreach (IOperation reference in LocalFacts.Of(body).References(target.Parameters[argument.Parameter.Ordinal]))
            {
                if (IsGivenBack(reference, body) && argument.Parent is IInvocationOperation call && !IsChangedAsResult(call, resolver, walked))
                {
                    continue;
                }

                LaterUse use = Classify(reference, straightLine: true, resolver, walked);
                if (use.Kind is LaterUseKind.SetMember or LaterUseKind.SetEntry or LaterUseKind.AddElement or LaterUseKind.Escape
                    || use is { Kind: LaterUseKind.Call, Invocation.TargetMethod.Name: "Add" or "TryAdd" or "Remove" or "Merge" or "Clear" })
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a method returns what it was given.</summary>
    public static bool IsGivenBack(IOperation reference, IOperation function)
    {
        while (reference.Parent is IConversionOperation or IParenthesizedOperation)
        {
            reference = reference.Parent;
        }

        return reference.Parent is IReturnOperation returned && FunctionAround(returned).Syntax == function.Syntax;
    }

    /// <summary>Whether the caller of a method that returns its argument changes it, or keeps it where that cannot be told.</summary>
    private static bool IsChangedAsResult(IInvocationOperation call, ValueResolver resolver, HashSet<ISymbol> walked)
    {
        IOperation result = call;
        while (result.Parent is IConversionOperation or IParenthesizedOperation or IAwaitOperation)
        {
            result = result.Parent;
        }

        return result.Parent is IVariableInitializerOperation or ISimpleAssignmentOperation { Target: ILocalReferenceOperation }
            || Classify(result, straightLine: true, resolver, walked).Kind is not (LaterUseKind.Read or LaterUseKind.Call);
    }

    private static IOperation? BlockOf(IOperation operation)
    {
        IOperation? current = operation;
        while (current is not (null or IBlockOperation))
        {
            if (current.Parent is IConditionalOperation or ILoopOperation or ISwitchCaseOperation or ICatchClauseOperation)
            {
                return current.Parent;
            }

            current = current.Parent;
        }

        return current;
    }
}
