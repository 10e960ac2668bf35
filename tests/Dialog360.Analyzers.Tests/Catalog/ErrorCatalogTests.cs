using System.Text.Json;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Tests.Catalog;

/// <summary>The list of errors: complete, consistent, and tied to the rules.</summary>
public class ErrorCatalogTests
{
    private static readonly ErrorCatalog Catalog = ErrorCatalog.Current;

    /// <summary>The entries of 360dialog's error page: key, code, HTTP status where the page gives it, a word of the title or of the sample answer.</summary>
    [Theory]
    [InlineData("gateway-path-blocked", 403, 403, "This URL *** is blocked. More info: https://docs.360dialog.com/whatsapp-api/whatsapp-api")]
    [InlineData("gateway-invalid-api-key", 401, 401, "Invalid api_key or token expired")]
    [InlineData("gateway-api-disabled", 400, 400, "Your WhatsApp for Business API has been disabled. If you believe this is a mistake, please contact our support team.")]
    [InlineData("gateway-usage-limit", 400, 400, "You have exceeded the limit of 1 request every * seconds. Try again later.")]
    [InlineData("gateway-internal-error-camel", 500, 500, "\"developerMessage\":\"Internal server error\"")]
    [InlineData("gateway-internal-error-555", 555, 500, "\"developer_message\":\"Internal server error\"")]
    [InlineData("gateway-nginx-503-html", 503, 503, "<html>\n<head><title>503 Service Temporarily Unavailable</title></head>")]
    [InlineData("gateway-api-not-available", 502, 502, "WhatsApp for Business API not available.")]
    [InlineData("registration-1005-timeout", 1005, 403, "Please wait 1 hour(s) 38 minute(s) before trying again")]
    [InlineData("registration-1005-biz-link-info", 1005, 403, "Unknown error: biz_link_info_invalid_payload")]
    [InlineData("registration-1005-not-approved-enterprise", 1005, 403, "This number has not been approved for an enterprise. Please contact support for more info.")]
    [InlineData("registration-1005-error-verifying", 1005, 403, "Error verifying the number")]
    [InlineData("message-undeliverable", 131026, 400, "Message undeliverable")]
    [InlineData("bad-request-payload", 400, 400, "Bad Request")]
    [InlineData("recipient-not-valid-user", null, null, "Recipient is not a valid WhatsApp user")]
    [InlineData("message-pending-too-long", 408, null, "pending for too long")]
    [InlineData("no-open-session", 470, null, "Re-engagement message")]
    [InlineData("processed-file-path", 1000, null, "Failed to generate processed file path")]
    [InlineData("media-type-mismatch", 1000, null, "Image file format (audio/mpeg) is not supported")]
    [InlineData("video-without-audio-track", 1000, null, "no audio track")]
    [InlineData("unknown-contact", 1006, 404, "Unknown contact")]
    [InlineData("invalid-latitude", 1009, 400, "Invalid latitude")]
    [InlineData("link-request-failed", 1014, null, "Request for")]
    [InlineData("template-missing-translation", 2001, null, "Template name does not exist in the translation")]
    [InlineData("structure-unavailable", 500, null, "structure unavailable")]
    [InlineData("payment-issue", 402, null, "Payment issue")]
    [InlineData("rate-limit-outgoing", 429, null, "Rate limit hit")]
    [InlineData("rate-limit-incoming-media", 429, null, "Rate limit hit")]
    [InlineData("spam-rate-limit", 471, null, "Spam rate limit hit")]
    [InlineData("chat-app-not-initialized", 1011, null, "Chat application is not initialized")]
    [InlineData("system-overloaded-webhooks", 1016, null, "System overloaded")]
    [InlineData("system-overloaded-core", 1016, null, "System overloaded")]
    public void Entry_of_the_error_page(string key, int? code, int? status, string text)
    {
        ErrorEntry error = Catalog.Entry(key);
        Assert.Equal(code, error.Code);
        Assert.Equal(status, error.HttpStatus);
        Assert.Contains(text, string.Join('\n', error.Payloads.Prepend(error.Title)));
    }

