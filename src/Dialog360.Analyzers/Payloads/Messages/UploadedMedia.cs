using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Messages;

/// <summary>
/// Follows the <c>id</c> of a media object back to the upload that gave it, in the same body: what MIME type was uploaded? Reads
/// <c>UploadMediaAsync(bytes, "audio/mpeg")</c>, <c>MediaTypeHeaderValue</c>, the part <c>type</c> of a multipart body.
/// </summary>
internal static class UploadedMedia
{
    private const int MaxSteps = 96;

    /// <summary>The MIME type of the upload and the places where it is written, in the order of the text; empty where none is seen, or several that differ.</summary>
    public static ImmutableArray<(string Mime, SourceSpan Span)> MimesOf(PayloadNode id)
    {
        if (id.Kind != PayloadKind.Unknown || id.Operation is not { SemanticModel: { } model } operation)
        {
            return ImmutableArray<(string Mime, SourceSpan Span)>.Empty;
        }

        ValueResolver resolver = new(ProgramModel.Of(model.Compilation), CancellationToken.None);
        Stack<IOperation> pending = new();
        HashSet<IOperation> seen = [];
        List<(string Mime, SourceSpan Span)> found = [];
        bool isUpload = false;
        pending.Push(operation);
        while (pending.Count > 0 && seen.Count < MaxSteps)
        {
            IOperation current = resolver.Resolve(pending.Pop());
            if (!seen.Add(current))
            {
                continue;
            }

            isUpload |= current is IInvocationOperation;
            if (current.ConstantValue is { HasValue: true, Value: string text })
            {
                if (MediaTypes.OfMime(text) is { } file)
                {
                    if (found.Count > 0 && MediaTypes.OfMime(found[0].Mime) != file)
                    {
                        return ImmutableArray<(string Mime, SourceSpan Span)>.Empty;
                    }

                    found.Add((text, SourceSpan.Of(current.Syntax)));
                }

                continue;
            }

            foreach (IOperation source in SourcesOf(current, resolver))
            {
                pending.Push(source);
            }
        }

        return isUpload ? found.OrderBy(static each => each.Span.Span.Start).ToImmutableArray() : ImmutableArray<(string Mime, SourceSpan Span)>.Empty;
    }

    private static IEnumerable<IOperation> SourcesOf(IOperation operation, ValueResolver resolver)
    {
        switch (operation)
        {
            case IMemberReferenceOperation { Instance: { } instance }:
                return Enumerable.Repeat(instance, 1);
            case IArrayElementReferenceOperation element:
                return Enumerable.Repeat(element.ArrayReference, 1);
            case IConditionalAccessOperation access:
                return Enumerable.Repeat(access.Operation, 1);
            case IInvocationOperation invocation:
                IEnumerable<IOperation> arguments = invocation.Arguments.Select(argument => argument.Value);
                return invocation.Instance is { } receiver ? arguments.Append(receiver) : arguments;
            case IObjectCreationOperation creation:
                return creation.Arguments.Select(argument => argument.Value)
                    .Concat(creation.Initializer?.Descendants().OfType<ISimpleAssignmentOperation>().Select(assignment => assignment.Value) ?? [])
                    .Concat(creation.Initializer?.Initializers.OfType<IInvocationOperation>().SelectMany(static add => add.Arguments).Select(static argument => argument.Value) ?? [])
                    .Concat(SetLater(creation, resolver));
            default:
                return [];
        }
    }

    /// <summary>What later statements put into a request body: headers and parts.</summary>
    private static IEnumerable<IOperation> SetLater(IObjectCreationOperation creation, ValueResolver resolver)
    {
        foreach (LaterUse use in LaterUses.Of(creation, resolver))
        {
            if (use is { Kind: LaterUseKind.SetMember, Value: { } value })
            {
                yield return value;
            }
            else if (use.Invocation is { TargetMethod.Name: "Add" } add)
            {
                foreach (IArgumentOperation argument in add.Arguments)
                {
                    yield return argument.Value;
                }
            }
        }
    }
}
