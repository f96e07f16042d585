namespace IncentiveGrant.Domain.Years;

/// <summary>Japan's clock: a deadline is the end of its day in Japan, and between 00:00 and 09:00 there the UTC date is still yesterday.</summary>
public static class JapanTime
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    /// <summary>The instant as it reads on a clock in Japan.</summary>
    public static DateTimeOffset InJapan(this DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Tokyo);

    /// <summary>令和8年10月2日.</summary>
    public static string InJapanese(this DateOnly day) => JapaneseEra.DayOf(day);

    extension(TimeProvider clock)
    {
        /// <summary>Today's date in Japan.</summary>
        public DateOnly TodayInJapan() => DateOnly.FromDateTime(clock.GetUtcNow().InJapan().DateTime);

        /// <summary>The fiscal year that today belongs to in Japan.</summary>
        public FiscalYear FiscalYearInJapan() => FiscalYear.Of(clock.TodayInJapan());
    }
}
