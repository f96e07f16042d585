using System.IO.Compression;
using System.Xml;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>
/// Finds the cells in which a formula gave an error. ExcelDataReader reads them as empty, and an empty score means something else
/// (算定待ち), so they are looked for beforehand. Nearly every sheet has none: a look at the bytes for the mark of one (t="e") is enough.
/// </summary>
internal static class XlsxErrors
{
    private static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreWhitespace = true,
    };

    /// <summary>The errors of a sheet by row (from 1) and column (from 0).</summary>
    public static IReadOnlyDictionary<(int Row, int Column), string> Of(ZipArchiveEntry sheet)
    {
        var errors = new Dictionary<(int, int), string>();
        if (!MayHaveErrors(sheet)) return errors;
        using var stream = sheet.Open();
        using var xml = XmlReader.Create(stream, Xml);
        var (row, column) = (0, -1);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "row") (row, column) = (int.TryParse(xml.GetAttribute("r"), out var r) ? r : row + 1, -1);
            if (xml.LocalName != "c") continue;
            column = ColumnLetters.Parse(xml.GetAttribute("r")) ?? column + 1;
            if (xml.GetAttribute("t") == "e") errors[(row, column)] = ErrorName(xml);
        }
        return errors;
    }

    private static string ErrorName(XmlReader xml)
    {
        using var cell = xml.ReadSubtree();
        return ReadToValue(cell) ? cell.ReadElementContentAsString() : "#VALUE!";
    }

    private static bool ReadToValue(XmlReader cell)
    {
        while (cell.Read())
            if (cell.NodeType == XmlNodeType.Element && cell.LocalName == "v")
                return true;
        return false;
    }

    private static bool MayHaveErrors(ZipArchiveEntry sheet)
    {
        using var stream = sheet.Open();
        var buffer = new byte[81920];
        for (int kept = 0, read; (read = stream.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var filled = buffer.AsSpan(0, kept + read);
            if (kept == 0 && filled is [0xFE or 0xFF, ..]) return true; // UTF-16: too rare to search in
            if (filled.IndexOf("t=\"e\""u8) >= 0 || filled.IndexOf("t='e'"u8) >= 0) return true;
            kept = Math.Min(filled.Length, 4); // the mark may lie across two reads
            filled[^kept..].CopyTo(buffer);
        }
        return false;
    }
}
