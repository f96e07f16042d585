using System.ComponentModel;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Web.Api;

/// <summary>A year with published scores.</summary>
public sealed record ApiYear(
    [property: Description("評価年度")] int Year,
    [property: Description("令和8年度")] string Name,
    [property: Description("調査の呼び名（R7調査）")] string Survey,
    IReadOnlyList<ApiBoard> Boards);

/// <summary>A board of a year.</summary>
public sealed record ApiBoard(
    [property: Description("municipality（市町村分）または prefecture（都道府県分）")] string Audience,
    [property: Description("final（確定）または provisional（暫定）")] string Kind,
    [property: Description("出典（厚生労働省公表値、自己評価、架空のデモデータ）")] string Source,
    [property: Description("配点表の版")] int Edition,
    [property: Description("満点")] decimal? MaxPoints,
    [property: Description("得点のある団体の数")] int Units,
    [property: Description("最後に変わった日時")] DateTimeOffset ChangedAt);

/// <summary>A rank with its pool's size.</summary>
public sealed record ApiStanding([property: Description("順位")] int Rank, [property: Description("母集団の団体数")] int Of)
{
    internal static ApiStanding? From(Standing? standing) => standing is { } s ? new(s.Rank, s.Size) : null;
}

/// <summary>A unit in a ranking.</summary>
public sealed record ApiUnit(
    [property: Description("団体コード（未登録の団体は n＋番号）")] string Code,
    string Name,
    string Kana,
    string Prefecture,
    [property: Description("第1号被保険者数の区分（1〜5）")] int? Band,
    [property: Description("過疎")] bool? Depopulated,
    [property: Description("並べた階層の得点。分からないときは null")] decimal? Points,
    [property: Description("得点率（％、小数第1位。四捨五入）")] decimal? Rate,
    ApiStanding? Nation,
    ApiStanding? InPrefecture,
    ApiStanding? InBand,
    [property: Description("前年度の得点")] decimal? PreviousPoints,
    [property: Description("前年度の全国順位")] int? PreviousRank,
    [property: Description("合計から指標群までの階層ごとの得点。キーは「推進/Ⅰ/体制」など")] IReadOnlyDictionary<string, decimal?> Levels)
{
    internal static ApiUnit Of(RankedUnit unit, LevelRanking ranking)
    {
        var board = ranking.Board;
        return new ApiUnit(
            unit.Unit.Key, unit.Unit.Name, unit.Unit.Kana, unit.Unit.Prefecture.Name, (int?)unit.Unit.Profile?.Band, unit.Unit.Profile?.IsDepopulated,
            unit.Score.Complete, ScoreRate.OneDecimal(board.Rate(unit.Row, ranking.Level)), ApiStanding.From(unit.InNation),
            ApiStanding.From(unit.InPrefecture), ApiStanding.From(unit.InBand),
            unit.PreviousPoints, unit.PreviousRank, LevelsOf(board, unit.Row));
    }

    /// <summary>The points of every level down to the groups.</summary>
    internal static IReadOnlyDictionary<string, decimal?> LevelsOf(ScoreBoard board, int row) =>
        board.Table.Levels.Where(l => l.Kind != LevelKind.Indicator).ToDictionary(l => l.Key.ToString(), l => board.Score(row, l).Complete);
}

/// <summary>A prefecture in the ranking of prefectures.</summary>
public sealed record ApiPrefecture(
    string Code,
    string Name,
    [property: Description("都道府県分の得点。分からないときは null")] decimal? Points,
    decimal? Rate,
    ApiStanding? Nation,
    decimal? PreviousPoints,
    int? PreviousRank,
    [property: Description("管内市町村の平均点")] decimal? MunicipalMean,
    [property: Description("平均点の順位")] ApiStanding? MunicipalMeanStanding,
    IReadOnlyDictionary<string, decimal?> Levels)
{
    /// <summary>A prefecture of a ranking; its levels are empty where it has no row on its own board.</summary>
    internal static ApiPrefecture Of(PrefectureRow row, ScoreBoard? own) => new(
        row.Prefecture.Code, row.Prefecture.Name, row.Total, ScoreRate.OneDecimal(row.Rate), ApiStanding.From(row.Standing), row.PreviousTotal,
        row.PreviousRank,
        row.MunicipalMean?.Statistics.Mean, ApiStanding.From(row.MunicipalMean?.Standing),
        own?.FindRow(row.Prefecture.Code) is { } found ? ApiUnit.LevelsOf(own, found) : new Dictionary<string, decimal?>());
}

/// <summary>One municipality, down to its sub-items.</summary>
public sealed record ApiMunicipality(
    string Code, string Name, string Kana, string Prefecture, string? Union, int? Population, int? InsuredCount, int? Band, bool? Depopulated,
    IReadOnlyList<ApiPoolStanding> Standings, IReadOnlyList<ApiLevel> Levels, IReadOnlyList<ApiCell> Cells);

/// <summary>A rank of the total in one pool.</summary>
public sealed record ApiPoolStanding([property: Description("母集団の名前")] string Pool, int Rank, int Of);

/// <summary>A level of one municipality.</summary>
public sealed record ApiLevel(
    string Key, string Name, decimal? MaxPoints,
    [property: Description("得点。分からないときは null（known に分かっている分）")] decimal? Points,
    [property: Description("分かっている得点")] decimal Known,
    [property: Description("分かっている得点に対応する満点")] decimal KnownMax,
    decimal? NationalMean, ApiStanding? Nation);

/// <summary>A sub-item of one municipality.</summary>
public sealed record ApiCell(
    string Key, [property: Description("設問文。配点表にないときは null")] string? Text, decimal MaxPoints, decimal? Points,
    [property: Description("scored、not-applicable（対象外）、unanswered（未回答）、pending（算定待ち）")] string Reason,
    [property: Description("全国の該当率（％、小数第1位）")] decimal? NationalRate)
{
    internal static string ReasonWord(CellReason reason) => reason switch
    {
        CellReason.Scored => "scored",
        CellReason.NotApplicable => "not-applicable",
        CellReason.Unanswered => "unanswered",
        _ => "pending",
    };
}

/// <summary>Statistics of a level over the nation.</summary>
public sealed record ApiStatistics(
    string Level, decimal? Max, [property: Description("得点の分かる団体の数")] int N, [property: Description("得点が分からず除いた団体の数")] int LeftOut,
    decimal? Mean, decimal? Median, [property: Description("母標準偏差")] double? Sd, decimal? Lowest, decimal? Highest);
