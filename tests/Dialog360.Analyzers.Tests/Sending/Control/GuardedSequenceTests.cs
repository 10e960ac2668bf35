namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Forms a and b of DLG0201: sequences that hold only recipients whose session is open.</summary>
public sealed class GuardedSequenceTests
{
    private const string Members = """
        public interface IQueries
        {
            Task<List<Customer>> WithInboundAfterAsync(DateTimeOffset since);
            Task<List<Customer>> WithInboundBeforeAsync(DateTimeOffset limit);
            Task<List<Customer>> ContactedSinceAsync(DateTimeOffset since);
            Task<List<Customer>> SentSinceAsync(DateTimeOffset since);
            Task<bool> HasInboundSinceAsync(string phone, DateTimeOffset since);
            bool HasInboundWithin(string phone, TimeSpan span);
        }
        private readonly IQueries queries = null!;
        private IEnumerable<Customer> Reachable(IEnumerable<Customer> all) { foreach (Customer c in all) if (DateTimeOffset.UtcNow - c.LastInboundAt < TimeSpan.FromHours(24)) yield return c; }
        private IEnumerable<Customer> Subscribed(IEnumerable<Customer> all) { foreach (Customer c in all) if (c.OptedIn) yield return c; }
        private IEnumerable<Customer> Some(IEnumerable<Customer> all) { foreach (Customer c in all) { if (c.HasOpenWindow) yield return c; } yield return all.First(); }
        private List<Customer> Collected(IEnumerable<Customer> all) { List<Customer> open = new(); foreach (Customer c in all) { if (c.HasOpenWindow) open.Add(c); } return open; }
        """;

    [Theory]
    // Iterators and lists that are filled one by one.
    [InlineData("foreach (Customer c in Reachable(await store.AllAsync())) await whatsApp.SendTextAsync(c.Phone, \"hi\");")]
    [InlineData("foreach (Customer c in Collected(await store.AllAsync())) await whatsApp.SendTextAsync(c.Phone, \"hi\");")]
    [InlineData("var fresh = new List<Customer>(); foreach (Customer c in await store.AllAsync()) if (c.HasOpenWindow) fresh.Add(c); foreach (Customer c in fresh) await whatsApp.SendTextAsync(c.Phone, \"hi\");")]
    [InlineData("var all = await store.AllAsync(); all.RemoveAll(c => c.LastInboundAt < DateTimeOffset.UtcNow.AddHours(-24)); foreach (Customer c in all) await whatsApp.SendTextAsync(c.Phone, \"hi\");")]
    [InlineData("var all = await store.AllAsync(); foreach (Customer c in all.FindAll(c => c.HasOpenWindow)) await whatsApp.SendTextAsync(c.Phone, \"hi\");")]
    // Single elements of such.
    [InlineData("var fresh = (await store.AllAsync()).Where(c => c.HasOpenWindow).ToList(); for (int i = 0; i < fresh.Count; i++) await whatsApp.SendTextAsync(fresh[i].Phone, \"hi\");")]
    [InlineData("Customer[] fresh = (await store.AllAsync()).Where(c => c.HasOpenWindow).ToArray(); await whatsApp.SendTextAsync(fresh[0].Phone, \"hi\");")]
    [InlineData("Customer first = (await store.AllAsync()).First(c => c.HasOpenWindow); await whatsApp.SendTextAsync(first.Phone, \"hi\");")]
    // Queries that are asked for what has come in during the last 24 hours.
    [InlineData("foreach (Customer c in await queries.WithInboundAfterAsync(DateTimeOffset.UtcNow.AddHours(-24))) await whatsApp.SendTextAsync(c.Phone, \"hi\");")]
    [InlineData("DateTimeOffset since = DateTimeOffset.UtcNow - TimeSpan.FromDays(1); if (await queries.HasInboundSinceAsync(customer.Phone, since)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (!queries.HasInboundWithin(customer.Phone, TimeSpan.FromHours(24))) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    public void IsAGuard(string statements) => SessionProgram.CheckJob(statements, Members);

    [Theory]
    [InlineData("foreach (Customer c in Subscribed(await store.AllAsync())) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");")]
    [InlineData("foreach (Customer c in Some(await store.AllAsync())) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");")]
    [InlineData("var stale = new List<Customer>(); foreach (Customer c in await store.AllAsync()) if (!c.HasOpenWindow) stale.Add(c); foreach (Customer c in stale) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");")]
    [InlineData("var mixed = new List<Customer>(); foreach (Customer c in await store.AllAsync()) { if (c.HasOpenWindow) mixed.Add(c); if (c.OptedIn) mixed.Add(c); } foreach (Customer c in mixed) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");")]
    [InlineData("var all = await store.AllAsync(); var more = new List<Customer>(all); foreach (Customer c in all) if (c.HasOpenWindow) more.Add(c); foreach (Customer c in more) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");")]
    [InlineData("var all = await store.AllAsync(); all.RemoveAll(c => c.HasOpenWindow); foreach (Customer c in all) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");")]
    [InlineData("var all = await store.AllAsync(); foreach (Customer c in all) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\"); all.RemoveAll(c => !c.HasOpenWindow);")]
    [InlineData("var all = (await store.AllAsync()).OrderBy(c => c.HasOpenWindow).ToList(); await whatsApp.[|SendTextAsync|](all[0].Phone, \"hi\");")]
    [InlineData("Customer first = (await store.AllAsync()).First(c => c.OptedIn); await whatsApp.[|SendTextAsync|](first.Phone, \"hi\");")]
    [InlineData("foreach (Customer c in await queries.WithInboundBeforeAsync(DateTimeOffset.UtcNow.AddHours(-24))) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");")]
    [InlineData("foreach (Customer c in await queries.SentSinceAsync(DateTimeOffset.UtcNow.AddHours(-24))) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");")]
    [InlineData("foreach (Customer c in await queries.WithInboundAfterAsync(DateTimeOffset.UtcNow.AddDays(-30))) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");")]
    [InlineData("if (await queries.HasInboundSinceAsync(customer.Phone, DateTimeOffset.UtcNow.AddHours(-24))) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    public void IsNoGuard(string statements) => SessionProgram.CheckJob(statements, Members);
}
