namespace Dialog360.Analyzers.Tests.Answers;

/// <summary>DLG0302. See <see cref="AnswerProgram"/> for the words in capitals.</summary>
public sealed class BodyReadUncheckedTests
{
    private const string Id = "DLG0302";

    [Fact]
    public void Bodies_that_can_be_a_page() => AnswerProgram.OfStatements(
        "var r = await SEND; var read = JsonSerializer.[|Deserialize|]<Answer>(await r.Content.ReadAsStringAsync()); store.Add(read);",
        "var r = await SEND; var read = await r.Content.[|ReadFromJsonAsync|]<Answer>(); store.Add(read);",
        "var r = await SEND; var body = await r.Content.ReadAsStringAsync(); using var doc = JsonDocument.[|Parse|](body); store.Add(doc);",
        "var r = await SEND; var node = JsonNode.[|Parse|](await r.Content.ReadAsStringAsync()); store.Add(node);",
        "var r = await SEND; using var s = await r.Content.ReadAsStreamAsync(); var read = await JsonSerializer.[|DeserializeAsync|]<Answer>(s); store.Add(read);",
        // The failure branch is the very place.
        "var r = await SEND; if (!r.IsSuccessStatusCode) { var e = await r.Content.[|ReadFromJsonAsync|]<Answer>(); log.LogError(e.error.message); }",
        "var r = await SEND; var body = await r.Content.ReadAsStringAsync(); if (r.IsSuccessStatusCode) return; var e = JsonSerializer.[|Deserialize|]<Answer>(body); log.LogError(e.error.message);",
        "var r = await SEND; if (r.IsSuccessStatusCode) { log.LogInformation(\"sent\"); } else { var e = JsonSerializer.[|Deserialize|]<Answer>(await r.Content.ReadAsStringAsync()); log.LogError(e.error.message); }",
        "var r = await SEND; var body = await r.Content.ReadAsStringAsync(); var e = r.IsSuccessStatusCode ? null : JsonSerializer.[|Deserialize|]<Answer>(body); store.Add(e);",
        "var r = await SEND; if ((int)r.StatusCode >= 400) { var e = await r.Content.[|ReadFromJsonAsync|]<Answer>(); throw new Exception(e.error.message); }",
        "var r = await SEND; if (r.StatusCode != HttpStatusCode.OK) { var e = await r.Content.[|ReadFromJsonAsync|]<Answer>(); throw new Exception(e.error.message); }",
        "var r = await SEND; try { var e = await r.Content.[|ReadFromJsonAsync|]<Answer>(); store.Add(e); } catch (HttpRequestException) { }",
        "var r = await SEND; var read = JsonSerializer.[|Deserialize|]<Answer>(await r.Content.ReadAsStringAsync()); r.EnsureSuccessStatusCode(); store.Add(read);",
        "var r = await client.GetAsync(\"https://waba-v2.360dialog.io/health_status\"); var read = JsonSerializer.[|Deserialize|]<Answer>(await r.Content.ReadAsStringAsync()); store.Add(read);",
        "var r = await SEND; if (to.Length > 3) { var read = await r.Content.[|ReadFromJsonAsync|]<Answer>(); store.Add(read); }",
        "var r = await SEND; switch (r.StatusCode) { case HttpStatusCode.OK: break; default: var e = await r.Content.[|ReadFromJsonAsync|]<Answer>(); store.Add(e); break; }").Check(Id);

