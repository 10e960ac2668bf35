namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Form c of DLG0201: the answer is tested for the error of a closed session, and something is done about it.</summary>
public sealed class AnswerTests
{
    private const string Members = """
        private static bool IsClosed(string body) => body.Contains("131047");
        private static Task<int> CodeOf(HttpResponseMessage answer) => Task.FromResult((int)answer.StatusCode);
        private Task Fall(string to) => whatsApp.SendTemplateAsync(to, "again");
        public enum Sent { Yes, No, SessionClosed }
        """;

    [Theory]
    [InlineData("HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); if (await CodeOf(answer) == 131047) await whatsApp.SendTemplateAsync(customer.Phone, \"x\");")]
    [InlineData("HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); if (!answer.IsSuccessStatusCode) { string body = await answer.Content.ReadAsStringAsync(); if (body.Contains(\"131047\")) await Fall(customer.Phone); }")]
    [InlineData("HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); string body = await answer.Content.ReadAsStringAsync(); if (IsClosed(body)) throw new InvalidOperationException(\"session\");")]
    [InlineData("HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); switch (await CodeOf(answer)) { case 470: await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); break; default: log(\"x\"); break; }")]
    [InlineData("HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); if (await CodeOf(answer) is 470 or 131047) { await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); }")]
    [InlineData("HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); if (await CodeOf(answer) != 131047) return; await whatsApp.SendTemplateAsync(customer.Phone, \"x\");")]
    [InlineData("try { (await whatsApp.SendTextAsync(customer.Phone, \"hi\")).EnsureSuccessStatusCode(); } catch (HttpRequestException e) when (e.Message.Contains(\"131047\")) { await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); }")]
    [InlineData("HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); int code = await CodeOf(answer); if (code == 131047 || code == 131026) await whatsApp.SendTemplateAsync(customer.Phone, \"x\");")]
    [InlineData("HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); string body = await answer.Content.ReadAsStringAsync(); if (body.Contains(\"470\") || (body.Contains(\"131047\") && id > 0) || body.Contains(\"window\")) throw new InvalidOperationException(\"session\");")]
    [InlineData("HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); string body = await answer.Content.ReadAsStringAsync(); if (!(body.Contains(\"131047\") || body.Contains(\"131026\"))) return; await whatsApp.SendTemplateAsync(customer.Phone, \"x\");")]
    public void IsHandled(string statements) => SessionProgram.CheckJob(statements, Members);

    [Theory]
    [InlineData("HttpResponseMessage answer = await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); if (await CodeOf(answer) == 131047) log(\"closed\");")]
    [InlineData("HttpResponseMessage answer = await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); if (await CodeOf(answer) == 131047) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("HttpResponseMessage answer = await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); if (await CodeOf(answer) == 131026) await whatsApp.SendTemplateAsync(customer.Phone, \"x\");")]
    [InlineData("HttpResponseMessage answer = await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); if (!answer.IsSuccessStatusCode) throw new InvalidOperationException();")]
    [InlineData("int known = 131047; log(known.ToString()); await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("HttpResponseMessage answer = await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); if (await CodeOf(answer) == 131047) return; log(\"sent\");")]
    // The status of some other message, looked at before.
    [InlineData("int[] failed = { 131047, 131053 }; foreach (int code in failed) { switch (code) { case 131047: await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); break; case 131053: await whatsApp.[|SendTextAsync|](customer.Phone, \"see our site\"); break; } }")]
    [InlineData("HttpResponseMessage answer = await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); int code = await CodeOf(answer); if (code == 131047 || code == 131026) log(\"closed\");")]
    [InlineData("HttpResponseMessage answer = await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); int code = await CodeOf(answer); if (code == 131047 || code == 131026) log(\"closed\"); await whatsApp.SendTemplateAsync(customer.Phone, \"x\");")]
    public void IsNotHandled(string statements) => SessionProgram.CheckJob(statements, Members);

    [Fact]
    public void ADistinctReturnOfTheWrapperIsEnough() => SessionProgram.CheckAlone("""
        public enum Sent { Yes, No, SessionClosed }
        public sealed class Sender(HttpClient http)
        {
            public async Task<Sent> TextAsync(string to, string body)
            {
                HttpResponseMessage answer = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                if (answer.IsSuccessStatusCode) return Sent.Yes;
                string json = await answer.Content.ReadAsStringAsync();
                return json.Contains("131047") ? Sent.SessionClosed : Sent.No;
            }
        }
        public sealed class Job(Sender sender, IStore store) { public Task Run() => sender.TextAsync(store.Find(1).Phone, "hi"); }
        """);

