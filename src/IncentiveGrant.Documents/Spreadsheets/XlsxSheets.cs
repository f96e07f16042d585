using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>The sheets of an xlsx file, read by ExcelDataReader after <see cref="XlsxPackage"/> has looked at the package.</summary>
internal sealed class XlsxSheets : ISheets
{
    private const string Damaged = "壊れているか、途中で切れています。元のファイルを入手し直すか、Excel で開いて保存し直してから読み込んでください。";

    private readonly XlsxPackage package;
    private readonly IExcelDataReader reader;
    private int current;
    private bool isUntouched = true;

    private XlsxSheets(XlsxPackage package, IExcelDataReader reader) => (this.package, this.reader) = (package, reader);

    public IReadOnlyList<string> Names => package.SheetNames;

    public static XlsxSheets Open(Stream content)
    {
        var package = Guarded(() => new XlsxPackage(content));
        content.Position = 0;
        var settings = new ExcelReaderConfiguration { LeaveOpen = true };
        return new XlsxSheets(package, Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(content, settings)));
    }

    public SheetReader Open(int index)
    {
        Guarded(() =>
        {
            if (index < current || (index == current && !isUntouched))
            {
                reader.Reset();
                current = 0;
            }
            for (; current < index; current++)
                if (!reader.NextResult())
                    throw new DamagedFileException(Damaged);
            return true;
        });
        isUntouched = false;
        if (reader.FieldCount > SheetReader.MaxColumns) throw new DamagedFileException(Damaged);
        var errors = Guarded(() => XlsxErrors.Of(package.SheetPart(index) ?? throw new DamagedFileException(Damaged)));
        return new XlsxSheetReader(reader, errors);
    }

    public void Dispose()
    {
        reader.Dispose();
        package.Dispose();
    }

    /// <summary>Runs a step of the reader. What it throws about a malformed file is a matter of the file, not of the portal.</summary>
    internal static T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception fault) when (IsFaultOfTheFile(fault))
        {
            throw new DamagedFileException(Damaged);
        }
    }

    // What the zip, XML and workbook readers were seen to throw over 12,000 files cut or bent at random, and for references that lead nowhere.
    private static bool IsFaultOfTheFile(Exception fault) => fault is
        InvalidDataException or EndOfStreamException or XmlException or ExcelReaderException or FormatException or OverflowException
        or ArgumentException or IndexOutOfRangeException;
}
