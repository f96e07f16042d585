using IncentiveGrant.Domain.Results;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Analysis;

public class ReconciliationTests
{
    // Totals of the four towns: 380, 196, 380, 420; mean 344, median 380, population SD √((36² + 148² + 36² + 76²) ÷ 4) = √7568.
    private const double Deviation = 86.994252683726198;

    private readonly ResultsBuilder file = ResultsBuilder.FourTowns().Compute();

    [Theory]
    [InlineData("推進/Ⅰ/体制", 63, 64)]
    [InlineData("推進/Ⅰ", 65, 64)]
    [InlineData("推進", 197, 196)]
    [InlineData("合計", 379, 380)]
    public void Of_AWrongSum_NamesPlacePrintedAndRecomputed(string level, int printed, int recomputed)
    {
        file.Print(0, level, printed);

        var difference = Assert.Single(Differences());

        Assert.Equal((19, FigureKind.Points, level), (difference.Place.Row, difference.Kind, difference.Level.ToString()));
        Assert.Equal((printed, recomputed), (difference.Printed, difference.Recomputed));
        Assert.Equal($"「{level}」の得点は{printed}と公表されていますが、再計算では{recomputed}です。", difference.Text);
    }

    [Fact]
    public void Of_AWrongRank_NamesIt()
    {
        file.Print(1, FigureKind.Rank, "合計", new Figure(3));

        var difference = Assert.Single(Differences());

        Assert.Equal((20, FigureKind.Rank, 3m, 4m), (difference.Place.Row, difference.Kind, difference.Printed, difference.Recomputed));
    }

    [Theory]
    [InlineData(FigureKind.Sum, 1376.0)]
    [InlineData(FigureKind.Mean, 344.0)]
    [InlineData(FigureKind.ItemMean, 344.0)]
    [InlineData(FigureKind.MeanRate, 0.43)]
    [InlineData(FigureKind.Median, 380.0)]
    [InlineData(FigureKind.StandardDeviation, Deviation)]
    [InlineData(FigureKind.ScoringCount, 4.0)]
    [InlineData(FigureKind.ScoringRate, 1.0)]
    public void Of_AStatisticOfTheTotal_AgreesWithinAMilliardth(FigureKind kind, double value)
    {
        file.PrintStatistic(kind, "合計", (decimal)value);

        Assert.Empty(Differences());
    }

    [Theory]
    [InlineData(FigureKind.Sum)]
    [InlineData(FigureKind.Mean)]
    [InlineData(FigureKind.MeanRate)]
    [InlineData(FigureKind.Median)]
    [InlineData(FigureKind.StandardDeviation)]
    [InlineData(FigureKind.ScoringCount)]
    [InlineData(FigureKind.ScoringRate)]
    public void Of_AWrongStatistic_NamesIt(FigureKind kind)
    {
        file.PrintStatistic(kind, "推進/Ⅰ/体制/1/ア", 3.0001m);

        var difference = Assert.Single(Differences());

        Assert.Equal((kind, "推進/Ⅰ/体制/1/ア", 3.0001m), (difference.Kind, difference.Level.ToString(), difference.Printed));
    }

    [Fact]
    public void Of_TheRowOfPoints_IsNoStatistic()
    {
        file.PrintStatistic(FigureKind.MaxPoints, "合計", 800);

        Assert.Empty(Differences());
    }

    [Fact]
    public void Of_AStatisticOfAGoalThatIsBookedTwice_ComparesBothPlaces()
    {
        file.PrintStatistic(FigureKind.Sum, "支援/Ⅳ/成果/2/ア", 10);

        Assert.Equal(("支援/Ⅳ/成果/2/ア", 5m), (Differences().Single().Level.ToString(), Differences().Single().Recomputed));
    }

    private IReadOnlyList<IncentiveGrant.Domain.Analysis.FigureDifference> Differences()
    {
        var plan = ResultsPlan.Of(file.Build(), file.Table, file.Known());
        Assert.False(plan.IsRefused, string.Join('\n', plan.Messages));
        Assert.Equal(plan.Differences.Count, plan.Messages.Count(m => plan.Differences.Any(d => d.Text == m.Text && d.Place == m.Place)));
        return plan.Differences;
    }
}
