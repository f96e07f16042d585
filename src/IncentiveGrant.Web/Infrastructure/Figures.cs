using System.Globalization;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// How a number is written, in the one place that decides it. Rules:
/// 1. One decimal where the number is not whole, half away from zero (36.25 → 36.3); thousands are separated.
/// 2. A column whose numbers are means or differences to means shows one decimal throughout (the methods with OneDecimal).
/// 3. ▲ for minus, + for plus, ±0 for none; a change of rank is ↑n, ↓n or ±0, never ▲.
/// 4. A rank stands with the size of its pool (37位／1,741).
/// 5. What is not known yet is 「—」, never 0, and its reason is at hand.
/// </summary>
public static class Figures
{
    /// <summary>Beside differences to means: the figures shown are rounded, and may not subtract to the difference shown.</summary>
    public const string DifferenceNote = "差は端数処理前の値で計算しています。";

    /// <summary>Not known yet.</summary>
    public const string Unknown = "—";

    private const string None = "±0";
    private const string Whole = "#,0";
    private const string Tenths = "#,0.0";

    /// <summary>552, 62.3, 1,331.</summary>
    public static string Points(decimal? points) => points is { } p ? Minus(p) + Magnitude(p) : Unknown;

    /// <summary>552.0: for a column of means, or of points that are not all whole.</summary>
    public static string PointsOneDecimal(decimal? points) => points is { } p ? Minus(p) + MagnitudeOneDecimal(p) : Unknown;

    /// <summary>62.30625: with all its digits, where two figures are held against each other.</summary>
    public static string Exact(decimal? value) => value is { } v ? (v < 0 ? "▲" : "") + Write(Math.Abs(v), "#,0.#########") : Unknown;

    /// <summary>62: for a label with no room for more; the table beside it has the decimal.</summary>
    public static string PointsRounded(decimal? points) =>
        points is { } p ? Write(Math.Round(p, 0, MidpointRounding.AwayFromZero), Whole) : Unknown;

    /// <summary>552; 「243〜」 where more may come; 「—」 where nothing is known.</summary>
    public static string Score(LevelScore score) => score switch
    {
        { IsComplete: true } => Points(score.Known),
        { KnownMaxHundredths: 0 } => Unknown,
        _ => Points(score.Known) + "〜",
    };

    /// <summary>The points of a cell, or 対象外, 未回答 or 「—」.</summary>
    public static string Cell(CellResult cell) => cell.Reason switch
    {
        CellReason.NotApplicable => cell.Reason.Name(),
        CellReason.Unanswered when !cell.IsKnown => cell.Reason.Name(),
        _ => Points(cell.PointsIfKnown?.Value),
    };

    /// <summary>69.0%.</summary>
    /// <param name="percent">A percentage, not rounded.</param>
    public static string Rate(decimal? percent) => percent is { } p ? PointsOneDecimal(p) + "%" : Unknown;

    /// <summary>+69.4, ▲16, ±0.</summary>
    public static string Difference(decimal? difference) => difference switch
    {
        null => Unknown,
        { } d when ScoreRate.OneDecimal(d) == 0 => None,
        { } d => Sign(d) + Magnitude(d),
    };

    /// <summary>+9.0: for a column of differences to means.</summary>
    public static string DifferenceOneDecimal(decimal? difference) => difference switch
    {
        null => Unknown,
        { } d when ScoreRate.OneDecimal(d) == 0 => None,
        { } d => Sign(d) + MagnitudeOneDecimal(d),
    };

    /// <summary>プラス69.4, マイナス16, 増減なし: what a screen reader says instead of the sign.</summary>
    public static string DifferenceInWords(decimal difference) => ScoreRate.OneDecimal(difference) switch
    {
        0 => "増減なし",
        > 0 => "プラス" + Magnitude(difference),
        _ => "マイナス" + Magnitude(difference),
    };

    /// <summary>37位／1,741.</summary>
    public static string Rank(Standing? standing) => standing is { } s ? $"{Count(s.Rank)}位／{Count(s.Size)}" : Unknown;

    /// <summary>↑14, ↓1, ±0; 「—」 when either rank is not known.</summary>
    public static string RankChange(int? rank, int? previous) => (previous - rank) switch
    {
        null => Unknown,
        0 => None,
        > 0 and { } up => "↑" + Count(up),
        { } down => "↓" + Count(-down),
    };

    /// <summary>1,741.</summary>
    public static string Count(int? count) => count is { } n ? Write(n, Whole) : Unknown;

    /// <summary>令和8年度（2026）.</summary>
    public static string Year(FiscalYear year) => $"{year.Japanese}（{year}）";

    /// <summary>R7調査（令和7年度実施分）: the survey that the result of a year comes from, which is named after another year.</summary>
    public static string Survey(FiscalYear year) => $"{year.SurveyYear.Short}調査（{year.SurveyYear.Japanese}実施分）";

    /// <summary>令和8年10月2日 9:00, by the clock in Japan.</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var there = instant.InJapan();
        return string.Create(CultureInfo.InvariantCulture, $"{DateOnly.FromDateTime(there.DateTime).InJapanese()} {there.Hour}:{there.Minute:00}");
    }

    private static string Magnitude(decimal value) =>
        value == decimal.Truncate(value) ? Write(Math.Abs(value), Whole) : MagnitudeOneDecimal(value);

    private static string MagnitudeOneDecimal(decimal value) => Write(Math.Abs(ScoreRate.OneDecimal(value)), Tenths);

    private static string Minus(decimal value) => ScoreRate.OneDecimal(value) < 0 ? "▲" : "";

    private static string Sign(decimal value) => value > 0 ? "+" : "▲";

    private static string Write(decimal value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
