using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>
/// Follows the answer to a send forwards, through locals, conversions, members, parsers and methods of the program, to what is done with it in the end.
/// What it cannot follow counts as read: an answer that escapes is handled.
/// </summary>
internal sealed class AnswerUses
{
    private const int MaxSteps = 600;

    private readonly Queue<(IOperation Value, AnswerPart Part)> _pending = new();
    private readonly HashSet<(IOperation Value, AnswerPart Part)> _seen = new();
    private readonly List<AnswerUsage> _uses = new();
    private readonly AnswerCalls _calls;

    private AnswerUses(ProgramModel program, int depth, CancellationToken cancellationToken)
    {
        Program = program;
        Depth = depth;
        CancellationToken = cancellationToken;
        _calls = new AnswerCalls(this);
    }

    /// <summary>The program.</summary>
    public ProgramModel Program { get; }

    /// <summary>How many methods of the program the value was handed through.</summary>
    public int Depth { get; }

    /// <summary>Ends the work.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>What is done with the value of <paramref name="answer"/>, in no particular order; empty where nothing is.</summary>
    public static ImmutableArray<AnswerUsage> Of(IOperation answer, AnswerPart part, ProgramModel program, CancellationToken cancellationToken) =>
        Of(answer, part, program, 0, cancellationToken);

    /// <summary>The same in a method that the value was handed to.</summary>
    public static ImmutableArray<AnswerUsage> Of(IOperation answer, AnswerPart part, ProgramModel program, int depth, CancellationToken cancellationToken)
    {
        AnswerUses uses = new(program, depth, cancellationToken);
        uses.Push(answer, part);
        for (int step = 0; uses._pending.Count > 0; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (IOperation value, AnswerPart current) = uses._pending.Dequeue();
            if (step > MaxSteps)
            {
                uses.Use(AnswerUseKind.Read, current, value);
                break;
            }

            uses.Follow(value, current);
        }

        return uses._uses.ToImmutableArray();
    }

    /// <summary>Goes on with another expression that has the value, or something made of it.</summary>
    public void Push(IOperation? value, AnswerPart part)
    {
        if (value is not null && _seen.Add((value, part)))
        {
            _pending.Enqueue((value, part));
        }
    }

    /// <summary>Notes a use.</summary>
    public void Use(AnswerUseKind kind, AnswerPart part, IOperation at) => _uses.Add(new AnswerUsage(kind, part, at));

    /// <summary>Notes a use that a method of the program makes of it.</summary>
    public void Use(AnswerUsage inHelper) => _uses.Add(inHelper with { IsInHelper = true });

    /// <summary>Goes on with all that reads a variable.</summary>
    public void FollowVariable(ISymbol variable, IOperation value, AnswerPart part)
    {
        bool isRead = false;
        foreach (IOperation reference in LocalFacts.Of(value).References(variable))
        {
            if (!LocalFacts.IsWrite(reference))
            {
                isRead = true;
                Push(reference, part);
            }
        }

        if (!isRead)
        {
            Use(AnswerUseKind.Dropped, part, value);
        }
    }

