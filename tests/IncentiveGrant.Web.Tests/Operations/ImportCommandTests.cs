using IncentiveGrant.Documents.Tests;
using IncentiveGrant.Documents.Tests.Results;
using IncentiveGrant.Web.Tests.Hosting;
using IncentiveGrant.Web.Tests.Imports;
using IncentiveGrant.Web.Tests.Infrastructure.StartUp;

namespace IncentiveGrant.Web.Tests.Operations;

/// <summary>
/// import, as a program of its own: what the person at the console sees. What files may hold is tested beside the importers
/// (<see cref="ResultsImportTests"/> and its neighbours).
/// </summary>
public sealed class ImportCommandTests
{
    private const int FirstUnit = 19, FirstCell = 14; // O19 in the piece of a results sheet

    [Fact]
    public async Task Import_OfTheShippedFiles_FillsAnEmptyPortal()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var before = await desk.CountsAsync();

        var dryRun = await RunAsync(desk, "jurisdictions", SampleWorkbooks.PathOf(SampleFiles.Jurisdictions), "--year", "令和8年度", "--dry-run");
        var untouched = await desk.CountsAsync();
        var jurisdictions = await RunAsync(desk, "jurisdictions", SampleWorkbooks.PathOf(SampleFiles.Jurisdictions), "--year", "2026");
        var table = await RunAsync(desk, "point-table", SampleFiles.PointTablePath);
        var results = await RunAsync(desk, "results", SampleWorkbooks.PathOf(SampleFiles.R8));

        Assert.Equal(before, untouched);
        Assert.Equal(
        [
            (0, "", "取り込むと、新規1779団体、変更0団体、令和8年度の人口・被保険者数など1741団体です（まだ取り込んでいません）。\n"),
            (0, "", "取り込みました。新規1779団体、変更0団体、令和8年度の人口・被保険者数など1741団体。\n"),
            (0, "", "取り込み、公開しました。令和8年度 市町村分 第1版：満点800点、48指標、267枝番。\n"),
            (0, "", "取り込みました。令和8年度 市町村分：1741団体、公表値と再計算の差異0件。\n"),
        ], [dryRun, jurisdictions, table, results]);
        var board = await desk.BoardAsync(2026);
        Assert.Equal(
            PrintedR8.Units.Select(u => (u.Code, u.Total)),
            board.Jurisdictions.Select((unit, row) => (unit.Key, board.Score(row, board.Table.Total).Complete!.Value)));
    }

    [Fact]
    public async Task Import_OfResultsIntoAnEmptyPortal_CreatesItsUnitsWhenAskedTo()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var path = Path.Combine(TestDatabase.NewFolder(), "結果.xlsx");
        await File.WriteAllBytesAsync(path, PieceWith(_ => { }));
        var before = await desk.CountsAsync();

        var refused = await RunAsync(desk, "results", path);
        var dryRun = await RunAsync(desk, "results", path, "--create-missing", "--dry-run");

        Assert.Equal((1, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("［エラー］登録のない団体が31あります（", refused.Errors, StringComparison.Ordinal);
        Assert.EndsWith("取り込みませんでした。データは変わっていません。\n", refused.Errors, StringComparison.Ordinal);
        Assert.Equal((0, ""), (dryRun.ExitCode, dryRun.Output));
        Assert.Contains("［お知らせ］令和8年度の配点表（市町村分）が未登録のため、ファイルの見出しと配点の行から作成します。", dryRun.Errors, StringComparison.Ordinal);
        Assert.EndsWith("令和8年度 市町村分：30団体、公表値と再計算の差異0件、新しく登録する団体31。\n", dryRun.Errors, StringComparison.Ordinal);
        Assert.Equal(before, await desk.CountsAsync());
    }

    [Fact]
    public async Task Import_OfABadFile_SaysWhereAndWhat()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var path = Path.Combine(TestDatabase.NewFolder(), "結果.xlsx");
        await File.WriteAllBytesAsync(path, PieceWith(sheet => sheet[FirstUnit, FirstCell] = "四点"));

        var (exitCode, output, errors) = await RunAsync(desk, "results", path);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("［エラー］シート「全国集計（市町村）」19行目 O列「地域の介護保険事業の特徴」：数値ではありません（「四点」）。", errors, StringComparison.Ordinal);
        Assert.EndsWith("\n取り込みませんでした。データは変わっていません。\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAFileThatCannotBeOpened_SaysSo()
    {
        await using var desk = await ImportDesk.OpenAsync(DatabaseTemplate.Migrated);
        var path = Path.Combine(TestDatabase.NewFolder(), "結果.xlsx");

        var missing = await RunAsync(desk, "results", path);
        await using var held = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None); // as by another program
        var inUse = await RunAsync(desk, "results", path);

        Assert.Equal((1, "", "［エラー］ファイル「結果.xlsx」がありません。場所と名前を確かめてください。\n"), missing);
        Assert.Equal((1, "", "［エラー］ファイル「結果.xlsx」を開けません。Excelなどで開いているときは閉じ、読み取りの権限を確かめてください。\n"), inUse);
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(ImportDesk desk, params string[] arguments) =>
        PortalProcess.RunAsync(desk.Database, ["import", .. arguments]);

    private static byte[] PieceWith(Action<TestSheet> change)
    {
        var workbook = new TestWorkbook();
        var sheet = SampleWorkbooks.Piece();
        change(sheet);
        workbook.Add(sheet);
        return workbook.ToStream().ToArray();
    }
}
