namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0101: latitude and longitude are exchanged, or the lost point is put back.</summary>
public class CoordinatesFixTests
{
    [Theory]
    [InlineData("Send(new { to, type = \"location\", location = new { latitude = -118.24, longitude = 34.05 } });", "Send(new { to, type = \"location\", location = new { latitude = 34.05, longitude = -118.24 } });")]
    [InlineData("Send(new { to, type = \"location\", location = new { latitude = \"118.24\", longitude = \"34.05\" } });", "Send(new { to, type = \"location\", location = new { latitude = \"34.05\", longitude = \"118.24\" } });")]
    [InlineData("Send(new { to, type = \"location\", location = new { longitude = /* east */ 34.05, name, latitude = 118.24 /* north */ } });", "Send(new { to, type = \"location\", location = new { longitude = /* east */ 118.24, name, latitude = 34.05 /* north */ } });")]
    [InlineData("Send(new Message { To = to, Type = \"location\", Location = new Place { Latitude = 118.24, Longitude = 34.05 } });", "Send(new Message { To = to, Type = \"location\", Location = new Place { Latitude = 34.05, Longitude = 118.24 } });")]
    [InlineData("Send(new { to, type = \"location\", location = new Position(118.24, 34.05) });", "Send(new { to, type = \"location\", location = new Position(34.05, 118.24) });")]
    [InlineData("Send(new { to, type = \"location\", location = new Position(Longitude: 34.05, Latitude: 118.24) });", "Send(new { to, type = \"location\", location = new Position(Longitude: 118.24, Latitude: 34.05) });")]
    [InlineData("Send(new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"location\", [\"location\"] = new Dictionary<string, object> { [\"latitude\"] = 118.24, [\"longitude\"] = 34.05 } });", "Send(new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"location\", [\"location\"] = new Dictionary<string, object> { [\"latitude\"] = 34.05, [\"longitude\"] = 118.24 } });")]
    [InlineData("Send(new JsonObject { [\"to\"] = to, [\"location\"] = new JsonObject { [\"latitude\"] = 118.24, [\"longitude\"] = 34.05 } });", "Send(new JsonObject { [\"to\"] = to, [\"location\"] = new JsonObject { [\"latitude\"] = 34.05, [\"longitude\"] = 118.24 } });")]
    [InlineData("Send(new JObject(new JProperty(\"to\", to), new JProperty(\"location\", new JObject(new JProperty(\"latitude\", 118.24), new JProperty(\"longitude\", 34.05)))));", "Send(new JObject(new JProperty(\"to\", to), new JProperty(\"location\", new JObject(new JProperty(\"latitude\", 34.05), new JProperty(\"longitude\", 118.24)))));")]
    [InlineData("var place = new Place();\nplace.Latitude = 118.24;\nplace.Longitude = 34.05;\nSend(new Message { To = to, Location = place });", "var place = new Place();\nplace.Latitude = 34.05;\nplace.Longitude = 118.24;\nSend(new Message { To = to, Location = place });")]
    [InlineData("Send(MessageObjectFactory.CreateLocationMessage(to, 118.24, 34.05));", "Send(MessageObjectFactory.CreateLocationMessage(to, 34.05, 118.24));")]
    [InlineData("Send(MessageObjectFactory.CreateLocationMessage(to, longitude: 34.05, latitude: 118.24));", "Send(MessageObjectFactory.CreateLocationMessage(to, longitude: 118.24, latitude: 34.05));")]
    [InlineData("SendPlace(to, 118.24, 34.05);", "SendPlace(to, 34.05, 118.24);")]
    [InlineData("SendPlace(lng: 34.05, to: to, lat: 118.24);", "SendPlace(lng: 118.24, to: to, lat: 34.05);")]
    [InlineData("const double Lat = 118.24, Lng = 34.05; SendPlace(to, Lat, Lng);", "const double Lat = 34.05, Lng = 118.24; SendPlace(to, Lat, Lng);")]
    [InlineData("const double Lat = 34.05, Lng = 118.24; SendPlace(to, Lng, Lat);", "const double Lat = 34.05, Lng = 118.24; SendPlace(to, Lat, Lng);")]
    public Task Coordinates_are_swapped(string before, string after) => FixBench.BodyAsync(before, after, "DLG0101", "swap-coordinates");

    [Theory]
    [InlineData("Send(new { to, location = new { latitude = 41403380, longitude = 2.174 } });", "Send(new { to, location = new { latitude = 41.403380, longitude = 2.174 } });")]
    [InlineData("Send(new { to, location = new { latitude = -41403, longitude = 2.174 } });", "Send(new { to, location = new { latitude = -4.1403, longitude = 2.174 } });")]
    [InlineData("Send(new { to, location = new { latitude = 1.5, longitude = -118243700 } });", "Send(new { to, location = new { latitude = 1.5, longitude = -118.243700 } });")]
    [InlineData("Send(new { to, location = new { latitude = \"41403380\", longitude = \"2.174\" } });", "Send(new { to, location = new { latitude = \"41.403380\", longitude = \"2.174\" } });")]
    [InlineData("Send(new { to, location = new { latitude = 41403380.0, longitude = 2.174 } });", "Send(new { to, location = new { latitude = 41.403380, longitude = 2.174 } });")]
    [InlineData("Send(new { to, location = new Position(Longitude: 2.174, Latitude: 41403380) });", "Send(new { to, location = new Position(Longitude: 2.174, Latitude: 41.403380) });")]
    [InlineData("SendPlace(to, 41403380, 2.174);", "SendPlace(to, 41.403380, 2.174);")]
    [InlineData("Send(MessageObjectFactory.CreateLocationMessage(to, 41403380, 2.174));", "Send(MessageObjectFactory.CreateLocationMessage(to, 41.403380, 2.174));")]
    public Task Lost_point_is_inserted(string before, string after) => FixBench.BodyAsync(before, after, "DLG0101", "insert-decimal-point");

    [Theory]
    [InlineData("Send(new { to, location = new { latitude = 118.24, longitude = 134.05 } });")]
    [InlineData("Send(new { to, location = new { latitude = double.NaN, longitude = 34.05 } });")]
    [InlineData("Send(new { to, location = new { latitude = double.PositiveInfinity, longitude = 34.05 } });")]
    [InlineData("Send(new { to, location = new { latitude = 1000.5, longitude = 34.05 } });")]
    [InlineData("Send(new { to, location = new { latitude = 414033, longitude = 34.05 } });")]
    [InlineData("Send(new { to, location = new { latitude = 999, longitude = 34.05 } });")]
    [InlineData("Send(new { to, location = new { latitude = 1.5, longitude = 200 } });")]
    public Task Nothing_is_offered_where_nothing_is_certain(string body) => FixBench.NothingForBodyAsync(body, "DLG0101");

    [Fact]
    public Task Both_of_a_pair_are_fixed_together() => FixBench.AllInBodyAsync(
        "Send(new { to, location = new { latitude = 41403380, longitude = -118243700 } });\nSend(new { to, location = new { latitude = 95, longitude = 10 } });",
        "Send(new { to, location = new { latitude = 41.403380, longitude = -118.243700 } });\nSend(new { to, location = new { latitude = 95, longitude = 10 } });",
        "DLG0101",
        "insert-decimal-point");
}
