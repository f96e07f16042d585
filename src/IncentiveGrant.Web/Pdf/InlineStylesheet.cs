using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace IncentiveGrant.Web.Pdf;

/// <summary>
/// The site's stylesheets as text for a style element: imports are put in, and fonts and pictures become data addresses, so that a
/// document printed from it asks for nothing. The text fonts are not part of it: the browser that prints has them installed.
/// </summary>
public sealed partial class InlineStylesheet(IWebHostEnvironment environment)
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    private readonly ConcurrentDictionary<string, string> texts = new();

    /// <summary>The stylesheets (paths under wwwroot), one after the other.</summary>
    public IHtmlContent Of(params string[] paths) => new HtmlString(string.Concat(paths.Select(Text)));

    private string Text(string path)
    {
        // Read again when the file has changed (development).
        var file = FileAt(path);
        return texts.GetOrAdd($"{path}|{file.LastModified.UtcTicks}", _ => Inline(path, ReadText(file)));
    }

    private string Inline(string path, string css)
    {
        css = Comment().Replace(css, "");
        css = Import().Replace(css, import => Imported(Resolve(path, import.Groups["path"].Value), import.Groups["layer"]));
        css = Address().Replace(css, address => $"url(\"{DataAddress(Resolve(path, address.Groups["path"].Value))}\")");
        // Inside a style element only an end tag could end it.
        return css.Replace("</", "<\\/", StringComparison.Ordinal);
    }

    private string Imported(string path, Group layer) => layer.Success ? $"@layer {layer.Value} {{ {Text(path)} }}" : Text(path);

    private string DataAddress(string path)
    {
        if (!ContentTypes.TryGetContentType(path, out var contentType)) contentType = "application/octet-stream";
        using var content = FileAt(path).CreateReadStream();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return $"data:{contentType};base64,{Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)}";
    }

    private IFileInfo FileAt(string path)
    {
        var file = environment.WebRootFileProvider.GetFileInfo(path);
        return file.Exists ? file : throw new FileNotFoundException($"A stylesheet for print refers to '{path}', which is not under wwwroot.", path);
    }

    private static string ReadText(IFileInfo file)
    {
        using var reader = new StreamReader(file.CreateReadStream());
        return reader.ReadToEnd();
    }

    /// <summary>An address inside a stylesheet is relative to that stylesheet; a leading slash is wwwroot.</summary>
    private static string Resolve(string stylesheet, string address) =>
        new Uri(new Uri("file:///" + stylesheet.TrimStart('/')), address).LocalPath.TrimStart('/');

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""@import\s+(url\()?\s*["']?(?<path>[^"')\s]+)["']?\s*\)?\s*(layer\((?<layer>[^)]+)\))?\s*;""")]
    private static partial Regex Import();

    /// <summary>An address of a file: not a data address, and not a fragment (a pattern inside the document).</summary>
    [GeneratedRegex("""url\(\s*["']?(?!data:|#)(?<path>[^"')?#\s]+)(?:[?#][^"')]*)?["']?\s*\)""")]
    private static partial Regex Address();
}
