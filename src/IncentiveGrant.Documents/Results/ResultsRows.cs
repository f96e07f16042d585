using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Documents.Results;

/// <summary>
/// Takes the rows below a header. A row is a unit when it has the name of a prefecture and of a unit; a statistic when its label says so;
/// a row of means or sums inside a prefecture is neither. A row with figures that is none of these is an error, not a loss.
/// </summary>
internal sealed class ResultsRows
{
    private const int LargestCount = 99_999_999;
    private const int ShownLength = 20;

    private readonly SheetReader sheet;
    private readonly ResultsHeader header;
    private readonly ImportMessages messages;
    private readonly int prefectureColumn;
    private readonly int nameColumn;
    private readonly int firstFigure;
    private readonly HashSet<int> figureColumns;
    private readonly Dictionary<string, PrefectureName?> prefectures = [];
    private readonly List<(FiscalYear?, ResultsRow)> units = [];
    private readonly List<ResultsStatistics> statistics = [];
    private int summaries;

    public ResultsRows(SheetReader sheet, ResultsHeader header, Audience audience, ImportMessages messages)
    {
        (this.sheet, this.header, this.messages) = (sheet, header, messages);
        prefectureColumn = header.Find(IdentityColumn.Prefecture)!.Value;
        nameColumn = audience == Audience.Municipality ? header.Find(IdentityColumn.Unit)!.Value : prefectureColumn;
        figureColumns = [.. header.Columns.Select(c => c.Column)];
        firstFigure = figureColumns.Min();
    }

    /// <summary>The units with the year of their row, where the table has such a column.</summary>
    public IReadOnlyList<(FiscalYear? Year, ResultsRow Row)> Units => units;

    /// <summary>The statistic rows.</summary>
    public IReadOnlyList<ResultsStatistics> Statistics => statistics;

    /// <summary>The columns with their maxima from the 配点 row.</summary>
    public IReadOnlyList<ResultsColumn> ColumnsWith(IReadOnlyList<ResultsStatistics> rows)
    {
        var maxima = rows.FirstOrDefault(s => s.Kind == FigureKind.MaxPoints)?.Figures;
        return [.. header.Columns.Select((c, i) => new ResultsColumn(sheet.ColumnName(c.Column), c.Kind, c.Key, c.Heading, maxima?[i].Value))];
    }

    /// <summary>Takes a row.</summary>
    public void Take(int number, Func<int, SheetCell> cells)
    {
        var prefecture = PrefectureOf(cells(prefectureColumn));
        var name = NormalizedText.Of(cells(nameColumn).Shown);
        if (prefecture is not null && name.Length > 0)
        {
            if (nameColumn != prefectureColumn && StatisticLabels.IsSummary(name)) summaries++;
            else TakeUnit(number, cells, prefecture, name);
        }
        else if (prefecture is null && StatisticOf(cells) is { } kind)
        {
            TakeStatistic(number, cells, kind);
        }
        else if (HasFigures(cells))
        {
            TakeUnknown(number, cells, prefecture, name);
        }
    }

    /// <summary>Says what was passed over.</summary>
    public void Finish()
    {
        if (summaries > 0) messages.Information(sheet.Place(), $"都道府県ごとの平均や合計など、市町村ではない{summaries}行を読み飛ばしました。");
    }

    private void TakeUnit(int number, Func<int, SheetCell> cells, PrefectureName prefecture, string name)
    {
        if (Jurisdiction.ForbiddenIn(name) is { } forbidden)
            messages.Error(sheet.Place(number, nameColumn, "市町村"), $"名称に使えない文字「{forbidden}」があります。取り除いてください。");
        var year = YearOf(number, cells);
        var (population, insured) = (CountOf(number, cells, IdentityColumn.Population), CountOf(number, cells, IdentityColumn.Insured));
        units.Add((year, new ResultsRow(
            number, prefecture.Number, name, InsurerNumberOf(cells), population, insured, BandOf(number, cells), DepopulatedOf(number, cells),
            Figures(number, cells))));
    }

    private void TakeStatistic(int number, Func<int, SheetCell> cells, (FigureKind Kind, string Label) statistic)
    {
        if (statistics.Find(s => s.Kind == statistic.Kind) is { } first)
            messages.Warning(sheet.Place(number), $"「{statistic.Label}」の行が2回あります。{first.Number}行目だけを使います。");
        else
            statistics.Add(new ResultsStatistics(number, statistic.Kind, statistic.Label, Figures(number, cells)));
    }

    private void TakeUnknown(int number, Func<int, SheetCell> cells, PrefectureName? prefecture, string name)
    {
        var printed = NormalizedText.Of(cells(prefectureColumn).Shown);
        var place = sheet.Place(number, prefectureColumn, "都道府県");
        if (StatisticLabels.IsSummary(name) || StatisticLabels.IsSummary(printed)) summaries++;
        else if (prefecture is not null) messages.Warning(sheet.Place(number, nameColumn, "市町村"), "市町村の名前がないため、読み飛ばしました。");
        else if (printed.Length > 0) messages.Error(place, $"「{Short(printed)}」という都道府県はありません。「宮城県」のように書いてください。");
        else if (name.Length > 0) messages.Error(place, $"空です。「{Short(name)}」の都道府県を書いてください。");
    }

