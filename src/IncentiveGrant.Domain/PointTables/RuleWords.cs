using System.Globalization;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>The words by which files and screens name rules, measures, sources and directions.</summary>
public static class RuleWords
{
    /// <summary>合計, 高い方: 組み合わせ.</summary>
    public static string Name(this BranchCombination combination) => combination == BranchCombination.Added ? "合計" : "高い方";

    /// <summary>○×, 上位（全団体）…: 判定.</summary>
    public static string Name(this TestKind kind) => kind switch
    {
        TestKind.AsPublished => "公表値のまま",
        TestKind.Tick => "○×",
        TestKind.AllOf => "すべて該当",
        TestKind.AnyOf => "いずれか該当",
        TestKind.Count => "個数",
        TestKind.Threshold => "基準値",
        TestKind.TiersOfAll => "上位（全団体）",
        TestKind.TiersOfValid => "上位（値のある団体）",
        TestKind.TiersOfPositive => "上位（実績のある団体）",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a test."),
    };

    /// <summary>回答・算定値, 自団体の得点合計…: 測るもの.</summary>
    public static string Name(this MeasureKind kind) => kind switch
    {
        MeasureKind.Entered => "回答・算定値",
        MeasureKind.Change => "増減",
        MeasureKind.OwnTotal => "自団体の得点合計",
        MeasureKind.MunicipalMean => "管内市町村の平均点",
        MeasureKind.MunicipalSum => "管内市町村の合計点",
        MeasureKind.MunicipalShare => "管内市町村の該当割合",
        MeasureKind.MunicipalOutliers => "著しく低い管内市町村の数",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a measure."),
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

    /// <summary>上位70％, 上位10団体.</summary>
    public static string Name(this TierCut cut) =>
        cut.Places is { } places ? string.Create(CultureInfo.InvariantCulture, $"上位{places}団体") : $"上位{Number(cut.Percent!.Value)}％";

    /// <summary>A number without needless digits.</summary>
    internal static string Number(decimal number) => number.ToString("#,0.######", CultureInfo.InvariantCulture);
}

/// <summary>判定: the kinds of tests, as a table names them.</summary>
public enum TestKind
{
    /// <summary>公表値のまま: no test; the table was made from a results file.</summary>
    AsPublished = 0,

    /// <summary><see cref="TickTest"/>.</summary>
    Tick = 1,

    /// <summary><see cref="AllOfTest"/>.</summary>
    AllOf,

    /// <summary><see cref="AnyOfTest"/>.</summary>
    AnyOf,

    /// <summary><see cref="CountTest"/>.</summary>
    Count,

    /// <summary><see cref="ThresholdTest"/>.</summary>
    Threshold,

    /// <summary><see cref="TierTest"/> over all units.</summary>
    TiersOfAll,

    /// <summary><see cref="TierTest"/> over units with a value.</summary>
    TiersOfValid,

    /// <summary><see cref="TierTest"/> over units with a value above 0.</summary>
    TiersOfPositive,
}

/// <summary>測るもの: the kinds of measures, as a table names them.</summary>
public enum MeasureKind
{
    /// <summary><see cref="EnteredValue"/>.</summary>
    Entered = 1,

    /// <summary><see cref="EnteredValue"/> against an earlier year.</summary>
    Change,

    /// <summary>PointTables.<see cref="OwnTotal"/>.</summary>
    OwnTotal,

    /// <summary><see cref="MunicipalAggregate"/>: mean.</summary>
    MunicipalMean,

    /// <summary><see cref="MunicipalAggregate"/>: sum.</summary>
    MunicipalSum,

    /// <summary><see cref="MunicipalAggregate"/>: share.</summary>
    MunicipalShare,

    /// <summary>PointTables.<see cref="MunicipalOutliers"/>.</summary>
    MunicipalOutliers,
}
