using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Years;

/// <summary>
/// A fiscal year (年度) named by the calendar year in which it starts: 令和8年度 is 2026 and runs from 1 April 2026.
/// A result is named after its 評価年度（交付年度）; the year that was evaluated and the year in which the survey was answered are
/// one earlier, so the same result is called R8 by the ministry and R7 by the survey (docs/domain.md, Words).
/// </summary>
/// <param name="Value">The calendar year in which the fiscal year starts.</param>
public readonly record struct FiscalYear(int Value) : IComparable<FiscalYear>
{
    /// <summary>The earliest year that the portal accepts (the grant began in 平成30年度).</summary>
    public const int Earliest = 2018;

    /// <summary>The latest year that the portal accepts; a later one is a typing error.</summary>
    public const int Latest = 2099;

    /// <summary>令和6年度: the first year of the frame of 800 points. Points of earlier years are never set beside newer ones.</summary>
    public static FiscalYear FirstOfCurrentFrame => new(2024);

    /// <summary>調査年度: the year in which the survey is answered (令和8年度の結果 = R7調査).</summary>
    public FiscalYear SurveyYear => new(Value - 1);

    /// <summary>The year before.</summary>
    public FiscalYear Previous => new(Value - 1);

    /// <summary>Whether points and ranks of the two years may be set side by side: only inside the frame that began in 令和6年度.</summary>
    public bool IsComparableWith(FiscalYear other) => this >= FirstOfCurrentFrame && other >= FirstOfCurrentFrame;

    /// <summary>令和8年度.</summary>
    public string Japanese =>
        JapaneseEra.Of(Value).Name + (JapaneseEra.YearOf(Value) is 1 ? "元" : JapaneseEra.YearOf(Value).ToString(CultureInfo.InvariantCulture)) + "年度";

    /// <summary>R8.</summary>
    public string Short => string.Create(CultureInfo.InvariantCulture, $"{JapaneseEra.Of(Value).Letter}{JapaneseEra.YearOf(Value)}");

    /// <summary>The fiscal year that a day belongs to (it starts on 1 April).</summary>
    public static FiscalYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>
    /// Reads 2026, 令和8年度, 令和８年度, 令和元年度, R8 or 平成30年度, in full or half width.
    /// </summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out FiscalYear year)
    {
        year = default;
        var s = NormalizedText.Of(text).Replace("年度", "", StringComparison.Ordinal).Replace("年", "", StringComparison.Ordinal).Trim();
        if (s.Length == 0) return false;
        var value = char.IsAsciiDigit(s[0]) ? Number(s) : JapaneseEra.FromText(s);
        if (value is not (>= Earliest and <= Latest)) return false;
        year = new FiscalYear(value.Value);
        return true;
    }

    private static int? Number(string s) => int.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;

    /// <inheritdoc />
    public int CompareTo(FiscalYear other) => Value.CompareTo(other.Value);

    /// <summary>The number as it stands in addresses and files: 2026.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Earlier.</summary>
    public static bool operator <(FiscalYear left, FiscalYear right) => left.Value < right.Value;

    /// <summary>Later.</summary>
    public static bool operator >(FiscalYear left, FiscalYear right) => left.Value > right.Value;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(FiscalYear left, FiscalYear right) => left.Value <= right.Value;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(FiscalYear left, FiscalYear right) => left.Value >= right.Value;
}
