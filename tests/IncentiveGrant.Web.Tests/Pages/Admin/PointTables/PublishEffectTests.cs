using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Admin.PointTables;

/// <summary>What publishing would do to the nation, held against the printed results.</summary>
public sealed class PublishEffectTests(PublishEffectTests.OwnNation host) : IClassFixture<PublishEffectTests.OwnNation>
{
    [Fact]
    public async Task Effect_CountsWhoGainsAndWhoLoses()
    {
        const string Key = "推進/Ⅰ/体制/1";
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var table = (await client.OpenAsync("/admin/point-tables")).Link("令和8年度 評価指標 配点表（市町村分） 第1版");
        var draft = await client.SubmitAsync(await client.OpenAsync(table), "#begin", ("DraftYear", "2026"));
        await client.SubmitAsync(
            await client.OpenAsync($"{draft.Path}/indicator?key={Uri.EscapeDataString(Key)}"), "#indicator",
            ("Input.Cells[0].Points", "5"), ("Input.Cells[1].Points", "3"));

        var page = await client.OpenAsync($"{draft.Path}/publish");

        var changes = PrintedR8.Units.Select(u => (u.Points($"{Key}/ア") > 0 ? 1 : 0) - (u.Points($"{Key}/イ") > 0 ? 1 : 0)).ToList();
        Assert.Equal(
            (changes.Count(c => c > 0), changes.Count(c => c == 0), changes.Count(c => c < 0)),
            (Count(page, "上がる団体"), Count(page, "変わらない団体"), Count(page, "下がる団体")));
        Assert.True(changes.Exists(c => c > 0));
        Assert.Equal(Figures.PointsOneDecimal(PrintedR8.Units.Average(u => u.Total) + (decimal)changes.Average()), page.Row("合計")[4]);
    }

    private static int Count(PortalPage page, string term) =>
        int.Parse(page.Fact(term), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    public sealed class OwnNation : PortalHost
    {
        protected override DatabaseTemplate Template => DatabaseTemplate.Nation;
    }
}
