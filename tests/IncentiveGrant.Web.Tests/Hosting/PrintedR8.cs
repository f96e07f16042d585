using IncentiveGrant.Documents.Jurisdictions;
using IncentiveGrant.Documents.Tests.Results;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>
/// What the ministry's sample workbook of 令和8年度 prints for the municipalities: pages, files and API are held against it. Nothing of it is
/// computed by the portal.
/// </summary>
internal static class PrintedR8
{
    private static readonly ResultsFile File = SampleWorkbooks.R8;
    private static readonly Dictionary<LevelKey, int> PointColumns = PointColumnsOf(File);
    private static readonly Dictionary<LevelKey, int> PointColumnsBefore = PointColumnsOf(SampleWorkbooks.R7);
    private static readonly int PreviousTotal = ColumnOf(FigureKind.PreviousPoints, LevelKey.Total);
    private static readonly int PreviousRank = ColumnOf(FigureKind.PreviousRank, LevelKey.Total);
    private static readonly int Rank = ColumnOf(FigureKind.Rank, LevelKey.Total);

    /// <summary>The municipalities, in code order.</summary>
    public static IReadOnlyList<PrintedUnit> Units { get; } = ReadUnits();

    /// <summary>In the order of ranks; ties in code order.</summary>
    public static IReadOnlyList<PrintedUnit> ByRank { get; } = [.. Units.OrderBy(u => u.Rank)];

    /// <summary>A municipality.</summary>
    public static PrintedUnit Of(string code) => Units.Single(u => u.Code == code);

    /// <summary>A statistic of a level.</summary>
    public static decimal Statistic(FigureKind kind, string level) =>
        File.Statistics.Single(s => s.Kind == kind).Figures[PointColumns[LevelKey.Parse(level)]].Value!.Value;

    /// <summary>The levels and cells that have a column of points.</summary>
    public static IEnumerable<LevelKey> Keys => PointColumns.Keys;

    internal static decimal PointsIn(ResultsRow row, string key) => row.Figures[PointColumns[LevelKey.Parse(key)]].Value!.Value;

    internal static decimal? PointsBeforeIn(ResultsRow row, string key) =>
        PointColumnsBefore.TryGetValue(LevelKey.Parse(key), out var column) ? row.Figures[column].Value : null;

    private static int ColumnOf(FigureKind kind, LevelKey key) => File.Columns.Index().Single(c => c.Item.Kind == kind && c.Item.Key == key).Index;

    private static Dictionary<LevelKey, int> PointColumnsOf(ResultsFile file) =>
        file.Columns.Index().Where(c => c.Item.Kind == FigureKind.Points).ToDictionary(c => c.Item.Key, c => c.Index);

    private static IReadOnlyList<PrintedUnit> ReadUnits()
    {
        var before = SampleWorkbooks.R7.Rows.ToDictionary(row => (row.PrefectureNumber, NormalizedText.Name(row.Name)));
        using var stream = System.IO.File.OpenRead(SampleWorkbooks.PathOf(SampleFiles.Jurisdictions));
        var codes = JurisdictionsFile.Read(stream, SampleFiles.Jurisdictions).Content!.Where(r => r.Kind == JurisdictionKind.Municipality)
            .ToDictionary(r => (r.PrefectureNumber, NormalizedText.Name(r.Name)));
        return
        [
            .. File.Rows.Where(row => row.Figures[Rank].Value is not null).Select(row =>
            {
                var name = (row.PrefectureNumber, NormalizedText.Name(row.Name));
                var record = codes[name];
                return new PrintedUnit(record.Code!.Value.Value, record.Name, record.Kana, row, before[name], (int)row.Figures[Rank].Value!.Value)
                {
                    PreviousTotal = row.Figures[PreviousTotal].Value, PreviousRank = (int?)row.Figures[PreviousRank].Value,
                };
            }).OrderBy(u => u.Code, StringComparer.Ordinal),
        ];
    }
}

/// <summary>A municipality as it is printed.</summary>
internal sealed record PrintedUnit(string Code, string Name, string Kana, ResultsRow Row, ResultsRow RowBefore, int Rank)
{
    public decimal? PreviousTotal { get; init; }

    public int? PreviousRank { get; init; }

    public PrefectureName Prefecture => PrefectureName.Of(Row.PrefectureNumber);

    public decimal Total => Points("合計");

    /// <summary>The points of a level or cell.</summary>
    public decimal Points(string key) => PrintedR8.PointsIn(Row, key);

    /// <summary>The points of a level or cell in the workbook of the year before; null where that has no such column.</summary>
    public decimal? PointsBefore(string key) => PrintedR8.PointsBeforeIn(RowBefore, key);
}
