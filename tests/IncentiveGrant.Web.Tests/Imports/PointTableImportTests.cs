using IncentiveGrant.Data.Audit;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Documents.Tests;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Imports;

/// <summary>配点表: the shipped table, and copies of it that somebody has changed.</summary>
public sealed class PointTableImportTests
{
    [Fact]
    public async Task Load_OfTheShippedTable_PublishesIt()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);

        var outcome = await desk.PointTableAsync(Shipped().ToStream());

        Assert.Equal("取り込み、公開しました。令和8年度 市町村分 第1版：満点800点、48指標、267枝番。", outcome.Summary);
        var saved = await desk.LookAsync(db => PointTableStore.FindPublishedAsync(db, SampleFiles.Year, Audience.Municipality, CancellationToken.None));
        var table = CompiledTable.Of(saved!);
        Assert.Equal((800m, 400m, 400m), (saved!.MaxPoints, saved.PromotionMaxPoints, saved.EffortSupportMaxPoints));
        Assert.Equal(267, table.Cells.Count);
        Assert.Equal([2026], await desk.LookAsync(db => db.Years.Select(y => y.FiscalYear.Value).ToListAsync()));
        Assert.Equal("配点表の公開",
            await desk.LookAsync(db => db.AuditEntries.Where(e => e.Stream == "point-table/2026/municipality").Select(e => e.Action).SingleAsync()));
    }

    [Fact]
    public async Task Load_OfTheSameTableAgain_ChangesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        var before = await desk.CountsAsync();

        var outcome = await desk.PointTableAsync(Shipped().ToStream());

        Assert.StartsWith("登録済みの版と同じ内容です。変更はありません（令和8年度 市町村分 第1版：", outcome.Summary, StringComparison.Ordinal);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_OfAChangedTable_PublishesANewEditionAndKeepsTheOld()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        var changed = Shipped();
        (changed["配点表"][2, "設問文"], changed["配点表"][2, "設問文の出典"]) = ("新しい設問文", "公表");

        var outcome = await desk.PointTableAsync(changed.ToStream());

        Assert.Contains("第2版", outcome.Summary, StringComparison.Ordinal);
        Assert.Equal([1, 2], await desk.LookAsync(db => db.PointTables.OrderBy(t => t.Edition).Select(t => t.Edition).ToListAsync()));
        var published = await desk.LookAsync(db => PointTableStore.FindPublishedAsync(db, SampleFiles.Year, Audience.Municipality, CancellationToken.None));
        Assert.Equal("新しい設問文", published!.Goals[0].Groups[0].Indicators[0].SubItems[0].Text);
        Assert.Empty(await desk.LookAsync(db => AuditTrail.VerifyAsync(db, [], CancellationToken.None)));
    }

    [Fact]
    public async Task Load_AsADryRun_TellsWhatWouldBePublishedAndSavesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var before = await desk.CountsAsync();

        var outcome = await desk.PointTableAsync(Shipped().ToStream(), request: SampleFiles.Request(isDryRun: true));

        Assert.StartsWith("取り込むと公開されます（まだ取り込んでいません）。令和8年度 市町村分 第1版：満点800点", outcome.Summary, StringComparison.Ordinal);
        Assert.Equal(before, await desk.CountsAsync());
    }

    public static TheoryData<string, Action<TestWorkbook>, string> Faults() => new()
    {
        { "cells that do not add up", w => w["配点表"][2, "配点"] = 5m, "シート「配点表」2行目 H列「指標満点」：枝番の配点の合計は17点ですが、指標満点は16点です。" },
        { "a wrong allotment", w => w["配点の内訳"][2, "体制・取組"] = 65m, "シート「配点の内訳」2行目 D列「体制・取組」：指標満点の合計は64点ですが、指標群の配点は65点です。" },
        { "text for points", w => w["配点表"][40, "配点"] = "四点", "シート「配点表」40行目 G列「配点」：数値ではありません（「四点」）。" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Load_WithAFault_NamesSheetRowAndColumnAndSavesNothing(string what, Action<TestWorkbook> breaking, string expected)
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var before = await desk.CountsAsync();
        var workbook = Shipped();
        breaking(workbook);

        var outcome = await desk.PointTableAsync(workbook.ToStream());

        Assert.True(outcome.IsRefused, what);
        Assert.Contains(outcome.Messages, m => m.ToString().StartsWith(expected, StringComparison.Ordinal));
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_ForAnotherYearThanTheFiles_IsRefused()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);

        var outcome = await desk.PointTableAsync(Shipped().ToStream(), request: SampleFiles.Request(new FiscalYear(2027)));

        Assert.Equal("ファイルは令和8年度の配点表です。指定した年度（令和9年度）と違います。年度の指定かファイルを確かめてください。", Assert.Single(outcome.Messages).Text);
        Assert.Equal(0, await desk.LookAsync(db => db.PointTables.CountAsync()));
    }

    private static TestWorkbook Shipped()
    {
        using var file = File.OpenRead(SampleFiles.PointTablePath);
        return TestWorkbook.CopyOf(file);
    }
}
