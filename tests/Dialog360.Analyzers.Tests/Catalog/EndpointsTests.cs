using System.Collections.Immutable;
using System.Text.Json;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Tests.Documentation;

namespace Dialog360.Analyzers.Tests.Catalog;

/// <summary>Hosts and their paths. A question mark stands for a hole.</summary>
public class EndpointsTests
{
    private const string Cloud = "waba-v2.360dialog.io";
    private const string OnPremises = "waba.360dialog.io";
    private const string Sandbox = "waba-sandbox.360dialog.io";

    private const string Graph = "graph.facebook.com";

    private static HoledText Path(string path) => new(
        path.Replace('?', HoledText.HoleChar),
        path.Select((character, index) => (character, index)).Where(pair => pair.character == '?').Select(pair => pair.index).ToImmutableArray());

    private static ApiHost Host(string name) => Assert.IsType<ApiHost>(Endpoints.Host(name));

    [Theory]
    [InlineData(Cloud, "/messages")]
    [InlineData(Cloud, "/messages/")]
    [InlineData(Cloud, "/media")]
    [InlineData(Cloud, "/1234567890")]
    [InlineData(Cloud, "/?")]
    [InlineData(Cloud, "?")]
    [InlineData(Cloud, "/mess?")]
    [InlineData(Cloud, "/v1/configs/webhook")]
    [InlineData(Cloud, "/v1/configs/templates/hello_world")]
    [InlineData(Cloud, "/whatsapp_business/attachments/")]
    [InlineData(Cloud, "/groups/1/participants")]
    [InlineData(OnPremises, "/v1/messages")]
    [InlineData(OnPremises, "/v1/messages/gBEG123")]
    [InlineData(OnPremises, "/v1/contacts")]
    [InlineData(OnPremises, "/?/contacts")]
    [InlineData(OnPremises, "/v1/media/f043afd0-f0ae-4b9c-ab3d-696fb4c8cd68")]
    [InlineData(Sandbox, "/v1/messages")]
    [InlineData(Sandbox, "/v1/contacts")]
    [InlineData(Sandbox, "/v1/configs/webhook")]
    public void Path_of_the_host(string host, string path) => Assert.True(Host(host).Has(Path(path)));

    [Theory]
    [InlineData(Cloud, "/v1/messages")]
    [InlineData(Cloud, "/v1/contacts")]
    [InlineData(Cloud, "/?/messages")]
    [InlineData(Cloud, "/106540352242922/messages")]
    [InlineData(Cloud, "/message")]
    [InlineData(Cloud, "/v1/media")]
    [InlineData(Sandbox, "/messages")]
    [InlineData(OnPremises, "/messages")]
    [InlineData(OnPremises, "/v1/users/login")]
    [InlineData(OnPremises, "/v1/account/verify")]
    [InlineData(Cloud, "/v1/messages/?")]
    [InlineData(Cloud, "/v1/messages?")]
    [InlineData(Cloud, "/v1/contacts/?/block")]
    [InlineData(Cloud, "/v21.0/?/messages")]
    [InlineData(Cloud, "/health-status")]
    [InlineData(Cloud, "/messages/messages")]
    [InlineData(Cloud, "/v1/webhook")]
    [InlineData(Cloud, "/v1/configs/webhooks")]
    [InlineData(Cloud, "/v1/configs/template/hello")]
    [InlineData(OnPremises, "/v1/v1/messages")]
    [InlineData(Graph, "/v21.0/messages")]
    [InlineData(Graph, "/v9.0/media")]
    public void No_path_of_the_host(string host, string path)
    {
        Assert.False(Host(host).Has(Path(path)));
        Assert.False(string.IsNullOrEmpty(Host(host).Refuses(Path(path))?.Advice));
    }

    /// <summary>The lists are not closed: a hole may hold several segments, a slash, a query or nothing.</summary>
    [Theory]
    [InlineData(Cloud, "/v1?")]
    [InlineData(Cloud, "/v1/?")]
    [InlineData(Cloud, "/v1/configs?")]
    [InlineData(Cloud, "?/messages")]
    [InlineData(Cloud, "/health_status?")]
    [InlineData(Cloud, "/message_templates?")]
    [InlineData(Cloud, "/?/?")]
    [InlineData(Cloud, "/?/configs/webhook")]
    [InlineData(Cloud, "/v2/something/new")]
    [InlineData(Cloud, "/business/settings")]
    [InlineData(Cloud, "/flows")]
    [InlineData(Cloud, "/flows/?/assets")]
    [InlineData(Cloud, "/v1/configs/phone_number")]
    [InlineData(Cloud, "/v1/configs/about")]
    [InlineData(Cloud, "/groups/12/messages")]
    [InlineData(OnPremises, "/v1/stickerpacks")]
    [InlineData(Sandbox, "/v1?")]
    [InlineData(Sandbox, "/v1/whatever")]
    [InlineData(Graph, "/v21.0/106540352242922/messages")]
    [InlineData(Graph, "/106540352242922/messages")]
    [InlineData(Graph, "/v21.0/?/messages")]
    [InlineData(Graph, "/v21.0?/messages")]
    [InlineData(Graph, "/?/messages")]
    [InlineData(Graph, "/v21.0/?")]
    [InlineData(Graph, "/me/messages")]
    [InlineData(Graph, "/v21.0/me/messages")]
    [InlineData(Graph, "/oauth/access_token")]
    public void Nothing_is_said_of_what_is_not_known_to_be_wrong(string host, string path) => Assert.Null(Host(host).Refuses(Path(path)));

