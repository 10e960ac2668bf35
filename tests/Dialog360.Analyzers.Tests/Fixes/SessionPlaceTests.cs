using Dialog360.Analyzers.CodeFixes.Editing;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0201: where a guard goes around a send, and which method beside it sends the template.</summary>
public sealed class SessionPlaceTests
{
    private const string Url = SessionFixBench.Url;
    private const string Text = "new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } }";

    private static string Job(string members) => $$"""
        public sealed class Job
        {
            private readonly HttpClient http = new HttpClient();
            private readonly string[] all = { "4915112345678" };

            {{members.Replace("URL", Url, StringComparison.Ordinal).Replace("TEXT", Text, StringComparison.Ordinal)}}
        }
        """;

    /// <summary>Members that send a visible message, and what the guard makes of them.</summary>
    public static TheoryData<string, string> Places => new()
    {
        { "public async Task Go(string to) { await http.PostAsJsonAsync(URL, TEXT); }", "object message = IsSessionOpen(to)\n        ? new {" },
        { "public async Task Go(string to) { if (to.Length > 3) await http.PostAsJsonAsync(URL, TEXT); else await Task.Yield(); }", "IsSessionOpen(to)\n        ? (object)new {" },
        { "public async Task Go(string to) { switch (to.Length) { case 3: await http.PostAsJsonAsync(URL, TEXT); break; default: break; } }", "case 3: object message = IsSessionOpen(to)\n" },
        { "public Task<HttpResponseMessage> Go(string to) => http.PostAsJsonAsync(URL, TEXT);", "IsSessionOpen(to)\n        ? (object)new {" },
        { "public async Task<bool> Go(string to) { var answer = await http.PostAsJsonAsync(URL, TEXT); return answer.IsSuccessStatusCode; }", "object message = IsSessionOpen(to)\n        ? new {" },
        { "public async Task<bool> Go(string to) => (await http.PostAsJsonAsync(URL, TEXT)).IsSuccessStatusCode;", "IsSessionOpen(to)\n        ? (object)new {" },
        { "public async Task<int> Go() { int sent = 0; foreach (string to in all) { await Task.Delay(100); var answer = await http.PostAsJsonAsync(URL, TEXT); if (answer.IsSuccessStatusCode) sent++; } return sent; }", "object message = IsSessionOpen(to)\n        ? new {" },
        { "public async Task Go(string to) { using var answer = await http.PostAsJsonAsync(URL, TEXT); answer.EnsureSuccessStatusCode(); }", "object message = IsSessionOpen(to)\n        ? new {" },
        { "public async Task Go(string to) { using (var answer = await http.PostAsJsonAsync(URL, TEXT)) { answer.EnsureSuccessStatusCode(); } }", "object message = IsSessionOpen(to)\n        ? new {" },
        { "public async Task Go(string to) { if (!(await http.PostAsJsonAsync(URL, TEXT)).IsSuccessStatusCode) throw new InvalidOperationException(); }", "object message = IsSessionOpen(to)\n        ? new {" },
        { "public async Task Go(string to) { HttpResponseMessage answer; try { answer = await http.PostAsJsonAsync(URL, TEXT); } catch (HttpRequestException) { return; } answer.EnsureSuccessStatusCode(); }", "object message = IsSessionOpen(to)\n        ? new {" },
        { "public static async Task Go(HttpClient client, string to) { await client.PostAsJsonAsync(URL, TEXT); }", "private static bool IsSessionOpen(string recipient)" },
        { "public void Go() { Action<string> send = to => http.PostAsJsonAsync(URL, TEXT); foreach (string each in all) { Thread.Sleep(100); send(each); } }", "IsSessionOpen(to)\n        ? (object)new {" },
        { "public void Go() { Func<string, Task<HttpResponseMessage>> send = to => http.PostAsJsonAsync(URL, TEXT); foreach (string each in all) { Thread.Sleep(100); send(each).Wait(); } }", "IsSessionOpen(to)\n        ? (object)new {" },
        { "public void Go() => all.ToList().ForEach(to => http.PostAsJsonAsync(URL, TEXT).Wait());", "IsSessionOpen(to)\n        ? (object)new {" },
        { "public async Task Go() { var tasks = all.Select(async to => { await Task.Delay(10); return await http.PostAsJsonAsync(URL, TEXT); }); await Task.WhenAll(tasks); }", "object message = IsSessionOpen(to)\n        ? new {" },
        { "public async Task Go(string to) { async Task Send() => await http.PostAsJsonAsync(URL, TEXT); await Send(); }", "IsSessionOpen(to)\n        ? (object)new {" },
        { "public async Task Go(string to) { var isImage = to.Length > 3; await http.PostAsJsonAsync(URL, isImage ? (object)TEXT : new { messaging_product = \"whatsapp\", to, type = \"image\", image = new { id = \"1\" } }); }", "IsSessionOpen(to)" },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task GuardsAVisibleMessage(string member, string expected)
    {
        string text = await SessionFixBench.FixAsync(Job(member), "guard-session");
        Assert.Contains(expected, text.Replace("            ", "        ", StringComparison.Ordinal).Replace("{\n ", "{\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("type = \"template\", template = new { name = \"TEMPLATE_NAME\", language = new { code = \"en\" } }", text, StringComparison.Ordinal);
    }

    /// <summary>Comments stay with what they are about.</summary>
    [Theory]
    [InlineData("// Friendly.\n        await Text(to); // polite\n        await Task.Yield();", "await Text(to); // polite\n")]
    [InlineData("await http.PostAsJsonAsync(URL, new { messaging_product = \"whatsapp\", /* the guest */ to, type = \"text\", text = new { body = \"hi\" } });", "/* the guest */ to, type = \"text\"")]
    [InlineData("await http.PostAsJsonAsync(URL, new\n        {\n            messaging_product = \"whatsapp\",\n            // the guest\n            to,\n            type = \"text\",\n            text = new { body = \"hi\" }, // short\n        });", "text = new { body = \"hi\" }, // short")]
    public async Task CommentsStayWithTheText(string statements, string kept)
    {
        string text = await SessionFixBench.FixAsync(
            Job($"public async Task Go(string to)\n    {{\n        {statements}\n    }}\n"
                + (statements.Contains("Text(", StringComparison.Ordinal) ? "public async Task Text(string to) => (await http.PostAsJsonAsync(URL, TEXT)).EnsureSuccessStatusCode();" : string.Empty)),
            "guard-session");
        Assert.Contains(kept, text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("polite").Length + text.Split("the guest").Length - 1);
    }

    /// <summary>Sends of one of several messages, and what the guard makes of them.</summary>
    public static TheoryData<string, string> Choices => new()
    {
        { "await http.PostAsJsonAsync(URL, to.Length > 3 ? (object)TEXT : IMAGE);", "object message = IsSessionOpen(to)\n            ? to.Length > 3 ? (object)new {" },
        { "object payload = to.Length > 3 ? TEXT : IMAGE; await http.PostAsJsonAsync(URL, payload);", "object payload = IsSessionOpen(to)\n            ? to.Length > 3 ? new {" },
        { "var payload = to.Length switch { 3 => (object)TEXT, 4 => IMAGE, _ => throw new InvalidOperationException() }; await http.PostAsJsonAsync(URL, payload);", "object payload = IsSessionOpen(to)\n            ? to.Length switch" },
        { "object payload = to.Length > 3 ? TEXT : new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }; await http.PostAsJsonAsync(URL, payload);", "object payload = to.Length > 3 ? (IsSessionOpen(to)" },
    };

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task SendsOneTemplateForAllThatMayBeChosen(string statements, string expected)
    {
        string text = await SessionFixBench.FixAsync(Job("public async Task Go(string to)\n    {\n        " + statements.Replace("IMAGE", "new { messaging_product = \"whatsapp\", to, type = \"image\", image = new { id = \"1\" } }", StringComparison.Ordinal) + "\n    }"), "guard-session");
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("IsSessionOpen(to)").Length);
    }

    [Fact]
    public async Task GuardsMinimalApis()
    {
        string text = await SessionFixBench.FixAsync("""
            // WhatsApp
            using Microsoft.AspNetCore.Builder;
            HttpClient http = new HttpClient();
            var app = Microsoft.AspNetCore.Builder.WebApplication.Create();
            app.MapPost("/x", (string to) => http.PostAsJsonAsync(URL, TEXT));
            app.MapPost("/y", async (string to) => await http.PostAsJsonAsync(URL, TEXT));
            """.Replace("URL", Url, StringComparison.Ordinal).Replace("TEXT", Text, StringComparison.Ordinal), "guard-session");
        Assert.Equal(3, text.Split(", IsSessionOpen(to)\n    ? (object)new {").Length);
        Assert.Equal(2, text.Split("static bool IsSessionOpen(string recipient)").Length);
    }

    [Fact]
    public async Task LeavesExpressionTreesAlone() => await SessionFixBench.LeavesAsync(Job("public void Go(string to) { Enqueue(() => http.PostAsync(URL, new StringContent(\"{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"x\\\"},\\\"to\\\":\\\"\" + to + \"\\\"}\"))); } private static void Enqueue(System.Linq.Expressions.Expression<Func<Task>> job) { }"), "guard-session");

    /// <summary>Sends of a message that another method makes, and what the guard makes of them.</summary>
    public static TheoryData<string, string> Made => new()
    {
        { "await http.PostAsJsonAsync(URL, Messages.BuildText(to, \"hi\"));", "var message = IsSessionOpen(to)\n            ? Messages.BuildText(to, \"hi\")\n            : Messages.BuildTemplate(to, \"TEMPLATE_NAME\", \"en\");" },
        { "var payload = Messages.BuildText(to, \"hi\"); var answer = await http.PostAsJsonAsync(URL, payload); answer.EnsureSuccessStatusCode();", "var payload = IsSessionOpen(to)\n            ? Messages.BuildText(to, \"hi\")\n            : Messages.BuildTemplate(to, \"TEMPLATE_NAME\", \"en\");" },
    };

    [Theory]
    [MemberData(nameof(Made))]
    public async Task MakesTheTemplateWithTheMethodBeside(string statements, string expected)
    {
        const string Messages = """
            public static class Messages
            {
                public static object BuildText(string to, string body) => new { messaging_product = "whatsapp", to, type = "text", text = new { body } };
                public static object BuildTemplate(string to, string template, string language) => new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = language } } };
            }
            """;
        string program = Job("public async Task Go(string to)\n    {\n        " + statements + "\n    }");
        Assert.Contains(expected, await SessionFixBench.FixAsync(program, "guard-session", Messages), StringComparison.Ordinal);
        Assert.DoesNotContain("BuildText", await SessionFixBench.FixAsync(program, "send-template", Messages), StringComparison.Ordinal);
    }

    private const string Application = """
        public sealed class Customer { public Guid Id { get; set; } public string Phone { get; set; } = ""; }
        public enum Lang { en, de }
        public interface IStore { Customer Find(int id); }
        public static class Http
        {
            private static readonly HttpClient http = new HttpClient();
            public static async Task<bool> PostAsync(string to, string body) => (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } })).IsSuccessStatusCode;
        }
        """;

    private static string Caller(string statement, string signature = "async Task RunAsync(int id, CancellationToken token)") => $$"""
        public sealed class Job
        {
            private readonly Sender whatsApp = new Sender();
            private readonly IStore store = null!;

            public {{signature}}
            {
                Customer customer = store.Find(id);
                {{statement}}
            }
        }
        """;

    private static string Sender(string text, string templates) => $$"""
        public class Sender
        {
            {{text}}
            {{templates}}
        }
        """;

    private const string SendText = "public Task<bool> SendTextAsync(string to, string body) => Http.PostAsync(to, body);";

    /// <summary>Methods beside the send, and how they are called.</summary>
    public static TheoryData<string, string> Siblings => new()
    {
        { "public Task<bool> SendTemplateAsync(string to, string template) => Task.FromResult(true);", "await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\");" },
        { "public Task SendTemplateAsync(string to, string template, string language) => Task.CompletedTask;", "await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\", \"en\");" },
        { "public Task SendTemplateAsync(string name, string languageCode, string to) => Task.CompletedTask;", "await whatsApp.SendTemplateAsync(\"TEMPLATE_NAME\", \"en\", customer.Phone);" },
        { "public Task SendTemplateAsync(string to, string name, params string[] values) => Task.CompletedTask;", "await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\");" },
        { "public Task SendTemplateAsync(string to, string name, Lang language, IEnumerable<string> values) => Task.CompletedTask;", "await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\", Lang.en, Array.Empty<string>());" },
        { "public Task SendTemplateAsync(string to, string name, List<string> values, string language = \"en\") => Task.CompletedTask;", "await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\", new List<string>());" },
        { "public Task SendTemplateAsync(string to, string name, IReadOnlyList<string>? values = null, string language = \"en\") => Task.CompletedTask;", "await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\");" },
        { "public Task SendTemplateAsync(Customer customer, string name) => Task.CompletedTask;", "await whatsApp.SendTemplateAsync(customer, \"TEMPLATE_NAME\");" },
        { "public Task EnviarPlantilla(string telefono, string plantilla, string idioma) => Task.CompletedTask;", "await whatsApp.EnviarPlantilla(customer.Phone, \"TEMPLATE_NAME\", \"en\");" },
        { "public Task SendTemplateAsync(string to, string name, string customerName) => Task.CompletedTask;", "await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\", \"CUSTOMER_NAME\");" },
        { "public Task SendTemplateAsync(string to, string name, string one, string two) => Task.CompletedTask; public Task SendTemplateAsync(string to, string name) => Task.CompletedTask;", "await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\");" },
    };

    [Theory]
    [MemberData(nameof(Siblings))]
    public async Task SendsATemplateThroughTheMethodBeside(string method, string expected)
    {
        string text = await SessionFixBench.FixAsync(Caller("await whatsApp.SendTextAsync(customer.Phone, \"hi\"); // hello"), "guard-session", Application, Sender(SendText, method));
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.Contains("await whatsApp.SendTextAsync(customer.Phone, \"hi\");", text, StringComparison.Ordinal);
        Assert.Contains("// hello", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public Task<string> GetTemplateAsync(string name, string language) => Task.FromResult(name);")]
    [InlineData("public Task SendTemplateAsync(byte[] template, Uri address) => Task.CompletedTask;")]
    [InlineData("public void SendTemplate(string to, string name) { }")]
    [InlineData("private Task SendTemplateAsync(string to, string name) => Task.CompletedTask; public Task Use() => SendTemplateAsync(\"\", \"\");")]
    [InlineData("public static Task SendTemplateAsync(string to, string name) => Task.CompletedTask;")]
    [InlineData("")]
    public async Task MarksThePlaceWhereNoMethodSendsATemplate(string method)
    {
        string text = await SessionFixBench.FixAsync(Caller("await whatsApp.SendTextAsync(customer.Phone, \"hi\");"), "guard-session", Application, Sender(SendText, method));
        Assert.Contains("// Outside the session nothing is sent: only a template message would be delivered. Send one here.", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bool sent = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); Console.WriteLine(sent);", "async Task RunAsync(int id)", "bool sent = IsSessionOpen(customer.Phone)\n            ? await whatsApp.SendTextAsync(customer.Phone, \"hi\")\n            : await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\");")]
    [InlineData("bool sent = await whatsApp.SendTextAsync(customer.Phone, \"hi\").ConfigureAwait(false); return sent;", "async Task<bool> RunAsync(int id)", ": await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\").ConfigureAwait(false);")]
    [InlineData("if (!await whatsApp.SendTextAsync(customer.Phone, \"hi\")) throw new InvalidOperationException();", "async Task RunAsync(int id)", "if (!(IsSessionOpen(customer.Phone)")]
    [InlineData("return await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "async Task<bool> RunAsync(int id)", "            return await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\");")]
    [InlineData("return whatsApp.SendTextAsync(customer.Phone, \"hi\");", "Task<bool> RunAsync(int id)", "            return whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\");")]
    public async Task KeepsTheResultOfTheMethodBeside(string statements, string signature, string expected)
    {
        string text = await SessionFixBench.FixAsync(Caller(statements, signature), "guard-session", Application, Sender(SendText, "public Task<bool> SendTemplateAsync(string to, string name) => Task.FromResult(true);"));
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoesOnWithTheNextRecipient()
    {
        string text = await SessionFixBench.FixAsync(Caller("foreach (int each in new[] { 1, id })\n        {\n            Customer one = store.Find(each);\n            bool sent = await whatsApp.SendTextAsync(one.Phone, \"hi\");\n            Console.WriteLine(sent);\n            await Task.Delay(100);\n        }"), "guard-session", Application, Sender(SendText, "public Task SendTemplateAsync(string to, string name) => Task.CompletedTask;"));
        Assert.Contains("            if (!IsSessionOpen(one.Phone))\n            {\n                await whatsApp.SendTemplateAsync(one.Phone, \"TEMPLATE_NAME\");\n                continue;\n            }\n\n            bool sent", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RepairsSeveralFindingsOfAFile()
    {
        string text = await SessionFixBench.FixAsync(Job("""
            public async Task One(string to) { await http.PostAsJsonAsync(URL, TEXT); }
            public async Task Two(string to) { var payload = TEXT; await http.PostAsJsonAsync(URL, payload); }
            public async Task<bool> Three(string to) { var answer = await http.PostAsJsonAsync(URL, TEXT); return answer.IsSuccessStatusCode; }
            public Task<HttpResponseMessage> Four(string to) => http.PostAsJsonAsync(URL, TEXT);
            """), "guard-session");
        Assert.Equal(5, text.Split("IsSessionOpen(to)").Length);
        Assert.Equal(2, text.Split("NotImplementedException").Length);
    }
}
