using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>Of DLG0108: an upload of a file to the Cloud API without the part <c>messaging_product</c>.</summary>
internal sealed class UploadWithoutProduct : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public UploadWithoutProduct()
        : base(IncompleteMessage.Number)
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        foreach (SendCall call in context.Sends)
        {
            if (call is not { Client: SendClient.HttpClient, Generation: ApiGeneration.Cloud, Url: { } url } || !ApiHosts.TakesUploads(url))
            {
                continue;
            }

            foreach (BodyContent body in BodyContents.Of(call, context.Resolver))
            {
                if (body.Operation is IObjectCreationOperation { Type.Name: "MultipartFormDataContent" } form && form.Root() == context.Root && Lacks(form, context.Resolver))
                {
                    string[] words = [Words.Phrase("upload"), Words.Errors(true, "upload"), Words.Advice("add-upload")];
                    yield return new Finding(this, new SourceSpan(form.Syntax.SyntaxTree, form.Syntax.GetFirstToken().Span), ImmutableArray.Create(words)) { Detail = form };
                }
            }
        }
    }

    /// <summary>Whether all parts of a form are seen, the file among them, and none names the product. Without a file it may be an upload to another edge of Graph.</summary>
    private static bool Lacks(IObjectCreationOperation form, ValueResolver resolver)
    {
        ObjectUses uses = ObjectUses.Of(form, resolver);
        if (uses.HandedTo.Any(static argument => argument.Parameter?.ContainingSymbol.DeclaringSyntaxReferences.IsEmpty == false))
        {
            return false;
        }

        bool hasFile = false;
        foreach (ObjectCall call in uses.Calls)
        {
            switch (call.Invocation.TargetMethod)
            {
                case { Name: "Add", Parameters.Length: > 1 }:
                    if (resolver.ConstantOf(call.Invocation.Arguments[1].Value) is not { HasValue: true, Value: string name } || name.Trim('"') == Endpoints.Upload.ProductPart)
                    {
                        return false;
                    }

                    hasFile |= name.Trim('"') == Endpoints.Upload.FilePart;
                    break;

                // A part that names itself in its headers, or a method of the project that adds parts.
                case { Name: "Add" } or { DeclaringSyntaxReferences.IsEmpty: false }:
                    return false;
            }
        }

        return hasFile;
    }
}
