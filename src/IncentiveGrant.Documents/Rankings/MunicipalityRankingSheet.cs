using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Documents.Rankings;

/// <summary>
/// The ranking of municipalities as it stands on screen, as a sheet: its rows in its order, and besides the points of every level down to
/// the groups.
/// </summary>
public static class MunicipalityRankingSheet
{
    private const int PrefectureColumn = 4, NameColumn = 5;

    /// <summary>The layout around the rows.</summary>
    /// <param name="ranking">The ranking.</param>
    /// <param name="conditions">What it is narrowed to, in words; empty for all.</param>
    /// <param name="sourceNotes">Where the figures come from and when the file was made.</param>
    public static SheetLayout Layout(LevelRanking ranking, IReadOnlyList<string> conditions, IReadOnlyList<string> sourceNotes)
    {
        var board = ranking.Board;
        var name = LevelText.Short(ranking.Level.Key);
        return new SheetLayout("市町村順位表",
        [
            new SheetColumn("全国順位", ColumnFormat.Integer, 9),
            new SheetColumn("県内順位", ColumnFormat.Integer, 9),
            new SheetColumn("区分内順位", ColumnFormat.Integer, 11),
            new SheetColumn("団体コード", ColumnFormat.Text, 11),
            new SheetColumn("都道府県", ColumnFormat.Text, 11),
            new SheetColumn("市町村", ColumnFormat.Text, 20),
            new SheetColumn("区分", ColumnFormat.Integer, 7),
            new SheetColumn("過疎", ColumnFormat.Text, 7),
            new SheetColumn($"{name}（{Max(ranking.Level)}点）", ColumnFormat.Points, 13),
            new SheetColumn("得点率（％）", ColumnFormat.Percent, 12),
            new SheetColumn("全国平均との差", ColumnFormat.DifferenceToMean, 13),
            new SheetColumn("前年度", ColumnFormat.Points, 9),
            new SheetColumn("増減（点）", ColumnFormat.Difference, 11),
            new SheetColumn("前年度順位", ColumnFormat.Integer, 11),
            .. OtherLevels(ranking).Select(level => new SheetColumn($"{Heading(level)}（{Max(level)}点）", ColumnFormat.Points, 12) { Group = GroupOf(level) }),
        ])
        {
            TitleLines =
            [
                $"市町村順位表　{name}　{board.FiscalYear.Japanese}（{board.FiscalYear}）評価・{board.Audience.Name()}",
                conditions.Count == 0 ? "全団体" : string.Join("　", conditions),
            ],
            FrozenColumns = 6,
            Spread = new SheetSpread(2, PrefectureColumn, NameColumn),
            HasFilter = true,
            Notes =
            [
                .. sourceNotes,
                $"順位は{Size(board, ranking)}。同点は同じ順位です。県内・区分内の順位も、絞り込みにかかわらず母集団全体の中のものです。",
                "「—」は、まだ分からない値です（0点ではありません）。目標Ⅳ（成果）は両交付金に計上されます。",
            ],
        };
    }

    /// <summary>The rows.</summary>
    public static IEnumerable<IReadOnlyList<SheetValue>> Rows(LevelRanking ranking, IReadOnlyList<RankedUnit> units)
    {
        var (board, mean, levels) = (ranking.Board, ranking.Board.Statistics(ranking.Level).Mean, OtherLevels(ranking));
        return units.Select(u => (IReadOnlyList<SheetValue>)
        [
            u.InNation?.Rank, u.InPrefecture?.Rank, u.InBand?.Rank, u.Unit.Key, u.Unit.Prefecture.Name, u.Unit.Name,
            (int?)u.Unit.Profile?.Band,
            u.Unit.Profile?.IsDepopulated switch { true => Depopulation.Name(true), false => SheetValue.Blank, null => SheetValue.Unknown },
            u.Score.Complete, board.Rate(u.Row, ranking.Level), u.Score.Complete - mean, u.PreviousPoints, u.Change, u.PreviousRank,
            .. levels.Select(level => SheetValue.Of(board.Score(u.Row, level).Complete)),
        ]);
    }

    /// <summary>The levels that stand behind the one that is ranked.</summary>
    private static List<TableLevel> OtherLevels(LevelRanking ranking) =>
        [.. ranking.Board.Table.Levels.Where(l => l.Kind != LevelKind.Indicator && l != ranking.Level)];

    private static string Heading(TableLevel level) => level.Key switch
    {
        { Group: { } group } => LevelText.GroupOf(group),
        { Goal: { } goal } => $"目標{SchemeText.GoalSign(goal)}",
        { Grant: not null } => "交付金計",
        _ => "合計",
    };

    private static string? GroupOf(TableLevel level) => level.Key switch
    {
        { Grant: { } grant, Goal: { } goal, Group: not null } => $"{grant.Sign()} 目標{SchemeText.GoalSign(goal)}",
        { Grant: { } grant } => grant.Sign(),
        { Group: not null } => "指標群（両交付金）",
        _ => null,
    };

    private static string Max(TableLevel level) => level.MaxPoints is { } max ? $"{max:0.##}" : "満点不明";

    private static string Size(ScoreBoard board, LevelRanking ranking) => $"全国{board.Statistics(ranking.Level).Count:#,0}団体の中のものです";
}
