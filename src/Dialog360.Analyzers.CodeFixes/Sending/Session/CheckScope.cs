using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>What can be named where a check of the session is written.</summary>
internal sealed class CheckScope
{
    /// <summary>Creates the scope of a place.</summary>
    /// <param name="place">Where the check is written.</param>
    /// <param name="send">The call that sends.</param>
    /// <param name="function">The function around it.</param>
    /// <param name="recipient">Who gets the message.</param>
    /// <param name="model">The file.</param>
    /// <param name="options">The options of DLG0201.</param>
    /// <param name="context">The program.</param>
    public CheckScope(SyntaxNode place, SyntaxNode send, IMethodSymbol function, RecipientText recipient, SemanticModel model, SendingOptions options, EditContext context)
    {
        Place = place;
        Send = send;
        Function = function;
        Recipient = recipient;
        Model = model;
        Options = options;
        Context = context;
        Entities = RecipientEntities.Of(recipient, place.SpanStart, model);
        IsInProgram = place.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null;
        MemberDeclarationSyntax? member = place.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        IsStatic = IsInProgram || IsInStatic(function) || member is null || member.Modifiers.Any(static modifier => modifier.ValueText == "static");
        MayAwait = function.IsAsync || (IsInProgram && function.MethodKind == MethodKind.Ordinary);
        Type = IsInProgram ? null : function.ContainingType;
        Names = UsableNames.At(place.SpanStart, model).Where(IsUsable).ToImmutableArray();
    }

    /// <summary>Where the check is written.</summary>
    public SyntaxNode Place { get; }

    /// <summary>The call that sends.</summary>
    public SyntaxNode Send { get; }

    /// <summary>The function around it.</summary>
    public IMethodSymbol Function { get; }

    /// <summary>Who gets the message.</summary>
    public RecipientText Recipient { get; }

    /// <summary>The objects that the recipient is read from.</summary>
    public ImmutableArray<RecipientEntity> Entities { get; }

    /// <summary>The file.</summary>
    public SemanticModel Model { get; }

    /// <summary>The options of DLG0201.</summary>
    public SendingOptions Options { get; }

    /// <summary>The program.</summary>
    public EditContext Context { get; }

    /// <summary>Whether the place is in top-level statements.</summary>
    public bool IsInProgram { get; }

    /// <summary>Whether no object is at hand.</summary>
    public bool IsStatic { get; }

    /// <summary>Whether <c>await</c> may stand there.</summary>
    public bool MayAwait { get; private init; }

    /// <summary>The same place in a function that may await; null where it does, or where the function could not be made to.</summary>
    public CheckScope? IfAwaited => MayAwait || Function.ReturnType.Name is not ("Task" or "ValueTask")
        ? null
        : new CheckScope(Place, Send, Function, Recipient, Model, Options, Context) { MayAwait = true };

    /// <summary>The type around the place; null in top-level statements.</summary>
    public INamedTypeSymbol? Type { get; }

    /// <summary>The methods, locals, parameters, fields and properties that have a value there and can be named alone.</summary>
    public ImmutableArray<ISymbol> Names { get; }

    /// <summary>A call that is awaited as the file awaits: with <c>ConfigureAwait(false)</c> where each <c>await</c> of the file has it.</summary>
    public string Await(string call) => "await " + call + AwaitStyle.Suffix(Place);

    /// <summary>Whether a member of some object can be used from here.</summary>
    public bool CanUse(ISymbol member) => Model.IsAccessible(Place.SpanStart, member);

    /// <summary>The local, parameter, field or property of that type with that name, without case; null where there is none.</summary>
    public ISymbol? Named(string name, ITypeSymbol type) =>
        Names.FirstOrDefault(symbol => symbol is not IMethodSymbol && string.Equals(symbol.Name.TrimStart('_'), name, StringComparison.OrdinalIgnoreCase) && TypeOf(symbol) is { } own && SymbolEqualityComparer.Default.Equals(own, type));

    /// <summary>The type of a value that can be named.</summary>
    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    private static bool IsInStatic(ISymbol? function) => function is IMethodSymbol && (function.IsStatic || IsInStatic(function.ContainingSymbol));

    private bool IsUsable(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.DeclaringSyntaxReferences is [{ } declared] && RepeatableExpressions.IsSet(declared.GetSyntax(), Place.SpanStart),
        IParameterSymbol parameter => parameter.RefKind == RefKind.None,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } local => !local.IsGenericMethod,
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => IsOfType(method),
        IPropertySymbol { IsIndexer: false, GetMethod: not null } property => IsOfType(property),
        IFieldSymbol { IsImplicitlyDeclared: false } field => IsOfType(field),
        _ => false,
    };

    /// <summary>Whether a member is one of the type itself or of a base, and not of a type around it.</summary>
    private bool IsOfType(ISymbol member)
    {
        if (member.IsStatic)
        {
            return true;
        }

        for (INamedTypeSymbol? type = IsStatic ? null : Type; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, member.ContainingType.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }
}
