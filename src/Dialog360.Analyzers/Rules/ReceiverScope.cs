using Dialog360.Analyzers.Webhooks;

namespace Dialog360.Analyzers.Rules;

/// <summary>What a rule about webhooks judges: one receiver, with the functions that it hands the update to.</summary>
/// <param name="Receiver">The receiver.</param>
internal sealed record ReceiverScope(Receiver Receiver);
