namespace Dialog360.Analyzers.Tests.Fixes.Kinds;

/// <summary>Kinds of what the fixes of JSON texts and their encoding once wrote and a reviewer refused: each with three programs, and what is written now.</summary>
public sealed class RefusedTextKindTests
{
    [Theory]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            private async Task Post(string json)
            {
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task SendAsync(string to, string name, decimal sum) => Post(string.Format(CultureInfo.GetCultureInfo("fr-FR"), "{{\"messaging_product\":\"whatsapp\",\"to\":\"{0}\",\"type\":\"text\",\"text\":{{\"body\":\"{1} : {2:N2} €\"}}}}", to, name, sum));
        }
        """,
        "")]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            private async Task Post(string json)
            {
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task SendAsync(string to, string name, decimal sum) => Post(FormattableString.Invariant($"{{\"messaging_product\":\"whatsapp\",\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{name} pays {sum:F2}\"}}}}"));
        }
        """,
        "")]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            private async Task Post(string json)
            {
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task SendAsync(string to, string name, decimal sum, DateTime due) => Post(string.Format("{{\"messaging_product\":\"whatsapp\",\"to\":\"{0}\",\"type\":\"text\",\"text\":{{\"body\":\"{1}: {2:N2}, due {3:d}\"}}}}", to, name, sum, due));
        }
        """,
        "")]
    public Task Formats_and_cultures_survive_or_the_text_stays(string program, string expected) => RefusedKind.CheckAsync("DLG0107", "serialize-object", program, expected);

    [Theory]
    [InlineData(
        """
        #pragma warning disable SYSLIB0014
        using System.IO;

        class Gateway
        {
            public void Send(string to, string name)
            {
                string json = JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" } } }, Options);
                HttpWebRequest request = (HttpWebRequest)WebRequest.Create(URL);
                request.Method = "POST";
                request.ContentType = "application/json";
                request.ContentLength = json.Length;
                byte[] bytes = Encoding.ASCII.GetBytes(json);
                using (Stream stream = request.GetRequestStream())
                {
                    stream.Write(bytes, 0, json.Length);
                }
                request.GetResponse().Close();
            }

            private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        }
        """,
        """
        Encode as UTF-8
        +         request.ContentLength = Encoding.UTF8.GetByteCount(json);
        +         byte[] bytes = Encoding.UTF8.GetBytes(json);
        +             stream.Write(bytes, 0, Encoding.UTF8.GetByteCount(json));
        """)]
    [InlineData(
        """
        #pragma warning disable SYSLIB0014
        using System.IO;

        class Gateway
        {
            public void Send(string to, string name)
            {
                string json = JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" } } }, Options);
                HttpWebRequest request = (HttpWebRequest)WebRequest.Create(URL);
                request.Method = "POST";
                request.ContentType = "application/json";
                Encoding latin = Encoding.GetEncoding("iso-8859-1");
                request.ContentLength = latin.GetByteCount(json);
                using (Stream stream = request.GetRequestStream())
                {
                    stream.Write(latin.GetBytes(json), 0, latin.GetByteCount(json));
                }
                request.GetResponse().Close();
            }

            private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        }
        """,
        """
        Encode as UTF-8
        +         Encoding latin = Encoding.UTF8;
        """)]
    [InlineData(
        """
        #pragma warning disable SYSLIB0014
        using System.IO;

        class Gateway
        {
            public void Send(string to, string name)
            {
                string json = JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" } } }, Options);
                HttpWebRequest request = (HttpWebRequest)WebRequest.Create(URL);
                request.Method = "POST";
                request.ContentType = "application/json";
                byte[] bytes = Encoding.ASCII.GetBytes(json);
                request.ContentLength = bytes.Length;
                using (Stream stream = request.GetRequestStream())
                {
                    stream.Write(bytes, 0, bytes.Length);
                }
                request.GetResponse().Close();
            }

            private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        }
        """,
        """
        Encode as UTF-8
        +         byte[] bytes = Encoding.UTF8.GetBytes(json);
        """)]
    public Task UTF8_takes_its_lengths_along(string program, string expected) => RefusedKind.CheckAsync("DLG0114", "use-utf8", program, expected);

    [Theory]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            private async Task Post(string json)
            {
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task SendAsync(string to, string[] lines) => Post("{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + string.Join("\\n", lines) + "\"}}");
        }
        """,
        "")]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            private async Task Post(string json)
            {
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task SendAsync(string to, string text) => Post("{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + text.Replace("\n", "\\n") + "\"}}");
        }
        """,
        "")]
    [InlineData(
        """
        class Messages(HttpClient http)
        {
            private async Task Post(string json)
            {
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task SendAsync(string to, string text) => Post($"{{\"messaging_product\":\"whatsapp\",\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{text.Replace("\t", "\\t")}\"}}}}");
        }
        """,
        "")]
    public Task What_is_escaped_by_hand_is_not_escaped_again(string program, string expected) => RefusedKind.CheckAsync("DLG0107", "*", program, expected);

    [Theory]
    [InlineData("encode-value",
        """
        #nullable disable
        class Messages(HttpClient http)
        {
            private async Task Post(string json)
            {
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task SendAsync(string to, string note = null) => Post("{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"image\",\"image\":{\"link\":\"https://files.example.org/i.png\",\"caption\":\"" + note + "\"}}");
        }
        """,
        """
        Encode the value for JSON
        +     public Task SendAsync(string to, string note = null) => Post("{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"image\",\"image\":{\"link\":\"https://files.example.org/i.png\",\"caption\":\"" + JsonEncodedText.Encode(note ?? string.Empty) + "\"}}");
        """)]
    [InlineData("serialize-object",
        """
        #nullable disable
        class Messages(HttpClient http)
        {
            private async Task Post(string json)
            {
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task SendAsync(string to, string note = null) => Post($"{{\"messaging_product\":\"whatsapp\",\"to\":\"{to}\",\"type\":\"image\",\"image\":{{\"link\":\"https://files.example.org/i.png\",\"caption\":\"{note}\"}}}}");
        }
        """,
        """
        Serialize an anonymous object instead
        +     public Task SendAsync(string to, string note = null) => Post(JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "image", image = new { link = "https://files.example.org/i.png", caption = note ?? string.Empty } }));
        """)]
    [InlineData("encode-value",
        """
        class Messages(HttpClient http)
        {
            private async Task Post(string json)
            {
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }

            public Task SendAsync(string to, Guest? guest) => Post(string.Format("{{\"messaging_product\":\"whatsapp\",\"to\":\"{0}\",\"type\":\"image\",\"image\":{{\"link\":\"https://files.example.org/i.png\",\"caption\":\"{1}\"}}}}", to, guest?.Note));
        }

        record Guest(string? Note);
        """,
        """
        Encode the value for JSON
        +     public Task SendAsync(string to, Guest? guest) => Post(string.Format("{{\"messaging_product\":\"whatsapp\",\"to\":\"{0}\",\"type\":\"image\",\"image\":{{\"link\":\"https://files.example.org/i.png\",\"caption\":\"{1}\"}}}}", to, JsonEncodedText.Encode(guest?.Note ?? string.Empty)));
        """)]
    public Task A_null_that_went_out_as_an_empty_text_does_so_still(string kind, string program, string expected) => RefusedKind.CheckAsync("DLG0107", kind, program, expected);

    [Theory]
    [InlineData(
        """"
        class Vet(HttpClient http)
        {
            public async Task ReadyAsync(string phone, string pet, DateTime when)
            {
                var json = $$"""
                    {
                      "messaging_product": "whatsapp",
                      "to": "{{phone}}",
                      "type": "text",
                      "text": {
                        "preview_url": false,
                        "body": "{{pet}} can go home at {{when:HH:mm}}."
                      }
                    }
                    """;
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }
        }
        """",
        """
        Serialize an anonymous object instead
        +         var json = JsonSerializer.Serialize(new
        +         {
        +             messaging_product = "whatsapp",
        +             to = phone,
        +             type = "text",
        +             text = new
        +                 preview_url = false,
        +                 body = $"{pet} can go home at {when:HH:mm}.",
        +             },
        +         });
        """)]
    [InlineData(
        """
        class Vet(HttpClient http)
        {
            public async Task ReadyAsync(string phone, string pet)
            {
                var json = $@"{{
            ""messaging_product"": ""whatsapp"",
            ""to"": ""{phone}"",
            ""type"": ""image"",
            ""image"": {{
                ""link"": ""https://files.example.org/pet.png"",
                ""caption"": ""{pet} feels better.""
            }}
        }}";
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Serialize an anonymous object instead
        +         var json = JsonSerializer.Serialize(new
        +         {
        +             messaging_product = "whatsapp",
        +             to = phone,
        +             type = "image",
        +             image = new
        +             {
        +                 link = "https://files.example.org/pet.png",
        +                 caption = $"{pet} feels better.",
        +             },
        +         });
        """)]
    [InlineData(
        """
        class Vet(HttpClient http)
        {
            public async Task ReadyAsync(string phone, string pet)
            {
                var json = "{" +
                    "\"messaging_product\": \"whatsapp\"," +
                    "\"to\": \"" + phone + "\"," +
                    "\"type\": \"text\"," +
                    "\"text\": { \"body\": \"" + pet + " can go home.\" }" +
                    "}";
                using var response = await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, "application/json"));
                response.EnsureSuccessStatusCode();
            }
        }
        """,
        """
        Serialize an anonymous object instead
        +         var json = JsonSerializer.Serialize(new
        +         {
        +             messaging_product = "whatsapp",
        +             to = phone,
        +             type = "text",
        +             text = new { body = $"{pet} can go home." },
        +         });
        """)]
    public Task JSON_of_several_lines_becomes_an_object_of_several_lines(string program, string expected) => RefusedKind.CheckAsync("DLG0107", "serialize-object", program, expected);
}