    [Fact]
    public void Bodies_that_are_known_to_be_JSON() => AnswerProgram.OfStatements(
        "var r = await SEND; r.EnsureSuccessStatusCode(); var read = await r.Content.ReadFromJsonAsync<Answer>(); store.Add(read);",
        "var r = (await SEND).EnsureSuccessStatusCode(); var read = await r.Content.ReadFromJsonAsync<Answer>(); store.Add(read);",
        "var r = await SEND; if (r.IsSuccessStatusCode) { var read = await r.Content.ReadFromJsonAsync<Answer>(); store.Add(read); }",
        "var r = await SEND; if (!r.IsSuccessStatusCode) return; var read = await r.Content.ReadFromJsonAsync<Answer>(); store.Add(read);",
        "var r = await SEND; if (!r.IsSuccessStatusCode) throw new Exception(); var read = JsonSerializer.Deserialize<Answer>(await r.Content.ReadAsStringAsync()); store.Add(read);",
        "var r = await SEND; var body = await r.Content.ReadAsStringAsync(); var read = r.IsSuccessStatusCode ? JsonSerializer.Deserialize<Answer>(body) : null; store.Add(read);",
        "var r = await SEND; if (r.StatusCode == HttpStatusCode.OK) { var read = await r.Content.ReadFromJsonAsync<Answer>(); store.Add(read); }",
        "var r = await SEND; if (r.StatusCode == HttpStatusCode.BadRequest) { var read = await r.Content.ReadFromJsonAsync<Answer>(); store.Add(read); }",
        "var r = await SEND; if ((int)r.StatusCode < 500) { var read = await r.Content.ReadFromJsonAsync<Answer>(); store.Add(read); }",
        // The form is looked at.
        "var r = await SEND; if (r.Content.Headers.ContentType?.MediaType == \"application/json\") { var e = await r.Content.ReadFromJsonAsync<Answer>(); store.Add(e); }",
        "var r = await SEND; var body = await r.Content.ReadAsStringAsync(); if (body.StartsWith(\"{\")) store.Add(JsonSerializer.Deserialize<Answer>(body));",
        "var r = await SEND; var body = await r.Content.ReadAsStringAsync(); if (body.TrimStart()[0] != '{') return; store.Add(JsonNode.Parse(body));",
        // Somebody catches.
        "var r = await SEND; try { store.Add(await r.Content.ReadFromJsonAsync<Answer>()); } catch (JsonException) { }",
        "try { var r = await SEND; if (!r.IsSuccessStatusCode) { var e = JsonSerializer.Deserialize<Answer>(await r.Content.ReadAsStringAsync()); log.LogError(e.error.message); } } catch (Exception e) { log.LogError(e.Message); }",
        "try { var r = await SEND; try { store.Add(JsonNode.Parse(await r.Content.ReadAsStringAsync())); } finally { log.LogInformation(\"x\"); } } catch { }",
        // Not from here.
        "var r = await client.GetAsync(\"https://example.org/x\"); store.Add(await r.Content.ReadFromJsonAsync<Answer>());",
        "var read = await client.GetFromJsonAsync<Answer>(\"https://waba-v2.360dialog.io/health_status\"); store.Add(read);",
        "var r = await SEND; var body = await r.Content.ReadAsStringAsync(); log.LogInformation($\"{r.StatusCode} {body}\");").Check(Id);

    [Fact]
    public void Through_methods() => AnswerProgram.OfMembers(
        "async Task<string> Post(string to) { var r = await SEND; return await r.Content.ReadAsStringAsync(); } public async Task<Answer> Run(string to) => JsonSerializer.[|Deserialize|]<Answer>(await Post(to));",
        "Task<HttpResponseMessage> Post(string to) => SEND; public async Task<Answer> Run(string to) { var r = await Post(to); return await r.Content.[|ReadFromJsonAsync|]<Answer>(); }",
        "async Task<string> Post(string to) { var r = await SEND; r.EnsureSuccessStatusCode(); return await r.Content.ReadAsStringAsync(); } public async Task<Answer> Run(string to) => JsonSerializer.Deserialize<Answer>(await Post(to));",
        "static void Check(HttpResponseMessage r) { if (!r.IsSuccessStatusCode) throw new Exception(); } public async Task<Answer> Run(string to) { var r = await SEND; Check(r); return await r.Content.ReadFromJsonAsync<Answer>(); }",
        // A helper reads what it is given.
        "static async Task<T> Read<T>(HttpResponseMessage r) => JsonSerializer.Deserialize<T>(await r.Content.ReadAsStringAsync()); public async Task<Answer> Run(string to) { var r = await SEND; return await [|Read|]<Answer>(r); }",
        "static async Task<string> ErrorOf(HttpResponseMessage r) { var answer = await r.Content.ReadFromJsonAsync<Answer>(); return answer.error.message; } public async Task Run(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) throw new Exception(await [|ErrorOf|](r)); }",
        "static Answer Parse(string text) => JsonSerializer.Deserialize<Answer>(text); public async Task Run(string to) { var r = await SEND; if (!r.IsSuccessStatusCode) store.Add([|Parse|](await r.Content.ReadAsStringAsync())); }",
        "static Answer Parse(string text) => Inner(text); static Answer Inner(string text) => JsonSerializer.Deserialize<Answer>(text); public async Task Run(string to) { var r = await SEND; store.Add([|Parse|](await r.Content.ReadAsStringAsync())); }",
        "static async Task<T> Read<T>(HttpResponseMessage r) => JsonSerializer.Deserialize<T>(await r.Content.ReadAsStringAsync()); public async Task<Answer> Run(string to) { var r = await SEND; r.EnsureSuccessStatusCode(); return await Read<Answer>(r); }",
        "static async Task<T> Read<T>(HttpResponseMessage r) { r.EnsureSuccessStatusCode(); return await r.Content.ReadFromJsonAsync<T>(); } public async Task<Answer> Run(string to) => await Read<Answer>(await SEND);",
        "static Answer Parse(string text) { try { return JsonSerializer.Deserialize<Answer>(text); } catch (JsonException) { return null; } } public async Task Run(string to) { var r = await SEND; store.Add(Parse(await r.Content.ReadAsStringAsync())); }",
        "static Answer Parse(string text) => JsonSerializer.Deserialize<Answer>(text); public async Task Run(string to) { var r = await SEND; try { store.Add(Parse(await r.Content.ReadAsStringAsync())); } catch (JsonException) { } }",
        "static Answer Parse(string text) => text.StartsWith(\"{\") ? JsonSerializer.Deserialize<Answer>(text) : null; public async Task Run(string to) { var r = await SEND; store.Add(Parse(await r.Content.ReadAsStringAsync())); }",
        "static bool Ok(HttpResponseMessage r) => r.IsSuccessStatusCode; public async Task<Answer> Run(string to) { var r = await SEND; if (!Ok(r)) return null; return await r.Content.ReadFromJsonAsync<Answer>(); }").Check(Id);

