using System.Text;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>
/// An opened xlsx or CSV file: the one safe way of opening what a user hands over. What it is follows from its content, never from its
/// name. A file that is something else, is locked, cut off, or unpacks beyond the limits is refused with what to do about it.
/// </summary>
public sealed class Spreadsheet
{
    /// <summary>A larger file is refused before anything of it is read.</summary>
    public const long MaxFileBytes = 200L * 1024 * 1024;

    private readonly ISheets sheets;

    private Spreadsheet(ISheets sheets) => this.sheets = sheets;

    static Spreadsheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // ExcelDataReader and Shift_JIS need it

    /// <summary>The sheets' names in order; empty for a CSV file.</summary>
    public IReadOnlyList<string> SheetNames => sheets.Names;

    /// <summary>Whether it is a CSV file, which is one sheet without a name.</summary>
    public bool IsCsv => sheets is CsvSheets;

    /// <summary>Opens a file, reads it with <paramref name="read"/>, and turns whatever is wrong with the file itself into a refusal.</summary>
    /// <typeparam name="T">What the file holds.</typeparam>
    /// <param name="content">The file's bytes; must be seekable. It is left open.</param>
    /// <param name="fileName">Its name, for messages only.</param>
    /// <param name="read">Reads the opened file.</param>
    public static ImportReading<T> Read<T>(Stream content, string fileName, Func<Spreadsheet, ImportReading<T>> read)
        where T : class
    {
        if (!content.CanSeek) throw new ArgumentException("The stream must be seekable.", nameof(content));
        try
        {
            using var opened = Open(content);
            return read(new Spreadsheet(opened));
        }
        catch (DamagedFileException refusal)
        {
            return ImportReading.Refused<T>(null, $"ファイル「{fileName}」を読み込めません。{refusal.Message}");
        }
    }

    /// <summary>Starts to read a sheet from its first row; for a CSV file index 0 is the file.</summary>
    public SheetReader OpenSheet(int index) => sheets.Open(index);

    /// <summary>Starts to read the sheet with a name, compared after NFKC; null when there is none.</summary>
    public SheetReader? OpenSheet(string name)
    {
        var wanted = NormalizedText.Name(name);
        for (var i = 0; i < SheetNames.Count; i++)
            if (NormalizedText.Name(SheetNames[i]) == wanted)
                return OpenSheet(i);
        return null;
    }

    private static ISheets Open(Stream content)
    {
        if (content.Length == 0) throw new DamagedFileException("ファイルが空です。正しいファイルを選んでください。");
        if (content.Length > MaxFileBytes) throw new DamagedFileException($"大きすぎます（上限は{MaxFileBytes / 1024 / 1024}MBです）。不要なシートを削除してから読み込んでください。");
        return FileSignature.Of(content) switch
        {
            FileKind.Zip => XlsxSheets.Open(content),
            FileKind.LegacyOffice => throw new DamagedFileException(FileSignature.IsEncrypted(content)
                ? "パスワードで保護されています。Excel で開いてパスワードを外し、保存し直してから読み込んでください。"
                : "古い形式（.xls など）です。Excel で開き、「Excel ブック（.xlsx）」で保存し直してから読み込んでください。"),
            FileKind.Text => CsvSheets.Open(content),
            _ => throw new DamagedFileException("Excel ブック（.xlsx）でも CSV でもありません。正しいファイルを選んでください。"),
        };
    }
}
