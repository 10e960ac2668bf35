namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>DLG0603: which receivers read statuses and not their errors.</summary>
public sealed class FailedStatusesNotReadTests
{
    private const string Helpers = """
        private async Task Each(Status s) => await store.SetStateAsync(s.Id, s.State);
        private async Task All(IEnumerable<Status> all) { foreach (var s in all) await store.SetStateAsync(s.Id, s.State); }
        private async Task WithErrors(IEnumerable<Status> all) { foreach (var s in all) foreach (var e in s.Errors ?? new()) await store.SetStateAsync(s.Id, e.Title); }
        private static string Why(Status s) => s.Errors is { Count: > 0 } errors ? errors[0].Title : "";
        """;

    [Theory]
    [InlineData("foreach (var s in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.[|Statuses|])) await store.SetStateAsync(s.Id, s.State); return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) { if (c.Value.Statuses != null) foreach (var s in c.Value.[|Statuses|]) if (s.State == \"failed\") log.LogWarning(s.Id); } return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) { var s = c.Value.[|Statuses|]?.FirstOrDefault(); if (s?.State == \"failed\") log.LogWarning(s.Id); } return Ok();")]
    [InlineData("var s = update.Entry[0].Changes[0].Value.[|Statuses|][0]; await store.SetStateAsync(s.Id, s.State); return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) foreach (var s in c.Value.[|Statuses|]) switch (s.State) { case \"failed\": log.LogError(\"{Id} failed\", s.Id); break; default: break; } return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) c.Value.[|Statuses|]?.ForEach(s => log.LogInformation(s.State)); return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) foreach (var s in c.Value.[|Statuses|] ?? new()) await Each(s); return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) await All(c.Value.[|Statuses|]); return Ok();")]
    [InlineData("var failed = update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.[|Statuses|]).Count(s => s.State == \"failed\"); log.LogInformation(\"{Count}\", failed); return Ok();")]
    [InlineData("var states = from e in update.Entry from c in e.Changes from s in c.Value.[|Statuses|] select s.State; log.LogInformation(string.Join(\",\", states)); return Ok();")]
    [InlineData("log.LogInformation(\"{Body}\", JsonSerializer.Serialize(update)); foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.[|Statuses|]) await store.SetStateAsync(s.Id, s.State); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) for (int i = 0; i < c.Value.Statuses.Count; i++) await store.SetStateAsync(c.Value.[|Statuses|][i].Id, c.Value.Statuses[i].State); return Ok();")]
    [InlineData("_ = Task.Run(async () => { foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.[|Statuses|]) await store.SetStateAsync(s.Id, s.State); }); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.[|Statuses|]) { var id = nameof(Status.Errors); await store.SetStateAsync(s.Id, id); } return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) if (c.Value is { Statuses: { Count: > 0 } statuses }) foreach (var s in statuses) await store.SetStateAsync(s.Id, s.State); return Ok();", "Statuses: {")]
    public void Triggers(string statements, string? at = null) =>
        WebhookPrograms.Check("DLG0603", WebhookPrograms.Attributed, WebhookPrograms.Action(at is null ? statements : statements.Replace(at, "[|Statuses|]: {"), Helpers));

    [Theory]
    [InlineData("foreach (var s in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Statuses)) foreach (var e in s.Errors ?? new()) log.LogError(\"{Code}\", e.Code); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) await WithErrors(c.Value.Statuses); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.Statuses) if (s.State == \"failed\") log.LogError(Why(s)); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.Statuses) await queue.Writer.WriteAsync(update); return Ok();")]
    [InlineData("if (update.Entry[0].Changes[0].Value.Statuses != null) return Ok(); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) { if (c.Value.Statuses?.Any() == true) continue; foreach (var m in c.Value.Messages) await store.SaveAsync(m.Id, m.Type); } return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.Statuses) log.LogInformation(\"{Status}\", JsonSerializer.Serialize(s)); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.Statuses) await Outside.HandleAsync(s); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) if (c.Value.Statuses.Count > 0) await Outside.HandleAllAsync(c.Value.Statuses); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.Statuses) log.LogInformation(s.Errors?.FirstOrDefault()?.Title ?? s.State); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.Statuses) if (s is { State: \"failed\", Errors: { } errors }) log.LogError(errors[0].Title); return Ok();")]
    [InlineData("foreach (var m in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages)) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("await Outside.HandleAsync(update); foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.Statuses) log.LogInformation(s.State); return Ok();")]
    [InlineData("foreach (var c in update.Entry[0].Changes) foreach (var s in c.Value.Statuses) { var keep = new Kept { Whole = s }; await Outside.HandleAsync(keep); } return Ok();")]
    [InlineData("var parcel = new Parcel(); foreach (var s in parcel.Statuses) log.LogInformation(s.Status); return Ok();")]
    public void Does_not_trigger(string statements) =>
        WebhookPrograms.Check("DLG0603", WebhookPrograms.Attributed, WebhookPrograms.Action(statements, Helpers) + """

            public interface IOutside { Task HandleAsync(object any); Task HandleAllAsync(IEnumerable<Status> all); }
            public static class Outside { private static IOutside it = null!; public static Task HandleAsync(object any) => it.HandleAsync(any); public static Task HandleAllAsync(IEnumerable<Status> all) => it.HandleAllAsync(all); }
            public class Kept { public Status? Whole { get; set; } }
            public class Parcel { public List<ParcelStatus> Statuses { get; } = new(); }
            public class ParcelStatus { public string Status { get; set; } = ""; }
            """);
}
