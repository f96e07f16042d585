using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Tests.Years;

public class FiscalYearTests
{
    [Theory]
    [InlineData("2026", 2026)]
    [InlineData("令和8年度", 2026)]
    [InlineData("令和８年度", 2026)]
    [InlineData("令和 8 年度", 2026)]
    [InlineData("R8", 2026)]
    [InlineData("r７", 2025)]
    [InlineData("令和元年度", 2019)]
    [InlineData("平成30年度", 2018)]
    public void TryParse_WithAWrittenYear_ReadsIt(string text, int expected)
    {
        Assert.True(FiscalYear.TryParse(text, out var year));

        Assert.Equal(expected, year.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("令和")]
    [InlineData("1999")]
    [InlineData("20260")]
    [InlineData("8")]
    [InlineData("-2026")]
    public void TryParse_WithAnythingElse_Refuses(string? text) => Assert.False(FiscalYear.TryParse(text, out _));

    [Theory]
    [InlineData(2026, "令和8年度", "R8")]
    [InlineData(2019, "令和元年度", "R1")]
    [InlineData(2018, "平成30年度", "H30")]
    public void Japanese_IsTheEraName(int value, string japanese, string brief)
    {
        var year = new FiscalYear(value);

        Assert.Equal(japanese, year.Japanese);
        Assert.Equal(brief, year.Short);
    }

    [Fact]
    public void SurveyYear_IsOneBefore() => Assert.Equal("R7", new FiscalYear(2026).SurveyYear.Short); // docs/domain.md, Words: 令和8年度の結果 = R7調査

    [Theory]
    [InlineData(2026, 3, 31, 2025)]
    [InlineData(2026, 4, 1, 2026)]
    public void Of_StartsInApril(int y, int m, int d, int expected) => Assert.Equal(expected, FiscalYear.Of(new DateOnly(y, m, d)).Value);

    [Theory]
    [InlineData(2024, 2026, true)]
    [InlineData(2023, 2026, false)]
    public void IsComparableWith_HoldsOnlyInsideTheFrame(int a, int b, bool expected) => Assert.Equal(expected, new FiscalYear(a).IsComparableWith(new(b)));

    [Theory]
    [InlineData("2026-10-16T14:59:59Z", "2026-10-16")]
    [InlineData("2026-10-16T15:00:00Z", "2026-10-17")]
    public void TodayInJapan_TurnsAtMidnightInJapan(string utc, string expected)
    {
        var clock = new FixedClock(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), clock.TodayInJapan());
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