    private void Follow(IOperation value, AnswerPart part)
    {
        switch (value.Parent)
        {
            case IConditionalAccessOperation access when access.Operation == value:
                Push(access.WhenNotNull.DescendantsAndSelf().OfType<IConditionalAccessInstanceOperation>().FirstOrDefault(), part);
                break;
            case IMemberReferenceOperation member when member.Instance == value:
                AnswerMembers.Read(this, member, part);
                break;
            case IInvocationOperation call when call.Instance == value:
                AnswerMembers.Call(this, call, part);
                break;
            case IArgumentOperation argument:
                _calls.Argument(argument, part);
                break;
            case IVariableInitializerOperation { Parent: var declaration }:
                AnswerTargets.Declared(this, declaration, value, part);
                break;
            case IAssignmentOperation assignment when assignment.Value == value:
                AnswerTargets.Assigned(this, assignment, value, part);
                break;
            case IReturnOperation returned:
                _calls.Returned(returned, value, part);
                break;
            case IExpressionStatementOperation statement:
                Use(AnswerUseKind.Dropped, part, statement);
                break;
            case IUsingOperation resource when resource.Resources == value:
                Use(AnswerUseKind.Dropped, part, resource);
                break;
            case IThrowOperation thrown:
                Use(AnswerUseKind.Throws, part, thrown);
                break;
            case IBinaryOperation binary:
                Compared(binary, part);
                break;
            case IConditionalOperation choice when choice.Condition == value:
                Use(AnswerUseKind.Decides, part, choice);
                if (choice.Type is { SpecialType: not SpecialType.System_Void })
                {
                    Push(choice, part == AnswerPart.Text ? AnswerPart.Parsed : part);
                }

                break;
            case IPatternCaseClauseOperation or IWhileLoopOperation or IForLoopOperation or ISwitchOperation or IIsTypeOperation:
                Use(AnswerUseKind.Decides, part, value.Parent!);
                break;
            case ISwitchExpressionOperation choice when choice.Value == value:
                AnswerPart chosen = part == AnswerPart.Response ? AnswerPart.Status : part == AnswerPart.Text ? AnswerPart.Parsed : part;
                Use(AnswerUseKind.Decides, chosen, choice);
                Push(choice, chosen);
                break;
            case ISwitchExpressionArmOperation arm:
                Arm(arm, value, part);
                break;
            case IIsPatternOperation match when match.Value == value:
                Matched(match.Pattern, value, part);
                break;
            case ICoalesceOperation coalesce:
                Coalesced(coalesce, value, part);
                break;
            case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol: var element } } loop when loop.Collection == value:
                FollowVariable(element, value, part);
                break;
            case ITupleOperation { Parent: IDeconstructionAssignmentOperation }:
                Use(AnswerUseKind.Stored, part, value.Parent!);
                break;
            case ITupleOperation tuple:
                Push(tuple, AnswerPart.Mixed);
                break;
            case IConversionOperation { Parent: not IReturnOperation } plain when LosesResult(plain, value):
                Use(AnswerUseKind.Dropped, part, plain);
                break;
            case IAwaitOperation or IConversionOperation or IParenthesizedOperation or IConditionalAccessOperation or IConditionalOperation or IUnaryOperation or IInterpolationOperation
                or IInterpolatedStringOperation or IArrayInitializerOperation or IArrayCreationOperation or IArrayElementReferenceOperation or IDynamicMemberReferenceOperation
                or IDynamicIndexerAccessOperation or IDynamicInvocationOperation:
                Push(value.Parent, part);
                break;
            default:
                Use(AnswerUseKind.Read, part, value);
                break;
        }
    }

    /// <summary>Whether a task becomes a plain one, which is waited for and tells nothing: <c>List&lt;Task&gt;.Add(SendAsync())</c>.</summary>
    private static bool LosesResult(IConversionOperation conversion, IOperation value) =>
        value.Type is INamedTypeSymbol { Name: "Task", IsGenericType: true } && conversion.Type is INamedTypeSymbol { Name: "Task", IsGenericType: false };

    private void Compared(IBinaryOperation binary, AnswerPart part)
    {
        bool isNullTest = IsNull(binary.LeftOperand) || IsNull(binary.RightOperand);
        if (!isNullTest || part is not (AnswerPart.Response or AnswerPart.Content))
        {
            Push(binary, part);
        }
    }

    private void Coalesced(ICoalesceOperation coalesce, IOperation value, AnswerPart part)
    {
        bool throws = coalesce.WhenNull is IThrowOperation or IConversionOperation { Operand: IThrowOperation };
        if (coalesce.Value == value && (throws || part == AnswerPart.Told))
        {
            Use(AnswerUseKind.Decides, part, coalesce);
        }

        Push(coalesce, part);
    }

    private void Arm(ISwitchExpressionArmOperation arm, IOperation value, AnswerPart part)
    {
        if (arm.Guard == value)
        {
            Use(AnswerUseKind.Decides, part, arm);
        }
        else
        {
            Push(arm.Parent, part);
        }
    }

    /// <summary>A test of the answer for null says nothing of its status; any other pattern does.</summary>
    private void Matched(IPatternOperation pattern, IOperation value, AnswerPart part)
    {
        while (pattern is INegatedPatternOperation negated)
        {
            pattern = negated.Pattern;
        }

        ISymbol? declared = pattern switch
        {
            IDeclarationPatternOperation { DeclaredSymbol: var symbol } => symbol,
            IRecursivePatternOperation { DeclaredSymbol: var symbol } => symbol,
            _ => null,
        };
        if (declared is not null)
        {
            FollowVariable(declared, value, part);
        }

        bool isNullTest = pattern is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } or IDeclarationPatternOperation or ITypePatternOperation
            or IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true, DeconstructionSubpatterns.IsEmpty: true };
        if (!isNullTest || part is not (AnswerPart.Response or AnswerPart.Content))
        {
            Use(AnswerUseKind.Decides, part == AnswerPart.Response ? AnswerPart.Status : part, pattern);
        }
    }

    /// <summary>Whether a type is a client of HTTP.</summary>
    public static bool IsHttpClient(ITypeSymbol? type) => Names.IsOrDerives(type, "HttpClient");

    /// <summary>Whether a type is a task, and so the value is not there yet.</summary>
    public static bool IsTask(ITypeSymbol? type) => type is { Name: "Task" or "ValueTask" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" };

    private static bool IsNull(IOperation operand)
    {
        while (operand is IConversionOperation conversion)
        {
            operand = conversion.Operand;
        }

        return operand.ConstantValue is { HasValue: true, Value: null };
    }
}
