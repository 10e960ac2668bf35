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
}
