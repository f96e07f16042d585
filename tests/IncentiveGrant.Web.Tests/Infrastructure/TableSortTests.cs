using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Tests.Infrastructure;

public class TableSortTests
{
    private static readonly TableSort OwnOrder = new("rank");

    [Theory]
    [InlineData("total", "total", false)]
    [InlineData("-total", "total", true)]
    [InlineData("", "rank", false)]
    [InlineData(null, "rank", false)]
    [InlineData("-; drop table", "rank", false)]
    public void Parse_TakesOnlyColumnsOfTheTable(string? text, string key, bool descending) =>
        Assert.Equal(new TableSort(key, descending), TableSort.Parse(text, OwnOrder, "rank", "total"));

    [Fact]
    public void Next_GoesBackAndForth()
    {
        var first = OwnOrder.Next("total", firstDescending: true);
        var second = first.Next("total", firstDescending: true);
        var third = second.Next("total", firstDescending: true);

        Assert.Equal(["-total", "total", "-total"], [first.ToString(), second.ToString(), third.ToString()]);
    }
}
