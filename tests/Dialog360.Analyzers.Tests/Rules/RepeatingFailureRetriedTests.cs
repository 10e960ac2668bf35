using Dialog360.Analyzers.Tests.Sending;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0205. <c>SEND</c> stands for the call of <c>PostAsJsonAsync</c> with a template.</summary>
public sealed class RepeatingFailureRetriedTests
{
    private const string Id = "DLG0205";

    [Theory]
    // Every failure, by the condition of the loop.
    [InlineData("HttpResponseMessage r; do { r = await SEND; await Task.Delay(500); } while ([|!r.IsSuccessStatusCode|]);")]
    [InlineData("HttpResponseMessage r; int attempt = 0; do { r = await SEND; } while (attempt++ < 3 && [|!r.IsSuccessStatusCode|]);")]
    [InlineData("HttpResponseMessage r; int n = 0; do { r = await SEND; n++; } while ([|r.StatusCode != HttpStatusCode.OK|] && n < 5);")]
    [InlineData("bool sent = false; while ([|!sent|]) { var r = await SEND; sent = r.IsSuccessStatusCode; await Task.Delay(1000); }")]
    [InlineData("bool sent = false; for (int i = 0; i < 5 && [|!sent|]; i++) { var r = await SEND; if (r.IsSuccessStatusCode) sent = true; }")]
    [InlineData("while ([|!(await SEND).IsSuccessStatusCode|]) { await Task.Delay(1000); }")]
    [InlineData("while ([|!await Try(to)|]) { await Task.Delay(1000); }")]
    // Every failure, where the loop is only left on success.
    [InlineData("[|while|] (true) { var r = await SEND; if (r.IsSuccessStatusCode) break; await Task.Delay(1000); }")]
    [InlineData("[|for|] (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; await Task.Delay(1000); }")]
    [InlineData("[|for|] (int attempt = 1; attempt <= 5; attempt++) { var r = await SEND; if ((int)r.StatusCode == 200) break; Console.WriteLine(\"again\"); }")]
    [InlineData("[|foreach|] (var pause in new[] { 1, 5, 30 }) { var r = await SEND; if (r.IsSuccessStatusCode) return; await Task.Delay(pause * 1000); }")]
    [InlineData("int tries = 0; [|while|] (tries < 3) { var r = await SEND; if (r.IsSuccessStatusCode) { return; } tries++; }")]
    [InlineData("[|for|] (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; if (i == 2) throw new Exception(\"failed\"); await Task.Delay(1000); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if ([|!r.IsSuccessStatusCode|]) { await Task.Delay(1000); continue; } return; }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if ([|(int)r.StatusCode >= 400|]) { await Task.Delay(1000); continue; } break; }")]
    [InlineData("foreach (var phone in phones) { [|for|] (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) break; await Task.Delay(1000); } }")]
    // Every failure, by an exception.
    [InlineData("while (true) { try { var r = await SEND; r.EnsureSuccessStatusCode(); return; } [|catch|] (HttpRequestException) { await Task.Delay(1000); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { (await SEND).EnsureSuccessStatusCode(); break; } [|catch|] (HttpRequestException e) { Console.WriteLine(e.Message); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { (await SEND).EnsureSuccessStatusCode(); break; } [|catch|] (Exception) { if (i == 2) throw; await Task.Delay(1000); } }")]
    [InlineData("int tries = 0; while (true) { try { (await SEND).EnsureSuccessStatusCode(); break; } [|catch|] when (tries++ < 3) { await Task.Delay(1000); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { await Ensured(to); return; } [|catch|] (HttpRequestException) { await Task.Delay(1000); } }")]
    // One code or status.
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if ([|r.StatusCode == HttpStatusCode.Unauthorized|]) { await Task.Delay(1000); continue; } break; }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if ((int)r.StatusCode == 429 || [|(int)r.StatusCode == 403|]) { await Task.Delay(1000); continue; } break; }")]
    [InlineData("int code; do { var r = await SEND; code = await CodeOf(r); await Task.Delay(1000); } while ([|code == 470|]);")]
    [InlineData("int code; int n = 0; do { code = await CodeOf(await SEND); } while (n++ < 3 && (code == 130429 || [|code == 131026|]));")]
    [InlineData("for (int i = 0; i < 3; i++) { var code = await CodeOf(await SEND); if (code is 130429 or [|131047|]) continue; return; }")]
    [InlineData("for (int i = 0; i < 3; i++) { var code = await CodeOf(await SEND); if ([|code is 2001|]) continue; return; }")]
    [InlineData("for (int i = 0; i < 3; i++) { var code = await CodeOf(await SEND); switch (code) { case 1016: [|case 1006:|] await Task.Delay(1000); continue; default: return; } }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; bool retry = r.StatusCode switch { HttpStatusCode.TooManyRequests => true, [|HttpStatusCode.Forbidden|] => true, _ => false }; if (!retry) break; }")]
    [InlineData("for (int i = 0; i < 3; i++) { var code = await CodeOf(await SEND); if (![|retried.Contains(code)|]) break; await Task.Delay(1000); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var code = await CodeOf(await SEND); if (![|IsTransient(code)|]) break; await Task.Delay(1000); }")]
    [InlineData("while (true) { try { (await SEND).EnsureSuccessStatusCode(); return; } catch (HttpRequestException e) when ([|e.StatusCode == HttpStatusCode.Unauthorized|]) { await Task.Delay(1000); } }")]
    [InlineData("bool again; do { again = false; var r = await SEND; if ([|r.StatusCode == HttpStatusCode.Forbidden|]) again = true; } while (again);")]
    // Written with goto, looked for in the text of the answer, judged by a method of several statements, by the type of an exception.
    [InlineData("int n = 0; again: var r = await SEND; if ([|!r.IsSuccessStatusCode|] && n++ < 3) { await Task.Delay(500); goto again; }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; var text = await r.Content.ReadAsStringAsync(); if ([|text.Contains(\"131026\")|]) { await Task.Delay(500); continue; } break; }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (![|Passes(r.StatusCode)|]) break; await Task.Delay(500); }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { (await SEND).EnsureSuccessStatusCode(); return; } [|catch|] (Exception e) when (e is HttpRequestException or TaskCanceledException) { await Task.Delay(500); } }")]
    public void Reported(string statements) => SendingProgram.Of(Program(statements)).Check(Id);

    [Theory]
    [InlineData("async Task Again(string to, int attempt = 0) { var r = await SEND; if ([|!r.IsSuccessStatusCode|] && attempt < 3) { await Task.Delay(1000); await Again(to, attempt + 1); } }")]
    [InlineData("async Task<bool> Again(string to, int attempt) { var r = await SEND; if ([|r.StatusCode == HttpStatusCode.Unauthorized|]) return await Again(to, attempt + 1); return r.IsSuccessStatusCode; }")]
    public void Methods_that_call_themselves_are_reported(string method) => SendingProgram.Of(Program("", method)).Check(Id);

    [Theory]
    // Only what passes is retried.
    [InlineData("HttpResponseMessage r; do { r = await SEND; await Task.Delay(500); } while ((int)r.StatusCode >= 500);")]
    [InlineData("HttpResponseMessage r; do { r = await SEND; } while (r.StatusCode == HttpStatusCode.TooManyRequests);")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if ((int)r.StatusCode is 408 or 429 or >= 500) { await Task.Delay(1000); continue; } break; }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.BadGateway) continue; return; }")]
    [InlineData("int code; do { code = await CodeOf(await SEND); } while (code == 130429 || code == 1016);")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (!IsServerError(r.StatusCode)) break; await Task.Delay(1000); }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { (await SEND).EnsureSuccessStatusCode(); return; } catch (HttpRequestException e) when ((int)e.StatusCode >= 500) { await Task.Delay(1000); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { (await SEND).EnsureSuccessStatusCode(); return; } catch (HttpRequestException e) when (e.StatusCode is null or HttpStatusCode.ServiceUnavailable) { await Task.Delay(1000); } }")]
    [InlineData("int n = 0; again: var r = await SEND; if ((int)r.StatusCode >= 500 && n++ < 3) { await Task.Delay(500); goto again; }")]
    [InlineData("var r = await SEND; if (!r.IsSuccessStatusCode) goto failed; return; failed: Console.WriteLine(to);")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; var text = await r.Content.ReadAsStringAsync(); if (text.Contains(\"130429\")) { await Task.Delay(500); continue; } break; }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { (await SEND).EnsureSuccessStatusCode(); return; } catch (Exception e) when (e is TaskCanceledException or TimeoutException) { await Task.Delay(500); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { (await SEND).EnsureSuccessStatusCode(); return; } catch (Exception e) when (e is HttpRequestException { StatusCode: >= HttpStatusCode.InternalServerError }) { await Task.Delay(500); } }")]
    // Left for what does not pass.
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; if ((int)r.StatusCode < 500) break; await Task.Delay(1000); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode || (int)r.StatusCode < 500) return; await Task.Delay(1000); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; if ((int)r.StatusCode >= 400 && (int)r.StatusCode < 500 && (int)r.StatusCode != 429) throw new Exception(); await Task.Delay(1000); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; if (r.StatusCode == HttpStatusCode.BadRequest) break; await Task.Delay(1000); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; if (await CodeOf(r) == 470) return; await Task.Delay(1000); }")]
    [InlineData("for (int i = 0; i < 3; i++) { var r = await SEND; if (r.IsSuccessStatusCode) return; if (!filter.ShouldRetry(r)) return; await Task.Delay(1000); }")]
    [InlineData("while (true) { try { (await SEND).EnsureSuccessStatusCode(); return; } catch (HttpRequestException e) { if (e.StatusCode < HttpStatusCode.InternalServerError) throw; await Task.Delay(1000); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { (await SEND).EnsureSuccessStatusCode(); return; } catch (HttpRequestException e) when (filter.IsTransient(e)) { await Task.Delay(1000); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { var r = await SEND; if (!r.IsSuccessStatusCode) { Console.WriteLine(r.StatusCode); } return; } catch (HttpRequestException) { await Task.Delay(1000); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { await SEND; return; } catch (TaskCanceledException) { await Task.Delay(1000); } }")]
    // Another message, or what is wrong is repaired first.
    [InlineData("object body = new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } }; while (true) { var r = await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", body); if (await CodeOf(r) == 131047) { body = Template(to); continue; } break; }")]
    [InlineData("for (int i = 0; i < 2; i++) { var r = await SEND; if (r.StatusCode == HttpStatusCode.Unauthorized) { await RefreshKey(); continue; } break; }")]
    [InlineData("var r = await SEND; if (await CodeOf(r) == 470) { await Other(to); }")]
    // No retry.
    [InlineData("foreach (var phone in phones) { to = phone; var r = await SEND; if (!r.IsSuccessStatusCode) { Console.WriteLine(phone); continue; } }")]
    [InlineData("foreach (var to2 in phones) { var r = await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to = to2, type = \"text\", text = new { body = \"x\" } }); if (r.IsSuccessStatusCode) break; }")]
    [InlineData("for (int i = 0; i < phones.Count; i++) { var r = await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to = phones[i], type = \"text\", text = new { body = \"x\" } }); if (r.IsSuccessStatusCode) return; }")]
    [InlineData("foreach (var phone in phones) { try { (await SEND).EnsureSuccessStatusCode(); } catch (HttpRequestException) { Console.WriteLine(phone); } }")]
    [InlineData("while (true) { var r = await SEND; if (!r.IsSuccessStatusCode) Console.WriteLine(\"failed\"); await Task.Delay(86400000); }")]
    [InlineData("while (true) { var r = await client.GetAsync(\"https://waba-v2.360dialog.io/health_status\"); if (r.IsSuccessStatusCode) break; await Task.Delay(1000); }")]
    [InlineData("while (true) { var r = await client.PostAsJsonAsync(\"https://example.org/orders\", new { to }); if (r.IsSuccessStatusCode) break; await Task.Delay(1000); }")]
    [InlineData("for (int attempt = 0; attempt < 3; attempt++) { await SEND; }")]
    [InlineData("var r = await SEND; if (!r.IsSuccessStatusCode) throw new Exception(\"refused\");")]
    [InlineData("for (int i = 0; i < 470; i++) { var r = await SEND; if ((int)r.StatusCode < 500) break; }")]
    [InlineData("var r = await SEND; while (await CodeOf(r) == 470) { Console.WriteLine(to); break; }")]
    [InlineData("for (int i = 0; i < 3; i++) { var code = await CodeOf(await SEND); switch (code) { case 1016: await Task.Delay(1000); continue; case 470: return; default: return; } }")]
    [InlineData("for (int i = 0; i < 3; i++) { var code = await CodeOf(await SEND); if (code != 470) continue; return; }")]
    public void Not_reported(string statements) => SendingProgram.Of(Program(statements)).Check(Id);

    [Theory]
    [InlineData("async Task Again(string to, int attempt = 0) { var r = await SEND; if ((int)r.StatusCode >= 500 && attempt < 3) await Again(to, attempt + 1); }")]
    [InlineData("async Task Again(string to, bool plus = true) { var r = await SEND; if (!r.IsSuccessStatusCode && plus) await Again(to.TrimStart('+'), false); }")]
    public void Methods_that_call_themselves_are_not_reported(string method) => SendingProgram.Of(Program("", method)).Check(Id);

    private static string Program(string statements, string method = "") => $$"""
        interface IFilter { bool ShouldRetry(HttpResponseMessage r); bool IsTransient(Exception e); }
        class A(HttpClient client, IFilter filter)
        {
            static readonly int[] retried = { 130429, 470 };
            static bool IsTransient(int code) => code is 1016 or 1009;
            static bool Passes(HttpStatusCode status) { if (status == HttpStatusCode.Forbidden) { return true; } switch (status) { case HttpStatusCode.TooManyRequests: return true; default: return (int)status >= 500; } }
            static bool IsServerError(HttpStatusCode status) => (int)status >= 500;
            Task RefreshKey() => Task.CompletedTask;
            Task Other(string to) => Task.CompletedTask;
            object Template(string to) => new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "en" } } };
            async Task<int> CodeOf(HttpResponseMessage r) => JsonNode.Parse(await r.Content.ReadAsStringAsync())["error"]["code"].GetValue<int>();
            async Task<bool> Try(string to) { var r = await SEND; return r.IsSuccessStatusCode; }
            async Task Ensured(string to) { var r = await SEND; r.EnsureSuccessStatusCode(); }
            {{method}}
            async Task M(string to, List<string> phones)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """.Replace("SEND", "client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } })", StringComparison.Ordinal);
}
