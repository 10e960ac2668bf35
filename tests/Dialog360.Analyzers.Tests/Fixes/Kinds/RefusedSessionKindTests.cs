namespace Dialog360.Analyzers.Tests.Fixes.Kinds;

/// <summary>Kinds of what the fixes of DLG0201 once wrote and a reviewer refused: each with three programs, and what is written now.</summary>
public sealed class RefusedSessionKindTests
{
    [Theory]
    [InlineData(
        """
        record Player(string Phone, DateTime SeenAt);

        class Club(HttpClient http, Func<string, Player> find)
        {
            public async Task<bool> SendCourtFreeAsync(string court)
            {
                var player = find(court);
                if (DateTime.UtcNow - player.SeenAt > TimeSpan.FromHours(24)) return false;
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = player.Phone, type = "text", text = new { body = "The court is free." } });
                return response.IsSuccessStatusCode;
            }

            public async Task InviteAsync(string phone)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "The season begins." } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Send only within the 24-hour session, else a template
        +         object message = IsSessionOpen(phone)
        +             ? new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "The season begins." } }
        +             : new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = "TEMPLATE_NAME", language = new { code = "en" } } };
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        +
        +     /// <summary>Whether the customer wrote within the last 24 hours.</summary>
        +     private bool IsSessionOpen(string recipient) =>
        +         throw new NotImplementedException("Return whether the last message from this recipient is less than 24 hours old.");
        """)]
    [InlineData(
        """
        class Surgery(HttpClient http, IDictionary<string, DateTime> lastSeen)
        {
            private bool NotifyIfRecent(string phone)
            {
                if (DateTime.UtcNow - lastSeen[phone] > TimeSpan.FromHours(24)) return false;
                Post(new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "Your results are in." } }).GetAwaiter().GetResult();
                return true;
            }

            private async Task Post(object message)
            {
                using var response = await http.PostAsJsonAsync(URL, message);
                response.EnsureSuccessStatusCode();
            }

            public async Task CloseAsync(string phone)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "We close at noon." } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Send only within the 24-hour session, else a template
        +         object message = IsSessionOpen(phone)
        +             ? new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "We close at noon." } }
        +             : new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = "TEMPLATE_NAME", language = new { code = "en" } } };
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        +
        +     /// <summary>Whether the customer wrote within the last 24 hours.</summary>
        +     private bool IsSessionOpen(string recipient) =>
        +         throw new NotImplementedException("Return whether the last message from this recipient is less than 24 hours old.");
        """)]
    [InlineData(
        """
        interface IReplies { Task<bool> ReplyWithinSessionAsync(string phone, string text); Task<bool> AnswerInSessionAsync(string phone); }

        class Desk(HttpClient http, IReplies replies)
        {
            public async Task AnswerAsync(string phone)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "Thanks!" } });
                response.EnsureSuccessStatusCode();
                await replies.AnswerInSessionAsync(phone);
            }
        }
        """,
        """
        Send only within the 24-hour session, else a template
        +         object message = IsSessionOpen(phone)
        +             ? new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "Thanks!" } }
        +             : new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = "TEMPLATE_NAME", language = new { code = "en" } } };
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        +
        +     /// <summary>Whether the customer wrote within the last 24 hours.</summary>
        +     private bool IsSessionOpen(string recipient) =>
        +         throw new NotImplementedException("Return whether the last message from this recipient is less than 24 hours old.");
        """)]
    public Task A_method_that_sends_is_not_taken_for_the_check(string program, string expected) => RefusedKind.CheckAsync("DLG0201", "guard-session", program, expected);

