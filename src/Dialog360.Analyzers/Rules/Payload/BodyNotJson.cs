using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>DLG0115: a message in a request whose body is visibly no JSON: declared as text, sent as a form, or serialized twice.</summary>
internal sealed class BodyNotJson : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public BodyNotJson()
        : base("DLG0115")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        FindingSet findings = new();
        foreach (SendCall call in context.Sends)
        {
            if (call.Destination != Destination.WhatsApp)
            {
                continue;
            }

            foreach (BodyContent body in BodyContents.Of(call, context.Resolver))
            {
                if (JudgeForm(body, call) is { } form)
                {
                    findings.Add(form);
                }
                else if (Judge(body, call, context) is { } finding)
                {
                    findings.Add(finding);
                }
            }
        }

        return findings.InOrder(context.Root);
    }

    private Finding? Judge(BodyContent body, SendCall call, BodyScope context)
    {
        if (SerializedText(body, context.Resolver) is var (text, serializer))
        {
            return SentMessages.IsSend(call, context.Reader)
                ? Found(text.Syntax, Words.Phrase("twice", serializer), "as-is", call, new TwiceSerialized(text, body.IsSerialized ? body.Operation : null))
                : null;
        }

        return BodyContents.MediaTypeOf(body, context.Resolver) is { } mediaType && !BodyContents.IsJson(mediaType) && SentMessages.IsSend(call, context.Reader)
            ? Found((body.DeclaredAt ?? body.Operation).Syntax, Words.Phrase("media-type", mediaType), "declare", call, body.DeclaredAt ?? body.Operation)
            : null;
    }

    /// <summary>A form to 360dialog; Graph takes forms.</summary>
    private Finding? JudgeForm(BodyContent body, SendCall call) =>
        body.Operation is IObjectCreationOperation { Type.Name: "FormUrlEncodedContent" } form && ApiHosts.HostOf(call.Url) is { IsMessaging: true } && call.Url is { } url && ApiHosts.TakesMessages(url)
            ? Found(form.Syntax, Words.Phrase("form"), "json", call, null)
            : null;

    /// <summary>A JSON text that goes through a serializer, and what the serializer is called.</summary>
    private static (IOperation Text, string Serializer)? SerializedText(BodyContent body, ValueResolver resolver)
    {
        if (body.IsSerialized)
        {
            return IsText(body.Operation) ? (body.Operation, body.Operation.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: var name } } ? name : string.Empty) : null;
        }

        return body.Operation is IObjectCreationOperation { Type.Name: "StringContent", Arguments: [{ Value: var content }, ..] }
            && resolver.Resolve(content) is IInvocationOperation { TargetMethod: { Name: "Serialize" or "SerializeObject", ContainingType.Name: "JsonSerializer" or "JsonConvert" or "JavaScriptSerializer" } } call
            && call.Root() == content.Root() && call.Arguments is [{ Value: var value }, ..] && IsText(value)
            ? (ValueResolver.Strip(value), call.TargetMethod.Name)
            : null;
    }

    private static bool IsText(IOperation value) => ValueResolver.Strip(value).Type?.SpecialType == SpecialType.System_String;

    private Finding Found(SyntaxNode place, string what, string advice, SendCall call, object? detail) =>
        new(this, SourceSpan.Of(place), ImmutableArray.Create(what, Words.Errors(IsCloud(call.Generation)), Words.Advice(advice))) { Detail = detail };

    private static bool? IsCloud(ApiGeneration generation) => generation == ApiGeneration.Unknown ? null : generation == ApiGeneration.Cloud;
}

/// <summary>Tells the fix what is serialized twice.</summary>
/// <param name="Text">The JSON text.</param>
/// <param name="Argument">The argument of the call that serializes it and sends it, or null where it is serialized on its own.</param>
internal sealed record TwiceSerialized(IOperation Text, IOperation? Argument);
