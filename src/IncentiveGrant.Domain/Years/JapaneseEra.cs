using System.Globalization;

namespace IncentiveGrant.Domain.Years;

/// <summary>
/// The eras that a fiscal year or a day of the scheme can be written in. A fiscal year keeps the era of its larger part: 令和元年度 is 2019.
/// </summary>
/// <param name="Name">令和.</param>
/// <param name="Letter">R.</param>
/// <param name="FirstYear">The year that is called 元年 and the fiscal year that is called 元年度.</param>
/// <param name="FirstDay">The day on which it began.</param>
internal sealed record JapaneseEra(string Name, char Letter, int FirstYear, DateOnly FirstDay)
{
    private static readonly JapaneseEra[] All = [new("令和", 'R', 2019, new DateOnly(2019, 5, 1)), new("平成", 'H', 1989, new DateOnly(1989, 1, 8))];

    public static JapaneseEra Of(int fiscalYear) => Array.Find(All, era => era.FirstYear <= fiscalYear) ?? All[^1];

    public static int YearOf(int fiscalYear) => fiscalYear - Of(fiscalYear).FirstYear + 1;

    /// <summary>令和8年10月2日.</summary>
    public static string DayOf(DateOnly day)
    {
        var era = Array.Find(All, era => era.FirstDay <= day) ?? All[^1];
        var year = day.Year - era.FirstYear + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{era.Name}{(year == 1 ? "元" : year)}年{day.Month}月{day.Day}日");
    }

    /// <summary>The fiscal year written as 令和8, R8 or 令和元 (already normalised, without 年度); null when it is none.</summary>
    public static int? FromText(string text)
    {
        foreach (var era in All)
        {
            var rest = text.StartsWith(era.Name, StringComparison.Ordinal) ? text[era.Name.Length..]
                : char.ToUpperInvariant(text[0]) == era.Letter ? text[1..]
                : null;
            if (rest is null) continue;
            if (rest.Trim() == "元") return era.FirstYear;
            if (int.TryParse(rest.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 100) return era.FirstYear + n - 1;
        }
        return null;
    }
}
