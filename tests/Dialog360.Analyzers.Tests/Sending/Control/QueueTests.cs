namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Items of queues and jobs of schedulers: who puts in answers for what is taken out.</summary>
public sealed class QueueTests
{
    private const string Frame = """
        using System.Threading.Channels;
        using Microsoft.Extensions.Hosting;
        public sealed record Outgoing(string Phone, string Text);
        public sealed class Inbound { public string from { get; set; } = ""; public string type { get; set; } = ""; public string timestamp { get; set; } = ""; }
        public sealed class Worker(Channel<Outgoing> channel, IWhatsApp whatsApp) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stop)
            {
                await foreach (Outgoing item in channel.Reader.ReadAllAsync(stop))
                {
                    await whatsApp.SendTextAsync(item.Phone, item.Text);
                }
            }
        }
        """;

    private const string Jobs = """
        public interface IJobs { string Enqueue<T>(System.Linq.Expressions.Expression<Func<T, Task>> call); string Schedule<T>(System.Linq.Expressions.Expression<Func<T, Task>> call, TimeSpan delay); }
        public sealed class Inbound { public string from { get; set; } = ""; public string type { get; set; } = ""; public string timestamp { get; set; } = ""; }
        public interface ISessions { bool IsSessionOpen(string to); }
        """;

    [Theory]
    [InlineData("public sealed class A(Channel<Outgoing> channel, IStore d) { public async Task Run() => await channel.Writer.[|WriteAsync|](new Outgoing(d.Find(1).Phone, \"hi\")); }")]
    [InlineData("public sealed class A(Channel<Outgoing> channel) { public async Task Post(Inbound m) => await channel.Writer.WriteAsync(new Outgoing(m.from, \"hi\")); }")]
    [InlineData("public sealed class A(Channel<Outgoing> channel) { public async Task Post(Inbound m) { Outgoing answer = new(m.from, \"hi\"); if (!channel.Writer.TryWrite(answer)) await Task.Yield(); } }")]
    [InlineData("public sealed class A(Channel<Outgoing> channel, IStore d) { public async Task Post(Inbound m) => await channel.Writer.WriteAsync(new Outgoing(m.from, \"hi\")); public void Nag() { channel.Writer.[|TryWrite|](new Outgoing(d.Find(1).Phone, \"hi\")); } }")]
    [InlineData("public sealed class A(Channel<Outgoing> channel, IStore d) { public async Task Run() { Customer c = d.Find(1); if (c.HasOpenWindow) await channel.Writer.WriteAsync(new Outgoing(c.Phone, \"hi\")); } }")]
    [InlineData("public sealed class A(Channel<Outgoing> channel, IStore d) { public Task Run() => [|Put|](d.Find(1).Phone); private async Task Put(string to) => await channel.Writer.WriteAsync(new Outgoing(to, \"hi\")); }")]
    // From one queue to the next.
    [InlineData("public sealed record Notice(string Number); public sealed class A(Channel<Notice> notices, Channel<Outgoing> channel, IStore d) { public async Task Run() => await notices.Writer.[|WriteAsync|](new Notice(d.Find(1).Phone)); public async Task Forward(CancellationToken stop) { await foreach (Notice n in notices.Reader.ReadAllAsync(stop)) await channel.Writer.WriteAsync(new Outgoing(n.Number, \"hi\")); } }")]
    [InlineData("public sealed record Notice(string Number); public sealed class A(Channel<Notice> notices, Channel<Outgoing> channel) { public async Task Post(Inbound m) => await notices.Writer.WriteAsync(new Notice(m.from)); public async Task Forward(CancellationToken stop) { await foreach (Notice n in notices.Reader.ReadAllAsync(stop)) await channel.Writer.WriteAsync(new Outgoing(n.Number, \"hi\")); } }")]
    // In a circle.
    [InlineData("public sealed class A(Channel<Outgoing> channel, IStore d) { public async Task Run() => await channel.Writer.[|WriteAsync|](new Outgoing(d.Find(1).Phone, \"hi\")); public async Task Again(CancellationToken stop) { await foreach (Outgoing o in channel.Reader.ReadAllAsync(stop)) await channel.Writer.WriteAsync(new Outgoing(o.Phone, \"again\")); } }")]
    public void ItemsAreFollowed(string program)
    {
        int end = Frame.IndexOf("public sealed record", StringComparison.Ordinal);
        SessionProgram.Check(Frame[..end] + program, Frame);
    }

