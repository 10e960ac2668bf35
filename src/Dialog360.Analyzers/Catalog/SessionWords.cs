namespace Dialog360.Analyzers.Catalog;

/// <summary>The words by which code in several languages speaks of the 24-hour session. Lower case, without accents.</summary>
internal static class SessionWords
{
    /// <summary>What is open or closed.</summary>
    public static readonly HashSet<string> Session = Words(
        "session sessions window windows conversation conversations conv convo freeform ventana janela fenster fenetre pencere sesion sessao sitzung oturum "
        + "conversacion conversa unterhaltung gesprach konusma finestra sessione servicewindow sessionwindow");

    /// <summary>States in which free-form messages may be sent.</summary>
    public static readonly HashSet<string> Open = Words(
        "open opened active valid within inside allowed allow allows allowing alive can may in has isopen isactive isvalid current live available permitted "
        + "abierta abierto aberta aberto offen geoffnet ouverte ouvert acik activa activo ativa ativo aktiv active valida valido gultig valide gecerli "
        + "dentro innerhalb dans icinde permitido permitida erlaubt vigente aperta attiva puede pode");

    /// <summary>States in which only templates may be sent.</summary>
    public static readonly HashSet<string> Closed = Words(
        "closed expired ended elapsed over outside lapsed inactive invalid past stale exceeded isclosed isexpired timedout missing "
        + "cerrada cerrado fechada fechado geschlossen fermee ferme kapali vencida vencido expirada expirado abgelaufen expiree expire suresi doldu inactiva inativa "
        + "fuera fora ausserhalb hors disinda scaduta chiusa");

    /// <summary>Names of the moment at which the session ends.</summary>
    public static readonly HashSet<string> Expiry = Words(
        "expires expiry expiration expire until end ends closes closing deadline validity vence vencimiento expira vencimento ablauf expiration bitis fin fim ende hasta ate bis");

    /// <summary>Names of what is left of a stretch of time.</summary>
    public static readonly HashSet<string> Remaining = Words("remaining remains left restante restantes verbleibend verbleibende rest kalan restant");

    /// <summary>Words that turn a name round.</summary>
    public static readonly HashSet<string> Negations = Words("not no non isnt isn never cannot cant without nicht kein nao sin sem pas");

    /// <summary>A name with one of these speaks of some other session or window.</summary>
    public static readonly HashSet<string> Others = Words(
        "db database sql http https user users login logon signin auth authentication authorization identity maintenance checkout payment payments billing cart");

    /// <summary>Of these others, the ones that also count in the name of the object that is asked.</summary>
    public static readonly HashSet<string> OtherHolders = Words(
        "db database sql http login logon signin auth authentication authorization identity maintenance checkout payment payments cart");

    /// <summary>Names of a time that only an inbound message sets.</summary>
    public static readonly HashSet<string> Inbound = Words(
        "inbound received incoming reply replied entrante entrada recibido recibida recebido recebida eingehend eingang empfangen recu gelen");

    /// <summary>Names of the other side, which make a time without another name one of theirs.</summary>
    public static readonly HashSet<string> TheirSide = Words("customer client contact cliente kunde musteri interaction");

    /// <summary>Names of a time that our own messages set.</summary>
    public static readonly HashSet<string> Outbound = Words(
        "sent outbound outgoing reminded notified reminder notification sending enviado enviada gesendet versendet envoye gonderilen gonderildi saliente saida lembrete recordatorio erinnerung");

    /// <summary>Names of a time that has nothing to do with messages, whatever span it is compared with.</summary>
    public static readonly HashSet<string> OtherTimes = Words(
        "token tokens cache cached caching fetched refreshed refresh login auth secret credential credentials certificate cert backup sync synced "
        + "appointment appointments booking reservation cita termin randevu agendamento consulta due meeting");

    /// <summary>Names of queries for what has come in of late.</summary>
    public static readonly HashSet<string> Since = Words(
        "since within after inbound received incoming replied active recent recently wrote fresh desde dentro reciente recientes recente recentes entrante entrantes seit innerhalb eingang depuis recus beri gelen");

    /// <summary>Names of queries for what has not come in since.</summary>
    public static readonly HashSet<string> Before = Words("before until older stale inactive silent idle except missing antes hasta ate vor ohne avant sans once olmayan");

    /// <summary>Names of conditions by which a message is sent whether the session is open or not.</summary>
    public static readonly HashSet<string> Overrides = Words(
        "force forced forcing override overrides bypass ignore ignored skip urgent anyway emergency vip priority important opted optin consent subscribed "
        + "forzar forzado forcar forcado erzwingen erzwungen forcer zorla urgente dringend acil ignorar omitir ueberspringen atla prioridad prioridade");

    /// <summary>Names of the present moment.</summary>
    public static readonly HashSet<string> Now = Words("now utcnow nowutc ahora agora simdi jetzt maintenant adesso currenttime");

    /// <summary>Names of a stretch of time that has passed.</summary>
    public static readonly HashSet<string> Elapsed = Words("since elapsed ago age idle passed desde transcurrido decorrido seit vergangen depuis gecen");

    /// <summary>Verbs of methods that throw when something does not hold.</summary>
    public static readonly HashSet<string> Demands = Words(
        "ensure require requires assert demand guard throw throws must check verify validate asegurar exigir verificar garantir assegurar validar sicherstellen prufen pruefen verifier assurer kontrol dogrula");

    /// <summary>Whether one of <paramref name="words"/> is in <paramref name="list"/>.</summary>
    public static bool Any(IEnumerable<string> words, HashSet<string> list)
    {
        foreach (string word in words)
        {
            if (list.Contains(word))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<string> Words(string text) =>
        new(text.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
