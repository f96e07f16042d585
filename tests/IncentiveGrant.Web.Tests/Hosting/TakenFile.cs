using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>A file that somebody took away.</summary>
public sealed record TakenFile(string Name, string ContentType, byte[] Bytes)
{
    /// <summary>The text of a CSV, without its mark; the test fails when there is no mark, by which Excel knows the encoding.</summary>
    public string Text
    {
        get
        {
            Assert.Equal(Encoding.UTF8.GetPreamble(), Bytes[..3]);
            return Encoding.UTF8.GetString(Bytes[3..]);
        }
    }

    /// <summary>
    /// The sheets of an xlsx as another reader sees them: rows of texts, numbers and nulls. The format's own validator must have nothing to say
    /// about the file.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<object?[]>> Sheets()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}"));
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(Bytes));
        var sheets = new Dictionary<string, IReadOnlyList<object?[]>>();
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
            sheets.Add(reader.Name, rows);
        }
        while (reader.NextResult());
        return sheets;
    }

    /// <summary>How each sheet is printed: the paper by the format's number, how many pages across, what every page repeats.</summary>
    public IReadOnlyList<(uint? Paper, uint? PagesAcross, string? Repeated)> Printing()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes), false);
        var workbook = document.WorkbookPart!;
        return
        [
            .. workbook.Workbook.Sheets!.Elements<Sheet>().Index().Select(sheet =>
            {
                var setup = ((WorksheetPart)workbook.GetPartById(sheet.Item.Id!.Value!)).Worksheet.Descendants<PageSetup>().Single();
                var titles = workbook.Workbook.DefinedNames?.Elements<DefinedName>()
                    .SingleOrDefault(n => n.Name == "_xlnm.Print_Titles" && n.LocalSheetId! == (uint)sheet.Index);
                return (setup.PaperSize?.Value, setup.FitToWidth?.Value, titles?.Text);
            }),
        ];
    }

    /// <summary>The first cell of each sheet that scrolls: what is above it and left of it stays in view.</summary>
    public IReadOnlyList<string?> FirstScrollingCells()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Bytes), false);
        var workbook = document.WorkbookPart!;
        return
        [
            .. workbook.Workbook.Sheets!.Elements<Sheet>()
                .Select(sheet => ((WorksheetPart)workbook.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Pane>().SingleOrDefault()?.TopLeftCell?.Value),
        ];
    }
}
