using IncentiveGrant.Data.Audit;
using IncentiveGrant.Documents.Tests;
using IncentiveGrant.Documents.Tests.Results;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Imports;

/// <summary>Results, taken over from a piece of the R8 sample (30 towns and a union) and from plain tables of prefectures.</summary>
public sealed class ResultsImportTests
{
    // Columns of the piece: H 市町村, O the first cell (推進/Ⅰ/体制/1/ア, 4 points), AQ the subtotal of its group, LX the total.
    private const int Name = 7, FirstCell = 14, Subtotal = 42, Total = 335;
    private const int FirstUnit = 19, LastUnit = 49;

    private readonly TestSheet sheet = SampleWorkbooks.Piece();

    [Fact]
    public async Task Load_OfSoundResults_SavesWhatIsPrintedAndFindsNoDifference()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);

        var outcome = await desk.ResultsAsync(sheet);

        Assert.Equal("取り込みました。令和8年度 市町村分：30団体、公表値と再計算の差異0件。", outcome.Summary);
        var board = await desk.BoardAsync(2026);
        Assert.Equal(TotalsOf(sheet), TotalsOf(board));
        var entry = await desk.LookAsync(db => db.AuditEntries.SingleAsync(e => e.Stream == "results/2026/municipality"));
        Assert.Equal(("test", "結果の取込", "結果.xlsx"), (entry.Actor, entry.Action, entry.Subject));
        Assert.Matches("^[0-9a-f]{64} 30団体 差異0件$", entry.NewValue);
    }

    [Fact]
    public async Task Load_WithAWrongSubtotal_ListsAndKeepsTheDifference()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        sheet[FirstUnit, Subtotal] = 29m; // 28 in the sample

        var outcome = await desk.ResultsAsync(sheet);

        const string difference = "「推進/Ⅰ/体制」の得点は29と公表されていますが、再計算では28です。";
        Assert.Equal("取り込みました。令和8年度 市町村分：30団体、公表値と再計算の差異1件。", outcome.Summary);
        Assert.Single(outcome.Messages, m => m.ToString() == $"シート「全国集計（市町村）」19行目 AQ列「（ⅰ）小計」：{difference}");
        Assert.Equal(1, await desk.LookAsync(db => db.ResultSets.Select(s => s.DifferenceCount).SingleAsync()));
        Assert.Single(await desk.LookAsync(db => db.ImportFindings.Where(f => f.Text == difference).ToListAsync()));
        var board = await desk.BoardAsync(2026);
        var level = board.Table.FindLevel(LevelKey.Parse("推進/Ⅰ/体制"))!;
        Assert.Equal(28m, board.Score(RowOf(board, sheet, FirstUnit), level).Complete); // recomputed, not what is printed
    }

    [Fact]
    public async Task Load_OfTheSameFileAgain_CountsEveryUnitOnceAndRaisesTheBoard()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        await desk.ResultsAsync(sheet);
        var before = await desk.BoardAsync(2026);

        await desk.ResultsAsync(sheet);

        var after = await desk.BoardAsync(2026);
        Assert.Equal(30, after.Statistics(after.Table.Total).Count);
        Assert.Equal(TotalsOf(before), TotalsOf(after));
        Assert.Equal(2, await desk.LookAsync(db => db.BoardVersions.Select(v => v.Version).SingleAsync()));
        Assert.Equal(1, await desk.LookAsync(db => db.PointTables.CountAsync()));
        Assert.Equal(1741, await desk.LookAsync(db => db.Municipalities.CountAsync()));
        Assert.Empty(await desk.LookAsync(db => AuditTrail.VerifyAsync(db, [], CancellationToken.None)));
    }

    [Fact]
    public async Task Load_OfCorrectedResults_TakesThePlaceOfTheOld()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        await desk.ResultsAsync(sheet);
        var before = await desk.BoardAsync(2026);
        var printed = (decimal)sheet[FirstUnit, FirstCell]!;
        sheet[FirstUnit, FirstCell] = 4m - printed; // 4 points or none
        var half = sheet.Moved(row => row is >= FirstUnit and < LastUnit && row % 2 == 0 ? null : row, column => column);

        await desk.ResultsAsync(half);

        var after = await desk.BoardAsync(2026);
        Assert.Equal(15, after.Statistics(after.Table.Total).Count);
        Assert.Equal(
            before.Score(RowOf(before, sheet, FirstUnit), before.Table.Total).Complete + 4m - (2 * printed),
            after.Score(RowOf(after, sheet, FirstUnit), after.Table.Total).Complete);
    }

    [Fact]
    public async Task Load_AsADryRun_TellsWhatWouldBeAndSavesNothing()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var before = await desk.CountsAsync();

        var outcome = await desk.ResultsAsync(sheet, SampleFiles.Request(isDryRun: true, createMissing: true));

        Assert.Equal("取り込むと、次のとおりになります（まだ取り込んでいません）。令和8年度 市町村分：30団体、公表値と再計算の差異0件、新しく登録する団体31。", outcome.Summary);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_OfUnknownUnits_IsRefusedAndNamesThem()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        var before = await desk.CountsAsync();
        sheet[FirstUnit, Name] = "どこにもない町";

        var outcome = await desk.ResultsAsync(sheet);

        Assert.True(outcome.IsRefused);
        Assert.StartsWith("登録のない団体が1あります（どこにもない町）。", outcome.Messages[^1].Text, StringComparison.Ordinal);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_OfR7IntoAnEmptyPortal_CreatesTheNationAndATableFromTheFile()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        await using var file = File.OpenRead(SampleWorkbooks.PathOf(SampleFiles.R7));

        var outcome = await desk.ResultsAsync(file, SampleFiles.R7, SampleFiles.Request(createMissing: true));

        Assert.Equal("取り込みました。令和7年度 市町村分：1741団体、公表値と再計算の差異0件、新しく登録する団体1779。", outcome.Summary);
        Assert.Contains(outcome.Messages, m => m.Text == "令和7年度の配点表（市町村分）が未登録のため、ファイルの見出しと配点の行から作成します。");
        Assert.Equal((1741, 38), await desk.LookAsync(async db => (await db.Municipalities.CountAsync(), await db.WideAreaUnions.CountAsync())));
        Assert.Equal((PointTableOrigin.ResultsFile, 1, 800m), await desk.LookAsync(async db =>
        {
            var table = await db.PointTables.SingleAsync();
            return (table.Origin, table.Edition, table.MaxPoints);
        }));
        var board = await desk.BoardAsync(2025);
        Assert.Equal((1741, 760_303m), (board.Statistics(board.Table.Total).Count, board.Statistics(board.Table.Total).Sum)); // row 全国合計
    }

    [Fact]
    public async Task Load_OfAYearWithoutATableTwice_KeepsOneEdition()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        await desk.ResultsAsync(sheet, SampleFiles.Request(createMissing: true));

        var again = await desk.ResultsAsync(sheet);

        Assert.False(again.IsRefused);
        Assert.Equal(1, await desk.LookAsync(db => db.PointTables.CountAsync()));
        Assert.Equal(31, await desk.LookAsync(db => db.Jurisdictions.CountAsync(j => j.Id > 47)));
    }

    [Fact]
    public async Task Load_OfPrefectures_SavesBothYearsWithTheYearBefore()
    {
        // reference/README.md: national mean 528.8 of R7; one prefecture placed 22nd, before 13th.
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        await using var file = File.OpenRead(SampleWorkbooks.PathOf(SampleFiles.PrefectureResults));

        var outcome = await desk.ResultsAsync(file, SampleFiles.PrefectureResults);

        Assert.Equal("取り込みました。令和7年度 都道府県分：47団体、公表値と再計算の差異0件。 令和8年度 都道府県分：47団体、公表値と再計算の差異0件。", outcome.Summary);
        var board = await desk.BoardAsync(2025, Audience.Prefecture);
        Assert.Equal(528.8m, ScoreRate.OneDecimal(board.Statistics(board.Table.Total).Mean!.Value));
        var miyagi = board.Jurisdictions.Index().Single(j => j.Item.Name == "宮城県").Index;
        Assert.Equal((22, 13), (board.Standing(miyagi, board.Table.Total, PoolKind.Nation)!.Value.Rank, board.Previous(miyagi).Rank));
        Assert.Equal(47, (await desk.BoardAsync(2026, Audience.Prefecture)).Jurisdictions.Count);
    }

    [Fact]
    public async Task Load_OfPrefecturesAsXlsx_SavesTheirScores()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var table = new TestSheet("結果")
            .Row(1, "令和８年度 都道府県分").Row(3, "都道府県名", "推進交付金", "支援交付金", "合計", "順位")
            .Row(4, "宮城県", "２７０", 260, 530, 1).Row(5, "秋田県", 200, 200, 400, 2);

        var outcome = await desk.ResultsAsync(table);

        Assert.False(outcome.IsRefused, string.Join('\n', outcome.Messages));
        var board = await desk.BoardAsync(2026, Audience.Prefecture);
        Assert.Equal(
            [("宮城県", 530m, 1), ("秋田県", 400m, 2)],
            board.Jurisdictions.Select((j, row) => (
                j.Name, board.Score(row, board.Table.Total).Complete!.Value, board.Standing(row, board.Table.Total, PoolKind.Nation)!.Value.Rank)));
    }

    [Theory]
    [InlineData(2025, "ファイルは令和8年度の結果です。指定した年度（令和7年度）と違います。年度の指定かファイルを確かめてください。")]
    [InlineData(2027, "ファイルは令和8年度の結果です。指定した年度（令和9年度）と違います。年度の指定かファイルを確かめてください。")]
    public async Task Load_ForAnotherYearThanTheFiles_IsRefused(int year, string expected)
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.NationMaster);
        var before = await desk.CountsAsync();

        var outcome = await desk.ResultsAsync(sheet, SampleFiles.Request(new FiscalYear(year)));

        Assert.Equal((true, expected), (outcome.IsRefused, outcome.Messages[^1].Text));
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_OfAFileWithoutAYear_AsksForItAndTakesTheOneGiven()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        const string csv = "都道府県,合計\n宮城県,500\n";

        var unasked = await desk.ResultsAsync(csv);
        var asked = await desk.ResultsAsync(csv, SampleFiles.Request(new FiscalYear(2027)));

        Assert.True(unasked.IsRefused);
        Assert.StartsWith("ファイルに年度がありません。評価年度を指定して取り込んでください", unasked.Messages[^1].Text, StringComparison.Ordinal);
        Assert.False(asked.IsRefused, string.Join('\n', asked.Messages));
        Assert.Single((await desk.BoardAsync(2027, Audience.Prefecture)).Jurisdictions);
    }

    [Fact]
    public async Task Load_OfOneYearOfAFileOfTwo_LeavesTheOther()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);

        await desk.ResultsAsync("年度,都道府県,合計\n2025,宮城県,500\n2026,宮城県,510\n", SampleFiles.Request(new FiscalYear(2026)));

        Assert.Equal([2026], await desk.LookAsync(db => db.ResultSets.Select(s => s.FiscalYear.Value).ToListAsync()));
    }

    [Fact]
    public async Task Load_WhoseSecondYearIsRefused_SavesNeither()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var before = await desk.CountsAsync();

        var outcome = await desk.ResultsAsync("年度,都道府県,合計\n2025,宮城県,500\n2026,宮城県,510\n2026,宮城県,520\n");

        Assert.True(outcome.IsRefused);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Load_OfAFileWithAVeryLongName_IsTakenOver()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var name = new string('a', 250) + ".csv";

        var outcome = await desk.ResultsAsync(new MemoryStream("年度,都道府県,合計\n2026,宮城県,500\n"u8.ToArray()), name);

        Assert.False(outcome.IsRefused);
        Assert.StartsWith("aaa", await desk.LookAsync(db => db.ResultSets.Select(s => s.SourceName).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_CancelledAfterTheFirstYear_LeavesTheDatabaseAsItWas()
    {
        using var cancel = new CancellationTokenSource();
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated, new CancellingClock(cancel, readings: 2)); // read once a year's results
        var before = await desk.CountsAsync();
        await using var file = File.OpenRead(SampleWorkbooks.PathOf(SampleFiles.PrefectureResults));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.ResultsAsync(file, SampleFiles.PrefectureResults, null, cancel.Token));

        Assert.Equal(before, await desk.CountsAsync());
    }

    private static IEnumerable<(string Name, decimal Total)> TotalsOf(ScoreBoard board) =>
        board.Jurisdictions.Select((unit, row) => (unit.Name, board.Score(row, board.Table.Total).Complete!.Value))
            .OrderBy(u => u.Name, StringComparer.Ordinal);

    private static IEnumerable<(string Name, decimal Total)> TotalsOf(TestSheet sheet) =>
        Enumerable.Range(FirstUnit, LastUnit - FirstUnit).Select(row => ((string)sheet[row, Name]!, (decimal)sheet[row, Total]!))
            .OrderBy(u => u.Item1, StringComparer.Ordinal);

    private static int RowOf(ScoreBoard board, TestSheet sheet, int row) =>
        board.Jurisdictions.Index().Single(unit => unit.Item.Name == (string)sheet[row, Name]!).Index;

    /// <summary>Somebody stops the import when its clock has been read so often.</summary>
    private sealed class CancellingClock(CancellationTokenSource cancel, int readings) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow()
        {
            if (--readings == 0) cancel.Cancel();
            return new DateTimeOffset(2026, 10, 16, 1, 0, 0, TimeSpan.Zero);
        }
    }
}
