using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class CoordinateOutOfRangeTests
{
    private const string Id = "DLG0101";

    [Theory]
    [InlineData("new { to, type = \"location\", location = new { latitude = [|95.5|], longitude = 13.4 } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = [|-90.01|], longitude = 13.4 } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = 10, longitude = [|180.5|] } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = [|\"95.5\"|], longitude = \"13.4\" } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = [|52520008|], longitude = [|13404954|] } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = [|double.NaN|], longitude = 1d } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = [|double.PositiveInfinity|], longitude = 1d } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = [|100.5m|], longitude = 1m } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = [|45.0 * 2.5|], longitude = 1m } }")]
    [InlineData("new { To = to, Type = \"location\", Location = new { Latitude = [|95|], Longitude = 1 } }")]
    [InlineData("new { to, location = new { latitude = [|95|], longitude = 1 } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = flag ? 5.0 : [|95.0|], longitude = 1 } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = number switch { 1 => 5.0, 2 => [|-91.0|], _ => 0.0 }, longitude = 1 } }")]
    [InlineData("new { to, type = \"location\", location = flag ? new { latitude = 5.0, longitude = 1.0 } : new { latitude = [|95.0|], longitude = 1.0 } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"location\", [\"location\"] = new Dictionary<string, object> { [\"latitude\"] = [|95|], [\"longitude\"] = 1 } }")]
    [InlineData("new Dictionary<string, object> { { \"to\", to }, { \"type\", \"location\" }, { \"location\", new { latitude = [|95|], longitude = 1 } } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"location\", [\"location\"] = new JsonObject { [\"latitude\"] = [|95|], [\"longitude\"] = 1 } }")]
    [InlineData("new Newtonsoft.Json.Linq.JObject(new Newtonsoft.Json.Linq.JProperty(\"to\", to), new Newtonsoft.Json.Linq.JProperty(\"type\", \"location\"), new Newtonsoft.Json.Linq.JProperty(\"location\", new Newtonsoft.Json.Linq.JObject { { \"latitude\", [|95.5|] }, { \"longitude\", 1 } }))")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"template\", template = new { name = \"x\", components = new[] { new { type = \"header\", parameters = new object[] { new { type = \"location\", location = new { latitude = [|95|], longitude = 1 } } } } } } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"template\", template = new { name = \"x\", components = new List<object> { new { type = \"header\", parameters = new List<object> { new { type = \"location\", location = new { latitude = [|95|], longitude = 1 } } } } } } }")]
    [InlineData("new { messages = new[] { new { to, type = \"location\", location = new { latitude = [|95|], longitude = 1 } } } }")]
    [InlineData("JsonSerializer.Serialize(new { to, type = \"location\", location = new { latitude = [|95|], longitude = 1 } })")]
    public void Reported_in_an_expression(string expression) => new TestProgram(Id, Bodies.Expression(expression)).Check();

    [Theory]
    [InlineData("new { to, type = \"location\", location = new { latitude = 90, longitude = 180 } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = -90.0, longitude = -180.0 } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = value, longitude = value } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = \"52,5\", longitude = \"\" } }")]
    [InlineData("new { latitude = 95.5, longitude = 13.4 }")]
    [InlineData("new { type = \"location\", location = new { latitude = 95.5, longitude = 13.4 } }")]
    [InlineData("new { from = to, to, type = \"location\", location = new { latitude = 95.5, longitude = 13.4 } }")]
    [InlineData("new { to, type = \"location\", location = \"95.5,200\" }")]
    [InlineData("new { to, type = \"location\", location = new { lat = 95.5, lng = 200 } }")]
    [InlineData("new { chat_id = to, latitude = 95.5, longitude = 200 }")]
    [InlineData("\"{ \\\"to\\\": \\\"4917\\\", \\\"type\\\": \\\"location\\\", \\\"location\\\": { \\\"latitude\\\": 52.5, \\\"longitude\\\": -180 } }\"")]
    [InlineData("\"{ \\\"chat_id\\\": 5, \\\"latitude\\\": 152.5, \\\"longitude\\\": 13 }\"")]
    [InlineData("$\"{{ \\\"to\\\": \\\"{to}\\\", \\\"type\\\": \\\"location\\\", \\\"location\\\": {{ \\\"latitude\\\": {value}, \\\"longitude\\\": 1 }} }}\"")]
    [InlineData("new { to, subject = \"x\", location = 5 }")]
    [InlineData("new { messaging_product = \"whatsapp\", contacts = new[] { new { input = to, wa_id = to } }, messages = new[] { new { id } } }")]
    [InlineData("new Dictionary<string, object> { [\"latitude\"] = 95, [\"longitude\"] = 500 }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = value * 2, longitude = value + 200 } }")]
    [InlineData("new { to, type = flag ? \"location\" : \"text\", location = flag ? new { latitude = 5.0, longitude = 1.0 } : null }")]
    public void Silent_in_an_expression(string expression) => new TestProgram(Id, Bodies.Expression(expression)).Check();

    [Theory]
    [InlineData("var lat = 95.5; var m = new { to, type = \"location\", location = new { latitude = [|lat|], longitude = 1 } }; Use(m);")]
    [InlineData("const double Lat = 95.5; var m = new { to, type = \"location\", location = new { latitude = [|Lat|], longitude = 1 } }; Use(m);")]
    [InlineData("var location = new { latitude = [|95|], longitude = 1 }; var m = new { to, type = \"location\", location }; Use(m);")]
    [InlineData("var d = new Dictionary<string, object>(); d[\"to\"] = to; d[\"type\"] = \"location\"; d[\"location\"] = new { latitude = [|95|], longitude = 1 }; Use(d);")]
    [InlineData("var d = new Dictionary<string, object>(); d.Add(\"to\", to); d.Add(\"type\", \"location\"); d.Add(\"location\", new { latitude = [|95|], longitude = 1 }); Use(d);")]
    [InlineData("var o = new JsonObject(); o[\"to\"] = to; o[\"type\"] = \"location\"; var l = new JsonObject(); l[\"latitude\"] = [|95|]; l[\"longitude\"] = 1; o[\"location\"] = l; Use(o);")]
    [InlineData("object m; if (flag) { m = new { to, type = \"location\", location = new { latitude = [|95|], longitude = 1 } }; } else { m = new { to, type = \"text\", text = new { body = \"x\" } }; } Use(m);")]
    [InlineData("async Task Send(string recipient, double lat, double lng) { Use(new { to = recipient, type = \"location\", location = new { latitude = lat, longitude = lng } }); await Task.Yield(); } await Send(to, [|95|], 13); await Send(to, 45, 13); await Send(lng: [|190|], lat: 1, recipient: to);")]
    public void Reported_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();

    [Theory]
    [InlineData("var lat = 95.5; lat = value; var m = new { to, type = \"location\", location = new { latitude = lat, longitude = 1 } }; Use(m);")]
    [InlineData("double lat; double.TryParse(name, out lat); var m = new { to, type = \"location\", location = new { latitude = lat, longitude = 1 } }; Use(m);")]
    [InlineData("await client.PostAsJsonAsync(\"https://example.com/track\", new { to, type = \"location\", location = new { latitude = 95, longitude = 1 } });")]
    [InlineData("var json = JsonSerializer.Serialize(new { to, type = \"location\", location = new { latitude = 95, longitude = 1 } }); await client.PostAsync(\"https://api.example.com/x\", new StringContent(json));")]
    public void Silent_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();

    [Theory]
    [InlineData("""
        public class Location { public double Latitude { get; set; } public double Longitude { get; set; } }
        public class Message { public string To { get; set; } = ""; public string Type { get; set; } = ""; public Location? Location { get; set; } }
        public class Sender { object Make(string to) => new Message { To = to, Type = "location", Location = new Location { Latitude = [|95|], Longitude = 5 } }; }
        """)]
    [InlineData("""
        public class Loc { [JsonPropertyName("latitude")] public double Lat { get; set; } [JsonPropertyName("longitude")] public double Lng { get; set; } }
        public class Msg { [JsonPropertyName("messaging_product")] public string Product => "whatsapp"; [JsonPropertyName("to")] public string Phone { get; set; } = ""; [JsonPropertyName("type")] public string Kind { get; set; } = "location"; [JsonPropertyName("location")] public Loc? Where { get; set; } }
        public class Sender { object Make(string to) { var m = new Msg(); m.Phone = to; m.Where = new Loc { Lat = [|95|], Lng = 5 }; return m; } }
        """)]
    [InlineData("""
        public record Place(double Latitude, double Longitude);
        public record Message(string To, string Type, Place Location);
        public class Sender { object Make(string to) => new Message(to, "location", new Place([|95|], 10)); }
        """)]
    [InlineData("""
        public class Place { public Place(double lat, double lng) { this.latitude = lat; this.longitude = lng; } public double latitude; public double longitude; }
        public class LocationMessage { public string to; public string type; public string recipient_type; public Place location; public LocationMessage(string to, double lat, double lng) { recipient_type = "individual"; type = "location"; this.to = to; location = new Place(lat, lng); } }
        public class Sender { object Make(string to) => new LocationMessage(to, [|95|], 5); }
        """)]
    [InlineData("""
        public interface IWhatsApp { Task SendLocationAsync(string to, double lat, double lng); }
        public class WhatsApp : IWhatsApp { public Task SendLocationAsync(string to, double lat, double lng) => Post(new { to, type = "location", location = new { latitude = lat, longitude = lng } }); private Task Post(object o) => Task.CompletedTask; }
        public class Job { private readonly IWhatsApp wa; public Job(IWhatsApp wa) { this.wa = wa; } public Task Run() => wa.SendLocationAsync("491701234567", [|95.5|], 13); }
        """)]
    [InlineData("""
        public static class Places { public const double OfficeLat = 152.5; public static readonly double OfficeLng = 13.4; }
        public class A { public Task Send(string to, double lat, double lng) => Inner(to, lat, lng); private Task Inner(string to, double a, double b) { object m = new { to, type = "location", location = new { latitude = a, longitude = b } }; return Task.FromResult(m); } public Task Go() => Send("4917", [|Places.OfficeLat|], Places.OfficeLng); }
        """)]
    [InlineData("""
        public record LocationRequest(double Lat, double Lng);
        public class A { public object Build(string to, LocationRequest r) => new { to, type = "location", location = new { latitude = r.Lat, longitude = r.Lng } }; public object Go() => Build("49170", new LocationRequest([|95|], 2)); }
        """)]
    [InlineData("""
        var to = "491701234567";
        var message = new { to, type = "location", location = new { latitude = [|95|], longitude = 1 } };
        Console.WriteLine(message);
        """)]
    public void Reported_in_a_program(string program) => new TestProgram(Id, program).Check();

    public static TheoryData<string> JsonPrograms =>
    [
        """
        public class A
        {
            private readonly HttpClient http = new();
            public Task Send(string to, double lat, double lng)
            {
                var json = "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"location\",\"location\":{\"latitude\":" + lat.ToString(CultureInfo.InvariantCulture) + ",\"longitude\":\"" + lng.ToString(CultureInfo.InvariantCulture) + "\"}}";
                return http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json));
            }
            public Task Go(string to) => Send(to, [|95.25|], [|181.5|]);
        }
        """,
        """
        public class A
        {
            public string Json(string to) { const double Lat = 95.5; double lng = 13; return $"{{\"to\":\"{to}\",\"type\":\"location\",\"location\":{{\"latitude\":[|{Lat}|],\"longitude\":{lng}}}}}"; }
        }
        """,
        """
        public class A
        {
            public string Json(string to, string kind, double lat) => $"{{\"messaging_product\":\"whatsapp\",\"to\":\"{to}\",\"type\":\"{kind}\",\"{kind}\":{{\"latitude\":{lat},\"longitude\":1}}}}";
            public string Go(string to) => Json(to, "location", [|95|]);
        }
        """,
        """"
        public class A
        {
            public ReadOnlySpan<byte> Json => """{"to":"49170","type":"location","location":{"latitude":[|-95|],"longitude":0}}"""u8;
        }
        """",
    ];

    [Theory]
    [MemberData(nameof(JsonPrograms))]
    public void Reported_in_json_text(string program) => new TestProgram(Id, program).Check();

    [Theory]
    [InlineData("new { type = \"Point\", location = new { latitude = 100, longitude = 200 }, to = \"x\", coordinates = 5 }")]
    [InlineData("new { type = \"Feature\", location = new { latitude = 100, longitude = 200 }, to = \"x\", geometry = 5 }")]
    public void Silent_where_a_type_and_members_are_foreign(string expression) => new TestProgram(Id, Bodies.Expression(expression)).Check();

    [Theory]
    [InlineData("""
        public class Message { public int Id { get; set; } public string To { get; set; } = ""; public string Type { get; set; } = ""; public string? Location { get; set; } public double Latitude { get; set; } }
        public class Store { object Make() => new Message { To = "a", Type = "location", Location = "x", Latitude = 95 }; }
        """)]
    [InlineData("""
        public interface IMaps { Task PinAsync(string to, double lat, double lng); }
        public class Maps : IMaps { public Task PinAsync(string to, double lat, double lng) => Task.CompletedTask; }
        public class Job { public Task Run(IMaps maps) => maps.PinAsync("x", 95, 500); }
        """)]
    [InlineData("""
        public class A { public object Send(string to, double lat) { lat = Math.Clamp(lat, -90, 90); return new { to, type = "location", location = new { latitude = lat, longitude = 1 } }; } public object Go() => Send("49", 95); }
        """)]
    public void Silent_in_a_program(string program) => new TestProgram(Id, program).Check();

    [Theory]
    // What a test excludes does not arrive.
    [InlineData("object At(double lat, double lon) { if (lat is < -90 or > 90) throw new ArgumentException(); return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } Use(At(95, 1));")]
    [InlineData("object? At(double lat, double lon) { if (lat < -90 || lat > 90 || Math.Abs(lon) > 180) return null; return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } Use(At(95, 1)); Use(At(1, 181));")]
    [InlineData("object? At(double lat, double lon) { if (Math.Abs(lat) <= 90 && Math.Abs(lon) <= 180) { return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } return null; } Use(At(95, 1));")]
    [InlineData("object At(double lat, double lon) { ArgumentOutOfRangeException.ThrowIfGreaterThan(lat, 90); ArgumentOutOfRangeException.ThrowIfLessThan(lat, -90); return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } Use(At(95, 1)); Use(At(-95, 1));")]
    [InlineData("bool IsValid(double a, double b) => a > b; object? At(double lat, double lon) { if (!IsValid(lat, lon)) { return null; } return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } Use(At(95, 1));")]
    [InlineData("object At(double lat, double lon) => new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; object Checked(double y, double x) { if (y is > 90 or < -90) throw new ArgumentException(); return At(y, x); } Use(Checked(95, 1));")]
    // What it lets through does.
    [InlineData("object At(double lat, double lon) { if (lat == 0) throw new ArgumentException(); return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } Use(At([|95|], 1));")]
    [InlineData("object At(double lat, double lon) { if (lon is < -180 or > 180) throw new ArgumentException(); return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } Use(At([|95|], 1));")]
    [InlineData("object At(double lat, double lon) { if (lat is < -90 or > 100) throw new ArgumentException(); return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } Use(At([|95|], 1));")]
    [InlineData("object At(double lat, double lon) { if (lat > 90) Console.WriteLine(lat); return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } Use(At([|95|], 1));")]
    [InlineData("object At(double lat, double lon) { ArgumentOutOfRangeException.ThrowIfNegative(lat); return new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; } Use(At([|95|], 1));")]
    [InlineData("object At(double lat, double lon) { var made = new { to, type = \"location\", location = new { latitude = lat, longitude = lon } }; if (lat > 90) { return name; } return made; } Use(At([|95|], 1));")]
    public void Tests_before_the_message(string statements) => new TestProgram("DLG0101", Bodies.Method(statements)).Check();
}
