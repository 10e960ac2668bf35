using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Finds the calls that percent-encode what is percent-encoded already.</summary>
internal static class UrlEncoders
{
    private const int MaxMethods = 4;

    /// <summary>
    /// The outer of two encoders that a value visibly passes, or an encoder that is given a text with escapes; null where there is none.
    /// </summary>
    /// <param name="operation">What gives the value, or fills a hole of it.</param>
    /// <param name="isWholeLink">Whether the value is the whole link; then a whole absolute URL must not be encoded either.</param>
    /// <param name="isAll">Whether nothing stands beside the value, known or not: encoded it is never absolute.</param>
    /// <param name="isQueryValue">Whether the value goes into a query, where an encoded URL may have escapes of its own.</param>
    public static IInvocationOperation? OuterOfTwo(IOperation? operation, bool isWholeLink, bool isQueryValue, bool isAll = false)
    {
        if (operation?.SemanticModel is not { } model)
        {
            return null;
        }

        ValueResolver resolver = new(ProgramModel.Of(model.Compilation), CancellationToken.None);
        IOperation resolved = resolver.Resolve(operation);
        if (!IsEncoder(resolved, out IOperation? argument, out bool keepsScheme) && !IsOwnEncoder(resolved, resolver, out argument))
        {
            return null;
        }

        IInvocationOperation call = (IInvocationOperation)resolved;
        IOperation given = resolver.Resolve(argument!);
        if (IsEncodedAlready(given, resolver) || (isAll && !keepsScheme))
        {
            return call;
        }

        if (CSharpTextReader.Read(given, resolver) is not { } text)
        {
            return null;
        }

        if (BeginsWithScheme(text.Text) && !keepsScheme)
        {
            return isWholeLink ? call : null;
        }

        if (HasEscape(text.Text))
        {
            return call;
        }

        foreach (TextSegment segment in text.Segments)
        {
            if (segment.Hole is { } hole && !isQueryValue && GivesEncoded(resolver.Resolve(hole), resolver))
            {
                return call;
            }
        }

        return null;
    }

    /// <summary>Whether a text is known to begin with <c>http://</c> or <c>https://</c>.</summary>
    public static bool BeginsWithScheme(HoledText text) =>
        text.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.Text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name may be that of one of the encoders; nothing is bound.</summary>
    public static bool MayBeNamedBy(SyntaxNode name) => name is IdentifierNameSyntax { Identifier.ValueText: "EscapeDataString" or "EscapeUriString" or "UrlEncode" };

    /// <summary>Whether a value is what one of the encoders gives.</summary>
    public static bool IsEncoder(IOperation? operation) => operation is not null && IsEncoder(operation, out _, out _);

    /// <summary>Whether a value is what an encoder gives, or a method of the program that does nothing but encode.</summary>
    public static bool IsEncoderOrOwn(IOperation? operation) =>
        IsEncoder(operation) || (operation is IInvocationOperation { SemanticModel: { } model } && IsOwnEncoder(operation, new ValueResolver(ProgramModel.Of(model.Compilation), CancellationToken.None), out _));

    /// <summary>Whether a value comes from an encoder: directly, or from a method of the program that does nothing but encode.</summary>
    private static bool GivesEncoded(IOperation value, ValueResolver resolver)
    {
        for (int step = 0; step < MaxMethods; step++)
        {
            if (IsEncoder(value))
            {
                return true;
            }

            if (value is not IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } || new Bindings(resolver).ReturnsOf(method) is not [{ } returned])
            {
                return false;
            }

            value = resolver.Resolve(returned);
        }

