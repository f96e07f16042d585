using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Tests.Infrastructure;

public class PagingTests
{
    [Theory]
    [InlineData(1, 1741, 1, 1, 50)]
    [InlineData(8, 1741, 8, 351, 400)]
    [InlineData(35, 1741, 35, 1701, 1741)]
    [InlineData(99, 1741, 35, 1701, 1741)] // beyond the list: its last page
    [InlineData(-1, 1741, 1, 1, 50)]
    [InlineData(1, 0, 1, 0, 0)]
    public void Paging_ShowsAPartOfTheList(int asked, int total, int page, int first, int last)
    {
        var paging = new Paging(asked, total);

        Assert.Equal((page, first, last), (paging.Page, paging.First, paging.Last));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(49, 1)]
    [InlineData(50, 2)]
    public void PageOf_FindsTheRow(int place, int page) => Assert.Equal(page, new Paging(1, 1741).PageOf(place));
}
