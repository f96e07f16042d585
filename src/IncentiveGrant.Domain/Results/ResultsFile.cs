using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Results;

/// <summary>
/// A results file as it was read, before anything is joined to the portal's own data: columns found by their headers, rows of units, and
/// the statistic rows that stand above them.
/// </summary>
/// <param name="FiscalYear">評価年度 as the file says; null when it does not.</param>
/// <param name="Audience">対象.</param>
/// <param name="SheetName">The sheet; empty for CSV.</param>
/// <param name="Columns">The columns of figures, left to right.</param>
/// <param name="Rows">Rows of units, in the order of the file.</param>
/// <param name="Statistics">Statistic rows.</param>
public sealed record ResultsFile(
    FiscalYear? FiscalYear,
    Audience Audience,
    string SheetName,
    IReadOnlyList<ResultsColumn> Columns,
    IReadOnlyList<ResultsRow> Rows,
    IReadOnlyList<ResultsStatistics> Statistics)
{
    /// <summary>The number of the 配点 row; null when the file has none.</summary>
    public int? PointsRow => Statistics.FirstOrDefault(s => s.Kind == FigureKind.MaxPoints)?.Number;

    /// <summary>A place in the file, for messages.</summary>
    public ImportPlace Place(int? row = null, ResultsColumn? column = null) =>
        new(SheetName.Length == 0 ? null : SheetName, row, column?.Letter, column?.Heading);
}

/// <summary>A column of figures.</summary>
/// <param name="Letter">AQ.</param>
/// <param name="Kind">What its figures are.</param>
/// <param name="Key">The cell or level; the total for ranks and for the year before.</param>
/// <param name="Heading">The heading as printed, for messages; for cells the indicator's name.</param>
/// <param name="MaxPoints">From the 配点 row; null when the file has none.</param>
public sealed record ResultsColumn(string Letter, FigureKind Kind, LevelKey Key, string Heading, decimal? MaxPoints);

/// <summary>A row of a unit.</summary>
/// <param name="Number">Row number in the sheet.</param>
/// <param name="PrefectureNumber">The prefecture it stands under.</param>
/// <param name="Name">市町村 as printed; for a prefectures' file the prefecture's name.</param>
/// <param name="InsurerNumber">保険者番号; null when blank.</param>
/// <param name="Population">人口.</param>
/// <param name="InsuredCount">第1号被保険者数.</param>
/// <param name="Band">区分 as printed.</param>
/// <param name="IsDepopulated">過疎; null when the file has no such column.</param>
/// <param name="Figures">One figure for each column.</param>
public sealed record ResultsRow(
    int Number, int PrefectureNumber, string Name, string? InsurerNumber, int? Population, int? InsuredCount, InsuredBand? Band, bool? IsDepopulated,
    IReadOnlyList<Figure> Figures);

/// <summary>A statistic row.</summary>
/// <param name="Number">Row number in the sheet.</param>
/// <param name="Kind">Which statistic.</param>
/// <param name="Label">Its label as printed.</param>
/// <param name="Figures">One figure for each column.</param>
public sealed record ResultsStatistics(int Number, FigureKind Kind, string Label, IReadOnlyList<Figure> Figures);

/// <summary>A printed figure: a number, or a text that is no number (—, ※), or nothing.</summary>
/// <param name="Value">The number; null when there is none.</param>
/// <param name="Text">What is printed instead of a number; null otherwise.</param>
public readonly record struct Figure(decimal? Value, string? Text = null)
{
    /// <summary>Nothing printed.</summary>
    public bool IsBlank => Value is null && Text is null;
}

/// <summary>What a published figure is.</summary>
public enum FigureKind
{
    /// <summary>得点.</summary>
    Points = 1,

    /// <summary>順位.</summary>
    Rank,

    /// <summary>前年度 合計.</summary>
    PreviousPoints,

    /// <summary>前年度 順位.</summary>
    PreviousRank,

    /// <summary>全国合計.</summary>
    Sum,

    /// <summary>平均点.</summary>
    Mean,

    /// <summary>項目平均.</summary>
    ItemMean,

    /// <summary>平均得点率 (a share of 1).</summary>
    MeanRate,

    /// <summary>中央値.</summary>
    Median,

    /// <summary>標準偏差.</summary>
    StandardDeviation,

    /// <summary>該当市町村数: units with more than 0 points.</summary>
    ScoringCount,

    /// <summary>該当率 (a share of 1).</summary>
    ScoringRate,

    /// <summary>配点.</summary>
    MaxPoints,
}

/// <summary>The words of figures.</summary>
public static class FigureKinds
{
    /// <summary>The heading or label under which the ministry prints the figure.</summary>
    public static string Name(this FigureKind kind) => kind switch
    {
        FigureKind.Points => "得点",
        FigureKind.Rank => "順位",
        FigureKind.PreviousPoints => "前年度合計",
        FigureKind.PreviousRank => "前年度順位",
        FigureKind.Sum => "全国合計",
        FigureKind.Mean => "平均点",
        FigureKind.ItemMean => "項目平均",
        FigureKind.MeanRate => "平均得点率",
        FigureKind.Median => "中央値",
        FigureKind.StandardDeviation => "標準偏差",
        FigureKind.ScoringCount => "該当市町村数",
        FigureKind.ScoringRate => "該当率",
        _ => "配点",
    };
}
