using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// The pictures of everything in one executable body that could be a message, made once per body and shared by all rules, fixes and
/// callers. Whether one is a message is decided by the recognizer of messages, with what is known of its destination.
/// </summary>
internal sealed class BlockPictures
{
    private static readonly ConditionalWeakTable<IOperation, BlockPictures> Cache = new();

    private BlockPictures(ImmutableArray<PayloadNode> roots, ImmutableArray<(CSharpText Text, PayloadNode Root)> texts, ImmutableArray<IOperation> sourceCalls)
    {
        Roots = roots;
        Texts = texts;
        SourceCalls = sourceCalls;
    }

    /// <summary>The outermost pictures, those of texts included, in the order of the text.</summary>
    public ImmutableArray<PayloadNode> Roots { get; }

    /// <summary>The texts that hold JSON, with their pictures.</summary>
    public ImmutableArray<(CSharpText Text, PayloadNode Root)> Texts { get; }

    /// <summary>The invocations of methods that are declared in this compilation and take arguments, in the order of the text.</summary>
    public ImmutableArray<IOperation> SourceCalls { get; }

    /// <summary>The pictures of the body that <paramref name="operation"/> stands in.</summary>
    public static BlockPictures Of(IOperation operation, ProgramModel program, CancellationToken cancellationToken)
    {
        operation = operation.Root();

        if (!Cache.TryGetValue(operation, out BlockPictures? pictures))
        {
            pictures = Read(operation, program, cancellationToken);
            pictures = Cache.GetValue(operation, _ => pictures);
        }

        return pictures;
    }

    private static BlockPictures Read(IOperation root, ProgramModel program, CancellationToken cancellationToken)
    {
        PayloadReader reader = new(new ValueResolver(program, cancellationToken));
        PayloadTypes types = program.Part(static _ => new PayloadTypes());
        ImmutableArray<PayloadNode>.Builder roots = ImmutableArray.CreateBuilder<PayloadNode>();
        ImmutableArray<(CSharpText, PayloadNode)>.Builder texts = ImmutableArray.CreateBuilder<(CSharpText, PayloadNode)>();
        ImmutableArray<IOperation>.Builder calls = ImmutableArray.CreateBuilder<IOperation>();
        HashSet<SyntaxNode> consumed = [];
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IAnonymousObjectCreationOperation:
                case IWithOperation with when types.MayCarryMessage(with.Type):
                case IObjectCreationOperation creation when types.MayCarryMessage(creation.Type):
                case IInvocationOperation { TargetMethod.Name: var name } factory when name.StartsWith("Create", StringComparison.Ordinal) && SdkFactoryReader.IsSdk(factory.TargetMethod.ContainingType):
                    if (!consumed.Contains(operation.Syntax) && reader.Read(operation) is { Kind: PayloadKind.Object } picture)
                    {
                        Consume(picture, consumed, 0);
                        roots.Add(!IsFilledAtOnce(operation) ? Completion.Apply(picture, operation, reader.Resolver)
                            : reader.Read(CompletedParts.LastCallOn(operation)) is { Kind: PayloadKind.Object } filled ? filled
                            : Completion.Opened(picture));
                        if (operation is IWithOperation { Operand: var original })
                        {
                            // What is only there to be changed is not sent.
                            consumed.Add(ValueResolver.Strip(original).Syntax);
                        }
                    }

                    break;

                case IInvocationOperation { Arguments.IsEmpty: false, TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } } call:
                    calls.Add(call);
                    if (CompletedParts.In(call, types, reader.Resolver) is { } begun && reader.Read(begun) is { Kind: PayloadKind.Object } completed)
                    {
                        roots.Add(completed);
                    }

                    break;

                case IInvocationOperation { Instance: not null, TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false, ContainingType: var keeper } } own when types.MayKeepMessage(keeper):
                    calls.Add(own);
                    break;

                case IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member: var field } kept when types.MayCarryMessage(kept.Type) && ObjectState.IsKept(field) && IsValue(kept):
                    roots.Add(PayloadReader.Unknown(kept, kept));
                    break;

                case IVariableDeclaratorOperation declarator when ContinuedTexts.MayBegin(declarator):
                    if (CSharpTextReader.ReadContinued(declarator.Symbol, declarator, reader.Resolver) is { } whole && JsonTextReader.Read(whole, reader.Resolver) is { } written)
                    {
                        roots.Add(written);
                        texts.Add((whole, written));
                    }

                    break;

                default:
                    if (CSharpTextReader.IsWholeText(operation)
                        && JsonTextReader.MayHoldMessage(operation)
                        && CSharpTextReader.Read(operation, reader.Resolver) is { } text
                        && JsonTextReader.Read(text, reader.Resolver) is { } json)
                    {
                        json = Completion.Apply(json, operation, reader.Resolver);
                        roots.Add(json);
                        texts.Add((text, json));
                    }

                    break;
            }
        }

        return new BlockPictures(roots.ToImmutable(), texts.ToImmutable(), calls.ToImmutable());
    }

    /// <summary>Whether a method of the object's own class is called on the creation itself: the object is whole only after that.</summary>
    private static bool IsFilledAtOnce(IOperation operation) =>
        operation is IObjectCreationOperation { Parent: IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: false } call } && call.Instance == operation;

    /// <summary>Whether what a field holds is given to somebody, as it is or as text.</summary>
    private static bool IsValue(IOperation field)
    {
        IOperation value = field;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent is IReturnOperation or IArgumentOperation or IVariableInitializerOperation
            || value.Parent is IInvocationOperation { TargetMethod: { Name: "ToString" or "ToJsonString", DeclaringSyntaxReferences.IsEmpty: true } } text && text.Instance == value;
    }

    /// <summary>Notes the creations that are part of a picture, so that none is read a second time on its own.</summary>
    private static void Consume(PayloadNode node, HashSet<SyntaxNode> consumed, int depth)
    {
        if (depth > 32)
        {
            return;
        }

        if (node.Operation is { } operation && node.Kind is PayloadKind.Object)
        {
            consumed.Add(operation.Syntax);
        }

        foreach (PayloadMember member in node.Members)
        {
            Consume(member.Value, consumed, depth + 1);
        }

        foreach (PayloadNode element in node.Elements)
        {
            Consume(element, consumed, depth + 1);
        }

        foreach (PayloadNode arm in node.Choice?.Arms ?? ImmutableArray<PayloadNode>.Empty)
        {
            Consume(arm, consumed, depth + 1);
        }
    }
}
