using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Programs around one small WhatsApp client, as applications have it.</summary>
internal static class SessionProgram
{
    /// <summary>The client: free-form texts and templates to a recipient that its callers give.</summary>
    public const string Client = """
        public interface IWhatsApp
        {
            Task<HttpResponseMessage> SendTextAsync(string to, string body);
            Task SendTemplateAsync(string to, string name);
        }

        public sealed class WhatsApp : IWhatsApp
        {
            private readonly HttpClient http = new HttpClient();

            public Task<HttpResponseMessage> SendTextAsync(string to, string body) =>
                http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });

            public Task SendTemplateAsync(string to, string name) =>
                http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" } } });
        }

        """;

    /// <summary>Where the customers come from.</summary>
    public const string Store = """
        public sealed class Customer
        {
            public string Phone { get; set; } = "";
            public DateTimeOffset LastInboundAt { get; set; }
            public DateTimeOffset LastSentAt { get; set; }
            public DateTimeOffset CreatedAt { get; set; }
            public DateTimeOffset? LastSeen { get; set; }
            public bool HasOpenWindow { get; set; }
            public bool OptedIn { get; set; }
        }

        public interface IStore
        {
            Customer Find(int id);
            Task<Customer?> FindAsync(int id);
            IQueryable<Customer> Customers { get; }
            Task<List<Customer>> AllAsync();
        }
        """;

    /// <summary>Checks what DLG0201 finds in files beside the client.</summary>
    public static void Check(params string[] files) => new TestProgram("DLG0201", [.. files, Client, Store]).Check();

    /// <summary>The same without the client.</summary>
    public static void CheckAlone(params string[] files) => new TestProgram("DLG0201", [.. files, Store]).Check();

    /// <summary>
    /// Checks statements in a job that has loaded <c>customer</c> from a store: nobody outside answers for them. At hand:
    /// <c>whatsApp</c>, <c>store</c>, <c>id</c>, <c>clock</c>, <c>log</c>.
    /// </summary>
    public static void CheckJob(string statements, string members = "") => Check($$"""
        public sealed class Job
        {
            private readonly IWhatsApp whatsApp;
            private readonly IStore store;
            private readonly TimeProvider clock = TimeProvider.System;
            private readonly Action<string> log = Console.WriteLine;

            public Job(IWhatsApp whatsApp, IStore store)
            {
                this.whatsApp = whatsApp;
                this.store = store;
            }

            public async Task Run(int id)
            {
                Customer customer = store.Find(id);
                await Task.Yield();
                {{statements}}
            }

            {{members}}
        }
        """);
}
