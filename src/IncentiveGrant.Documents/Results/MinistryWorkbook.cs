using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Documents.Results;

/// <summary>
/// The ministry's published results: sheets 「全国集計（市町村）」 and 「全国集計（都道府県）」 of a workbook, or a plain table (prefecture, points by
/// goal and grant, total, rank) as xlsx or CSV, which may hold several years. Columns are found by their headers, never by their position.
/// </summary>
public static class MinistryWorkbook
{
    private const string SheetWord = "全国集計";

    /// <summary>Reads every result in a file: one for each audience and fiscal year.</summary>
    /// <param name="content">The file; seekable, left open.</param>
    /// <param name="fileName">Its name, for messages.</param>
    public static ImportReading<IReadOnlyList<ResultsFile>> Read(Stream content, string fileName) => Spreadsheet.Read(content, fileName, file =>
    {
        var messages = new ImportMessages();
        var results = new List<ResultsFile>();
        foreach (var (index, audience) in SheetsOf(file, messages))
        {
            var sheet = new ResultsSheetReader(file.OpenSheet(index));
            results.AddRange(sheet.Read(audience ?? sheet.AudienceByColumns, messages));
        }
        return messages.With<IReadOnlyList<ResultsFile>>(results);
    });

    /// <summary>The sheets with the names that the ministry gives them; else the only one whose header fits.</summary>
    private static List<(int Index, Audience? Audience)> SheetsOf(Spreadsheet file, ImportMessages messages)
    {
        if (file.IsCsv) return [(0, null)];
        var named = file.SheetNames.Select((name, index) => (Index: index, Audience: AudienceOf(name))).Where(s => s.Audience is not null).ToList();
        foreach (var twice in named.GroupBy(s => s.Audience!.Value).Where(g => g.Count() > 1))
        {
            var names = Listed(twice.Select(s => file.SheetNames[s.Index]));
            messages.Error(null, $"{twice.Key.Name()}の全国集計に当たるシートがいくつもあります（{names}）。1つだけ残してください。");
        }
        if (named.Count > 0) return messages.HasErrors ? [] : named;
        var fitting = Enumerable.Range(0, file.SheetNames.Count).Where(index => new ResultsSheetReader(file.OpenSheet(index)).Fits).ToList();
        if (fitting.Count == 1) return [(fitting[0], null)];
        messages.Error(null, fitting.Count == 0
            ? $"全国集計のシートがありません（あるシートは{Listed(file.SheetNames)}です）。「全国集計（市町村）」または「全国集計（都道府県）」があるファイルを読み込んでください。"
            : $"どのシートが全国集計かわかりません（{Listed(fitting.Select(i => file.SheetNames[i]))}）。シートの名前を「全国集計（市町村）」または「全国集計（都道府県）」にしてください。");
        return [];
    }

    private static Audience? AudienceOf(string sheetName)
    {
        var name = NormalizedText.Name(sheetName);
        if (!name.Contains(SheetWord, StringComparison.Ordinal)) return null;
        return name.Contains("市町村", StringComparison.Ordinal) ? Audience.Municipality
            : name.Contains("都道府県", StringComparison.Ordinal) ? Audience.Prefecture
            : null;
    }

    private static string Listed(IEnumerable<string> names) => $"「{string.Join("」「", names)}」";
}
