using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>What a text that a method takes stands for, by the name of its parameter.</summary>
internal enum ParameterMeaning
{
    /// <summary>Not told by the name.</summary>
    Unknown,

    /// <summary>Who gets the message.</summary>
    Recipient,

    /// <summary>The name of a template.</summary>
    Template,

    /// <summary>The language of a template.</summary>
    Language,

    /// <summary>The namespace of a template, on-premises.</summary>
    Namespace,

    /// <summary>Who sends: a channel, a number of ours, a tenant.</summary>
    Sender,

    /// <summary>What a free-form message says.</summary>
    Content,

    /// <summary>A key of some record.</summary>
    Key,
}

/// <summary>Reads the names of parameters.</summary>
internal static class ParameterWords
{
    private static readonly (ParameterMeaning Meaning, HashSet<string> Words)[] Meanings =
    [
        (ParameterMeaning.Language, Words("lang language languages locale culture idioma lingua sprache langue dil")),
        (ParameterMeaning.Namespace, Words("namespace")),
        (ParameterMeaning.Recipient, Words("to recipient phone number msisdn mobile wa chat destination receiver telefono telefone celular numero destinatario empfanger telefon alici para")),
        (ParameterMeaning.Template, Words("template hsm plantilla modelo vorlage sablon name nombre nome")),
        (ParameterMeaning.Sender, Words("from sender channel tenant account business brand key token secret")),
        (ParameterMeaning.Content, Words("body text message content caption texto mensaje mensagem nachricht mesaj subject title url link")),
        (ParameterMeaning.Key, Words("id guid uuid reference ref code")),
    ];

    /// <summary>What a parameter stands for.</summary>
    public static ParameterMeaning Of(IParameterSymbol parameter)
    {
        ImmutableArray<string> words = NameWords.Of(parameter.Name);
        bool isKey = words.Contains("id") && !words.Contains("wa") && !words.Contains("chat");
        foreach ((ParameterMeaning meaning, HashSet<string> known) in Meanings)
        {
            bool isMeant = meaning == ParameterMeaning.Recipient ? IsNumberOfSomebody(words, known) : words.Any(known.Contains);
            if (isMeant && !(isKey && meaning is ParameterMeaning.Recipient or ParameterMeaning.Template))
            {
                return meaning;
            }
        }

        return ParameterMeaning.Unknown;
    }

    /// <summary>A number that a message can go to: <c>customerPhone</c>, and neither <c>orderNumber</c> nor <c>phoneCountry</c>.</summary>
    private static bool IsNumberOfSomebody(ImmutableArray<string> words, HashSet<string> known) =>
        words.Any(known.Contains) && words.All(word => known.Contains(word) || SessionWords.NumberOf.Contains(word) || word == "id");

    private static HashSet<string> Words(string text) => new(text.Split(' '), StringComparer.Ordinal);
}
