using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// The members of a compilation from which a send may be reached, so that nobody follows the calls of all others. Found backwards from the
/// calls of HTTP clients: there are more than really send, never fewer. In a compilation without sends there are none.
/// </summary>
internal sealed class SendingMembers
{
    private readonly ProgramModel _program;
    private readonly MemberCallers _callers;
    private readonly HashSet<SyntaxNode> _members = new();
    private readonly HashSet<MemberName> _seen = new();
    private readonly Queue<(SyntaxNode? Member, MemberName Name)> _pending = new();

    private SendingMembers(ProgramModel program, ImmutableArray<string> freeFormMethods, CancellationToken cancellationToken)
    {
        _program = program;
        _callers = new MemberCallers(program);
        AddSends(cancellationToken);
        foreach (string method in freeFormMethods)
        {
            _pending.Enqueue((null, new MemberName(method.Substring(method.LastIndexOf('.') + 1), NameUse.Method, IsAnywhere: true)));
        }

        foreach (string marked in MarkedMembers.Of(program).ReferencedNames)
        {
            _pending.Enqueue((null, new MemberName(marked, NameUse.Method, IsAnywhere: true)));
        }

        AddCallers(cancellationToken);
        QueuedSends queues = new(program);
        for (int before = 0; before < _members.Count;)
        {
            before = _members.Count;
            foreach (SyntaxNode member in queues.PutsFor(_members, cancellationToken))
            {
                Add(member, cancellationToken);
            }

            AddCallers(cancellationToken);
        }
    }

    /// <summary>The members of that compilation that send by themselves or through others.</summary>
    public static SendingMembers Of(ProgramModel program, CancellationToken cancellationToken) => Of(program, ImmutableArray<string>.Empty, cancellationToken);

    /// <summary>The same, where methods of those names (<c>Method</c>, <c>Type.Method</c> or full names) count as sends.</summary>
    public static SendingMembers Of(ProgramModel program, ImmutableArray<string> freeFormMethods, CancellationToken cancellationToken) =>
        program.Part(static model => new Shared(model)).Of(freeFormMethods, cancellationToken);

    /// <summary>Whether a send may be reached from the member that a node stands in.</summary>
    public bool Involve(SyntaxNode node) => MemberNames.MemberOf(node) is not { } member || _members.Contains(member);

    /// <summary>Whether a method with a body in this compilation may lead to a send.</summary>
    public bool Involve(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (Involve(reference.GetSyntax(cancellationToken)))
            {
                return true;
            }
        }

        return method.PartialImplementationPart is { } part && Involve(part, cancellationToken);
    }

    private void AddSends(CancellationToken cancellationToken)
    {
        HashSet<SyntaxNode> looked = new();
        Dictionary<string, bool> used = new(StringComparer.Ordinal) { [string.Empty] = true };
        foreach (SyntaxTree tree in _program.Compilation.SyntaxTrees)
        {
            SendCandidates candidates = SendCandidates.Of(tree, cancellationToken);
            foreach (MethodDeclarationSyntax method in candidates.Marked)
            {
                Add(method, cancellationToken);
            }

            foreach ((SyntaxNode call, ImmutableArray<string> libraries) in candidates.Calls)
            {
                if (libraries.Any(library => IsUsed(library, used, cancellationToken)) && MemberNames.MemberOf(call) is { } member && looked.Add(member)
                    && BodyModels.Of(_program).Around(call, cancellationToken) is { } body && BodyFacts.Of(body, cancellationToken).Sends.Any(MayBeMessage))
                {
                    Add(member, cancellationToken);
                }
            }
        }
    }

    /// <summary>Whether a file of the compilation names the library.</summary>
    private bool IsUsed(string library, Dictionary<string, bool> used, CancellationToken cancellationToken)
    {
        if (!used.TryGetValue(library, out bool isUsed))
        {
            isUsed = used[library] = _program.Compilation.SyntaxTrees.Any(tree => TreeNames.Of(tree, cancellationToken).Named(library).Count > 0);
        }

        return isUsed;
    }

    /// <summary>Whether a body may be a message, by itself or with what callers give: most calls of most clients hand over something else.</summary>
    private static bool MayBeMessage(DirectSend send)
    {
        if (send.Destination == Destination.WhatsApp)
        {
            return true;
        }

        foreach (PayloadNode picture in send.Pictures)
        {
            if (Substitution.HasParameter(picture) || !MessageRecognizer.Find(picture, send.Destination, send.Generation).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private void AddCallers(CancellationToken cancellationToken)
    {
        while (_pending.Count > 0)
        {
            (SyntaxNode? member, MemberName name) = _pending.Dequeue();
            foreach (SyntaxNode caller in _callers.Of(member, name, cancellationToken))
            {
                Add(caller, cancellationToken);
            }
        }
    }

    private void Add(SyntaxNode member, CancellationToken cancellationToken)
    {
        if (!_members.Add(member))
        {
            return;
        }

        foreach (MemberName name in MemberNames.Of(member))
        {
            _pending.Enqueue((member, name));
        }

        // One constructor may run another of its type.
        if (member is ConstructorDeclarationSyntax { Parent: TypeDeclarationSyntax type })
        {
            foreach (ConstructorDeclarationSyntax other in type.Members.OfType<ConstructorDeclarationSyntax>())
            {
                Add(other, cancellationToken);
            }
        }

        // Who calls a delegate runs what was put into it.
        foreach (string target in MemberNames.DelegatesFilledIn(member, _program.SemanticModelOf(member.SyntaxTree), cancellationToken))
        {
            MemberName name = new(target, NameUse.Value);
            if (_seen.Add(name))
            {
                _pending.Enqueue((null, name));
            }
        }
    }

    /// <summary>Those of one compilation, by the names that count as sends.</summary>
    private sealed class Shared
    {
        private readonly ProgramModel _program;
        private readonly object _lock = new();
        private readonly ConcurrentDictionary<string, SendingMembers> _known = new(StringComparer.Ordinal);

        public Shared(ProgramModel program)
        {
            _program = program;
        }

        public SendingMembers Of(ImmutableArray<string> freeFormMethods, CancellationToken cancellationToken)
        {
            string key = string.Join(",", freeFormMethods);
            if (_known.TryGetValue(key, out SendingMembers? known))
            {
                return known;
            }

            lock (_lock)
            {
                return _known.TryGetValue(key, out known) ? known : _known[key] = new SendingMembers(_program, freeFormMethods, cancellationToken);
            }
        }
    }
}
