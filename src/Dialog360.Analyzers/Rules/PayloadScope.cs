using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Program.Values;

namespace Dialog360.Analyzers.Rules;

/// <summary>What a rule about messages judges: one message.</summary>
/// <param name="Message">The message, with one choice of what the code chooses between.</param>
/// <param name="File">The file in which it is judged.</param>
internal sealed record PayloadScope(MessagePicture Message, FileScope File)
{
    private ValueResolver? _resolver;

    /// <summary>Follows expressions to their values.</summary>
    public ValueResolver Resolver => _resolver ??= new ValueResolver(File.Program, File.CancellationToken);
}
