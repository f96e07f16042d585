using System.Text.RegularExpressions;
using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Documents.Results;

/// <summary>
/// Reads a sheet of results. The rows down to the first that is no header are kept and understood as title and header; from there the
/// sheet is streamed and only the columns that the header names are looked at (a real sheet has up to 1,563).
/// </summary>
internal sealed partial class ResultsSheetReader
{
    private const int MaxHeaderRows = 60;

    private readonly SheetReader sheet;
    private readonly List<(int Number, SheetCell[] Cells)> head = [];
    private readonly FiscalYear? titleYear;
    private readonly bool hasAmbiguousYear;
    private readonly int headerEnd;

    /// <summary>Reads title and header.</summary>
    public ResultsSheetReader(SheetReader sheet)
    {
        this.sheet = sheet;
        headerEnd = ReadHead();
        var headerStart = head.FindIndex(r => r.Cells.Any(c => HeaderLabel.Of(c) is { Kind: LabelKind.Identity } or { Grant: not null }));
        var title = head.Take(Math.Max(0, headerStart)).SelectMany(r => r.Cells).Select(c => c.Text);
        (titleYear, hasAmbiguousYear) = YearOfTitle(title.Append(sheet.Name));
        Header = new ResultsHeader(new HeaderBlock(head.Take(headerEnd).Skip(Math.Max(0, headerStart)).ToList(), sheet.Merges), titleYear);
    }

    /// <summary>The columns.</summary>
    public ResultsHeader Header { get; }

    /// <summary>Whether it is a sheet of results at all: it names prefectures, and points of something.</summary>
    public bool Fits => Header.Find(IdentityColumn.Prefecture) is not null && Header.Columns.Any(c => c.Kind == FigureKind.Points);

    /// <summary>The audience by its columns: only a municipal sheet has one for the municipality's name.</summary>
    public Audience AudienceByColumns => Header.Find(IdentityColumn.Unit) is null ? Audience.Prefecture : Audience.Municipality;

    /// <summary>Reads the rest: one result for each fiscal year (a plain table may hold several).</summary>
    public IReadOnlyList<ResultsFile> Read(Audience audience, ImportMessages messages)
    {
        if (!CheckHeader(audience, messages)) return [];
        var rows = new ResultsRows(sheet, Header, audience, messages);
        foreach (var (number, cells) in head.Skip(headerEnd)) rows.Take(number, column => column < cells.Length ? cells[column] : SheetCell.Blank);
        while (sheet.ReadRow()) rows.Take(sheet.RowNumber, column => sheet[column]);
        rows.Finish();
        if (rows.Units.Count == 0) messages.Error(sheet.Place(), NoUnits(audience));
        if (hasAmbiguousYear) messages.Warning(sheet.Place(), "表題に年度がいくつもあり、評価年度がわかりません。読み込むときに選んだ年度として扱います。");
        var columns = rows.ColumnsWith(rows.Statistics);
        return [.. rows.Units.GroupBy(u => u.Year).OrderBy(g => g.Key).Select(g => new ResultsFile(
            g.Key ?? titleYear, audience, sheet.Name ?? "", columns, [.. g.Select(u => u.Row)], g.Key is null ? rows.Statistics : []))];
    }

    private static string NoUnits(Audience audience) => audience == Audience.Municipality
        ? "市町村の行がありません。都道府県と市町村の名前がある行が必要です。"
        : "都道府県の行がありません。都道府県の名前がある行が必要です。";

    private bool CheckHeader(Audience audience, ImportMessages messages)
    {
        if (!Fits)
        {
            messages.Error(sheet.Place(), "見出しが読み取れません。「都道府県」の列と、交付金・目標ごとの得点の列がある表を読み込んでください。");
            return false;
        }
        if (audience == Audience.Municipality && Header.Find(IdentityColumn.Unit) is null)
            messages.Error(sheet.Place(), "「市町村」の列がありません。市町村分の集計表を読み込んでください。");
        foreach (var twice in Header.Columns.GroupBy(c => (c.Kind, c.Key)).Where(g => g.Count() > 1))
        {
            var letters = string.Join("列・", twice.Select(c => sheet.ColumnName(c.Column)));
            messages.Error(sheet.Place(), $"{letters}列は、どれも「{twice.Key.Key}」の{twice.Key.Kind.Name()}と読み取れます。見出しを直すか、要らない列を削除してください。");
        }
        foreach (var (column, heading) in Header.Unread)
            messages.Warning(sheet.Place(null, column, heading), "何の得点の列か読み取れないため、読み込みません。見出しを確かめてください。");
        return !messages.HasErrors;
    }

    /// <summary>
    /// Reads down to the first row below the header: a statistic, or one in which something other than a label stands under 都道府県 or 市町村
    /// (also where that is no name: a mistyped prefecture must not make its row a part of the header).
    /// </summary>
    /// <returns>How many of the rows read are title and header.</returns>
    private int ReadHead()
    {
        var named = new HashSet<int>();
        while (head.Count < MaxHeaderRows && sheet.ReadRow())
        {
            var cells = new SheetCell[sheet.ColumnCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = sheet[i];
            head.Add((sheet.RowNumber, cells));
            if (named.Count > 0 && (IsStatistic(cells) || named.Any(c => IsContent(cells, c)))) return head.Count - 1;
            for (var i = 0; i < cells.Length; i++)
                if (HeaderLabel.Of(cells[i])?.Identity is IdentityColumn.Prefecture or IdentityColumn.Unit)
                    named.Add(i);
        }
        return head.Count;
    }

    private static bool IsStatistic(SheetCell[] cells) =>
        cells.Any(c => StatisticLabels.KindOf(c) is not null) && cells.Any(c => c.AsNumber() is not null);

    private static bool IsContent(SheetCell[] cells, int column) =>
        column < cells.Length && HeaderLabel.Of(cells[column]) is { Kind: not LabelKind.Identity };

    /// <summary>The year that the title names; of several, the one that is called 評価 or 交付 (the other is that of the survey).</summary>
    private static (FiscalYear? Year, bool IsAmbiguous) YearOfTitle(IEnumerable<string?> texts)
    {
        var named = texts.SelectMany(text => YearPattern().Matches(NormalizedText.Name(text)))
            .Select(m => (Year: ParseYear(m.Groups["year"].Value), IsOfResult: m.Groups["of"].Success))
            .Where(m => m.Year is not null).ToList();
        var years = named.Select(m => m.Year).Distinct().ToList();
        if (years.Count > 1) years = [.. named.Where(m => m.IsOfResult).Select(m => m.Year).Distinct()];
        return years.Count == 1 ? (years[0], false) : (null, named.Count > 0);
    }

    private static FiscalYear? ParseYear(string text) => FiscalYear.TryParse(text, out var year) ? year : null;

    [GeneratedRegex("(?<year>(?:令和|平成)(?:元|[0-9]{1,2})年度|R[0-9]{1,2}年度|20[0-9]{2}年度)(?<of>\\(?(?:評価|交付|保険者機能|インセンティブ))?")]
    private static partial Regex YearPattern();
}
