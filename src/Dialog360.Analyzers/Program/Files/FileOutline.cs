using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>What kind of member it is, as far as its callers name it.</summary>
internal enum OutlineKind
{
    /// <summary>A method.</summary>
    Method,

    /// <summary>A property, field or event.</summary>
    Value,

    /// <summary>A constructor.</summary>
    Constructor,

    /// <summary>What runs without a name: operators, indexers, conversions, destructors.</summary>
    Nameless,

    /// <summary>Top-level statements.</summary>
    Statements,
}

/// <summary>A type of a file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bases">The names of its base types.</param>
/// <param name="Mentions">All words of its base list, type arguments included.</param>
/// <param name="IsPartial">Whether parts of it may stand elsewhere.</param>
internal sealed record OutlineType(int Name, WordSet Bases, WordSet Mentions, bool IsPartial);

/// <summary>
/// The types and members that a file declares, with the words in them: numbers only, kept as long as the tree lives. Made for the files that are asked
/// about; looks at declarations, never into the nodes of bodies.
/// </summary>
internal sealed class FileOutline
{
    private static readonly TreeCache<FileOutline> Cache = new(static (tree, cancellationToken) => new FileOutline(tree, cancellationToken));

    private readonly ImmutableArray<OutlineMember>.Builder _members = ImmutableArray.CreateBuilder<OutlineMember>();
    private readonly ImmutableArray<OutlineType>.Builder _types = ImmutableArray.CreateBuilder<OutlineType>();
    private readonly SourceText _text;

    private FileOutline(SyntaxTree tree, CancellationToken cancellationToken)
    {
        _text = tree.GetText(cancellationToken);
        CompilationUnitSyntax root = (CompilationUnitSyntax)tree.GetRoot(cancellationToken);
        GlobalUsings = WordSet.Of(root.Usings.Where(static each => each.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)).SelectMany(each => WordSet.Of(_text, each.Span).Numbers));
        Namespace = NamespaceOf(root, _text);
        Stack<(SyntaxList<MemberDeclarationSyntax> Members, OutlineType? Type, bool IsInterface)> pending = new();
        pending.Push((root.Members, null, false));
        while (pending.Count > 0)
        {
            (SyntaxList<MemberDeclarationSyntax> members, OutlineType? type, bool isInterface) = pending.Pop();
            foreach (MemberDeclarationSyntax member in members)
            {
                cancellationToken.ThrowIfCancellationRequested();
                switch (member)
                {
                    case BaseNamespaceDeclarationSyntax space:
                        pending.Push((space.Members, null, false));
                        break;
                    case TypeDeclarationSyntax inner:
                        OutlineType own = AddType(inner);
                        pending.Push((inner.Members, own, inner is InterfaceDeclarationSyntax));
                        break;
                    case GlobalStatementSyntax:
                        _members.Add(new OutlineMember(0, OutlineKind.Statements, null, _text, member.Span));
                        break;
                    case BaseTypeDeclarationSyntax or DelegateDeclarationSyntax:
                        break;
                    default:
                        if (type is not null)
                        {
                            AddMember(member, type, isInterface || type.IsPartial);
                        }

                        break;
                }
            }
        }

