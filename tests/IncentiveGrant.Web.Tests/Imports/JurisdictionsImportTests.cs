using IncentiveGrant.Data.Audit;
using IncentiveGrant.Documents.Tests.Results;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Imports;

/// <summary>団体マスタ. The town of these tests is one of the sample's in 宮城県, a member of a union.</summary>
public sealed class JurisdictionsImportTests
{
    private const string Headings = "団体コード,種別,都道府県,名称,かな,保険者番号,第1号被保険者数,人口,過疎,広域連合\n";

    private static readonly Lazy<string> Sample = new(() => File.ReadAllText(SampleWorkbooks.PathOf(SampleFiles.Jurisdictions)));

    [Fact]
    public async Task Load_OfTheSample_BringsEveryMunicipalityAndUnion()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);

        var outcome = await desk.JurisdictionsAsync(Sample.Value);

        Assert.Equal("取り込みました。新規1779団体、変更0団体、令和8年度の人口・被保険者数など1741団体。", outcome.Summary);
        Assert.Equal((47, 1741, 38), await desk.LookAsync(async db => (
            await db.Jurisdictions.OfType<Prefecture>().CountAsync(), await db.Municipalities.CountAsync(), await db.WideAreaUnions.CountAsync())));
        Assert.Equal(205, await desk.LookAsync(db => db.Municipalities.CountAsync(m => m.UnionId != null)));
        Assert.Equal(205, await desk.LookAsync(db => db.Municipalities.CountAsync(m => m.InsurerNumber == null)));
        Assert.True(await desk.LookAsync(async db => (await db.Municipalities.ToListAsync()).TrueForAll(m => m.Code is not null)));
    }

    [Fact]
    public async Task Load_OfTheSameFileAgain_ChangesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        var before = await desk.CountsAsync();

        var outcome = await desk.JurisdictionsAsync(Sample.Value);

        Assert.Equal((false, "登録済みの内容と同じです。変更はありません。"), (outcome.IsRefused, outcome.Summary));
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_WithOtherNameNumberAndFigures_ChangesTheMunicipalityAndSaysSoInTheAudit()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        var before = await TownAsync(desk);

        var outcome = await desk.JurisdictionsAsync($"{Headings}{NationHost.TownCode},市町村,宮城県,改名町,かいめいちょう,049999,9999,30000,×,\n");

        Assert.Equal("取り込みました。新規0団体、変更1団体、令和8年度の人口・被保険者数など1団体。", outcome.Summary);
        var after = await TownAsync(desk);
        Assert.Equal((before.Id, "改名町", "かいめいちょう", "049999", null), (after.Id, after.Name, after.Kana, after.InsurerNumber, after.UnionId));
        var profile = await desk.LookAsync(db => db.MunicipalityProfiles.SingleAsync(p => p.MunicipalityId == after.Id));
        Assert.Equal((9999, 30000, false, InsuredBand.Under10000), (profile.InsuredCount, profile.Population, profile.IsDepopulated, profile.Band));
        Assert.Equal(1741, await desk.LookAsync(db => db.Municipalities.CountAsync()));
        var entry = await desk.LookAsync(db => db.AuditEntries.OrderBy(e => e.Sequence).LastAsync(e => e.Stream == AuditTrail.JurisdictionsStream));
        Assert.Equal(("test", "団体マスタの取込", "新規0 変更1 令和8年度の指標1"), (entry.Actor, entry.Action, entry.NewValue));
        Assert.Matches("^団体.csv [0-9a-f]{64}$", entry.Subject);
        Assert.Empty(await desk.LookAsync(db => AuditTrail.VerifyAsync(db, [], CancellationToken.None)));
    }

    [Fact]
    public async Task Load_OfFiguresOfAnotherYear_KeepsThoseOfTheFirst()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        var town = await TownAsync(desk);

        await desk.JurisdictionsAsync(
            $"{Headings}{NationHost.TownCode},市町村,宮城県,{NationHost.Town},,,1234,,,\n", SampleFiles.Request(new FiscalYear(2027)));

        var profiles = await desk.LookAsync(db => db.MunicipalityProfiles.Where(p => p.MunicipalityId == town.Id).OrderBy(p => p.FiscalYear).ToListAsync());
        Assert.Equal([2026, 2027], profiles.Select(p => p.FiscalYear.Value));
        Assert.Equal((1234, InsuredBand.Under3000), (profiles[1].InsuredCount, profiles[1].Band));
        Assert.NotEqual(1234, profiles[0].InsuredCount);
    }

    [Fact]
    public async Task Load_OfAChange_RaisesTheVersionOfEveryBoard()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        await desk.ResultsAsync("年度,都道府県,合計\n2025,宮城県,500\n2026,宮城県,510\n");

        await desk.JurisdictionsAsync($"{Headings}{NationHost.TownCode},市町村,宮城県,改名町,,,,,,\n");

        Assert.Equal<long>([2, 2], await desk.LookAsync(db => db.BoardVersions.Select(v => v.Version).ToListAsync()));
    }

    [Fact]
    public async Task Load_AsADryRun_TellsTheChangesAndMakesNone()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        var before = await desk.CountsAsync();

        var outcome = await desk.JurisdictionsAsync(
            $"{Headings}{NationHost.TownCode},市町村,宮城県,改名町,,,1,,,\n049913,市町村,宮城県,新設町,,,1,,,\n", SampleFiles.Request(SampleFiles.Year, isDryRun: true));

        Assert.Equal("取り込むと、新規1団体、変更1団体、令和8年度の人口・被保険者数など2団体です（まだ取り込んでいません）。", outcome.Summary);
        Assert.Equal(before, await desk.CountsAsync());
        Assert.Equal(NationHost.Town, (await TownAsync(desk)).Name);
    }

    [Theory]
    [InlineData("043215,市町村,宮城県,大河原町,,,,,,\n", "2行目 1列「団体コード」：「043215」は検査数字（6桁目）が合いません。")]
    [InlineData("049913,市町村,宮城県,新設町,,,,,,\n043215,市町村,宮城県,大河原町,,,,,,\n", "3行目 1列「団体コード」：「043215」は検査数字（6桁目）が合いません。")]
    [InlineData("049913,市町村,宮城県," + NationHost.Town + ",,,,,,\n", "2行目：「" + NationHost.Town + "」は団体コード " + NationHost.TownCode + " で登録済みです。")]
    public async Task Load_WithAFault_NamesItsLineAndTakesNothingOver(string rows, string expected)
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        var before = await desk.CountsAsync();

        var outcome = await desk.JurisdictionsAsync(Headings + rows);

        Assert.Equal((true, "取り込みませんでした。データは変わっていません。"), (outcome.IsRefused, outcome.Summary));
        Assert.StartsWith(expected, Assert.Single(outcome.Messages).ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_AfterResultsThatCreatedTheMunicipalities_GivesThemTheirCodes()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        Assert.False((await desk.ResultsAsync(SampleWorkbooks.Piece(), SampleFiles.Request(createMissing: true))).IsRefused);
        Assert.Equal((30, 1), await desk.LookAsync(async db => (await db.Municipalities.CountAsync(), await db.WideAreaUnions.CountAsync())));

        var outcome = await desk.JurisdictionsAsync(Sample.Value);

        Assert.StartsWith("取り込みました。新規1748団体、変更31団体、", outcome.Summary, StringComparison.Ordinal);
        Assert.Equal((1741, 38), await desk.LookAsync(async db => (await db.Municipalities.CountAsync(), await db.WideAreaUnions.CountAsync())));
        Assert.All((await desk.BoardAsync(2026)).Jurisdictions, unit => Assert.Matches("^[0-9]{6}$", unit.Key));
    }

    private static Task<Municipality> TownAsync(ImportDesk desk)
    {
        var code = JurisdictionCode.Parse(NationHost.TownCode);
        return desk.LookAsync(db => db.Municipalities.SingleAsync(m => m.Code == code));
    }
}