    [Fact]
    public void What_exceptions_carry() => AnswerProgram.OfMembers(
        "public Answer A(string to) { var web = new WebClient(); try { web.UploadString(URL, JsonSerializer.Serialize(BODY)); return null; } catch (WebException ex) { using var reader = new StreamReader(ex.Response.GetResponseStream()); return JsonSerializer.[|Deserialize|]<Answer>(reader.ReadToEnd()); } }",
        "public Answer A(string to) { var web = new WebClient(); try { web.UploadString(URL, JsonSerializer.Serialize(BODY)); return null; } catch (WebException ex) { using var reader = new StreamReader(ex.Response.GetResponseStream()); var text = reader.ReadToEnd(); return text.StartsWith(\"{\") ? JsonSerializer.Deserialize<Answer>(text) : null; } }",
        "public Answer A(string to) { var web = new WebClient(); try { web.UploadString(URL, JsonSerializer.Serialize(BODY)); return null; } catch (WebException ex) { using var reader = new StreamReader(ex.Response.GetResponseStream()); try { return JsonSerializer.Deserialize<Answer>(reader.ReadToEnd()); } catch (JsonException) { return null; } } }",
        "public string A(string to) { var web = new WebClient(); try { return web.UploadString(URL, JsonSerializer.Serialize(BODY)); } catch (WebException ex) { using var reader = new StreamReader(ex.Response.GetResponseStream()); return reader.ReadToEnd(); } }",
        "public Answer A(string to) { var web = new WebClient(); try { web.UploadString(\"https://example.org/x\", \"{}\"); return null; } catch (WebException ex) { using var reader = new StreamReader(ex.Response.GetResponseStream()); return JsonSerializer.Deserialize<Answer>(reader.ReadToEnd()); } }",
        "public Answer A(string to) { var request = (HttpWebRequest)WebRequest.Create(URL); request.Method = \"POST\"; try { using (var writer = new StreamWriter(request.GetRequestStream())) writer.Write(JsonSerializer.Serialize(BODY)); using var answer = request.GetResponse(); return null; } catch (WebException ex) when (ex.Response != null) { var answer = (HttpWebResponse)ex.Response; using var reader = new StreamReader(answer.GetResponseStream()); var text = reader.ReadToEnd(); return JsonSerializer.[|Deserialize|]<Answer>(text); } }").Check(Id);

    [Fact]
    public void RestSharp_and_Newtonsoft() => AnswerProgram.Of("""
        using RestSharp;
        using Newtonsoft.Json;
        public class A
        {
            public Answer Bad(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); var response = client.Execute(request); return JsonConvert.[|DeserializeObject|]<Answer>(response.Content); }
            public Answer Good(string to) { var client = new RestClient(URL); var request = new RestRequest(Method.POST); request.AddJsonBody(BODY); var response = client.Execute(request); if (!response.IsSuccessful) return null; return JsonConvert.DeserializeObject<Answer>(response.Content); }
        }
        """).Check(Id);
}
