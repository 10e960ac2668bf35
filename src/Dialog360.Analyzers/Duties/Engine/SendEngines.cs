using System.Collections.Concurrent;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;

namespace Dialog360.Analyzers.Duties.Engine;

/// <summary>The engines of a compilation, one for each rule and set of options.</summary>
internal sealed class SendEngines
{
    private readonly ConcurrentDictionary<string, SendEngine> _engines = new(StringComparer.Ordinal);

    /// <summary>The engine of a rule under those options.</summary>
    public static SendEngine Of(ProgramModel program, string rule, SendingOptions options, Func<SendEngine, ValueResolver, SendPolicy> policy) =>
        program.Part(static _ => new SendEngines())._engines.GetOrAdd(rule + options.Key, _ => new SendEngine(program, options, policy));
}