    [Theory]
    [InlineData(
        """
        interface ISessions { Task<bool> OpenSessionIfNeededAsync(string phone); bool Touch(string phone); }

        class Messages(HttpClient http, ISessions sessions)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Hi" } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Send only within the 24-hour session, else a template
        +         object message = IsSessionOpen(to)
        +             ? new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Hi" } }
        +             : new { messaging_product = "whatsapp", to, type = "template", template = new { name = "TEMPLATE_NAME", language = new { code = "en" } } };
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        +
        +     /// <summary>Whether the customer wrote within the last 24 hours.</summary>
        +     private bool IsSessionOpen(string recipient) =>
        +         throw new NotImplementedException("Return whether the last message from this recipient is less than 24 hours old.");
        """)]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Hi" } });
                response.EnsureSuccessStatusCode();
            }

            private readonly Dictionary<string, DateTime> _last = new();

            public bool ForgetClosedSession(string phone) => DateTime.UtcNow - _last[phone] > TimeSpan.FromHours(24) && _last.Remove(phone);
        }
        """,
        """
        Send only within the 24-hour session, else a template
        +         object message = IsSessionOpen(to)
        +             ? new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Hi" } }
        +             : new { messaging_product = "whatsapp", to, type = "template", template = new { name = "TEMPLATE_NAME", language = new { code = "en" } } };
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        +     /// <summary>Whether the customer wrote within the last 24 hours.</summary>
        +     private bool IsSessionOpen(string recipient) =>
        +         throw new NotImplementedException("Return whether the last message from this recipient is less than 24 hours old.");
        +
        """)]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Hi" } });
                response.EnsureSuccessStatusCode();
            }

            private readonly Dictionary<string, DateTime> _last = new();

            public bool InSession(string phone)
            {
                var open = _last.TryGetValue(phone, out var last) && DateTime.UtcNow - last < TimeSpan.FromHours(24);
                _last[phone] = DateTime.UtcNow;
                return open;
            }
        }
        """,
        """
        Send only within the 24-hour session, else a template
        +         object message = IsSessionOpen(to)
        +             ? new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Hi" } }
        +             : new { messaging_product = "whatsapp", to, type = "template", template = new { name = "TEMPLATE_NAME", language = new { code = "en" } } };
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        +     /// <summary>Whether the customer wrote within the last 24 hours.</summary>
        +     private bool IsSessionOpen(string recipient) =>
        +         throw new NotImplementedException("Return whether the last message from this recipient is less than 24 hours old.");
        +
        """)]
    public Task A_method_that_changes_something_is_not_taken_for_the_check(string program, string expected) => RefusedKind.CheckAsync("DLG0201", "guard-session", program, expected);

    [Theory]
    [InlineData(
        """
        using System.IO;

        using var http = new HttpClient();
        Func<string, string, Task> tell = async (to, line) =>
        {
            var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "text", text = new { body = line } });
            Console.WriteLine((int)response.StatusCode);
        };
        foreach (var row in File.ReadLines("members.csv"))
        {
            if (row.Length > 3 && DateTimeOffset.UtcNow - DateTimeOffset.Parse(row) < TimeSpan.FromHours(24))
                await tell(row, "See you tonight.");
            if (row.Length > 4)
                await tell(row, "You are on the list.");
        }
        """,
        """
        Send only within the 24-hour session, else a template
        +     object message = IsSessionOpen(to)
        +         ? new { messaging_product = "whatsapp", to, type = "text", text = new { body = line } }
        +         : new { messaging_product = "whatsapp", to, type = "template", template = new { name = "TEMPLATE_NAME", language = new { code = "en" } } };
        +     var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        +
        + // Whether the customer wrote within the last 24 hours.
        + static bool IsSessionOpen(string recipient) =>
        +     throw new NotImplementedException("Return whether the last message from this recipient is less than 24 hours old.");
        """)]
    [InlineData(
        """
        using System.IO;

        using var http = new HttpClient();
        await Parallel.ForEachAsync(File.ReadLines("guests.csv"), async (to, token) =>
        {
            var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Your room is ready." } }, token);
            if (!response.IsSuccessStatusCode) Console.WriteLine(await response.Content.ReadAsStringAsync(token));
        });
        """,
        """
        Send only within the 24-hour session, else a template
        +     object message = IsSessionOpen(to)
        +         ? new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Your room is ready." } }
        +         : new { messaging_product = "whatsapp", to, type = "template", template = new { name = "TEMPLATE_NAME", language = new { code = "en" } } };
        +     var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message, token);
        +
        + // Whether the customer wrote within the last 24 hours.
        + static bool IsSessionOpen(string recipient) =>
        +     throw new NotImplementedException("Return whether the last message from this recipient is less than 24 hours old.");
        """)]
    [InlineData(
        """
        using var http = new HttpClient();
        async Task Tell(string to)
        {
            try
            {
                var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Doors open at eight." } });
                response.EnsureSuccessStatusCode();
            }
            catch (HttpRequestException e)
            {
                Console.WriteLine(e.StatusCode);
            }
        }

        foreach (var to in args) await Tell(to);
        """,
        """
        Send only within the 24-hour session, else nothing
        + foreach (var to in args)
        + {
        +     if (IsSessionOpen(to))
        +     {
        +         await Tell(to);
        +     }
        +     else
        +     {
        +         // Outside the session nothing is sent: only a template message would be delivered. Send one here.
        +     }
        + }
        +
        + // Whether the customer wrote within the last 24 hours.
        + static bool IsSessionOpen(string recipient) =>
        +     throw new NotImplementedException("Return whether the last message from this recipient is less than 24 hours old.");
        """)]
    public Task What_a_fix_writes_into_a_lambda_is_read_again(string program, string expected) => RefusedKind.CheckAsync("DLG0201", "guard-session", program, expected);

    [Theory]
    [InlineData(
        """
        interface ISessions { Task<bool> IsSessionOpenAsync(string phone); }

        class WinBack(HttpClient http, ISessions sessions)
        {
            public async Task RunAsync(string phone)
            {
                if (await sessions.IsSessionOpenAsync(phone)) return;
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "Long time no see." } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        "")]
    [InlineData(
        """
        record Shop(string Phone, bool NeedsTemplate);

        class Orders(HttpClient http)
        {
            public async Task ReadyAsync(Shop shop)
            {
                if (shop.NeedsTemplate)
                {
                    using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = shop.Phone, type = "text", text = new { body = "Ready" } });
                    response.EnsureSuccessStatusCode();
                }
            }
        }
        """,
        "")]
    [InlineData(
        """
        record Case(string Phone, DateTime LastCustomerMessageUtc);

        class Cases(HttpClient http)
        {
            public async Task SolvedAsync(Case item)
            {
                if (DateTime.UtcNow - item.LastCustomerMessageUtc > TimeSpan.FromHours(24))
                {
                    using var first = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = item.Phone, type = "template", template = new { name = "hello", language = new { code = "en" } } });
                    first.EnsureSuccessStatusCode();
                }

                using var second = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = item.Phone, type = "text", text = new { body = "Solved" } });
                second.EnsureSuccessStatusCode();
            }
        }
        """,
        "")]
    public Task Nothing_is_asked_that_is_decided_already(string program, string expected) => RefusedKind.CheckAsync("DLG0201", "guard-session", program, expected);

    [Theory]
    [InlineData(
        """
        record Customer(string Phone, DateTime? LastInboundAt);

        class Sender(HttpClient http)
        {
            public async Task TextAsync(string to, string body)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                response.EnsureSuccessStatusCode();
            }
        }

        class Job(Sender sender)
        {
            public async Task RunAsync(IEnumerable<Customer> customers)
            {
                foreach (var customer in customers)
                {
                    await sender.TextAsync(customer.Phone, "Your parcel is here.");
                    await Task.Delay(100);
                }
            }
        }
        """,
        """
        Send only within 24 hours after 'customer.LastInboundAt', else nothing
        +             if (DateTime.UtcNow - customer.LastInboundAt < TimeSpan.FromHours(24))
        +             {
        +                 await sender.TextAsync(customer.Phone, "Your parcel is here.");
        +             }
        +             else
        +             {
        +                 // Outside the session nothing is sent: only a template message would be delivered. Send one here.
        +             }
        """)]
    [InlineData(
        """
        record Patient(string Phone, DateTime LastInboundAt);

        class Sender(HttpClient http)
        {
            public async Task TextAsync(string to, string body)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                response.EnsureSuccessStatusCode();
            }
        }

        class Reminder(Sender sender)
        {
            public Task RemindAsync(Patient patient) => sender.TextAsync(patient.Phone, "Tomorrow at nine.");
        }
        """,
        """
        Send only within 24 hours after 'patient.LastInboundAt', else nothing
        +     public Task RemindAsync(Patient patient)
        +     {
        +         if (DateTime.UtcNow - patient.LastInboundAt < TimeSpan.FromHours(24))
        +         {
        +             return sender.TextAsync(patient.Phone, "Tomorrow at nine.");
        +         }
        +         else
        +         {
        +             // Outside the session nothing is sent: only a template message would be delivered. Send one here.
        +             return Task.CompletedTask;
        +         }
        +     }
        """)]
    [InlineData(
        """
        interface ISessions { bool IsOpen(string phone); }

        class Sender(HttpClient http)
        {
            public async Task TextAsync(string to, string body)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                response.EnsureSuccessStatusCode();
            }
        }

        class Parcels(Sender sender, ISessions sessions)
        {
            public async Task MoveAsync(string phone, string state)
            {
                switch (state)
                {
                    case "arrived":
                        await sender.TextAsync(phone, "Your parcel is here.");
                        break;
                }
            }
        }
        """,
        """
        Send only while 'sessions.IsOpen' is true, else nothing
        +                 if (sessions.IsOpen(phone))
        +                 {
        +                     await sender.TextAsync(phone, "Your parcel is here.");
        +                 }
        +                 else
        +                 {
        +                     // Outside the session nothing is sent: only a template message would be delivered. Send one here.
        +                 }
        """)]
    public Task Where_no_template_is_written_title_and_comment_say_that_nothing_is_sent(string program, string expected) => RefusedKind.CheckAsync("DLG0201", "guard-session", program, expected);

    [Theory]
    [InlineData(
        """
        interface ISessionStore { Task<bool> IsSessionOpenAsync(string phone, CancellationToken cancellationToken); }

        class Reminder(HttpClient http, ISessionStore sessions)
        {
            public async Task RemindAsync(string phone, CancellationToken cancellationToken)
            {
                var message = new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "Tomorrow!" } };
                using HttpResponseMessage response = await http.PostAsJsonAsync(URL, message, cancellationToken).ConfigureAwait(false);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Send only while 'sessions.IsSessionOpenAsync' is true, else a template
        +         object message = await sessions.IsSessionOpenAsync(phone, cancellationToken).ConfigureAwait(false)
        +             ? new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "Tomorrow!" } }
        +             : new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = "TEMPLATE_NAME", language = new { code = "en" } } };
        """)]
    [InlineData(
        """
        interface ISessionStore { ValueTask<bool> HasOpenSessionAsync(string phone); }

        class Reminder(HttpClient http, ISessionStore sessions)
        {
            public Task RemindAsync(string phone) => http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "Tomorrow!" } });
        }
        """,
        "")]
    [InlineData(
        """
        interface ISessionStore { Task<bool> IsWithinSessionAsync(string phone, CancellationToken token = default); }

        class Reminder(HttpClient http, ISessionStore sessions)
        {
            public Task<HttpResponseMessage> RemindAsync(string phone, CancellationToken token)
            {
                return http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "Tomorrow!" } }, token);
            }
        }
        """,
        "")]
    public Task A_check_is_asked_as_the_file_asks(string program, string expected) => RefusedKind.CheckAsync("DLG0201", "guard-session", program, expected);
}
