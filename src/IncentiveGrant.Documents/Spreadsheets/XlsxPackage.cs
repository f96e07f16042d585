using System.IO.Compression;
using System.Xml;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>
/// The zip package of an xlsx, looked at before anything is unpacked: that it is a plain workbook, and that it does not unpack to more
/// than any honest workbook does. (The framework never inflates an entry beyond the length that the package declares for it, so the
/// declared lengths are the limit.)
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string WorkbookPart = "xl/workbook.xml";
    private const long MaxUnpackedBytes = 400L * 1024 * 1024;
    private const long MaxSharedStringBytes = 100L * 1024 * 1024;
    private const long MaxWorkbookPartBytes = 8L * 1024 * 1024;
    private const int MaxEntries = 5_000;

    // The ministry's workbook shrinks to a ninth, sheets of nothing but styled blanks to a fortieth; deflate itself ends at 1,032.
    private const long MaxRatio = 250;
    private const long RatioCountsFromBytes = 4L * 1024 * 1024;

    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxWorkbookPartBytes,
    };

    private readonly ZipArchive zip;
    private readonly Dictionary<string, string> targets;
    private readonly List<(string Name, string? RelationId)> sheets;

    /// <summary>Looks at a package.</summary>
    /// <exception cref="DamagedFileException">It is refused.</exception>
    public XlsxPackage(Stream content)
    {
        zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        CheckSize();
        CheckKind();
        sheets = Elements(zip.GetEntry(WorkbookPart)!, "sheet", xml => (xml.GetAttribute("name") ?? "", RelationId(xml)));
        targets = zip.GetEntry("xl/_rels/workbook.xml.rels") is { } relations
            ? Elements(relations, "Relationship", xml => (Id: xml.GetAttribute("Id") ?? "", Target: xml.GetAttribute("Target") ?? ""))
                .DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Target)
            : [];
    }

    /// <summary>The names of the sheets in order.</summary>
    public IReadOnlyList<string> SheetNames => [.. sheets.Select(s => s.Name)];

    /// <summary>The part that holds a sheet; null when the package names one that it does not have.</summary>
    public ZipArchiveEntry? SheetPart(int index)
    {
        if (sheets[index].RelationId is not { } id || !targets.TryGetValue(id, out var target)) return null;
        return zip.GetEntry(target.StartsWith('/') ? target[1..] : "xl/" + target);
    }

    public void Dispose() => zip.Dispose();

    private void CheckSize()
    {
        var unpacked = 0L;
        if (zip.Entries.Count > MaxEntries) throw TooLarge();
        foreach (var entry in zip.Entries)
        {
            unpacked += entry.Length;
            if (entry.Length < 0 || unpacked > MaxUnpackedBytes) throw TooLarge();
            if (entry.Length > RatioCountsFromBytes && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio) throw TooLarge();
        }
        if (zip.GetEntry("xl/sharedStrings.xml") is { Length: > MaxSharedStringBytes }) throw TooLarge();
    }

    private void CheckKind()
    {
        if (zip.GetEntry("xl/workbook.bin") is not null)
            throw new DamagedFileException("バイナリ形式（.xlsb）です。Excel で開き、「Excel ブック（.xlsx）」で保存し直してから読み込んでください。");
        if (zip.GetEntry("content.xml") is not null && zip.GetEntry("mimetype") is not null)
            throw new DamagedFileException("OpenDocument 形式です。「Excel ブック（.xlsx）」で保存し直してから読み込んでください。");
        if (zip.GetEntry(WorkbookPart) is not { Length: > 0 } || zip.GetEntry("[Content_Types].xml") is not { } types)
            throw new DamagedFileException("Excel ブック（.xlsx）でも CSV でもありません。正しいファイルを選んでください。");
        var contentTypes = Elements(types, "Override", xml => xml.GetAttribute("ContentType") ?? "");
        if (zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
            || contentTypes.Exists(type => type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)))
            throw new DamagedFileException("マクロを含むブックです。「Excel ブック（.xlsx）」（マクロなし）で保存し直してから読み込んでください。");
    }

    /// <summary>r:id, in whichever of the format's two namespaces.</summary>
    private static string? RelationId(XmlReader xml)
    {
        for (var found = xml.MoveToFirstAttribute(); found; found = xml.MoveToNextAttribute())
            if (xml.LocalName == "id" && xml.NamespaceURI.Length > 0)
                return xml.Value;
        return null;
    }

    private static List<T> Elements<T>(ZipArchiveEntry entry, string element, Func<XmlReader, T> read)
    {
        if (entry.Length > MaxWorkbookPartBytes) throw TooLarge();
        using var stream = entry.Open();
        using var xml = XmlReader.Create(stream, Xml);
        var values = new List<T>();
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element)
                values.Add(read(xml));
        return values;
    }

    private static DamagedFileException TooLarge() =>
        new("展開すると大きすぎるため、安全のため読み込みません。不要なシートや書式を削除して保存し直してから読み込んでください。");
}