    [Theory]
    [InlineData(Cloud, "/v1/messages", "the Cloud path is '/messages'")]
    [InlineData(Cloud, "/v1/contacts", "the Cloud API has no look-up, send to the number")]
    [InlineData(Sandbox, "/messages", "the path of the sandbox is '/v1/messages'")]
    [InlineData(Graph, "/v21.0/messages", "the id of the phone number stands before it, as in '/{version}/{phone-number-id}/messages'")]
    public void Advice(string host, string path, string advice) => Assert.Equal(advice, Host(host).Refuses(Path(path))?.Advice);

    [Theory]
    [InlineData(Cloud, "/v1/messages", "/messages")]
    [InlineData(Cloud, "/?/messages", "/messages")]
    [InlineData(Cloud, "/106540352242922/messages", "/messages")]
    [InlineData(Cloud, "/message", "/messages")]
    [InlineData(Cloud, "/v1/media", "/media")]
    [InlineData(Sandbox, "/messages", "/v1/messages")]
    [InlineData(OnPremises, "/contacts", "/v1/contacts")]
    public void Path_that_was_meant(string host, string path, string nearest) => Assert.Equal(nearest, Host(host).Nearest(Path(path)));

    [Theory]
    [InlineData(Cloud, "/v1/contacts")]
    [InlineData(OnPremises, "/v1/users/login")]
    [InlineData(OnPremises, "/something/else/altogether")]
    public void Nothing_takes_its_place(string host, string path) => Assert.Null(Host(host).Nearest(Path(path)));

    [Theory]
    [InlineData(Cloud, true, false)]
    [InlineData("WABA-V2.360dialog.io", true, false)]
    [InlineData("graph.facebook.com", true, false)]
    [InlineData(OnPremises, false, true)]
    [InlineData(Sandbox, false, false)]
    [InlineData("hub.360dialog.io", false, false)]
    public void Generation_of_the_host(string host, bool isCloud, bool isOnPremises)
    {
        Assert.Equal(isCloud, Host(host).IsCloud);
        Assert.Equal(isOnPremises, Host(host).IsOnPremises);
    }

    [Theory]
    [InlineData("api.example.com")]
    [InlineData("360dialog.io")]
    [InlineData("")]
    [InlineData("localhost")]
    public void Foreign_hosts(string host) => Assert.Null(Endpoints.Host(host));

    [Fact]
    public void Only_the_on_premises_host_was_switched_off_and_names_its_successor()
    {
        ApiHost host = Assert.Single(Endpoints.Hosts, host => host.SwitchedOff is not null);
        Assert.Equal(OnPremises, host.Name);
        Assert.Equal(Cloud, host.Successor);
    }

    [Theory]
    [InlineData("hub.360dialog.io")]
    [InlineData("graph.facebook.com")]
    public void Hosts_whose_paths_are_not_listed_refuse_none(string host)
    {
        Assert.Null(Host(host).Refuses(Path("/whatever/it/is")));
        Assert.False(Host(host).IsMessaging);
    }

    [Fact]
    public void Every_replacement_is_a_path_of_its_host()
    {
        foreach (ApiHost host in Endpoints.Hosts.Where(host => host.IsMessaging))
        {
            Assert.True(host.Has(Path(host.SendPath!)), host.Name);
        }

        using JsonDocument document = JsonDocument.Parse(Repository.Read("src/Dialog360.Analyzers/Catalog/endpoints.json"));
        foreach (JsonElement host in document.RootElement.GetProperty("hosts").EnumerateArray())
        {
            foreach (JsonElement wrong in host.GetProperty("wrong").EnumerateArray())
            {
                Assert.True(wrong.TryGetProperty("use", out JsonElement use) ? Host(host.GetProperty("host").GetString()!).Has(Path(use.GetString()!)) : wrong.TryGetProperty("note", out _), wrong.ToString());
            }
        }
    }

    [Theory]
    [InlineData("waba-v2.360dialog.com", Cloud)]
    [InlineData("waba-sandbox.360dialog.com", Sandbox)]
    [InlineData("hub.360dialog.io", null)]
    [InlineData(Cloud, null)]
    public void Host_that_was_meant(string host, string? meant) => Assert.Equal(meant, Host(host).Meant);
}