    [Fact]
    public void Keys_are_unique_and_kebab_case()
    {
        Assert.Equal(Catalog.Errors.Length, Catalog.Errors.Select(error => error.Key).Distinct().Count());
        Assert.All(Catalog.Errors, error => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", error.Key));
    }

    [Fact]
    public void Fields_hold_words_of_their_lists()
    {
        Assert.All(Catalog.Errors, error =>
        {
            Assert.Contains(error.Api, new[] { "on-premises", "cloud", "gateway", "registration" });
            Assert.Contains(error.Retry, new[] { "never", "after-backoff", "after-wait", "resend" });
            Assert.NotEmpty(error.Surfaces);
            Assert.Empty(error.Surfaces.Except(["response", "webhook"]));
            Assert.NotEmpty(error.Title);
            Assert.EndsWith(".", error.Meaning);
            Assert.EndsWith(".", error.Remedy);
            Assert.NotEmpty(error.Source);
        });
    }

    [Fact]
    public void Equivalents_point_both_ways_and_to_another_api()
    {
        foreach (ErrorEntry error in Catalog.Errors)
        {
            Assert.All(error.Equivalents, other => Assert.Contains(error.Key, Catalog.Entry(other).Equivalents));
            Assert.All(error.LikelyEquivalents, other => Assert.Contains(error.Key, Catalog.Entry(other).LikelyEquivalents));
            Assert.All(error.Equivalents.Concat(error.LikelyEquivalents), other => Assert.NotEqual(error.Api, Catalog.Entry(other).Api));
            Assert.Empty(error.Equivalents.Intersect(error.LikelyEquivalents));
        }
    }

    [Theory]
    [InlineData(470, 131047)]
    [InlineData(471, 131048)]
    [InlineData(429, 130429)]
    [InlineData(1008, 131008)]
    [InlineData(1009, 131009)]
    [InlineData(1000, 131053)]
    [InlineData(1014, 131053)]
    [InlineData(1016, 131016)]
    [InlineData(2000, 132000)]
    [InlineData(2001, 132001)]
    [InlineData(2012, 132012)]
    [InlineData(400, 100)]
    public void Code_has_its_equivalent_in_the_cloud(int onPremises, int cloud) =>
        Assert.Contains(Catalog.WithCode(onPremises), error => error.Equivalents.Any(key => Catalog.Entry(key).Code == cloud));

    [Fact]
    public void Every_error_is_prevented_by_a_rule_or_says_why_not()
    {
        Assert.All(Catalog.Errors, error => Assert.True(error.Rules.IsEmpty == (error.WhyNot is { Length: > 20 }), error.Key));
    }

    [Fact]
    public void Every_rule_that_an_error_names_exists()
    {
        Assert.All(Catalog.Errors.SelectMany(error => error.Rules.Concat(error.HandledBy)).Distinct(), id => Assert.Equal(id, RuleDescriptors.For(id).Id));
    }

    [Fact]
    public void Every_rule_is_about_an_error_or_says_why_not()
    {
        Assert.All(Catalog.Rules, rule =>
            Assert.True((rule.Handles is not null || Catalog.PreventedBy(rule.Id).Concat(Catalog.HandledBy(rule.Id)).Any()) == (rule.NoError is null), rule.Id));
    }

    [Fact]
    public void Codes_in_the_words_of_a_rule_are_those_of_its_errors()
    {
        foreach (RuleEntry rule in Catalog.Rules)
        {
            HashSet<string> codes = Catalog.PreventedBy(rule.Id).Concat(Catalog.HandledBy(rule.Id))
                .SelectMany(error => new[] { error.Code, error.HttpStatus }).Select(code => code.ToString()!).ToHashSet();
            // 2025 is the year in which the on-premises API was switched off, 200 what a webhook must answer.
            foreach (Match code in Regex.Matches(rule.Message, @"(?<![%\w.-])\d{3,6}(?![\w.])"))
            {
                Assert.True(codes.Contains(code.Value) || code.Value is "2025" or "200", $"{rule.Id} names {code.Value}, but no error of that code names the rule.");
            }
        }
    }

    [Fact]
    public void Sample_answers_are_json_or_html()
    {
        foreach (string payload in Catalog.Errors.SelectMany(error => error.Payloads).Where(payload => payload[0] != '<'))
        {
            using JsonDocument document = JsonDocument.Parse(payload);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        }
    }

    [Fact]
    public void Details_pattern_tells_the_sample_of_its_variant_from_the_others()
    {
        ErrorEntry[] variants = Catalog.WithCode(1005).Where(error => error.DetailsPattern is not null).ToArray();
        Assert.Equal(3, variants.Length);
        foreach (ErrorEntry variant in variants)
        {
            using JsonDocument document = JsonDocument.Parse(Assert.Single(variant.Payloads));
            string details = document.RootElement.GetProperty("data").GetProperty("details").GetString()!;
            Assert.Equal(variant, Assert.Single(variants, other => Regex.IsMatch(details, other.DetailsPattern!)));
        }
    }

    [Theory]
    [InlineData(401, true)]
    [InlineData(403, true)]
    [InlineData(470, true)]
    [InlineData(131047, true)]
    [InlineData(131026, true)]
    [InlineData(1006, true)]
    [InlineData(1009, true)]
    [InlineData(2001, true)]
    [InlineData(132001, true)]
    [InlineData(400, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    [InlineData(502, false)]
    [InlineData(1016, false)]
    [InlineData(130429, false)]
    [InlineData(200, true)]
    [InlineData(123456, false)]
    public void Sending_again_never_helps(int code, bool never) => Assert.Equal(never, Catalog.IsNeverRetried(code));

    [Fact]
    public void Every_error_is_told_in_whole_sentences()
    {
        Assert.All(Catalog.Errors, error =>
        {
            foreach (string text in new[] { error.Meaning, error.Remedy, error.WhyNot ?? "Nothing." })
            {
                // A member of a message may stand at the start of a sentence, as it is written.
                Assert.True(!char.IsLower(text[0]) || text.Split(' ')[0].Contains('_'), error.Key);
                Assert.EndsWith(".", text);
                Assert.DoesNotContain("  ", text);
            }

            Assert.NotEmpty(error.Category);
        });
    }

    [Fact]
    public void Corresponding_errors_agree_on_how_sure_that_is()
    {
        foreach (ErrorEntry error in Catalog.Errors)
        {
            Assert.All(error.Links, link =>
            {
                Assert.Contains(link.Confidence, new[] { "documented", "same-title", "same-meaning", "likely" });
                Assert.Equal(link.Confidence, Assert.Single(Catalog.Entry(link.Key).Links, back => back.Key == error.Key).Confidence);
            });
        }
    }

    [Theory]
    [InlineData(470, 131047)]
    [InlineData(1009, 131009)]
    [InlineData(2001, 132001)]
    [InlineData(429, 130429)]
    [InlineData(471, 131048)]
    [InlineData(131047, 470)]
    [InlineData(2061, 132015)]
    public void Official_equivalent(int code, int other) => Assert.Contains(Catalog.OfficialEquivalents(code), error => error.Code == other);

    [Theory]
    [InlineData(131056)]
    [InlineData(1013)]
    [InlineData(503)]
    [InlineData(123456)]
    public void Without_an_official_equivalent(int code) => Assert.Empty(Catalog.OfficialEquivalents(code));

    [Fact]
    public void Errors_are_found_by_api_surface_and_retry()
    {
        Assert.Contains(Catalog.Find(api: "cloud", surface: "webhook", retry: "after-wait"), error => error.Key == "ecosystem-engagement");
        Assert.All(Catalog.Find(api: "cloud", surface: "webhook"), error => Assert.True(error.Api == "cloud" && error.Surfaces.Contains("webhook")));
        Assert.All(Catalog.Find(retry: "resend"), error => Assert.Equal("resend", error.Retry));
        Assert.Equal(Catalog.Errors, Catalog.Find());
    }

    [Fact]
    public void Sends_bring_no_errors_of_calls_groups_or_management()
    {
        Assert.Empty(Catalog.SendCategories.Except(Catalog.Errors.Select(error => error.Category)));
        Assert.All(Catalog.OfSends, error => Assert.DoesNotContain(error.Category, new[] { "calling", "groups", "management", "registration", "legacy" }));
        Assert.Contains(Catalog.OfSends, error => error.Code == 131047);
    }

    [Fact]
    public void Bodies_are_of_known_shapes_and_can_be_read()
    {
        foreach (ErrorEntry error in Catalog.Errors)
        {
            Assert.All(error.Shapes, name => Assert.Contains(Assert.Single(Catalog.Shapes, shape => shape.Name == name).Surface, error.Surfaces));
            foreach (string body in Catalog.BodiesOf(error).Where(body => body[0] != '<'))
            {
                using JsonDocument document = JsonDocument.Parse(body);
                Assert.DoesNotContain("{", document.RootElement.EnumerateObject().First().Name);
            }
        }
    }

    [Fact]
    public void Fix_names_are_unique()
    {
        string[] ids = Catalog.Rules.SelectMany(rule => rule.Fixes).Concat(Catalog.Errors.SelectMany(error => error.Fixes)).Select(fix => fix.Id).ToArray();
        Assert.Equal(ids.Distinct(), ids);
    }
}
