using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IncentiveGrant.Web.Infrastructure.TagHelpers;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>What the stylesheet and the pages name is there: files of our own, and files that the build takes from npm.</summary>
public partial class ClientAssetsTests
{
    private static readonly string Web =
        typeof(ClientAssetsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "WebProject").Value!;

    private static readonly string Root = Path.Combine(Web, "wwwroot");

    [Theory]
    [InlineData("portal.css")]
    [InlineData("lib/fonts.css")]
    public async Task Stylesheet_NamesOnlyFilesThatExist(string stylesheet)
    {
        var css = await File.ReadAllTextAsync(Path.Combine(Root, stylesheet));
        var folder = Path.GetDirectoryName(Path.Combine(Root, stylesheet))!;

        var files = Address().Matches(css).Select(m => m.Groups[1].Value).Where(a => !a.StartsWith('#')).ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, file => !File.Exists(Path.Combine(folder, file)));
    }

    [Fact]
    public async Task FontFolder_HasTheVersionOfThePackages()
    {
        using var package = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Web, "package.json")));
        var packages = package.RootElement.GetProperty("dependencies").EnumerateObject();
        var fonts = packages.Where(p => p.Name.StartsWith("@fontsource/", StringComparison.Ordinal));

        var folder = Assert.Single(Directory.GetDirectories(Path.Combine(Root, "lib", "fonts")));

        Assert.All(fonts, font => Assert.Equal(font.Value.GetString(), Path.GetFileName(folder)));
    }

    [Fact]
    public async Task LockFile_NamesNoRegistry() =>
        Assert.DoesNotContain("\"resolved\"", await File.ReadAllTextAsync(Path.Combine(Web, "package-lock.json")), StringComparison.Ordinal);

    [Fact]
    public async Task Icons_HaveASymbolEach()
    {
        var file = XDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Root, "images", "icons.svg")));

        var symbols = file.Root!.Elements().Select(e => e.Attribute("id")?.Value);

        Assert.Equal(symbols.Order(StringComparer.Ordinal), Enum.GetNames<Icon>().Select(SymbolOf).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PdfFonts_LieBesideTheProgram()
    {
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "fonts", "BIZUDPGothic_400Regular.ttf")));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "fonts", "BIZUDPGothic_700Bold.ttf")));
    }

    private static string SymbolOf(string icon) =>
        (icon.StartsWith("St", StringComparison.Ordinal) ? "st-" + icon[2..] : icon).ToLowerInvariant();

    [GeneratedRegex("""url\("?([^")]+)"?\)""")]
    private static partial Regex Address();
}
