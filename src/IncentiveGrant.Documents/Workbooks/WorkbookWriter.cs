using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace IncentiveGrant.Documents.Workbooks;

/// <summary>
/// Writes an xlsx sheet by sheet. Rows are streamed: a sheet of 1,741 municipalities is never held whole. The workbook is finished by
/// <see cref="Dispose"/>.
/// </summary>
public sealed class WorkbookWriter : IDisposable
{
    /// <summary>Who every workbook says it was made by.</summary>
    public const string Creator = "インセンティブ交付金ポータル";

    private const double TextWidth = 110;

    private readonly Stream output;
    private readonly Stream target;
    private readonly SpreadsheetDocument document;
    private readonly Sheets sheets = new();
    private readonly DefinedNames names = new();

    /// <summary>Starts a workbook.</summary>
    /// <param name="output">Where it goes. The format needs to go back in it; if it cannot, the file is kept in memory until the end.</param>
    /// <param name="title">Its title, in the document's properties.</param>
    /// <param name="created">When it is made.</param>
    public WorkbookWriter(Stream output, string title, DateTimeOffset created)
    {
        this.output = output;
        target = output.CanSeek && output.CanRead ? output : new MemoryStream();
        document = SpreadsheetDocument.Create(target, SpreadsheetDocumentType.Workbook);
        document.PackageProperties.Title = title;
        document.PackageProperties.Creator = Creator;
        document.PackageProperties.Created = created.UtcDateTime;
        var workbook = document.AddWorkbookPart();
        workbook.Workbook = new Workbook(sheets);
        workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Sheet();
    }

    /// <summary>Adds a sheet.</summary>
    /// <param name="layout">Everything but the rows.</param>
    /// <param name="rows">The rows; one value for each column.</param>
    public void AddSheet(SheetLayout layout, IEnumerable<IReadOnlyList<SheetValue>> rows)
    {
        var part = document.WorkbookPart!.AddNewPart<WorksheetPart>();
        var index = (uint)sheets.ChildElements.Count;
        sheets.Append(new Sheet { Name = layout.Name, SheetId = index + 1, Id = document.WorkbookPart.GetIdOfPart(part) });
        using var sheet = new SheetPartWriter(part, layout, isFirst: index == 0);
        sheet.Write(rows);
        if (sheet.PrintTitles is { } titles) names.Append(new DefinedName(titles) { Name = "_xlnm.Print_Titles", LocalSheetId = index });
    }

    /// <summary>Adds a sheet of sentences, one a line.</summary>
    /// <param name="name">The sheet's name.</param>
    /// <param name="lines">The sentences.</param>
    public void AddText(string name, IEnumerable<string> lines) =>
        AddSheet(
            new SheetLayout(name, [new SheetColumn("", ColumnFormat.WrappedText, TextWidth)]),
            lines.Select(line => (IReadOnlyList<SheetValue>)[line]));

    /// <inheritdoc />
    public void Dispose()
    {
        if (names.HasChildren) document.WorkbookPart!.Workbook.Append(names);
        document.Dispose();
        if (target == output) return;
        target.Position = 0;
        target.CopyTo(output);
        target.Dispose();
    }
}
