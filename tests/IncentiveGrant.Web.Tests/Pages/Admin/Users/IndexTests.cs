using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Admin.Users;

public sealed class IndexTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Get_ShowsEachUserWithOfficeRoleAndScope()
    {
        var officers = await OpenAsync("/admin/users?role=MunicipalOfficer");
        var staff = await OpenAsync("/admin/users?role=PrefectureStaff");

        Assert.Equal(["役場 一郎", "yakuba", "かわべ町 福祉課", "市町村担当者", "宮城県かわべ町"], officers.Row("役場 一郎"));
        Assert.Equal(["県庁 花子", "kencho", "宮城県 長寿社会政策課", "都道府県職員", "宮城県"], staff.Row("県庁 花子"));
    }

    [Theory]
    [InlineData("q=花子", "県庁 花子")]
    [InlineData("q=YAKU", "役場 一郎")]
    [InlineData("q=ｋａｎｒｉ", "管理 太郎")]
    [InlineData("q=長寿社会", "県庁 花子")]
    [InlineData("q=かわべ", "役場 一郎")]
    [InlineData("q=宮城県&role=PrefectureStaff", "県庁 花子")]
    [InlineData("role=MunicipalOfficer", "役場 一郎")]
    public async Task Get_WithAFilter_ShowsThoseWhoMeetIt(string query, string name)
    {
        var page = await OpenAsync("/admin/users?" + query);

        Assert.Equal([name], page.Texts("tbody th"));
    }

    [Fact]
    public async Task Filter_KeepsWhatWasAsked()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var page = await client.OpenAsync("/admin/users");

        var filtered = await client.SubmitAsync(page, ("q", "花子"), ("role", "PrefectureStaff"));

        Assert.Equal(["県庁 花子"], filtered.Texts("tbody th"));
        Assert.Equal("花子", filtered.Find("#q").GetAttribute("value"));
        Assert.Equal("都道府県職員", filtered.Texts("#role option[selected]").Single());
    }

    [Theory]
    [InlineData("q=no-such-user")]
    [InlineData("q=%25")]
    [InlineData("q=_")]
    public async Task Get_WhenNobodyMeetsTheFilter_SaysSo(string query)
    {
        var page = await OpenAsync("/admin/users?" + query);

        Assert.Contains("条件に合う利用者はいません。", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ShowsClosedUsersOnlyWhenAsked()
    {
        var account = await host.AddAccountAsync(PortalRole.Viewer, "停止 五郎");
        await host.ChangeAsync(d => d.SetClosedAsync(account.Id, isClosed: true, new AccountActor(null, "test"), default));

        var open = await OpenAsync("/admin/users?q=停止");
        var closed = await OpenAsync("/admin/users?q=停止&closed=true");

        Assert.Equal((0, 1), (open.Texts("tbody th").Count, closed.Texts("tbody th").Count));
    }

    [Fact]
    public async Task Get_WithMoreThanAPageOfUsers_ShowsThemPageByPage()
    {
        for (var i = 0; i < Paging.DefaultSize + 1; i++) await host.AddAccountAsync(PortalRole.Viewer, $"大勢 {i:00}");

        var first = await OpenAsync("/admin/users?q=大勢");
        var last = await OpenAsync("/admin/users?q=大勢&p=2");

        Assert.Equal((Paging.DefaultSize, 1), (first.Texts("tbody th").Count, last.Texts("tbody th").Count));
        Assert.Empty(first.Texts("tbody th").Intersect(last.Texts("tbody th")));
        Assert.Equal("/admin/users?q=%E5%A4%A7%E5%8B%A2&p=2", first.Find(".pager a:last-child").GetAttribute("href"));
    }

    private async Task<PortalPage> OpenAsync(string address) => await (await host.SignInAsAsync(PortalRole.Administrator)).OpenAsync(address);
}
