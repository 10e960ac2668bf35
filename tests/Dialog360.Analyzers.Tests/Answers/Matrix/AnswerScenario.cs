namespace Dialog360.Analyzers.Tests.Answers.Matrix;

/// <summary>Something that code does with the answer to a send.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Members">
/// The members of a class that do it. <c>SEND</c> stands for the awaited call, <c>CALL</c> for the call alone, <c>DROP</c> and <c>DROPPEDCALL</c> for the same where it is reported,
/// <c>OK</c>, <c>STATUS</c>, <c>TEXT</c> and <c>ENSURE</c> for what is asked of the answer <c>r</c>, <c>TYPE</c> for its type.
/// </param>
internal sealed record AnswerScenario(string Name, string Members)
{
    /// <summary>All of them.</summary>
    public static readonly AnswerScenario[] All =
    [
        // Nobody looks.
        new("a statement", "public async Task Run(string to) { DROP; await Task.Yield(); }"),
        new("a local that nobody reads", "public async Task Run(string to) { var r = DROP; await Task.Yield(); }"),
        new("the body alone is logged", "public async Task Run(string to) { var r = DROP; Console.WriteLine(TEXT); await Task.Yield(); }"),
        new("in a loop", "public async Task Run(IEnumerable<string> all) { foreach (var to in all) { DROP; await Task.Delay(20); } }"),
        new("a failure is swallowed", "public async Task Run(string to) { try { var r = DROP; } catch (Exception e) { Console.WriteLine(e.Message); } await Task.Yield(); }"),
        new("not awaited", "public void Run(string to) { _ = DROPPEDCALL; }"),
        new("all at once", "public async Task Run(IEnumerable<string> all) { await Task.WhenAll(all.Select(to => DROPPEDCALL)); }"),
        new("a plain task", "public Task Run(string to) => DROPPEDCALL;"),
        new("a bool that is dropped", "public async Task<bool> Post(string to) { var r = SEND; await Task.Yield(); return OK; } public async Task Run(string to) { await {|DLG0301:Post|}(to); }"),
        new("a bool of a method group", "public async Task<bool> Post(string to) { var r = SEND; await Task.Yield(); return OK; } public async Task Run(string[] all) { await Task.WhenAll(all.Select({|DLG0301:Post|})); }"),
        new("a status that is dropped", "public async Task<HttpStatusCode> Post(string to) { var r = SEND; await Task.Yield(); return STATUS; } public void Run(string to) => {|DLG0301:Post|}(to).Wait();"),
        new("a result that is dropped", "public record Result(bool Ok, string? Error); public async Task<Result> Post(string to) { var r = SEND; if (OK) return new Result(true, null); return new Result(false, TEXT); } public async Task Run(string to) { var result = await {|DLG0301:Post|}(to); }"),

        // Somebody looks.
        new("discarded knowingly", "public async Task Run(string to) { _ = SEND; await Task.Yield(); }"),
        new("a failure throws", "public async Task Run(string to) { var r = SEND; if (!OK) throw new Exception(TEXT); await Task.Yield(); }"),
        new("a failure is kept", "private readonly List<string> failed = new(); public async Task Run(string to) { var r = SEND; if (!OK) failed.Add(to); await Task.Yield(); }"),
        new("logged with its status", "public async Task Run(string to) { var r = SEND; Console.WriteLine($\"{STATUS} {TEXT}\"); await Task.Yield(); }"),
        new("given back", "public async Task<TYPE> Run(string to) { var r = SEND; await Task.Yield(); return r; }"),
        new("stored", "private TYPE? last; public async Task Run(string to) { last = SEND; await Task.Yield(); }"),
        new("checked by a helper", "private static void Check(TYPE r) { if (!OK) throw new Exception(STATUS.ToString()); } public async Task Run(string to) { Check(SEND); await Task.Yield(); }"),
        new("a wrapper that logs", "public async Task<bool> Post(string to) { var r = SEND; if (!OK) Console.WriteLine(\"failed\"); await Task.Yield(); return OK; } public async Task Run(string to) { await Post(to); }"),
        new("a wrapper whose result is looked at", "public async Task<bool> Post(string to) { var r = SEND; await Task.Yield(); return OK; } public async Task Run(string to) { if (!await Post(to)) Console.WriteLine(to); }"),
        new("it throws by itself", "public async Task Run(string to) { var r = SEND; ENSURE await Task.Yield(); }"),

        // Read as JSON.
        new("read as JSON at once", "public async Task<string?> Run(string to) { var r = SEND; var text = TEXT; await Task.Yield(); return JsonSerializer.{|DLG0302:Deserialize|}<Dictionary<string, string>>(text)![\"error\"]; }"),
        new("the error is read as JSON", "public async Task Run(string to) { var r = SEND; var text = TEXT; if (OK) return; await Task.Yield(); throw new Exception(JsonNode.{|DLG0302:Parse|}(text)![\"error\"]![\"message\"]!.ToString()); }"),
        new("read as tokens", "public async Task<string?> Run(string to) { var r = SEND; var o = Newtonsoft.Json.Linq.JObject.{|DLG0302:Parse|}(TEXT); await Task.Yield(); return (string?)o[\"messages\"]?[0]?[\"id\"]; }"),
        new("read where it is a success", "public async Task<string?> Run(string to) { var r = SEND; if (!OK) throw new Exception(TEXT); await Task.Yield(); return JsonNode.Parse(TEXT)![\"messages\"]![0]![\"id\"]!.ToString(); }"),
        new("read where it looks like JSON", "public async Task Run(string to) { var r = SEND; if (OK) return; var text = TEXT; await Task.Yield(); throw new Exception(text.StartsWith('{') ? JsonNode.Parse(text)![\"error\"]!.ToString() : text); }"),
        new("read under a catch", "public async Task Run(string to) { var r = SEND; if (OK) return; await Task.Yield(); try { Console.WriteLine(JsonDocument.Parse(TEXT).RootElement.GetProperty(\"error\")); } catch (JsonException) { Console.WriteLine(STATUS); } }"),

        // One success.
        new("created alone", "public async Task Run(string to) { var r = SEND; await Task.Yield(); if ({|DLG0308:STATUS == HttpStatusCode.Created|}) return; throw new Exception(TEXT); }"),
        new("other than created", "public async Task Run(string to) { var r = SEND; await Task.Yield(); if ({|DLG0308:STATUS != HttpStatusCode.Created|}) throw new Exception(TEXT); }"),
        new("created is what it gives back", "public async Task<bool> Run(string to) { var r = SEND; await Task.Yield(); return {|DLG0308:STATUS == HttpStatusCode.Created|}; }"),
        new("200 of the Cloud API", "public async Task Run(string to) { var r = SEND; await Task.Yield(); if (STATUS == HttpStatusCode.OK) return; throw new Exception(TEXT); }"),
        new("200 or 201", "public async Task Run(string to) { var r = SEND; await Task.Yield(); if (STATUS is HttpStatusCode.OK or HttpStatusCode.Created) return; throw new Exception(TEXT); }"),
        new("anything below 300", "public async Task Run(string to) { var r = SEND; await Task.Yield(); if ((int)STATUS < 300) return; throw new Exception(TEXT); }"),
    ];
}
