using System.Globalization;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Tests.Infrastructure;

/// <summary>How numbers are written; the rules stand over <see cref="Figures"/>.</summary>
public class FiguresTests
{
    [Theory]
    [InlineData("552", "552")]
    [InlineData("552.00", "552")]
    [InlineData("62.3", "62.3")]
    [InlineData("36.25", "36.3")] // half away from zero
    [InlineData("62.04", "62.0")] // not whole, so its decimal is shown
    [InlineData("1331", "1,331")]
    [InlineData("1088.06", "1,088.1")]
    [InlineData("-5", "▲5")]
    [InlineData("0", "0")]
    [InlineData(null, "—")]
    public void Points_HaveADecimalOnlyWhereNotWhole(string? points, string expected) =>
        Assert.Equal(expected, Figures.Points(Number(points)));

    [Theory]
    [InlineData("552", "552.0")]
    [InlineData("225.04", "225.0")]
    [InlineData("1127.45", "1,127.5")]
    [InlineData("-0.04", "0.0")]
    [InlineData(null, "—")]
    public void PointsOneDecimal_AlwaysHaveOne(string? points, string expected) =>
        Assert.Equal(expected, Figures.PointsOneDecimal(Number(points)));

    [Theory]
    [InlineData("562.5", "563")]
    [InlineData("562.4", "562")]
    public void PointsRounded_RoundsHalfAwayFromZero(string points, string expected) =>
        Assert.Equal(expected, Figures.PointsRounded(Number(points)));

    [Theory]
    [InlineData("69", "69.0%")]
    [InlineData("36.25", "36.3%")]
    [InlineData("100", "100.0%")]
    [InlineData(null, "—")]
    public void Rate_HasOneDecimal(string? percent, string expected) =>
        Assert.Equal(expected, Figures.Rate(Number(percent)));

    [Theory]
    [InlineData("69.4", "+69.4")]
    [InlineData("-16", "▲16")]
    [InlineData("-0.25", "▲0.3")]
    [InlineData("0", "±0")]
    [InlineData("0.04", "±0")]
    [InlineData("-0.04", "±0")]
    [InlineData("1234", "+1,234")]
    [InlineData(null, "—")]
    public void Difference_HasItsSign(string? difference, string expected) =>
        Assert.Equal(expected, Figures.Difference(Number(difference)));

    [Theory]
    [InlineData("9", "+9.0")]
    [InlineData("-7.849", "▲7.8")]
    [InlineData("-0.04", "±0")]
    [InlineData(null, "—")]
    public void DifferenceOneDecimal_AlwaysHasOne(string? difference, string expected) =>
        Assert.Equal(expected, Figures.DifferenceOneDecimal(Number(difference)));

    [Theory]
    [InlineData("42.4", "プラス42.4")]
    [InlineData("-2", "マイナス2")]
    [InlineData("0.01", "増減なし")]
    public void DifferenceInWords_SaysTheSign(string difference, string expected) =>
        Assert.Equal(expected, Figures.DifferenceInWords(Number(difference)!.Value));

    [Fact]
    public void Rank_StandsWithItsPool()
    {
        Assert.Equal("37位／1,741", Figures.Rank(new Standing(37, 1741)));
        Assert.Equal("1,164位／1,741", Figures.Rank(new Standing(1164, 1741)));
        Assert.Equal("—", Figures.Rank(null));
    }

    [Theory]
    [InlineData(8, 22, "↑14")]
    [InlineData(358, 301, "↓57")]
    [InlineData(5, 5, "±0")]
    [InlineData(5, null, "—")]
    [InlineData(null, 5, "—")]
    public void RankChange_IsAnArrow(int? rank, int? previous, string expected) =>
        Assert.Equal(expected, Figures.RankChange(rank, previous));

    [Fact]
    public void Cell_NamesTheReasonWhereThereAreNoPoints()
    {
        Assert.Equal("4", Figures.Cell(CellResult.Scored(Points.Of(4))));
        Assert.Equal("0", Figures.Cell(CellResult.Scored(Points.Zero)));
        Assert.Equal("対象外", Figures.Cell(CellResult.NotApplicable));
        Assert.Equal("未回答", Figures.Cell(CellResult.Unknown(CellReason.Unanswered, Points.Of(4))));
        Assert.Equal("—", Figures.Cell(CellResult.Unknown(CellReason.Pending, Points.Of(4))));
    }

    [Fact]
    public void Score_OfAPartialTotal_SaysThatMoreMayCome()
    {
        Assert.Equal("552", Figures.Score(new LevelScore(55200, 80000, 55200, 55200, true)));
        Assert.Equal("243〜", Figures.Score(new LevelScore(24300, 38000, 24300, 66300, false)));
        Assert.Equal("—", Figures.Score(new LevelScore(0, 0, 0, 80000, false)));
    }

    [Fact]
    public void Year_NamesTheSurveyApart()
    {
        Assert.Equal("令和8年度（2026）", Figures.Year(new FiscalYear(2026)));
        Assert.Equal("R7調査（令和7年度実施分）", Figures.Survey(new FiscalYear(2026)));
    }

    [Theory]
    [InlineData("2026-10-02T00:00:00Z", "令和8年10月2日 9:00")]
    [InlineData("2026-10-01T15:05:00Z", "令和8年10月2日 0:05")] // already the next day in Japan
    [InlineData("2019-04-30T14:59:00Z", "平成31年4月30日 23:59")]
    [InlineData("2019-04-30T15:00:00Z", "令和元年5月1日 0:00")]
    public void Moment_IsReadOffAClockInJapan(string instant, string expected) =>
        Assert.Equal(expected, Figures.Moment(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)));

    [Fact]
    public void Figures_InACountryWithDecimalCommas_AreTheSame()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            Assert.Equal("1,088.1", Figures.Points(1088.06m));
            Assert.Equal("+69.4", Figures.Difference(69.4m));
            Assert.Equal("1,741", Figures.Count(1741));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}
