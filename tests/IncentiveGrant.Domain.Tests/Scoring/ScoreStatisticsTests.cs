using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Tests.Scoring;

public class ScoreStatisticsTests
{
    [Fact]
    public void Of_AnEvenNumber_TakesTheMeanOfTheMiddleTwo()
    {
        var statistics = ScoreStatistics.Of([100, 300, 200, 500]);

        Assert.Equal(2.5m, statistics.Median);
        Assert.Equal(2.75m, statistics.Mean);
        Assert.Equal(11m, statistics.Sum);
    }

    [Fact]
    public void Of_UsesThePopulationDeviation()
    {
        var statistics = ScoreStatistics.Of([200, 400, 400, 400, 500, 500, 700, 900]);

        Assert.Equal(2.0, statistics.StandardDeviation!.Value, 12);
    }

    [Fact]
    public void Of_Nothing_HasNoMean()
    {
        var statistics = ScoreStatistics.Of([], leftOut: 3);

        Assert.Null(statistics.Mean);
        Assert.Null(statistics.Median);
        Assert.Null(statistics.StandardDeviation);
        Assert.Null(statistics.ImplementationRate);
        Assert.Equal(3, statistics.LeftOut);
    }

    [Fact]
    public void Quarter_IsTheFloorOfAFourth()
    {
        // 1,741 ÷ 4 = 435.25: the top quarter ends at place 435, as the tiers of docs/domain.md cut at floor(N × p).
        var statistics = ScoreStatistics.Of(Enumerable.Range(1, 1741).Select(i => i * 100));

        Assert.Equal(1741 - 434, statistics.UpperQuartile);
        Assert.Equal(435, statistics.LowerQuartile);
    }

    [Fact]
    public void ImplementationRate_CountsUnitsAboveZero() => Assert.Equal(50m, ScoreStatistics.Of([0, 0, 100, 400]).ImplementationRate);

    [Theory]
    [InlineData(36.25, 36.3)] // reference: 145 ÷ 400 (Yamaguchi R3, Ⅰ)
    [InlineData(-0.25, -0.3)] // docs/domain.md: half away from zero
    [InlineData(0.05, 0.1)]
    [InlineData(54.37, 54.4)]
    public void OneDecimal_RoundsHalfAwayFromZero(double value, double expected) => Assert.Equal((decimal)expected, ScoreRate.OneDecimal((decimal)value));

    [Fact]
    public void Rates_OfThePrintedResults_RoundAsPrinted()
    {
        foreach (var row in TestData.ReferenceData.Rows("yamaguchi-results-r2-r3.csv"))
            foreach (var year in (string[])["r2", "r3"])
            {
                if (row[$"{year}_rate"].Length == 0) continue;
                var rate = ScoreRate.OneDecimal(ScoreRate.Percent(Number($"{year}_points"), Number($"{year}_max"))!.Value);

                Assert.Equal(Number($"{year}_rate"), rate);

                decimal Number(string column) => decimal.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture);
            }
    }

    [Fact]
    public void OutlierLimit_OfThePublishedRates_IsThePublishedLimit()
    {
        // reference/README.md: 0.568908 − 2 × 0.109620 = 0.349669 (the print rounds mean and SD first), i.e. 279.735 of 800 points.
        var total = TestData.ReferenceData.Rows("national-r8-statistics.csv").Single(r => r["level"] == "計計");
        var mean = decimal.Parse(total["mean"], System.Globalization.CultureInfo.InvariantCulture) / 800;
        var deviation = decimal.Parse(total["population_sd"], System.Globalization.CultureInfo.InvariantCulture) / 800;

        Assert.Equal(0.349669m, Math.Round(mean - (2 * deviation), 6, MidpointRounding.AwayFromZero));
        Assert.Equal(279.735m, Math.Round((mean - (2 * deviation)) * 800, 3, MidpointRounding.AwayFromZero));
    }
}
