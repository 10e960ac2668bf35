using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads the entries of objects with text keys: dictionaries, <c>JsonObject</c>, <c>JObject</c>; in the initializer and in later statements.</summary>
internal static class Entries
{
    /// <summary>Adds the entries of an initializer, in both forms.</summary>
    public static void AddInitializer(IObjectCreationOperation creation, MemberList members, WritingStyle style, PayloadReader reader)
    {
        foreach (IOperation initializer in creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            switch (initializer)
            {
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var key }, { Value: var value }] } add:
                    members.Set(Entry(key, value, style, add.Syntax, reader));
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [{ Value: var key }] } } assignment:
                    members.Set(Entry(key, assignment.Value, style, assignment.Syntax, reader));
                    break;
                case IInvocationOperation { TargetMethod.Name: "Add", Arguments: [{ Value: var item }] }:
                    AddItem(item, members, style, reader);
                    break;
                default:
                    members.IsOpen = true;
                    break;
            }
        }

        members.IsOpen |= HasUnknownKey(members);
    }

    /// <summary>Adds a <c>JProperty</c> or <c>KeyValuePair</c>; anything else leaves the object open.</summary>
    public static void AddItem(IOperation item, MemberList members, WritingStyle style, PayloadReader reader)
    {
        if (reader.Resolver.Resolve(item) is IObjectCreationOperation { Type.Name: "JProperty" or "KeyValuePair", Arguments: [{ Value: var key }, { Value: var value }] } pair)
        {
            members.Set(Entry(key, value, style, pair.Syntax, reader));
        }
        else
        {
            members.IsOpen = true;
        }
    }

    /// <summary>Adds what later statements set.</summary>
    public static void AddLater(IOperation creation, MemberList members, WritingStyle style, PayloadReader reader)
    {
        foreach (LaterUse use in LaterUses.Of(creation, reader.Resolver))
        {
            Apply(use, members, style, reader);
        }

        members.IsOpen |= HasUnknownKey(members);
    }

    /// <summary>Does to the object what a use of it does.</summary>
    public static void Apply(LaterUse use, MemberList members, WritingStyle style, PayloadReader reader)
    {
        switch (use)
        {
            case { Kind: LaterUseKind.SetEntry, Path.IsEmpty: true, Key: { } key, Value: { } value }:
                SetLater(key, value, use, members, reader);
                break;
            case { Kind: LaterUseKind.Call, Invocation: { TargetMethod.Name: "Add" or "TryAdd", Arguments: [{ Value: var key }, { Value: var value }] } }:
                SetLater(key, value, use, members, reader);
                break;
            case { Kind: LaterUseKind.Call, Invocation: { TargetMethod.Name: "Add", Arguments: [{ Value: var item }] }, IsStraightLine: true }:
                AddItem(item, members, style, reader);
                break;
            case { Kind: LaterUseKind.Call, Invocation.TargetMethod.Name: "ToString" or "ToJsonString" or "ContainsKey" or "TryGetValue" or "WriteTo" or "DeepClone" or "GetValue" }:
            case { Kind: LaterUseKind.Read }:
            case { Kind: LaterUseKind.Escape, Operation: IArgumentOperation argument } when FilledArguments.Fill(argument, use.IsStraightLine, members, style, reader):
                break;
            default:
                members.IsHandedOn = true;
                break;
        }
    }

    /// <summary>Sets the entry that a later statement sets.</summary>
    public static void SetLater(IOperation key, IOperation value, LaterUse use, MemberList members, PayloadReader reader)
    {
        PayloadMember entry = Entry(key, value, WritingStyle.LaterStatement, StatementOf(use.Operation), reader);
        members.Set(entry with { IsConditional = !use.IsStraightLine });
        members.IsOpen |= entry.NameOperation is not null;
    }

    /// <summary>The statement that an assignment or call is; itself where it is part of something larger.</summary>
    public static SyntaxNode StatementOf(IOperation operation) =>
        operation.Syntax.Parent is ExpressionStatementSyntax statement ? statement : operation.Syntax;

    /// <summary>The characters of a key: inside the quotes where it is a literal.</summary>
    public static SourceSpan KeySpan(SyntaxNode key)
    {
        if (key is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression))
        {
            TextSpan span = literal.Token.Span;
            int prefix = literal.Token.Text.StartsWith("@", StringComparison.Ordinal) ? 2 : 1;
            if (literal.Token.IsKind(SyntaxKind.StringLiteralToken) && span.Length >= prefix + 1)
            {
                return new SourceSpan(key.SyntaxTree, TextSpan.FromBounds(span.Start + prefix, span.End - 1));
            }
        }

        return SourceSpan.Of(key);
    }

    private static PayloadMember Entry(IOperation key, IOperation value, WritingStyle style, SyntaxNode syntax, PayloadReader reader)
    {
        PayloadOrigin origin = new(style, syntax);
        PayloadNode node = reader.Read(value);
        return reader.Resolver.ConstantOf(ValueResolver.Strip(key)) is { HasValue: true, Value: string name }
            ? new PayloadMember(name, KeySpan(key.Syntax), node, origin)
            : new PayloadMember(string.Empty, SourceSpan.Of(key.Syntax), node, origin) { NameOperation = reader.Resolver.Resolve(key) };
    }

    /// <summary>Whether the name of an entry is not known.</summary>
    public static bool HasUnknownKey(MemberList members)
    {
        foreach (PayloadMember member in members.ToMembers())
        {
            if (member.NameOperation is not null)
            {
                return true;
            }
        }

        return false;
    }
}
