using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Analysis;

public class PrefectureRankingTests
{
    [Fact]
    public void ByMunicipalities_HasTheRatesOfTheMeans()
    {
        var ranking = PrefectureRanking.ByMunicipalities(Board((1, 3), (1, 6), (2, 9)), null);

        Assert.Equal(45, ranking.Rows[0].Rate);
        Assert.Equal(60, ranking.MeanRate);
        Assert.Null(ranking.Rows[2].Rate);
    }

    [Fact]
    public void ToNextRank_IsTheLeastThatLiftsTheRank()
    {
        var ranking = PrefectureRanking.ByOwnPoints(Board((1, 3), (2, 9), (3, 9), (4, 7.5m)), null, null);

        Assert.Equal([4.5m, null, null, 1.5m, null], ranking.Rows.Take(5).Select(ranking.ToNextRank));
    }

    private static ScoreBoard Board(params (int Prefecture, decimal Points)[] units)
    {
        var builder = new BoardBuilder(new TableBuilder(2026).Indicator("推進/Ⅰ/体制/1", [("ア", 10)]).Build());
        foreach (var (prefecture, points) in units) builder.Unit($"団体{prefecture}", prefecture, cells: [("推進/Ⅰ/体制/1/ア", points)]);
        return builder.Score();
    }
}
