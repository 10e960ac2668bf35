namespace Dialog360.Analyzers.Tests.Fixes.Kinds;

/// <summary>Kinds of what the fixes of payload rules once wrote and a reviewer refused: each with three programs, and what is written now.</summary>
public sealed class RefusedPayloadKindTests
{
    [Theory]
    [InlineData(
        """
        class Templates(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "template", template = new { name = "hello", language = new { code = "sv_SE" } } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Use 'sv'
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "hello", language = new { code = "sv" } } });
        """)]
    [InlineData(
        """
        class Templates(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "template", template = new { name = "hello", language = new { code = "de-LU" } } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Use 'de'
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "hello", language = new { code = "de" } } });
        """)]
    [InlineData(
        """
        class Templates(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "template", template = new { name = "hello", language = new { code = "fr_LU" } } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Use 'fr'
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "hello", language = new { code = "fr" } } });
        """)]
    public Task The_plain_language_goes_before_that_of_another_country(string program, string expected) => RefusedKind.CheckAsync("DLG0113", "*", program, expected);

    [Theory]
    [InlineData(
        """
        class Media { public string? link { get; set; } public string? caption { get; set; } public string? filename { get; set; } }

        class Message { public string messaging_product { get; set; } = "whatsapp"; public string? to { get; set; } public string? type { get; set; } public Media? image { get; set; } public Media? video { get; set; } public Media? document { get; set; } }

        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                var message = new Message();
                message.to = to;
                message.type = "video";
                message.video = new Media();
                message.video.caption = "The bill";
                message.video.link = "https://files.example.org/bill.pdf";
                using var response = await http.PostAsJsonAsync(URL, message);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Send it as document
        +         message.type = "document";
        +         message.document = new Media();
        +         message.document.caption = "The bill";
        +         message.document.link = "https://files.example.org/bill.pdf";
        """)]
    [InlineData(
        """
        class Media { public string? link { get; set; } public string? caption { get; set; } public string? filename { get; set; } }

        class Message { public string messaging_product { get; set; } = "whatsapp"; public string? to { get; set; } public string? type { get; set; } public Media? image { get; set; } public Media? video { get; set; } public Media? document { get; set; } }

        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to, string? note)
            {
                var message = new Message { to = to };
                message.type = "image";
                message.image = new Media { link = "https://files.example.org/tour.mp4" };
                if (note is not null)
                {
                    message.image.caption = note;
                }

                using var response = await http.PostAsJsonAsync(URL, message);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Send it as video
        +         message.type = "video";
        +         message.video = new Media { link = "https://files.example.org/tour.mp4" };
        +             message.video.caption = note;
        """)]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                var message = new JsonObject { ["messaging_product"] = "whatsapp", ["to"] = to };
                message["type"] = "image";
                message["image"] = new JsonObject { ["link"] = "https://files.example.org/menu.pdf" };
                message["image"]!["caption"] = "The menu";
                using var response = await http.PostAsJsonAsync(URL, message);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Send it as document
        +         message["type"] = "document";
        +         message["document"] = new JsonObject { ["link"] = "https://files.example.org/menu.pdf" };
        +         message["document"]!["caption"] = "The menu";
        """)]
    public Task What_is_filled_later_moves_with_the_member(string program, string expected) => RefusedKind.CheckAsync("DLG0102", "send-as", program, expected);

    [Theory]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                var message = new { messaging_product = "whatsapp", to, type = "image", image = new { link = "https://files.example.org/plan.pdf" } };
                Console.WriteLine(message.image.link);
                using var response = await http.PostAsJsonAsync(URL, message);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Send it as document
        +         var message = new { messaging_product = "whatsapp", to, type = "document", document = new { link = "https://files.example.org/plan.pdf" } };
        +         Console.WriteLine(message.document.link);
        """)]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                var image = new { link = "https://files.example.org/song.mp3", caption = "Our song" };
                Console.WriteLine(image.caption);
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "image", image });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        "")]
    [InlineData(
        """
        class Media { public string? link { get; set; } public string? caption { get; set; } public string? filename { get; set; } }

        class Message { public string messaging_product { get; set; } = "whatsapp"; public string? to { get; set; } public string? type { get; set; } public Media? image { get; set; } public Media? video { get; set; } public Media? document { get; set; } }

        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                var message = new Message { to = to, type = "image", image = new Media { link = "https://files.example.org/plan.pdf" } };
                Console.WriteLine(message.image?.link);
                using var response = await http.PostAsJsonAsync(URL, message);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Send it as document
        +         var message = new Message { to = to, type = "document", document = new Media { link = "https://files.example.org/plan.pdf" } };
        +         Console.WriteLine(message.document?.link);
        """)]
    public Task A_member_that_is_read_later_keeps_its_readers(string program, string expected) => RefusedKind.CheckAsync("DLG0102", "*", program, expected);

    [Theory]
    [InlineData("DLG0106",
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new
                {
                    messaging_product = "whatsapp",
                    to,
                    type = "interactive",
                    interactive = new
                    {
                        type = "button",
                        body = new { text = "Better?" },
                        action = new
                        {
                            buttons = new[]
                            {
                                new { type = "reply", reply = new { id = 10, title = "Yes" } },
                                new { type = "reply", reply = new { id = 20, title = "No" } },
                            },
                        },
                    },
                });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Write it as a string: "10"
        +                         new { type = "reply", reply = new { id = "10", title = "Yes" } },
        +                         new { type = "reply", reply = new { id = "20", title = "No" } },
        """)]
    [InlineData("DLG0101",
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to, bool north)
            {
                var place = north ? new { latitude = 59913869, longitude = 10752245 } : new { latitude = 45464203, longitude = 9189982 };
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "location", location = place });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Insert the lost decimal point: 59.913869
        +         var place = north ? new { latitude = 59.913869, longitude = 10752245 } : new { latitude = 45.464203, longitude = 9189982 };
        """)]
    [InlineData("DLG0106",
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to, int answer)
            {
                var reply = answer switch
                {
                    1 => new { id = 1, title = "Yes" },
                    _ => new { id = 2, title = "No" },
                };
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "?" }, action = new { buttons = new[] { new { type = "reply", reply } } } } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Write it as a string: "1"
        +             1 => new { id = "1", title = "Yes" },
        +             _ => new { id = "2", title = "No" },
        """)]
    public Task Objects_that_share_a_type_change_together(string rule, string program, string expected) => RefusedKind.CheckAsync(rule, "*", program, expected);

    [Theory]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "image", document = new { link = "https://files.example.org/prices.pdf", filename = "prices.pdf" } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        "")]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "audio", video = new { link = "https://files.example.org/tour.mp4", caption = "The tour" } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        "")]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                var message = new JsonObject { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "sticker", ["image"] = new JsonObject { ["link"] = "https://files.example.org/logo.png" } };
                using var response = await http.PostAsJsonAsync(URL, message);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        "")]
    public Task A_member_is_not_renamed_to_a_type_that_the_file_is_not(string program, string expected) => RefusedKind.CheckAsync("DLG0108", "rename-member", program, expected);

    [Theory]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to, string file)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "document", document = new { link = "https://files.example.org/" + Uri.EscapeDataString(WebUtility.UrlEncode(file)), filename = file } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Remove the inner encoding, which writes '+' for a space
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "document", document = new { link = "https://files.example.org/" + Uri.EscapeDataString(file), filename = file } });
        """)]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to, string file)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "document", document = new { link = $"https://files.example.org/{WebUtility.UrlEncode(HttpUtility.UrlEncode(file))}", filename = file } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        "")]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to, string folder, string file)
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "document", document = new { link = "https://files.example.org/" + UrlEncoder.Default.Encode(folder + "/" + Uri.EscapeDataString(file)), filename = file } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        "")]
    public Task The_encoder_stays_that_suits_a_path(string program, string expected) => RefusedKind.CheckAsync("DLG0103", "*", program, expected);

    [Theory]
    [InlineData("DLG0108",
        """
        class Media { public string? link { get; set; } public string? caption { get; set; } public string? filename { get; set; } }

        class Message { public string messaging_product { get; set; } = "whatsapp"; public string? to { get; set; } public string? type { get; set; } public Media? image { get; set; } public Media? audio { get; set; } public Media? document { get; set; } }

        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to, Func<string> title)
            {
                var message = new Message { to = to, type = "audio" };
                message.audio = new Media();
                message.audio.link = "https://files.example.org/a.mp3";
                message.audio.caption = title(); // also counts
                using var response = await http.PostAsJsonAsync(URL, message);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Remove 'caption'
        +         title(); // also counts
        """)]
    [InlineData("DLG0108",
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                using var response = await http.PostAsJsonAsync(URL, new
                {
                    messaging_product = "whatsapp",
                    to,
                    type = "audio",
                    audio = new
                    {
                        // What people read below it.
                        caption = "Listen", // short
                        // Where it lies.
                        link = "https://files.example.org/a.mp3",
                    },
                });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Remove 'caption'
        -                 // What people read below it.
        -                 caption = "Listen", // short
        """)]
    [InlineData("DLG0205",
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                for (var attempt = 0; attempt < 3; attempt++)
                {
                    using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to, type = "template", template = new { name = "hello", language = new { code = "en" } } });
                    if (response.StatusCode == HttpStatusCode.Forbidden || // somebody changes the key
                        response.StatusCode == HttpStatusCode.TooManyRequests || // too fast
                        response.StatusCode >= HttpStatusCode.InternalServerError)
                    {
                        await Task.Delay(TimeSpan.FromSeconds(attempt + 1));
                        continue;
                    }

                    response.EnsureSuccessStatusCode();
                    return;
                }
            }
        }
        """,
        """
        Stop retrying status 403
        +             if (response.StatusCode == HttpStatusCode.TooManyRequests || // too fast
        """)]
    public Task Comments_stay_with_what_they_are_about(string rule, string program, string expected) => RefusedKind.CheckAsync(rule, "*", program, expected);

    [Theory]
    [InlineData("DLG0112",
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync()
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = "00 44 20 7946 0958", type = "template", template = new { name = "hello", language = new { code = "en" } } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Write '+' for '00'
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = "+44 20 7946 0958", type = "template", template = new { name = "hello", language = new { code = "en" } } });
        """)]
    [InlineData("DLG0112",
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync()
            {
                using var response = await http.PostAsJsonAsync(URL, new { messaging_product = "whatsapp", to = "0041 (0)44 668 18 00", type = "template", template = new { name = "hello", language = new { code = "en" } } });
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Write '+' for '00'
        +         using var response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = "+41 44 668 18 00", type = "template", template = new { name = "hello", language = new { code = "en" } } });
        """)]
    [InlineData("DLG0108",
        """
        class Messages(HttpClient http)
        {
            public async Task SendAsync(string to)
            {
                var message = new JsonObject();
                message["to"] = to;
                message["type"] = "template";
                message["template"] = new JsonObject { ["name"] = "hello", ["language"] = new JsonObject { ["code"] = "en" } };
                using var response = await http.PostAsJsonAsync(URL, message);
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Add 'messaging_product'
        +         message["messaging_product"] = "whatsapp";
        """)]
    public Task Small_things_come_out_whole(string rule, string program, string expected) => RefusedKind.CheckAsync(rule, "*", program, expected);
}
