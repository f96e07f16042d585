using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Documents.Rankings;

/// <summary>The ranking of prefectures as it stands on screen, as a sheet.</summary>
public static class PrefectureRankingSheet
{
    /// <summary>The layout around the rows.</summary>
    /// <param name="board">The board that is ranked.</param>
    /// <param name="isByMunicipalities">Whether prefectures are ranked by the mean of their municipalities.</param>
    /// <param name="sourceNotes">Where the figures come from and when the file was made.</param>
    public static SheetLayout Layout(ScoreBoard board, bool isByMunicipalities, IReadOnlyList<string> sourceNotes)
    {
        var (total, points) = isByMunicipalities ? ("管内市町村の平均点", ColumnFormat.Mean) : ("合計", ColumnFormat.Points);
        return new SheetLayout("都道府県順位表",
        [
            new SheetColumn("順位", ColumnFormat.Integer, 8),
            new SheetColumn("団体コード", ColumnFormat.Text, 11),
            new SheetColumn("都道府県", ColumnFormat.Text, 12),
            new SheetColumn($"{total}（{board.Table.Total.MaxPoints:0.##}点）", points, 18),
            new SheetColumn("推進", points, 10),
            new SheetColumn("支援", points, 10),
            new SheetColumn("得点率（％）", ColumnFormat.Percent, 12),
            new SheetColumn("全国平均との差", ColumnFormat.DifferenceToMean, 12),
            new SheetColumn("前年度", points, 12),
            new SheetColumn("前年度順位", ColumnFormat.Integer, 10),
            new SheetColumn("市町村数", ColumnFormat.Integer, 10) { Group = "管内市町村" },
            new SheetColumn("平均点", ColumnFormat.Mean, 10) { Group = "管内市町村" },
            new SheetColumn("平均点の順位", ColumnFormat.Integer, 13) { Group = "管内市町村" },
        ])
        {
            TitleLines = [$"{(isByMunicipalities ? "都道府県別の市町村平均" : "都道府県順位表")}　{board.FiscalYear.Japanese}（{board.FiscalYear}）評価"],
            FrozenColumns = 3,
            HasFilter = true,
            Notes = [.. sourceNotes, "平均は単純平均です。「—」は、まだ分からない値です（0点ではありません）。"],
        };
    }

    /// <summary>The rows, with the national mean last.</summary>
    public static IEnumerable<IReadOnlyList<SheetValue>> Rows(PrefectureRanking ranking, IReadOnlyList<PrefectureRow> rows) =>
    [
        .. rows.Select(r => (IReadOnlyList<SheetValue>)
        [
            r.Standing?.Rank, r.Prefecture.Code, r.Prefecture.Name, r.Total, r.Promotion, r.EffortSupport, r.Rate,
            r.Total - ranking.Mean, r.PreviousTotal, r.PreviousRank, r.MunicipalMean?.Statistics.Count, r.MunicipalMean?.Statistics.Mean,
            r.MunicipalMean?.Standing?.Rank,
        ]),
        [
            SheetValue.Blank, SheetValue.Blank, "全国平均", ranking.Mean, ranking.PromotionMean, ranking.EffortSupportMean,
            ranking.MeanRate, SheetValue.Blank, ranking.PreviousMean, SheetValue.Blank, SheetValue.Blank, SheetValue.Blank, SheetValue.Blank,
        ],
    ];
}
