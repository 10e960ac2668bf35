using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Uses;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>
/// Reads object creations of classes and records by their serialized names: defaults of the class, constructor arguments, initializer,
/// <c>with</c>, and statements that fill the object later.
/// </summary>
internal static class TypedObjectReader
{
    /// <summary>The picture of the object; null for types that carry no payload of the user.</summary>
    public static PayloadNode? Read(IObjectCreationOperation creation, PayloadReader reader)
    {
        if (creation.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type || IsFrameworkType(type))
        {
            return null;
        }

        MemberList members = new() { IsOpen = JsonTypes.HasConverter(type) };
        ObjectState state = new(members);
        ClassDefaults.Add(creation, type, members, state, reader);
        AddInitializer(creation.Initializer, members, reader);
        PayloadNode node = state.ToNode(creation);
        foreach (LaterUse use in LaterUses.Of(creation, reader.Resolver))
        {
            node = After(node, use, creation, reader);
        }

        return node;
    }

    /// <summary>The picture of <c>original with { ... }</c>; open where the original is not seen.</summary>
    public static PayloadNode ReadWith(IWithOperation with, PayloadReader reader)
    {
        PayloadNode original = reader.Read(with.Operand);
        MemberList members = new() { IsOpen = original.Kind != PayloadKind.Object || original.IsOpen };
        foreach (PayloadMember member in original.Members)
        {
            members.Set(member);
        }

        AddInitializer(with.Initializer, members, reader);
        return members.ToNode(with, WritingStyle.TypedObject);
    }

    /// <summary>Whether a type belongs to the framework, which never writes a message of its own.</summary>
    public static bool IsFrameworkType(ITypeSymbol type)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft" or "Newtonsoft" && type.Locations is [{ IsInSource: false }, ..];
    }

    private static void AddInitializer(IObjectOrCollectionInitializerOperation? initializer, MemberList members, PayloadReader reader)
    {
        foreach (IOperation each in initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            switch (each)
            {
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation target } assignment:
                    members.IsOpen |= Accessors.SetsMore(target.Member, reader.Resolver);
                    Set(target.Member, NameOf(assignment.Syntax), reader.Read(assignment.Value), new PayloadOrigin(WritingStyle.TypedObject, assignment.Syntax), members);
                    break;
                case IMemberInitializerOperation { InitializedMember: IMemberReferenceOperation target } nested:
                    Set(target.Member, NameOf(nested.Syntax), ReadNested(nested, target, members, reader), new PayloadOrigin(WritingStyle.TypedObject, nested.Syntax), members);
                    break;
                default:
                    members.IsOpen = true;
                    break;
            }
        }
    }

    /// <summary><c>Text = { Body = "x" }</c> and <c>Contacts = { a, b }</c>: what is added to the member that the class has created.</summary>
    private static PayloadNode ReadNested(IMemberInitializerOperation nested, IMemberReferenceOperation target, MemberList members, PayloadReader reader)
    {
        if (JsonTypes.Of(target.Type) == JsonType.Array)
        {
            IEnumerable<IOperation> added = nested.Initializer.Initializers.OfType<IInvocationOperation>().Where(add => add.Arguments.Length == 1).Select(add => add.Arguments[0].Value);
            return new PayloadNode(PayloadKind.Array, SourceSpan.Of(nested.Initializer.Syntax), new PayloadOrigin(WritingStyle.Array, nested.Initializer.Syntax))
            {
                Elements = reader.ReadAll(added),
                StaticType = JsonType.Array,
            };
        }

        MemberList inner = new();
        string name = SerializedNames.Of(target.Member);
        PayloadNode? before = members.ToMembers().LastOrDefault(member => member.Name == name)?.Value;
        inner.IsOpen = before is not { Kind: PayloadKind.Object, IsOpen: false };
        foreach (PayloadMember member in before?.Members ?? ImmutableArray<PayloadMember>.Empty)
        {
            inner.Set(member);
        }

        AddInitializer(nested.Initializer, inner, reader);
        return inner.ToNode(nested.Initializer, WritingStyle.TypedObject);
    }

    /// <summary>The object after a statement that uses it. A call on the creation itself is read with the call.</summary>
    public static PayloadNode After(PayloadNode node, LaterUse use, IOperation creation, PayloadReader reader)
    {
        if (InstanceCalls.IsOwn(use))
        {
            return InstanceCalls.IsOnItself(use, creation) ? node : InstanceCalls.After(node, use, reader);
        }

        ObjectState state = new(node);
        state.Apply(use, reader);
        return state.ToNode(node);
    }

    private static void Set(ISymbol symbol, SourceSpan nameSpan, PayloadNode value, PayloadOrigin origin, MemberList members)
    {
        if (SerializedNames.IsSerialized(symbol))
        {
            members.Set(new PayloadMember(SerializedNames.Of(symbol), nameSpan, value, origin) { Symbol = symbol });
        }
    }

    /// <summary>Where an assignment names what it sets.</summary>
    public static SourceSpan NameOf(SyntaxNode assignment) => assignment switch
    {
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access } => SourceSpan.Of(access.Name),
        AssignmentExpressionSyntax { Left: var left } => SourceSpan.Of(left),
        _ => SourceSpan.Of(assignment),
    };
}