        Members = _members.ToImmutable();
        Types = _types.ToImmutable();
    }

    /// <summary>The text that it was read from.</summary>
    public SourceText Text => _text;

    /// <summary>The members, those of one type in the order of the text.</summary>
    public ImmutableArray<OutlineMember> Members { get; }

    /// <summary>The types.</summary>
    public ImmutableArray<OutlineType> Types { get; }

    /// <summary>The words of the namespace in which everything in the file stands, which code names that calls its extension methods; empty where there is none or more than one.</summary>
    public WordSet Namespace { get; }

    /// <summary>The words of <c>global using</c>s, which name things for all files.</summary>
    public WordSet GlobalUsings { get; }

    /// <summary>The outline of that file.</summary>
    public static FileOutline Of(SyntaxTree tree, CancellationToken cancellationToken) => Cache.Of(tree, cancellationToken);

    /// <summary>
    /// Where the members of an earlier text of the file are now, by their numbers; -1 for those that are gone. Null where the file says something else of
    /// some words: what it declares, and which members name one of them.
    /// </summary>
    public int[]? NumbersOf(FileOutline before, HashSet<int> words)
    {
        if (!GlobalUsings.Equals(before.GlobalUsings) || !Namespace.Equals(before.Namespace) || !Types.SequenceEqual(before.Types))
        {
            return null;
        }

        // An edit leaves most members alone: those before it and those after it.
        MemberComparer comparer = new(words);
        int[] numbers = new int[before.Members.Length];
        int least = Math.Min(Members.Length, before.Members.Length);
        int front = 0;
        while (front < least && comparer.Equals(Members[front], before.Members[front]))
        {
            numbers[front] = front++;
        }

        int back = 0;
        while (back < least - front && comparer.Equals(Members[Members.Length - 1 - back], before.Members[before.Members.Length - 1 - back]))
        {
            numbers[before.Members.Length - 1 - back] = Members.Length - 1 - back;
            back++;
        }

        int now = front;
        for (int number = front; number < before.Members.Length - back; number++)
        {
            if (!before.Members[number].Speaks(words))
            {
                numbers[number] = -1;
                continue;
            }

            now = NextSpeaking(now, Members.Length - back, words);
            if (now < 0 || !comparer.Equals(Members[now], before.Members[number]))
            {
                return null;
            }

            numbers[number] = now++;
        }

        return NextSpeaking(now, Members.Length - back, words) < 0 ? numbers : null;
    }

    private static WordSet NamespaceOf(CompilationUnitSyntax root, SourceText text) =>
        root.Members is [BaseNamespaceDeclarationSyntax only] && !only.Members.Any(static member => member is BaseNamespaceDeclarationSyntax) ? WordSet.Of(text, only.Name.Span) : WordSet.Empty;

    private int NextSpeaking(int start, int end, HashSet<int> words)
    {
        while (start >= 0 && start < end && !Members[start].Speaks(words))
        {
            start++;
        }

        return start < end ? start : -1;
    }

    private OutlineType AddType(TypeDeclarationSyntax type)
    {
        SeparatedSyntaxList<BaseTypeSyntax> bases = type.BaseList?.Types ?? default;
        OutlineType own = new(
            NameNumber.Of(type.Identifier.ValueText),
            WordSet.Of(bases.Select(static each => NameNumber.Of(HeadOf(each.Type)))),
            WordSet.Of(bases.SelectMany(each => WordSet.Of(_text, each.Span).Numbers)),
            type.Modifiers.Any(SyntaxKind.PartialKeyword));
        _types.Add(own);
        if (type.ParameterList is { } parameters)
        {
            // The parameters of a record are properties; those of a class are seen by its members alone.
            foreach (ParameterSyntax parameter in parameters.Parameters)
            {
                _members.Add(new OutlineMember(NameNumber.Of(parameter.Identifier.ValueText), OutlineKind.Value, own, _text, parameter.Span)
                {
                    HeaderSpan = parameter.Type?.Span ?? default,
                    NameSpan = parameter.Identifier.Span,
                    IsVisible = type is RecordDeclarationSyntax,
                });
            }

            if (type.BaseList is { } list)
            {
                // Arguments for the base constructor run when the type is created.
                _members.Add(new OutlineMember(own.Name, OutlineKind.Constructor, own, _text, TextSpan.FromBounds(parameters.SpanStart, list.Span.End)) { HeaderSpan = parameters.Span, WordSpan = list.Span });
            }
        }

        return own;
    }

    private void AddMember(MemberDeclarationSyntax member, OutlineType type, bool isVisible)
    {
        isVisible |= member.Modifiers.Any(SyntaxKind.PublicKeyword) || member.Modifiers.Any(SyntaxKind.InternalKeyword) || member.Modifiers.Any(SyntaxKind.ProtectedKeyword);
        switch (member)
        {
            case MethodDeclarationSyntax method:
                Add(method.Identifier, OutlineKind.Method, TextSpan.FromBounds(method.ReturnType.SpanStart, method.ParameterList.Span.End), method.ParameterList, method.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true);
                break;
            case PropertyDeclarationSyntax property:
                Add(property.Identifier, OutlineKind.Value, property.Type.Span, null);
                break;
            case EventDeclarationSyntax @event:
                Add(@event.Identifier, OutlineKind.Value, @event.Type.Span, null);
                break;
            case BaseFieldDeclarationSyntax field:
                foreach (VariableDeclaratorSyntax variable in field.Declaration.Variables)
                {
                    Add(variable.Identifier, OutlineKind.Value, field.Declaration.Type.Span, null);
                }

                break;
            case ConstructorDeclarationSyntax constructor:
                Add(constructor.Identifier, OutlineKind.Constructor, constructor.ParameterList.Span, constructor.ParameterList);
                break;
            default:
                _members.Add(new OutlineMember(type.Name, OutlineKind.Nameless, type, _text, member.Span) { IsVisible = true });
                break;
        }

        void Add(SyntaxToken identifier, OutlineKind kind, TextSpan header, ParameterListSyntax? parameters, bool isExtension = false) =>
            _members.Add(new OutlineMember(NameNumber.Of(identifier.ValueText), kind, type, _text, member.Span)
            {
                HeaderSpan = header,
                NameSpan = identifier.Span,
                WordSpan = member.AttributeLists.Count == 0 ? member.Span : TextSpan.FromBounds(member.AttributeLists.Last().Span.End, member.Span.End),
                IsVisible = isVisible || member is MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null } or PropertyDeclarationSyntax { ExplicitInterfaceSpecifier: not null },
                IsExtension = isExtension,
                ParameterSpan = parameters?.Span ?? default,
            });
    }

    /// <summary>The name of a type without its qualification and arguments.</summary>
    private static string HeadOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => string.Empty,
    };

    private sealed class MemberComparer : IEqualityComparer<OutlineMember>
    {
        private readonly HashSet<int> _words;

        public MemberComparer(HashSet<int> words)
        {
            _words = words;
        }

        public bool Equals(OutlineMember? one, OutlineMember? other) =>
            one is not null && other is not null && one.Name == other.Name && one.Kind == other.Kind && one.IsVisible == other.IsVisible && one.IsExtension == other.IsExtension
            && Equals(one.Type, other.Type)
            && (one.Kind != OutlineKind.Value || one.Header.Equals(other.Header))
            && (one.HasSameText(other) || !one.Words.DiffersIn(other.Words, _words) && !one.Header.DiffersIn(other.Header, _words) && !one.Parameters.DiffersIn(other.Parameters, _words) && !one.Attributes.DiffersIn(other.Attributes, _words) && !one.Created.DiffersIn(other.Created, _words));

        public int GetHashCode(OutlineMember member) => member.Name;
    }
}