    [Fact]
    public void TheSameReturnAsForAnyFailureIsNot() => SessionProgram.CheckAlone("""
        public sealed class Sender(HttpClient http)
        {
            public async Task<bool> TextAsync(string to, string body)
            {
                HttpResponseMessage answer = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                if ((await answer.Content.ReadAsStringAsync()).Contains("131047")) return false;
                if (!answer.IsSuccessStatusCode) return false;
                return true;
            }
        }
        public sealed class Job(Sender sender, IStore store) { public Task Run() => sender.[|TextAsync|](store.Find(1).Phone, "hi"); }
        """);

    /// <summary>A caller who is told by the result of the wrapper knows of the closed session.</summary>
    [Theory]
    [InlineData("Sent", "return await CodeOf(answer) == 131047 ? Sent.SessionClosed : Sent.No;")]
    [InlineData("Sent", "return answer.IsSuccessStatusCode ? Sent.Yes : await CodeOf(answer) == 131047 ? Sent.SessionClosed : Sent.No;")]
    [InlineData("Sent", "int code = await CodeOf(answer); var result = code is 470 or 131047 ? Sent.SessionClosed : Sent.No; log(result.ToString()); return result;")]
    [InlineData("Sent", "int code = await CodeOf(answer); return code switch { 0 => Sent.Yes, 131047 => Sent.SessionClosed, _ => Sent.No };")]
    [InlineData("Sent", "int code = await CodeOf(answer); var result = code switch { 0 => Sent.Yes, 470 or 131047 => Sent.SessionClosed, _ => Sent.No }; return result;")]
    [InlineData("Sent", "int code = await CodeOf(answer); switch (code) { case 0: return Sent.Yes; case 131047: return Sent.SessionClosed; default: return Sent.No; }")]
    [InlineData("Sent", "return Of(await CodeOf(answer));")]
    [InlineData("Sent", "if (answer.IsSuccessStatusCode) return Sent.Yes; throw await CodeOf(answer) == 131047 ? new InvalidOperationException(to) : new HttpRequestException();")]
    [InlineData("bool", "return await CodeOf(answer) != 131047;")]
    [InlineData("(bool, bool)", "int code = await CodeOf(answer); bool closed = code == 131047; return (answer.IsSuccessStatusCode, closed);")]
    [InlineData("Result", "return new Result { Ok = answer.IsSuccessStatusCode, Closed = await CodeOf(answer) == 131047 };")]
    [InlineData("Result", "var result = new Result { Ok = answer.IsSuccessStatusCode }; string json = await answer.Content.ReadAsStringAsync(); result.Closed = json.Contains(\"131047\"); return result;")]
    public void ACallerWhoIsToldByTheResult(string type, string statements) => CheckWrapper(type, statements, "TextAsync");

    [Theory]
    [InlineData("Sent", "return await CodeOf(answer) == 131026 ? Sent.SessionClosed : Sent.No;")]
    [InlineData("Sent", "return await CodeOf(answer) == 131047 ? Sent.No : Sent.No;")]
    [InlineData("Sent", "int code = await CodeOf(answer); return code switch { 0 => Sent.Yes, 131047 => Sent.No, _ => Sent.No };")]
    [InlineData("Sent", "int code = await CodeOf(answer); log(code == 131047 ? \"closed\" : \"failed\"); return answer.IsSuccessStatusCode ? Sent.Yes : Sent.No;")]
    [InlineData("bool", "int code = await CodeOf(answer); bool closed = code == 131047; log(closed.ToString()); return answer.IsSuccessStatusCode;")]
    [InlineData("Result", "var result = new Result { Ok = answer.IsSuccessStatusCode }; var other = new Result(); other.Closed = await CodeOf(answer) == 131047; log(other.ToString()); return result;")]
    public void ACallerWhoIsNotTold(string type, string statements) => CheckWrapper(type, statements, "[|TextAsync|]");

    private static void CheckWrapper(string type, string statements, string call) => SessionProgram.CheckAlone($$"""
        public enum Sent { Yes, No, SessionClosed }
        public sealed class Result { public bool Ok { get; set; } public bool Closed { get; set; } }
        public sealed class Sender(HttpClient http, Action<string> log)
        {
            private static Task<int> CodeOf(HttpResponseMessage answer) => Task.FromResult((int)answer.StatusCode);
            private static Sent Of(int code) => code == 0 ? Sent.Yes : code == 131047 ? Sent.SessionClosed : Sent.No;
            public async Task<{{type}}> TextAsync(string to, string body)
            {
                HttpResponseMessage answer = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                {{statements}}
            }
        }
        public sealed class Job(Sender sender, IStore store) { public Task Run() => sender.{{call}}(store.Find(1).Phone, "hi"); }
        """);
}