    private Figure[] Figures(int number, Func<int, SheetCell> cells)
    {
        var figures = new Figure[header.Columns.Count];
        for (var i = 0; i < figures.Length; i++)
        {
            var column = header.Columns[i];
            var cell = cells(column.Column);
            if (PrintedFigure.TryRead(cell, out figures[i])) continue;
            var place = sheet.Place(number, column.Column, column.Heading);
            if (cell.Kind == SheetCellKind.Error) messages.Error(place, $"数式のエラー（{cell.Text}）です。元の表で直してから読み込んでください。");
            else messages.Error(place, $"数値ではありません（「{Short(cell.Text)}」）。数字か、数値がないことを示す記号（—、※など）にしてください。");
        }
        return figures;
    }

    private (FigureKind, string)? StatisticOf(Func<int, SheetCell> cells)
    {
        for (var column = 0; column < Math.Max(firstFigure, nameColumn + 1); column++)
            if (!figureColumns.Contains(column) && StatisticLabels.KindOf(cells(column)) is { } kind)
                return (kind, NormalizedText.Of(cells(column).Text));
        return null;
    }

    private bool HasFigures(Func<int, SheetCell> cells) => header.Columns.Any(c => cells(c.Column).AsNumber() is not null);

    private PrefectureName? PrefectureOf(SheetCell cell)
    {
        if (cell.Text is not { } text) return null;
        if (!prefectures.TryGetValue(text, out var prefecture)) prefectures.Add(text, prefecture = PrefectureName.FromName(text));
        return prefecture;
    }

    private FiscalYear? YearOf(int number, Func<int, SheetCell> cells)
    {
        if (header.Find(IdentityColumn.Year) is not { } column) return null;
        if (FiscalYear.TryParse(cells(column).Shown, out var year)) return year;
        messages.Error(sheet.Place(number, column, "年度"), $"「{Short(cells(column).Shown)}」は年度として読めません。「令和8年度」か「2026」のように書いてください。");
        return null;
    }

    private string? InsurerNumberOf(Func<int, SheetCell> cells)
    {
        if (header.Find(IdentityColumn.InsurerNumber) is not { } column || cells(column).IsBlank) return null;
        return NormalizedText.Name(cells(column).Shown).PadLeft(Jurisdiction.InsurerNumberLength, '0'); // a number cell has lost its zeros
    }

    private int? CountOf(int number, Func<int, SheetCell> cells, IdentityColumn identity)
    {
        if (header.Find(identity) is not { } column || cells(column).IsBlank) return null;
        if (cells(column).AsNumber() is { } count && decimal.IsInteger(count) && count is >= 0 and <= LargestCount) return (int)count;
        if (PrintedFigure.TryRead(cells(column), out var printed) && printed.Value is null) return null; // printed as —
        messages.Error(sheet.Place(number, column, NameOf(identity)), $"人数として読めません（「{Short(cells(column).Shown)}」）。0以上の整数にしてください。");
        return null;
    }

    private InsuredBand? BandOf(int number, Func<int, SheetCell> cells)
    {
        if (header.Find(IdentityColumn.Band) is not { } column || cells(column).IsBlank) return null;
        var text = NormalizedText.Name(cells(column).Shown).Replace("区分", "", StringComparison.Ordinal);
        if (int.TryParse(text, out var band) && Enum.IsDefined((InsuredBand)band)) return (InsuredBand)band;
        messages.Warning(
            sheet.Place(number, column, NameOf(IdentityColumn.Band)),
            $"「{Short(cells(column).Shown)}」は区分（1から5）として読めません。第1号被保険者数から求めます。");
        return null;
    }

    private bool? DepopulatedOf(int number, Func<int, SheetCell> cells)
    {
        if (header.Find(IdentityColumn.Depopulated) is not { } column) return null;
        switch (NormalizedText.Name(cells(column).Shown))
        {
            case "○" or "〇" or "◯" or "1" or "過疎" or "該当":
                return true;
            case "" or "0" or "×" or "-" or "—" or "―":
                return false;
            case var other:
                messages.Warning(
                    sheet.Place(number, column, NameOf(IdentityColumn.Depopulated)),
                    $"「{Short(other)}」は過疎の印（○）として読めません。不明として読み込みます。");
                return null;
        }
    }

    private static string NameOf(IdentityColumn identity) => identity switch
    {
        IdentityColumn.Population => "人口",
        IdentityColumn.Insured => "第1号被保険者数",
        IdentityColumn.Band => "区分",
        _ => "過疎",
    };

    private static string Short(string? text) => text is { Length: > ShownLength } ? text[..ShownLength] + "…" : text ?? "";
}
