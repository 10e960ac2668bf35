using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Tests.Catalog;

/// <summary>Which file belongs to which media type.</summary>
public class MediaTypesTests
{
    [Theory]
    [InlineData(".mp3", "audio")]
    [InlineData(".MP3", "audio")]
    [InlineData(".ogg", "audio")]
    [InlineData(".m4a", "audio")]
    [InlineData(".jpg", "image")]
    [InlineData(".png", "image")]
    [InlineData(".webp", "sticker")]
    [InlineData(".mp4", "video")]
    [InlineData(".3gp", "video")]
    [InlineData(".pdf", "document")]
    [InlineData(".docx", "document")]
    public void Extension_belongs_to(string extension, string type)
    {
        MediaFile file = Assert.IsType<MediaFile>(MediaTypes.OfExtension(extension));
        Assert.Equal(type, file.Type);
        Assert.False(file.IsRefused);
        Assert.True(file.Fits(type));
        Assert.True(file.Fits("document"));
    }

    [Theory]
    [InlineData(".gif", "image")]
    [InlineData(".bmp", "image")]
    [InlineData(".heic", "image")]
    [InlineData(".svg", "image")]
    [InlineData(".tiff", "image")]
    [InlineData(".wav", "audio")]
    [InlineData(".wma", "audio")]
    [InlineData(".mov", "video")]
    [InlineData(".avi", "video")]
    [InlineData(".mkv", "video")]
    [InlineData(".webm", "video")]
    public void No_media_type_takes_it_but_document(string extension, string looksLike)
    {
        MediaFile file = Assert.IsType<MediaFile>(MediaTypes.OfExtension(extension));
        Assert.True(file.IsRefused);
        Assert.Equal("document", file.Type);
        Assert.False(file.Fits(looksLike));
    }

    [Theory]
    [InlineData(".xyz")]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("mp3")]
    [InlineData(".aspx")]
    public void Nothing_is_known_of(string extension) => Assert.Null(MediaTypes.OfExtension(extension));

    [Theory]
    [InlineData("audio/mpeg", "audio")]
    [InlineData("Audio/MPEG", "audio")]
    [InlineData("audio/ogg; codecs=opus", "audio")]
    [InlineData("image/jpeg", "image")]
    [InlineData("image/webp", "sticker")]
    [InlineData("image/gif", "document")]
    [InlineData("application/pdf", "document")]
    [InlineData("video/3gp", "video")]
    public void Mime_type_belongs_to(string mime, string type) => Assert.Equal(type, MediaTypes.OfMime(mime)?.Type);

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("application/json")]
    [InlineData("")]
    [InlineData("audio")]
    public void Nothing_is_known_of_mime_type(string mime) => Assert.Null(MediaTypes.OfMime(mime));

    [Theory]
    [InlineData("image", "caption", true)]
    [InlineData("audio", "caption", false)]
    [InlineData("sticker", "caption", false)]
    [InlineData("document", "filename", true)]
    [InlineData("image", "filename", false)]
    [InlineData("audio", "voice", true)]
    [InlineData("video", "voice", false)]
    [InlineData("text", "caption", false)]
    public void Members_of_a_media_object(string type, string member, bool isAllowed) => Assert.Equal(isAllowed, MediaTypes.Allows(type, member));

    [Theory]
    [InlineData(".ogg", true)]
    [InlineData("audio/ogg; codecs=opus", true)]
    [InlineData(".mp3", false)]
    [InlineData("audio/mpeg", false)]
    public void Voice_is_ogg(string file, bool canBe) => Assert.Equal(canBe, MediaTypes.CanBeVoice(file));
}
