using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>What one rule asks of sends: which it is about, and what makes one right.</summary>
internal abstract class SendPolicy
{
    /// <summary>Creates a policy for one thread.</summary>
    protected SendPolicy(ValueResolver resolver, SendingOptions options)
    {
        Resolver = resolver;
        Options = options;
    }

    /// <summary>Follows values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>The options.</summary>
    public SendingOptions Options { get; }

    /// <summary>Whether the rule is about that send.</summary>
    public abstract bool IsAbout(bool isFreeForm, ApiGeneration generation);

    /// <summary>Whether the rule holds on hosts that take messages of both generations, such as the sandbox.</summary>
    public virtual bool IsAboutHostsOfBoth => true;

    /// <summary>Whether what happens around the place, in its function, makes sends there right, whoever the recipient is.</summary>
    public abstract bool IsGuarded(FunctionUnit unit, SyntaxNode place);

    /// <summary>Whether the send is right by itself: by what happens around it, by its recipient, or by what is done with its answer.</summary>
    public abstract bool IsRight(SendSite site);

    /// <summary>Whether the call is one of a method that makes sure by itself, as its attribute or the options say.</summary>
    public virtual bool IsCheckedCall(SourceCall call) => false;

    /// <summary>Whether the callers cannot make the send right by their recipient, only by a guard.</summary>
    public abstract bool IsDelayed(SendSite site);
}
