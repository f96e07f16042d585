namespace IncentiveGrant.Domain.PointTables;

/// <summary>The words by which files and screens name rules, sources and directions.</summary>
public static class RuleWords
{
    /// <summary>該当するものを加点 and so on: 算定方法.</summary>
    public static string Name(this RuleKind kind) => kind switch
    {
        RuleKind.Sum => "該当するものを加点",
        RuleKind.Mixed => "枝番ごとに異なる",
        RuleKind.Tiers => "全国上位の割合",
        RuleKind.TiersOfValid => "全国上位の割合（値のある団体）",
        RuleKind.TiersOfPositive => "全国上位の割合（実績のある団体）",
        RuleKind.AddedTiers => "複数の段階を合計",
        RuleKind.BestOfTiers => "複数の段階のうち高い方",
        RuleKind.SelfRank => "自団体の全国順位",
        RuleKind.PrefectureMean => "管内市町村の平均点",
        RuleKind.PrefectureNoOutlier => "管内に著しく低い市町村がない",
        RuleKind.AsPublished => "公表値のまま",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a rule."),
    };

    /// <summary>市町村 and so on: 値の提供元.</summary>
    public static string Name(this ValueSource source) => source switch
    {
        ValueSource.Municipality => "市町村",
        ValueSource.Prefecture => "都道府県",
        ValueSource.Ministry => "厚生労働省",
        ValueSource.Computed => "得点から計算",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source."),
    };

    /// <summary>大きいほど良い, 小さいほど良い: 向き.</summary>
    public static string Name(this Direction direction) => direction == Direction.Higher ? "大きいほど良い" : "小さいほど良い";

    /// <summary>公表, 要約, 見本: 設問文の出典.</summary>
    public static string Name(this TextSource source) => source switch
    {
        TextSource.Published => "公表",
        TextSource.Restated => "要約",
        TextSource.Sample => "見本",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, "Not a source."),
    };
}
