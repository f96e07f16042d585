using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Tests.PointTables;

public class TierCutTests
{
    // reference/README.md, Worked cases for the engine: floor(N × p).
    [Theory]
    [InlineData(1_741, new[] { 70, 50, 30, 10 }, new[] { 1_218, 870, 522, 174 })]
    [InlineData(47, new[] { 70, 50, 30, 10 }, new[] { 32, 23, 14, 4 })]
    [InlineData(1_738, new[] { 70, 50, 30, 10 }, new[] { 1_216, 869, 521, 173 })]
    [InlineData(574, new[] { 100, 50, 30, 10 }, new[] { 574, 287, 172, 57 })]
    [InlineData(770, new[] { 100, 50, 30, 10 }, new[] { 770, 385, 231, 77 })]
    public void At_AShareOfAPopulation_IsTheWorkedCase(int population, int[] percents, int[] places) =>
        Assert.Equal(places, percents.Select(p => TierCut.OfShare(p).At(population)));

    [Theory]
    [InlineData(10, 47, 10)]
    [InlineData(10, 6, 6)]
    public void At_ANumberOfPlaces_IsNeverMoreThanThePopulation(int places, int population, int expected) =>
        Assert.Equal(expected, TierCut.OfPlaces(places).At(population));
}
