using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Tells whether a JSON text may be only a piece of what is sent: then nobody knows what stands before or behind it.</summary>
internal static class JsonFragments
{
    /// <summary>Whether brackets that the text lacks, or has too many of, may stand elsewhere.</summary>
    public static bool MayHaveBracketsElsewhere(CSharpText text) => HasTextHole(text) || IsPiece(text);

    /// <summary>Whether a hole outside strings may hold any text, brackets included; a number or boolean cannot.</summary>
    private static bool HasTextHole(CSharpText text)
    {
        foreach (int hole in text.ParseJson(CancellationToken.None).OuterHoles)
        {
            ITypeSymbol? type = text.SegmentAt(hole)?.Hole?.Type;
            if (type is not ({ TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean or (>= SpecialType.System_SByte and <= SpecialType.System_Double) }))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPiece(CSharpText text)
    {
        if (text.Operation is not { } operation)
        {
            return true;
        }

        if (TextUses.HolderOf(operation) is { } local)
        {
            foreach (IOperation reference in LocalFacts.Of(operation).References(local))
            {
                if (!LocalFacts.IsWrite(reference) && (TextUses.IsOperand(reference) || IsPiece(reference, text)))
                {
                    return true;
                }
            }

            return false;
        }

        return IsPiece(operation, text);
    }

    private static bool IsPiece(IOperation value, CSharpText text)
    {
        IOperation child = value;
        while (child.Parent is IConversionOperation or IParenthesizedOperation or IConditionalOperation or ICoalesceOperation or IArgumentOperation)
        {
            child = child.Parent;
        }

        return child.Parent switch
        {
            // Written or added bit by bit.
            IInvocationOperation { TargetMethod.Name: var name } when Begins(name, "Write") || Begins(name, "Append") || Begins(name, "Insert") => true,
            IInvocationOperation { TargetMethod.DeclaringSyntaxReferences.IsEmpty: true } or IObjectCreationOperation => false,

            // Handed to code that may put something around it.
            _ => EndsHalfway(text.Text.Text),
        };
    }

    private static bool Begins(string name, string start) => name.StartsWith(start, StringComparison.Ordinal);

    private static bool EndsHalfway(string text)
    {
        string trimmed = text.TrimEnd();
        return trimmed.Length > 0 && trimmed[trimmed.Length - 1] is ',' or ':' or '{' or '[';
    }
}
