using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Admin.Reconciliation;

/// <summary>公表値の突合: the list, its filters and the file.</summary>
public sealed class IndexTests(ReconciliationHost host) : IClassFixture<ReconciliationHost>
{
    private const string Differences = "差異の表";

    [Fact]
    public async Task Get_ListsEachDifferenceWithBothValuesAndALikelyCause()
    {
        var page = await OpenAsync("/admin/reconciliation");

        var rows = page.Table(Differences);
        Assert.Equal(6, rows.Count);
        Assert.Equal(
            (ReconciliationHost.Results, "+1", "内訳の得点を足した値より大きく印字されています。内訳の得点か小計のどちらかが、あとで直されている可能性があります。"),
            (rows[0]["出典"], rows[0]["差"], rows[0]["考えられる理由・確認のメモ"]));
        Assert.Equal((ReconciliationHost.Report, "1"), (rows[1]["出典"], rows[1]["公表値"]));
        Assert.Equal(
            ["全国 Ⅱ計 平均点（Ⅱ(1)からⅡ(9)までの合計） 令和3年度 都道府県分", "1426.9", "1,420.6", "+6.3"],
            new[] { "公表値の内容", "公表値", "再計算値", "差" }.Select(column => rows[2][column]));
    }

    [Fact]
    public async Task Get_CountsWhatEachSourcePrints()
    {
        var page = await OpenAsync("/admin/reconciliation?year=2020");

        Assert.Equal([ReconciliationHost.Yamaguchi, "35", "2", "0"], page.Row(ReconciliationHost.Yamaguchi)); // 9 sums and 26 rates
        Assert.Equal(2, page.Table(Differences).Count);
    }

    [Fact]
    public async Task Get_OfASource_ListsOnlyItsFigures()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        var page = await client.SubmitAsync(
            await client.OpenAsync("/admin/reconciliation"), "form.filters", ("source", ReconciliationHost.Report), ("year", "2026"));

        Assert.Equal(["1"], page.Table(Differences).Select(r => r["公表値"]));
    }

    [Fact]
    public async Task Get_OfWhatAgrees_ListsIt()
    {
        var page = await OpenAsync($"/admin/reconciliation?year=2026&source={ReconciliationHost.Report}&show=agreeing");

        Assert.Equal([("800", "800")], page.Table("一致した公表値の表").Select(r => (r["公表値"], r["再計算値"])));
    }

    [Fact]
    public async Task Xlsx_HoldsEveryComparedFigure()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        var file = await client.TakeAsync("/admin/reconciliation/xlsx?year=2021");

        Assert.Equal("令和3年度_公表値の突合.xlsx", file.Name);
        var rows = file.Sheets()["公表値の突合"].SkipWhile(r => r[0] as string != "判定").Skip(1).TakeWhile(r => r[1] is not null).ToList();
        Assert.Equal(["差異", "差異", .. Enumerable.Repeat("一致", 33)], rows.Select(r => r[0]));
        Assert.Equal(["Ⅱ計", "1426.9", 1426.9, 1420.6, 6.3], [rows[0][5], .. rows[0][7..11]]);
    }

    [Fact]
    public async Task Home_OfTheAdministrator_LeadsHere()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        var page = await client.OpenAsync("/");

        Assert.Equal("/admin/reconciliation", page.Link("突合"));
    }

    private async Task<PortalPage> OpenAsync(string address) => await (await host.SignInAsAsync(PortalRole.Administrator)).OpenAsync(address);
}
