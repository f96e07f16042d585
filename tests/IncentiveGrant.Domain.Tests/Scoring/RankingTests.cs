using IncentiveGrant.Domain.Scoring;

namespace IncentiveGrant.Domain.Tests.Scoring;

public class RankingTests
{
    [Fact]
    public void Of_WithTies_SharesARankAndSkips()
    {
        // reference/README.md: 宮城 R8, 川崎 and 山元 are both 8th and 蔵王 is 10th.
        int?[] totals = [597, 593, 578, 575, 552, 547, 540, 528, 528, 525];

        var ranks = Rank(totals);

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 8, 10], ranks.Select(r => r!.Value.Rank));
        Assert.All(ranks, r => Assert.Equal(10, r!.Value.Size));
    }

    [Fact]
    public void Of_WithAnUnknownScore_LeavesItOut()
    {
        var ranks = Rank([10, null, 5]);

        Assert.Null(ranks[1]);
        Assert.Equal(new Standing(2, 2), ranks[2]);
    }

    [Fact]
    public void Of_CountsInsideEachPool()
    {
        var ranks = Ranking.Of<int>([10, 20, 30], [RankingPool.OfPrefecture(1), RankingPool.OfPrefecture(1), RankingPool.OfPrefecture(2)]);

        Assert.Equal([new Standing(2, 2), new Standing(1, 2), new Standing(1, 1)], ranks.Select(r => r!.Value));
    }

    [Fact]
    public void Of_RandomScores_FollowsItsDefinition()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 50; round++)
        {
            int?[] scores = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => random.Next(5) == 0 ? (int?)null : random.Next(20))];

            var ranks = Rank(scores);

            for (var i = 0; i < scores.Length; i++)
                Assert.Equal(scores[i] is null ? null : 1 + scores.Count(s => s > scores[i]), ranks[i]?.Rank);
        }
    }

    [Fact]
    public void Of_InAnotherOrder_GivesTheSameRanks()
    {
        var random = new Random(7);
        int?[] scores = [.. Enumerable.Range(0, 100).Select(_ => (int?)random.Next(30))];
        int[] order = [.. Enumerable.Range(0, 100).OrderBy(_ => random.Next())];

        var straight = Rank(scores);
        var shuffled = Rank([.. order.Select(i => scores[i])]);

        Assert.All(order.Index(), pair => Assert.Equal(straight[pair.Item], shuffled[pair.Index]));
    }

    private static Standing?[] Rank(int?[] scores) => Ranking.Of(scores, [.. scores.Select(_ => (RankingPool?)RankingPool.Nation)]);
}
