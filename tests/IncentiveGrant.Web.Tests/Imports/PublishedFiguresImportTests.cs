using IncentiveGrant.Data.Audit;
using IncentiveGrant.Data.Publications;
using IncentiveGrant.Domain.Publications;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.TestData;
using IncentiveGrant.Web.Imports;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Imports;

/// <summary>公表値: the figures that two prefectures have published, and files with faults.</summary>
public sealed class PublishedFiguresImportTests
{
    private const string Yamaguchi = "published-yamaguchi-r2-r3.csv";
    private const string Header = "出典,年度,対象,団体・集合,母数,階層,種別,値,印字\n";

    [Fact]
    public async Task Load_KeepsEachFigureAsItIsPrinted()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);

        var outcome = await LoadAsync(desk, Yamaguchi);

        Assert.Equal("取り込みました。公表値142件（1資料）、計算と合わないもの4件。", outcome.Summary);
        Assert.Equal("55行目：R2 全国の「Ⅱ計」の平均点は1386と公表されていますが、Ⅱ(1)からⅡ(9)までの合計は1,380です。", outcome.Messages[0].ToString());
        var figures = Assert.Single(await desk.LookAsync(db => PublicationStore.NewestAsync(db, CancellationToken.None))).Figures;
        var mean = figures.Single(f => f is { FiscalYear.Value: 2020, Level: "うち推進交付金", Kind: PublishedFigureKind.Mean });
        Assert.Equal((1352m, "1352.0", "全国", 47, "合計", "交付金別"), (mean.Value, mean.Printed, mean.Pool, mean.PoolSize, mean.PartOf, mean.Breakdown));
    }

    [Fact]
    public async Task Load_IsOneRowOfTheAudit()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);

        await LoadAsync(desk, Yamaguchi);

        var entry = Assert.Single(await desk.LookAsync(db => db.AuditEntries.ToListAsync()));
        var hash = await desk.LookAsync(db => db.Publications.Select(p => p.SourceHash).SingleAsync());
        Assert.Equal(("published-figures", "公表値の取込", Yamaguchi, null, $"{hash} 1資料 142件"),
            (entry.Stream, entry.Action, entry.Subject, entry.OldValue, entry.NewValue));
        Assert.Empty(await desk.LookAsync(db => AuditTrail.VerifyAsync(db, [], CancellationToken.None)));
    }

    [Fact]
    public async Task Load_OfTheSameFileAgain_ChangesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        await LoadAsync(desk, Yamaguchi);
        var before = await desk.CountsAsync();

        var outcome = await LoadAsync(desk, Yamaguchi);

        Assert.StartsWith("登録済みのファイルと同じです。変更はありません", outcome.Summary, StringComparison.Ordinal);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_OfACorrectedDocument_UsesTheNewestAndKeepsTheOld()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        await desk.PublishedFiguresAsync(Header + "資料A,令和7年度,市町村分,全国,1741,合計,平均点,435.0,435.0\n資料B,令和7年度,市町村分,全国,1741,推進,平均点,210,\n");

        await desk.PublishedFiguresAsync(Header + "資料A,令和7年度,市町村分,全国,1741,合計,平均点,436.0,436.0\n");

        var newest = await desk.LookAsync(db => PublicationStore.NewestAsync(db, CancellationToken.None));
        Assert.Equal([("資料A", "436.0"), ("資料B", "210")], newest.Select(p => (p.Document, Assert.Single(p.Figures).Printed)));
        Assert.Equal(3, await desk.LookAsync(db => db.Publications.CountAsync()));
    }

    [Fact]
    public async Task Load_AsADryRun_TellsWhatItWouldDoAndSavesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var before = await desk.CountsAsync();

        var outcome = await LoadAsync(desk, "published-miyagi-r7-r8.csv", isDryRun: true);

        Assert.Equal("取り込むと、公表値84件（1資料）、計算と合わないもの1件です（まだ取り込んでいません）。", outcome.Summary);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_WithAFault_SavesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var before = await desk.CountsAsync();

        var outcome = await desk.PublishedFiguresAsync(Header + "資料,令和7年度,市町村分,全国,1741,合計,平均点,435.0,436.0\n");

        Assert.True(outcome.IsRefused);
        Assert.StartsWith("2行目 8列「値」：値は435ですが、印字「436.0」は436と読めます。", Assert.Single(outcome.Messages).ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_ForAnotherYearThanTheFiles_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);

        var outcome = await desk.PublishedFiguresAsync(
            Header + "資料,令和7年度,市町村分,全国,1741,合計,平均点,435.0,435.0\n", SampleFiles.Request(new FiscalYear(2026)));

        Assert.Equal(
            "2行目：令和7年度の公表値です。指定した年度（令和8年度）と違います。年度の指定かファイルを確かめてください。", Assert.Single(outcome.Messages).ToString());
        Assert.Equal(0, await desk.LookAsync(db => db.Publications.CountAsync()));
    }

    private static async Task<ImportOutcome> LoadAsync(ImportDesk desk, string name, bool isDryRun = false)
    {
        using var file = new MemoryStream(await File.ReadAllBytesAsync(ReferenceData.PathOf(name)));
        return await desk.PublishedFiguresAsync(file, name, SampleFiles.Request(isDryRun: isDryRun));
    }
}
