using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Municipalities;

/// <summary>A municipality's result as a file.</summary>
[Collection(nameof(NationHost))]
public sealed class ProfileTakeAwayTests(NationHost host)
{
    private const string Profile = $"/municipalities/{NationHost.TownCode}/2026";

    private static readonly PrintedUnit Town = PrintedR8.Of(NationHost.TownCode);

    [Fact]
    public async Task Xlsx_HoldsLevelsIndicatorsAndSubItemsUnderHeadsThatStay()
    {
        var file = await TakeAsync(Profile);

        Assert.Equal("令和8年度_宮城見本005町_評価結果.xlsx", file.Name);
        var sheets = file.Sheets();
        Assert.Equal(["階層別", "指標別", "枝番別"], sheets.Keys);
        Assert.Equal((48, 267), (Table(sheets["指標別"], "指標群").Count, Table(sheets["枝番別"], "指標群").Count));
        Assert.Equal(["B4", "C4", "C4"], file.FirstScrollingCells());
        Assert.Equal("宮城県 宮城見本005町　令和8年度（2026）評価結果　階層別", sheets["階層別"][0][0]);
        Assert.StartsWith("全国 1,375位／1,741　宮城県 32位／35　区分2（3千〜1万人） 409位／535", (string)sheets["階層別"][1][0]!, StringComparison.Ordinal);
        Assert.All(sheets.Values, sheet =>
            Assert.Contains(sheet, row => row[0] is string note && note.StartsWith("出典：厚生労働省公表値（確定）", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Xlsx_HoldsNumbersAsNumbers()
    {
        var sheets = (await TakeAsync(Profile)).Sheets();

        var total = Table(sheets["階層別"], "階層").Single(row => row[0] as string == "合計");
        var mean = PrintedR8.Statistic(FigureKind.Mean, "合計");
        Assert.Equal([800d, (double)Town.Total], total.Skip(1).Take(2));
        Assert.Equal((double)ScoreRate.OneDecimal(Town.Total * 100 / 800) / 100, (double)total[3]!, 1e-9);
        Assert.Equal((double)ScoreRate.OneDecimal(mean), (double)total[4]!, 1e-9);
        Assert.Equal((double)ScoreRate.OneDecimal(Town.Total - mean), (double)total[5]!, 1e-9);
        Assert.Equal([(double)Town.Rank, 32d, 409d, (double)Town.PreviousTotal!.Value, (double)(Town.Total - Town.PreviousTotal.Value)], total.Skip(7));
        var cells = Table(sheets["枝番別"], "指標群");
        Assert.All(cells, row => Assert.All((int[])[4, 5, 7, 8], column => Assert.IsType<double>(row[column])));
        Assert.Equal(
            PrintedR8.Keys.Where(k => k.IsCell && k.Parent!.ToString() == "支援/Ⅱ/体制/1")
                .Select(k => (k.Cell, (double)Town.Points(k.ToString()), Town.PointsBefore(k.ToString()) is { } before ? (object)(double)before : "—")),
            cells.Where(row => row[0] as string == "支援Ⅱ 体制1").Select(row => ((string?)row[1], (double)row[5]!, row[9]!)));
    }

    [Fact]
    public async Task Xlsx_OfTheFirstLoadedYear_HasDashesForWhatIsNotKnownAndSaysSo()
    {
        var sheets = (await TakeAsync($"/municipalities/{NationHost.TownCode}/2025")).Sheets();

        var levels = Table(sheets["階層別"], "階層");
        Assert.Equal([348d, -3d], levels.Single(row => row[0] as string == "合計").Skip(10)); // the file's own column
        Assert.All(levels.Where(row => row[0] as string != "合計"), row => Assert.Equal(["—", "—"], row.Skip(10)));
        Assert.All(Table(sheets["枝番別"], "指標群"), row => Assert.Equal(("設問文は未登録", "—"), (row[3], row[9])));
        Assert.Contains(sheets["階層別"], row => row[0] is string note && note.StartsWith("「—」は、まだ分からない値です（0点ではありません）。", StringComparison.Ordinal));
    }

    /// <summary>The rows below the one with the headings, down to the first empty one.</summary>
    private static List<object?[]> Table(IReadOnlyList<object?[]> sheet, string firstHeading) =>
        [.. sheet.SkipWhile(row => row[0] as string != firstHeading).Skip(1).TakeWhile(row => row[0] is not null)];

    private async Task<TakenFile> TakeAsync(string profile)
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        return await client.TakeAsync((await client.OpenAsync(profile)).Link("Excel"));
    }
}
