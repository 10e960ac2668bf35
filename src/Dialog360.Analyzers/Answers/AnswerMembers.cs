using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>What the members of an answer, of its content and of what is read from it give.</summary>
internal static class AnswerMembers
{
    /// <summary>Whether a member of that name tells the status of an answer, in one of the libraries.</summary>
    public static bool IsStatus(string member) => member is "IsSuccessStatusCode" or "IsSuccessful" or "IsSuccess" or "StatusCode" or "StatusDescription" or "ReasonPhrase" or "ResponseStatus"
        or "ErrorException" or "ErrorMessage" or "Error";

    /// <summary>Whether a method of that name throws where the status is no success.</summary>
    public static bool IsEnsure(string method) => method.StartsWith("Ensure", StringComparison.Ordinal) || method.StartsWith("ThrowIf", StringComparison.Ordinal) || method.StartsWith("ThrowOn", StringComparison.Ordinal);

    /// <summary>Goes on with a property or field that is read of the value.</summary>
    public static void Read(AnswerUses uses, IMemberReferenceOperation member, AnswerPart part)
    {
        string name = member.Member.Name;
        if (AnswerUses.IsTask(member.Instance?.Type))
        {
            if (name == "Result")
            {
                uses.Push(member, part);
            }
            else
            {
                uses.Use(AnswerUseKind.Read, part, member);
            }
        }
        else if (part == AnswerPart.Response)
        {
            ReadResponse(uses, member, name);
        }
        else if (part != AnswerPart.Content)
        {
            uses.Push(member, part == AnswerPart.Told && TupleResults.IsTextBesideVerdict(member) ? AnswerPart.Text : part);
        }
        else if (name != "Headers")
        {
            uses.Use(AnswerUseKind.Read, part, member);
        }
    }

    /// <summary>Goes on with what a method of the value gives.</summary>
    public static void Call(AnswerUses uses, IInvocationOperation call, AnswerPart part)
    {
        string name = call.TargetMethod.Name;
        switch (name)
        {
            case "ConfigureAwait" or "GetAwaiter" or "GetResult" or "WaitAsync" or "AsTask" or "Wait" or "RunSynchronously" or "Preserve" or "Unwrap":
                uses.Push(call, part);
                return;
            case "ContinueWith":
                Continued(uses, call, part);
                return;
            case "Dispose" or "DisposeAsync" or "Close" or "CopyTo" or "CopyToAsync" or "LoadIntoBufferAsync":
                return;
        }

        switch (part)
        {
            case AnswerPart.Response when IsEnsure(name):
                uses.Use(AnswerUseKind.Throws, part, call);
                break;
            case AnswerPart.Response when name == "ToString":
                uses.Push(call, AnswerPart.Status);
                break;
            case AnswerPart.Response or AnswerPart.Content when IsBody(name):
                if (BodyReads.IsOfContent(call))
                {
                    uses.Use(AnswerUseKind.ReadAsJson, part, call);
                }

                uses.Push(call, GivesText(call.Type) ? AnswerPart.Text : AnswerPart.Parsed);
                break;
            case AnswerPart.Response when call.TargetMethod is { ContainingType.Name: "Enumerable" } && call.Arguments.Length == 1:
                // all.Select(SendAsync).ToList(): the same answers in another list.
                uses.Push(call, part);
                break;
            case AnswerPart.Response or AnswerPart.Content:
                uses.Use(AnswerUseKind.Read, part, call);
                break;
            case AnswerPart.Told or AnswerPart.Mixed when IsStatement(call):
                // result.OnFailure(Report): the result itself does what there is to do.
                uses.Use(AnswerUseKind.HandedOn, part, call);
                break;
            default:
                uses.Push(call, part);
                break;
        }
    }

    private static bool IsStatement(IOperation call) => call.Parent is IExpressionStatementOperation or IAwaitOperation { Parent: IExpressionStatementOperation };

    /// <summary>Goes on in the lambda that runs after the task and gets it.</summary>
    private static void Continued(AnswerUses uses, IInvocationOperation call, AnswerPart part)
    {
        if (call.Arguments.FirstOrDefault()?.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [{ } task, ..] } })
        {
            uses.FollowVariable(task, call, part);
        }
        else
        {
            uses.Use(AnswerUseKind.Read, part, call);
        }
    }

    private static void ReadResponse(AnswerUses uses, IMemberReferenceOperation member, string name)
    {
        switch (name)
        {
            case var _ when IsStatus(name):
                uses.Push(member, AnswerPart.Status);
                break;
            case "Content":
                uses.Push(member, member.Type is { Name: "HttpContent" } ? AnswerPart.Content : GivesText(member.Type) ? AnswerPart.Text : AnswerPart.Parsed);
                break;
            case "RawBytes":
                uses.Push(member, AnswerPart.Text);
                break;
            case "Data":
                uses.Push(member, AnswerPart.Parsed);
                break;
            case "ResponseMessage":
                uses.Push(member, AnswerPart.Response);
                break;
            case "Headers" or "TrailingHeaders" or "Version" or "RequestMessage" or "Request" or "Cookies" or "ContentType" or "ContentLength" or "ResponseUri" or "Server":
                // Says nothing of how the send ended.
                break;
            default:
                uses.Use(AnswerUseKind.Read, AnswerPart.Response, member);
                break;
        }
    }

    /// <summary>Whether a method of that name reads the body.</summary>
    public static bool IsBody(string method) => method.StartsWith("ReadAs", StringComparison.Ordinal) || method.StartsWith("ReadFrom", StringComparison.Ordinal)
        || method is "GetStringAsync" or "GetBytesAsync" or "GetStreamAsync" or "GetJsonAsync" or "GetJsonListAsync" or "GetResponseStream" or "ReceiveString" or "ReceiveJson" or "ReceiveBytes" or "ReceiveStream";

    private static bool GivesText(ITypeSymbol? type)
    {
        while (AnswerUses.IsTask(type) && type is INamedTypeSymbol { TypeArguments: [{ } result] })
        {
            type = result;
        }

        return type is { SpecialType: SpecialType.System_String } or IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } or { Name: "Stream" };
    }
}