        return false;
    }

    /// <summary>Whether a value comes from an encoder, here or in each call of the method whose parameter it is.</summary>
    private static bool IsEncodedAlready(IOperation value, ValueResolver resolver)
    {
        if (GivesEncoded(value, resolver))
        {
            return true;
        }

        return value is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction } method } parameter }
            && !LocalFacts.Of(value).References(parameter).Any(LocalFacts.IsWrite)
            && CallIndex.Of(resolver.Program).CallersOf(method, resolver.CancellationToken) is { IsEmpty: false } calls
            && calls.All(site => CallSite.ArgumentOf(site.Operation, parameter.Ordinal) is { } argument && GivesEncoded(resolver.Resolve(argument), resolver));
    }

    /// <summary>Whether a call is one of a method of the program that does nothing but encode what it is given.</summary>
    private static bool IsOwnEncoder(IOperation operation, ValueResolver resolver, out IOperation? argument)
    {
        argument = operation is IInvocationOperation { TargetMethod: { Parameters.Length: 1, DeclaringSyntaxReferences.IsEmpty: false } method, Arguments: [{ Value: var given }] }
            && new Bindings(resolver).ReturnsOf(method) is [{ } returned] && IsEncoder(resolver.Resolve(returned), out IOperation? encoded, out _) && resolver.Resolve(encoded!) is IParameterReferenceOperation
                ? given
                : null;
        return argument is not null;
    }

    /// <summary>Whether an encoder is given another one, or a text with escapes, and not just a link.</summary>
    public static bool EncodesAgain(IInvocationOperation encoder, ValueResolver resolver) =>
        resolver.Resolve(encoder.Arguments[0].Value) is var given && (IsEncodedAlready(given, resolver) || CSharpTextReader.Read(given, resolver) is { } text && HasEscape(text.Text));

    /// <summary>Which of two encoders, or of an encoder and what it is given, can be taken away: the one that fits a path stays.</summary>
    public static SuperfluousEncoder SuperfluousOf(IInvocationOperation outer, ValueResolver resolver)
    {
        IOperation value = outer.Arguments[0].Value;
        IOperation given = resolver.Resolve(value);
        if (!IsEncoder(given))
        {
            // What is put together from encoded and plain pieces would lose the encoding of the plain ones.
            bool isMixed = CSharpTextReader.Read(given, resolver) is { } text && !BeginsWithScheme(text.Text) && text.Text.Holes.Length > 0 && !text.Text.IsOneHole;
            return isMixed ? SuperfluousEncoder.None : SuperfluousEncoder.Outer;
        }

        return !WritesPlus(given) ? SuperfluousEncoder.Outer
            : !WritesPlus(outer) && given.Syntax == value.Syntax ? SuperfluousEncoder.Inner
            : SuperfluousEncoder.None;
    }

    /// <summary>Whether an encoder writes <c>+</c> for a space, which stands for itself in a path.</summary>
    private static bool WritesPlus(IOperation encoder) => encoder is IInvocationOperation { TargetMethod.Name: "UrlEncode" };

    private static bool HasEscape(HoledText text)
    {
        for (int index = text.Text.IndexOf('%'); index >= 0; index = text.Text.IndexOf('%', index + 1))
        {
            if (LinkText.IsEscapeAt(text, index))
            {
                return true;
            }
        }

        return false;
    }

    /// <param name="operation">The call.</param>
    /// <param name="argument">What it encodes.</param>
    /// <param name="keepsScheme">Whether it leaves the characters of a URL as they are (<c>EscapeUriString</c>), so that one alone does no harm.</param>
    private static bool IsEncoder(IOperation operation, out IOperation? argument, out bool keepsScheme)
    {
        argument = null;
        keepsScheme = false;
        if (operation is not IInvocationOperation { Arguments: [{ Value: var first }, ..], TargetMethod: { } method } || first.Type?.SpecialType != SpecialType.System_String)
        {
            return false;
        }

        bool isEncoder = (method.ContainingType.Name, method.Name) switch
        {
            ("Uri", "EscapeDataString" or "EscapeUriString") => true,
            ("HttpUtility" or "WebUtility" or "HttpServerUtility" or "HttpServerUtilityBase", "UrlEncode") => true,
            ("UrlEncoder" or "TextEncoder", "Encode") => method.ContainingNamespace.ToDisplayString() == "System.Text.Encodings.Web" && IsUrlEncoder(operation),
            _ => false,
        };

        argument = isEncoder ? first : null;
        keepsScheme = method.Name == "EscapeUriString";
        return isEncoder;
    }

    private static bool IsUrlEncoder(IOperation operation) =>
        operation is IInvocationOperation { Instance: { } instance } && ValueResolver.Strip(instance).Type?.Name == "UrlEncoder";
}

/// <summary>The encoder of two that is one too many.</summary>
internal enum SuperfluousEncoder
{
    /// <summary>Taking away either of them would leave a wrong link.</summary>
    None,

    /// <summary>The outer one.</summary>
    Outer,

    /// <summary>The inner one, which writes <c>+</c> for a space.</summary>
    Inner,
}
