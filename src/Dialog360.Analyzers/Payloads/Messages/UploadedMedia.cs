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

    /// <summary>The MIME type of the upload and where it is written; null where none is seen, or several that differ.</summary>
    public static (string Mime, SourceSpan Span)? MimeOf(PayloadNode id)
    {
        if (id.Kind != PayloadKind.Unknown || id.Operation is not { SemanticModel: { } model } operation)
        {
            return null;
        }

        ValueResolver resolver = new(ProgramModel.Of(model.Compilation), CancellationToken.None);
        Stack<IOperation> pending = new();
        HashSet<IOperation> seen = [];
        (string Mime, SourceSpan Span)? found = null;
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
                    if (found is { } other && MediaTypes.OfMime(other.Mime) != file)
                    {
                        return null;
                    }

                    found ??= (text, SourceSpan.Of(current.Syntax));
                }

                continue;
            }

            foreach (IOperation source in SourcesOf(current, resolver))
            {
                pending.Push(source);
            }
        }

        return isUpload ? found : null;
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
