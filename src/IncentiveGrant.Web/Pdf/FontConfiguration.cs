using System.Xml.Linq;

namespace IncentiveGrant.Web.Pdf;

/// <summary>
/// The file that tells a browser its fonts: reports look the same on every machine, nothing is installed, and a document brings no font
/// of its own. Noto Sans JP has the rare characters that BIZ UDPGothic lacks (𠮷); the machine's own fonts come last.
/// </summary>
internal static class FontConfiguration
{
    private static readonly string[] Preferred = ["BIZ UDPGothic", "Noto Sans JP"];

    /// <summary>Writes the file into a folder.</summary>
    /// <returns>Its path; null when the fonts folder holds no fonts, and the browser is to use the machine's.</returns>
    public static string? Write(string fontsFolder, string folder)
    {
        if (!Directory.Exists(fontsFolder) || !Directory.EnumerateFiles(fontsFolder, "*.ttf", SearchOption.AllDirectories).Any()) return null;
        var file = Path.Combine(folder, "fonts.conf");
        new XDocument(
            new XDocumentType("fontconfig", null, "urn:fontconfig:fonts.dtd", null),
            new XElement(
                "fontconfig",
                new XElement("dir", fontsFolder),
                new XElement("dir", "/usr/share/fonts"),
                new XElement("cachedir", "/var/cache/fontconfig"),
                new XElement("cachedir", Path.Combine(folder, "fontcache")),
                Prefer("sans-serif"),
                Prefer("serif"),
                Prefer("monospace"))).Save(file);
        return file;
    }

    private static XElement Prefer(string family) =>
        new("alias", new XElement("family", family), new XElement("prefer", Preferred.Select(name => new XElement("family", name))));
}