    // A tuple is known by its types: who puts it in may name its elements in another way.
    [Theory]
    [InlineData("jobs.[|Enqueue|]((d.Find(1).Phone, \"hi\"));")]
    [InlineData("string to = d.Find(1).Phone; jobs.[|Enqueue|]((to, \"hi\"));")]
    [InlineData("jobs.[|Enqueue|]((To: d.Find(1).Phone, Body: \"hi\"));")]
    [InlineData("jobs.Enqueue((m.from, \"hi\"));")]
    [InlineData("Customer c = d.Find(1); if (c.HasOpenWindow) jobs.Enqueue((c.Phone, \"hi\"));")]
    public void TuplesAreFollowed(string statements) => SessionProgram.Check(
        "using System.Collections.Concurrent;\n" + $"public sealed class A(ConcurrentQueue<(string To, string Body)> jobs, IStore d) {{ public void Run(Inbound m) {{ {statements} }} }}",
        """
        public sealed class Inbound { public string from { get; set; } = ""; public string type { get; set; } = ""; public string timestamp { get; set; } = ""; }
        public sealed class Drain(System.Collections.Concurrent.ConcurrentQueue<(string To, string Body)> jobs, IWhatsApp whatsApp)
        {
            public async Task Run()
            {
                while (jobs.TryDequeue(out (string To, string Body) job))
                {
                    await whatsApp.SendTextAsync(job.To, job.Body);
                }
            }
        }
        """);

    [Fact]
    public void AWorkerThatNobodyFeedsIsReportedItself() => SessionProgram.Check(Frame.Replace("whatsApp.SendTextAsync(", "whatsApp.[|SendTextAsync|]("));

    [Theory]
    [InlineData("public sealed class A(IJobs jobs, IStore d) { public void Run() { string to = d.Find(1).Phone; jobs.Enqueue<IWhatsApp>(w => w.[|SendTextAsync|](to, \"hi\")); } }")]
    [InlineData("public sealed class A(IJobs jobs) { public void Post(Inbound m) => jobs.Enqueue<IWhatsApp>(w => w.SendTextAsync(m.from, \"hi\")); }")]
    [InlineData("public sealed class A(IJobs jobs, IStore d, ISessions s) { public void Run() { string to = d.Find(1).Phone; if (s.IsSessionOpen(to)) jobs.Enqueue<IWhatsApp>(w => w.SendTextAsync(to, \"hi\")); } }")]
    [InlineData("public sealed class A(IJobs jobs) { public void Post(Inbound m) => jobs.Schedule<IWhatsApp>(w => w.[|SendTextAsync|](m.from, \"hi\"), TimeSpan.FromDays(2)); }")]
    [InlineData("public sealed class A(IJobs jobs) { public void Post(Inbound m) => jobs.Enqueue<Sender>(s => s.Answer(m.from)); } public sealed class Sender(IWhatsApp w) { public Task Answer(string to) => w.SendTextAsync(to, \"hi\"); }")]
    [InlineData("public sealed class A(IJobs jobs, IStore d) { public void Run() => jobs.Enqueue<Sender>(s => s.[|Answer|](d.Find(1).Phone)); } public sealed class Sender(IWhatsApp w) { public Task Answer(string to) => w.SendTextAsync(to, \"hi\"); }")]
    public void JobsAreFollowed(string program) => SessionProgram.Check(program, Jobs);

    [Theory]
    [InlineData("public sealed class A(IMediator m, IStore d) { public Task Run() => m.[|Send|](new Say(d.Find(1).Phone)); }")]
    [InlineData("public sealed class A(IMediator m) { public Task Run(Inbound i) => m.Send(new Say(i.from)); }")]
    public void HandlersAreFollowed(string program) => SessionProgram.Check(
        program,
        Jobs,
        """
        public interface IMediator { Task Send(object request); }
        public interface IHandler<T> { Task Handle(T request, CancellationToken stop); }
        public sealed record Say(string To);
        public sealed class SayHandler(IWhatsApp w) : IHandler<Say> { public Task Handle(Say request, CancellationToken stop) => w.SendTextAsync(request.To, "hi"); }
        """);
}
