using AngleSharp.Dom;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Infrastructure.TagHelpers;

namespace IncentiveGrant.Web.Tests.Infrastructure.TagHelpers;

/// <summary>Order and pages of a list: links, so that they work without scripts.</summary>
public class ListTagHelperTests
{
    [Theory]
    [InlineData("rank", false, "total", null, "/r?pref=4&sort=-total")] // another column: its first direction
    [InlineData("total", true, "total", "descending", "/r?pref=4&sort=total")]
    [InlineData("total", false, "total", "ascending", "/r?pref=4&sort=-total")]
    public void SortKey_LinksToTheNextOrderAndKeepsTheFilters(string sortedBy, bool descending, string column, string? ariaSort, string href)
    {
        var header = new SortKeyTagHelper { SortKey = column, SortFirstDescending = true, ViewContext = Markup.Page("/r", "?pref=4&p=3") }
            .Render("th", "合計", Items(new TableSort(sortedBy, descending))).QuerySelector("th")!;

        Assert.Equal("col", header.GetAttribute("scope"));
        Assert.Equal(ariaSort, header.GetAttribute("aria-sort"));
        Assert.Equal(href, header.QuerySelector("a.sort")!.GetAttribute("href"));
        Assert.Equal("合計", header.TextContent);
    }

    [Theory]
    [InlineData(1, "前へ 1 2 3 4 5 … 35 次へ")]
    [InlineData(2, "前へ 1 2 3 4 5 … 35 次へ")]
    [InlineData(20, "前へ 1 … 18 19 20 21 22 … 35 次へ")]
    [InlineData(35, "前へ 1 … 31 32 33 34 35 次へ")]
    public void Pager_ShowsNeighboursAndEnds(int page, string expected) => Assert.Equal(expected, Text(Pager(new Paging(page, 1741))));

    [Fact]
    public void Pager_OffersThePageOfTheOwnRow() => Assert.Equal("前へ 1 2 3 4 5 … 8 … 35 次へ", Text(Pager(new Paging(1, 1741), also: 8)));

    [Fact]
    public void Pager_OfTwoPages_ShowsBoth() => Assert.Equal("前へ 1 2 次へ", Text(Pager(new Paging(2, 60))));

    [Fact]
    public void Pager_LinksKeepTheFiltersAndMarkThePage()
    {
        var pager = Pager(new Paging(1, 1741));

        Assert.Equal("ページ送り", pager.GetAttribute("aria-label"));
        Assert.Equal("1", pager.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal("/r?pref=4&p=2", pager.QuerySelectorAll("a")[^1].GetAttribute("href"));
        Assert.Equal("true", pager.FirstElementChild!.GetAttribute("aria-hidden")); // no page before the first
    }

    [Fact]
    public void Pager_OfOnePage_IsNotThere() =>
        Assert.Empty(new PagerTagHelper { Paging = new Paging(1, 50), ViewContext = Markup.Page() }.Render("pager").Children);

    private static Dictionary<object, object> Items(TableSort sort)
    {
        var items = new Dictionary<object, object>();
        new SortedHeadTagHelper { SortedBy = sort }.Render("thead", items: items);
        return items;
    }

    private static IElement Pager(Paging paging, int? also = null) =>
        new PagerTagHelper { Paging = paging, Also = also, ViewContext = Markup.Page("/r", "?pref=4") }.Render("pager").QuerySelector("nav")!;

    private static string Text(IElement pager) => string.Join(' ', pager.Children.Select(c => c.TextContent));
}
