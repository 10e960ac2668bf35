namespace Dialog360.Analyzers.Tests.Webhooks.Matrix;

/// <summary>Something that receivers do with an update, rightly or wrongly, written for each way of reading it.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Write">The statements, in which <c>REFUSE</c> stands for the statement by which the receiver refuses and <c>SECRET</c> for a test of the signature.</param>
internal sealed record UpdateScenario(string Name, Func<UpdateReader, string> Write)
{
    /// <summary>Whether the receiver never looks at statuses, which is reported on its name.</summary>
    public bool IsWithoutStatuses { get; init; }

    /// <summary>Whether messages are known by the phone number, in classes that declare nothing else.</summary>
    public bool IsByNumber { get; init; }

    /// <summary>The rule whose marks only stand where a request is answered.</summary>
    public string? OnlyWhereAnswered { get; init; }

    /// <summary>All of them.</summary>
    public static readonly UpdateScenario[] All =
    [
        // What is right.
        new("all levels are looped", read => Loop(read, Messages(read, Save(read)) + Statuses(read, Errors(read)))),
        new("the first error of each status", read => Loop(read, Messages(read, Save(read)) + Statuses(read, $"if ({read.Has("status", "errors")}) await store.FailedAsync({Id(read)}, {read.Number(read.Get(read.Get("status", "errors", null) + "[0]", "code", null))});"))),
        new("statuses are left alone knowingly", read => Loop(read, $"if ({read.Has("value", "statuses")}) continue; " + Messages(read, Save(read)))),
        new("who has no user id is known by the number", read => Loop(read, Messages(read, $"await store.SaveAsync({Member(read, "message", "from_user_id")} ?? {Member(read, "message", "from")}, {Member(read, "message", "id")});") + Statuses(read, Errors(read)))),
        new("the answer is sent later", read => Loop(read, Messages(read, $"var to = {Member(read, "message", "from_user_id")}; _ = Task.Run(() => whatsApp.SendTextAsync(to, \"Thanks\"));") + Statuses(read, Errors(read)))),
        new("a wrong signature is refused", read => "SECRET " + Loop(read, Messages(read, Save(read)) + Statuses(read, Errors(read)))),
        new("one kind of message is chosen", read => Loop(read, Messages(read, $"if ({Member(read, "message", "type")} != \"text\") continue; " + Save(read)) + Statuses(read, Errors(read)))),

        // What is wrong.
        new("an update without entries is refused", read => $"if (!({read.Has("update", "entry")})) REFUSE " + Loop(read, Messages(read, Save(read)) + Statuses(read, Errors(read)))) { OnlyWhereAnswered = "DLG0601" },
        new("the answer is sent at once", read => Loop(read, Messages(read, $"await whatsApp.{{|DLG0602:SendTextAsync|}}({Member(read, "message", "from_user_id")}, \"Thanks\");") + Statuses(read, Errors(read)))) { OnlyWhereAnswered = "DLG0602" },
        new("failed statuses without their errors", read => Loop(read, Messages(read, Save(read)) + Statuses(read, $"if ({Member(read, "status", "status")} == \"failed\") await store.SaveAsync({Id(read)}, \"failed\");", "DLG0603"))),
        new("the state of each status is kept", read => Loop(read, Statuses(read, $"await store.SaveAsync({Id(read)}, {Member(read, "status", "status")});", "DLG0603") + Messages(read, Save(read)))),
        new("the first message of each change", read => Loop(read, $"if ({read.Has("value", "messages")}) {{ var message = {read.Get("value", "messages", null)}{{|DLG0604:[0]|}}; {Save(read)} }} " + Statuses(read, Errors(read)))),
        new("the first change of the first entry", read =>
            $"var entry = {read.Get("update", "entry", null)}{{|DLG0604:[0]|}}; var change = {read.Get("entry", "changes", null)}{{|DLG0604:[0]|}}; var value = {read.Get("change", "value", null)}; "
            + Messages(read, Save(read)) + Statuses(read, Errors(read))),
        new("a message is taken for granted", read => Loop(read, $"var message = {read.Get("value", "messages", null)}{{|DLG0605:{{|DLG0604:[0]|}}|}}; {Save(read)} " + Statuses(read, Errors(read)))) { OnlyWhereAnswered = "DLG0605" },
        new("each update is answered", read => Loop(read, "_ = Task.Run(() => whatsApp.{|DLG0605:SendTextAsync|}(\"4915112345678\", \"Thanks\")); " + Messages(read, Save(read)) + Statuses(read, Errors(read)))) { OnlyWhereAnswered = "DLG0605" },
        new("messages are known by their number", read => Loop(read, Messages(read, $"await store.SaveAsync({read.Text(read.Get("message", "from", "DLG0606"))}, {Member(read, "message", "id")});") + Statuses(read, Errors(read)))) { IsByNumber = true },
        new("messages alone are looked at", read => Loop(read, Messages(read, Save(read)))) { IsWithoutStatuses = true },
    ];

    private static string Loop(UpdateReader read, string statements) =>
        $"foreach (var entry in {read.Each(read.Get("update", "entry", null))}) foreach (var change in {read.Each(read.Get("entry", "changes", null))}) {{ var value = {read.Get("change", "value", null)}; {statements} }}";

    private static string Messages(UpdateReader read, string statements) =>
        $"if ({read.Has("value", "messages")}) foreach (var message in {read.Each(read.Get("value", "messages", null))}) {{ {statements} }} ";

    private static string Statuses(UpdateReader read, string statements, string? id = null) =>
        $"if ({read.Has("value", "statuses")}) foreach (var status in {read.Each(read.Get("value", "statuses", id))}) {{ {statements} }} ";

    private static string Errors(UpdateReader read) =>
        $"if ({read.Has("status", "errors")}) foreach (var error in {read.Each(read.Get("status", "errors", null))}) await store.FailedAsync({Id(read)}, {read.Number(read.Get("error", "code", null))});";

    private static string Save(UpdateReader read) => $"await store.SaveAsync({Member(read, "message", "from_user_id")}, {Member(read, "message", "id")});";

    private static string Id(UpdateReader read) => Member(read, "status", "id");

    private static string Member(UpdateReader read, string holder, string name) => read.Text(read.Get(holder, name, null));
}
