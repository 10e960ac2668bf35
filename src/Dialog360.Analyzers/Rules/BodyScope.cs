using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules;

/// <summary>What a rule about code judges: one executable body, with all that is made of it on first need and shared by the rules.</summary>
internal sealed class BodyScope
{
    private ImmutableArray<SendCall> _sends;
    private BodyModel? _body;

    /// <summary>Creates the scope of a body.</summary>
    /// <param name="root">The root operation of the body (a method with its lambdas and local functions, an initializer), or of an attribute or the default of a parameter.</param>
    /// <param name="file">The file in which it stands.</param>
    public BodyScope(IOperation root, FileScope file)
    {
        Root = root;
        File = file;
        Resolver = new ValueResolver(file.Program, file.CancellationToken);
        Reader = new PayloadReader(Resolver);
    }

    /// <summary>The root operation of the body.</summary>
    public IOperation Root { get; }

    /// <summary>The file in which it stands.</summary>
    public FileScope File { get; }

    /// <summary>Follows expressions to their values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>Reads payloads.</summary>
    public PayloadReader Reader { get; }

    /// <summary>The send calls in it, see <see cref="BlockSends"/>.</summary>
    public ImmutableArray<SendCall> Sends => _sends.IsDefault ? _sends = BlockSends.Of(Root, Resolver) : _sends;

    /// <summary>The member with its functions and their control flow; null for an attribute and for the default of a parameter, which lie inside of a member or have none.</summary>
    public BodyModel? Body =>
        Root is IAttributeOperation or IParameterInitializerOperation ? null : _body ??= BodyModels.Of(File.Program).Around(Root.Syntax, File.CancellationToken);
}
