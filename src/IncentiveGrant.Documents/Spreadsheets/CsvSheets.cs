using System.Text;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>
/// A CSV file as one sheet: UTF-8 with or without its mark, Shift_JIS (CP932), or UTF-16 with its mark (Excel's 「Unicode テキスト」, whose
/// fields are parted by tabs).
/// </summary>
internal sealed class CsvSheets : ISheets
{
    private const int ShiftJis = 932;

    private readonly Stream content;
    private readonly Encoding encoding;
    private StreamReader? reader;

    private CsvSheets(Stream content, Encoding encoding) => (this.content, this.encoding) = (content, encoding);

    public IReadOnlyList<string> Names => [];

    public static CsvSheets Open(Stream content)
    {
        Encoding[] candidates = HasUtf16Mark(content)
            ? [new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)]
            : [new UTF8Encoding(false, true), Encoding.GetEncoding(ShiftJis, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)];
        var encoding = Array.Find(candidates, candidate => CanDecode(content, candidate))
            ?? throw new DamagedFileException("文字コードがわかりません。UTF-8 か Shift_JIS の CSV で保存し直してから読み込んでください。");
        return new CsvSheets(content, encoding);
    }

    public SheetReader Open(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(index, 0);
        content.Position = 0;
        reader?.Dispose();
        reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        return new CsvSheetReader(reader);
    }

    public void Dispose() => reader?.Dispose();

    private static bool HasUtf16Mark(Stream content)
    {
        content.Position = 0;
        return (content.ReadByte(), content.ReadByte()) is (0xFF, 0xFE) or (0xFE, 0xFF);
    }

    /// <summary>Decodes the whole file once: a file of 100,000 plain lines may hold its only Japanese letter in the last.</summary>
    private static bool CanDecode(Stream content, Encoding encoding)
    {
        content.Position = 0;
        using var reader = new StreamReader(content, encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var buffer = new char[16384];
        try
        {
            for (int read; (read = reader.Read(buffer)) > 0;)
                if (buffer.AsSpan(0, read).Contains('\0'))
                    return false;
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
