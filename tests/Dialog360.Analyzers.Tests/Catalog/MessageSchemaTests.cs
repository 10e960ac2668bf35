using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Tests.Catalog;

/// <summary>Members, types and limits of messages.</summary>
public class MessageSchemaTests
{
    /// <summary>The member at a path such as <c>interactive(list).action.sections.rows.title</c>, the case in parentheses.</summary>
    private static SchemaMember At(string path)
    {
        SchemaShape shape = MessageSchema.Message;
        SchemaMember? member = null;
        foreach (string step in path.Split('.'))
        {
            string[] parts = step.Split('(', ')');
            member = Assert.IsType<SchemaMember>(shape.Member(parts[0]));
            shape = member.Shape?.Case(parts.Length > 1 ? parts[1] : null) ?? shape;
        }

        return member!;
    }

    [Theory]
    [InlineData("to", "String")]
    [InlineData("type", "String")]
    [InlineData("preview_url", "Boolean")]
    [InlineData("text.preview_url", "Boolean")]
    [InlineData("text", "Object")]
    [InlineData("text.body", "String")]
    [InlineData("audio.voice", "Boolean")]
    [InlineData("contacts", "Array")]
    [InlineData("contacts.name", "Object")]
    [InlineData("location.name", "String")]
    [InlineData("location.latitude", "String, Number")]
    [InlineData("template.components", "Array")]
    [InlineData("template.components.parameters", "Array")]
    [InlineData("template.components.index", "String, Number")]
    [InlineData("template.language.code", "String")]
    [InlineData("interactive(button).action.buttons", "Array")]
    [InlineData("interactive(list).action.sections", "Array")]
    [InlineData("interactive(list).action.sections.rows", "Array")]
    public void Json_type(string path, string types) => Assert.Equal(types, At(path).Types.ToString());

    [Theory]
    [InlineData("text.body", 4096, 4096)]
    [InlineData("image.caption", 1024, 1024)]
    [InlineData("biz_opaque_callback_data", 512, 512)]
    [InlineData("interactive(button).body.text", 1024, 1024)]
    [InlineData("interactive(list).body.text", 4096, 1024)]
    [InlineData("interactive(list).header.text", 60, 60)]
    [InlineData("interactive(list).footer.text", 60, 60)]
    [InlineData("interactive(button).action.buttons", 3, 3)]
    [InlineData("interactive(button).action.buttons.reply.title", 20, 20)]
    [InlineData("interactive(button).action.buttons.reply.id", 256, 256)]
    [InlineData("interactive(list).action.button", 20, 20)]
    [InlineData("interactive(list).action.sections", 10, 10)]
    [InlineData("interactive(list).action.sections.title", 24, 24)]
    [InlineData("interactive(list).action.sections.rows.title", 24, 24)]
    [InlineData("interactive(list).action.sections.rows.description", 72, 72)]
    public void Limit(string path, int cloud, int onPremises)
    {
        Assert.Equal(cloud, At(path).Max(isCloud: true));
        Assert.Equal(onPremises, At(path).Max(isCloud: false));
        Assert.Equal(Math.Max(cloud, onPremises), At(path).Max(isCloud: null));
    }

    [Theory]
    [InlineData("to")]
    [InlineData("audio.voice")]
    [InlineData("template.name")]
    [InlineData("image.link")]
    public void No_limit(string path) => Assert.Null(At(path).Max(isCloud: true));

    [Theory]
    [InlineData("messaging_product", true, false, false)]
    [InlineData("to", true, true, true)]
    [InlineData("text.body", true, true, true)]
    [InlineData("template.language", true, true, true)]
    [InlineData("interactive(button).body", true, true, true)]
    [InlineData("interactive(product).body", false, false, false)]
    [InlineData("recipient_type", false, false, false)]
    [InlineData("image.caption", false, false, false)]
    public void Is_required(string path, bool cloud, bool onPremises, bool unknown)
    {
        Assert.Equal(cloud, At(path).IsRequired(isCloud: true));
        Assert.Equal(onPremises, At(path).IsRequired(isCloud: false));
        Assert.Equal(unknown, At(path).IsRequired(isCloud: null));
    }

    [Theory]
    [InlineData("messaging_product", false, false)]
    [InlineData("category", false, true)]
    [InlineData("document.caption", false, true)]
    [InlineData("preview_url", true, false)]
    [InlineData("text.preview_url", false, true)]
    [InlineData("to", false, false)]
    public void Must_not_be_there(string path, bool cloud, bool onPremises)
    {
        Assert.Equal(cloud, At(path).IsForbidden(isCloud: true));
        Assert.Equal(onPremises, At(path).IsForbidden(isCloud: false));
        Assert.False(At(path).IsForbidden(isCloud: null));
    }

    [Fact]
    public void Every_type_is_a_member_with_a_shape()
    {
        foreach (string type in MessageSchema.Types)
        {
            Assert.NotNull(At(type).Shape);
        }
    }

    [Fact]
    public void Media_types_need_one_of_id_and_link_and_agree_with_the_media_table()
    {
        foreach (string type in MessageSchema.Types.Where(MediaTypes.IsMedia))
        {
            SchemaShape shape = Assert.IsType<SchemaShape>(At(type).Shape);
            Assert.Equal("id link", string.Join(' ', shape.OneOf));
            Assert.All(shape.Members, member => Assert.True(MediaTypes.Allows(type, member.Name), type + "." + member.Name));
            Assert.All(shape.Forbidden, name => Assert.False(MediaTypes.Allows(type, name)));
        }
    }

    [Theory]
    [InlineData("contact", "contacts")]
    [InlineData("gif", "video")]
    [InlineData("voice", "audio")]
    [InlineData("imag", "image")]
    [InlineData("Text", "text")]
    public void Type_that_was_meant(string type, string nearest) => Assert.Equal(nearest, MessageSchema.NearestType(type));

    [Theory]
    [InlineData("unicorn")]
    [InlineData("")]
    public void No_type_comes_near(string type) => Assert.Null(MessageSchema.NearestType(type));

    [Fact]
    public void Longitud_is_a_near_miss() => Assert.Equal("longitude", MessageSchema.NearestMember(MessageSchema.Location, "longitud"));

    [Fact]
    public void Product_has_no_header() =>
        Assert.Equal("header", Assert.Single(MessageSchema.Message.Member("interactive")!.Shape!.Case("product").Forbidden));

    [Fact]
    public void Rows_are_counted_over_all_sections()
    {
        SchemaMember sections = At("interactive(list).action.sections");
        Assert.Equal("rows", sections.TotalMember);
        Assert.Equal(10, sections.TotalMax);
        Assert.Equal("title", sections.TitledBy);
    }
}
