using System.Text.Json;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Audit;
using IncentiveGrant.Web.Tests.Hosting;
using IncentiveGrant.Web.Tests.Infrastructure.StartUp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Operations;

/// <summary>What holds for every command: results on standard output, messages in Japanese on standard error, an exit code.</summary>
public sealed class PortalCommandLineTests
{
    [Theory]
    [InlineData("'imprt'", "imprt", "results", "file.xlsx")]
    [InlineData("'nothing'", "import", "nothing", "file.xlsx")]
    [InlineData("'--unknown'", "import", "results", "file.xlsx", "--unknown")]
    [InlineData("'FILE'", "import", "point-table")]
    [InlineData("--year には評価年度を 2026 や 令和8年度 のように指定してください。", "export", "scores", "--year", "soon")]
    [InlineData("--format には json を指定してください。", "export", "statistics", "--year", "2026", "--format", "csv")]
    [Trait(WithoutDatabase.Name, WithoutDatabase.Value)]
    public async Task Run_OfWhatThereIsNot_SaysSoInJapanese(string expected, params string[] arguments)
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync(arguments);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(expected, errors, StringComparison.Ordinal);
        Assert.All(errors.TrimEnd().Split('\n')[..^1], line => Assert.Matches("^［エラー］.*[ぁ-ん]", line)); // and none in English
        Assert.EndsWith("使い方は --help を付けると表示されます。\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    [Trait(WithoutDatabase.Name, WithoutDatabase.Value)]
    public async Task Help_IsAResult()
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync("--help");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.All((string[])["migrate", "demo", "create-admin", "import", "export", "score", "verify-audit"], name =>
            Assert.Contains(name, output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Migrate_CreatesTheDatabaseAndMayBeRunAgain()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();

        var first = await PortalProcess.RunAsync(database, "migrate");
        var second = await PortalProcess.RunAsync(database, "migrate");

        Assert.Equal((0, "", "データベースは最新です。\n"), first);
        Assert.Equal(first, second);
        await using var services = database.Services(new SettableClock());
        Assert.Equal(47, await services.GetRequiredService<PortalDb>().Jurisdictions.CountAsync());
    }

    [Fact]
    public async Task Run_BeforeMigrate_NamesTheCommand()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();

        var (exitCode, output, errors) = await PortalProcess.RunAsync(database, "export", "scores", "--year", "2026");

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Equal(
            "［エラー］データベースがまだないか、構造がこの版のポータルより古い状態です。migrate コマンドを実行してから、もう一度実行してください。\n", errors);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("verify-audit")]
    [Trait(WithoutDatabase.Name, WithoutDatabase.Value)]
    public async Task Run_WithoutTheServer_SaysSo(string command)
    {
        var (exitCode, output, errors) = await PortalProcess.RunAsync(DatabaseProvider.PostgreSql, TestDatabase.NoServer, [command]);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("［エラー］データベースに接続できません。", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CreateAdmin_PrintsTheOneTimePasswordAloneAndRefusesTheSameNameAgainAndADemo()
    {
        await using var database = await DatabaseTemplate.Migrated.CloneAsync();

        var first = await PortalProcess.RunAsync(database, "create-admin", "admin", "--name", "管理 花子");
        var second = await PortalProcess.RunAsync(database, "create-admin", "ADMIN");
        var demo = await PortalProcess.RunAsync(database, "demo");

        Assert.Equal((0, "管理者「admin」を登録しました。標準出力のパスワードでサインインし、すぐに変更してください。\n"), (first.ExitCode, first.Errors));
        Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){3}\n$", first.Output);
        Assert.Equal((1, "", "［エラー］ユーザー名「ADMIN」は使われています。別のものにしてください。\n"), second);
        Assert.Equal((1, ""), (demo.ExitCode, demo.Output)); // nobody's portal becomes a demonstration
        Assert.StartsWith("デモのデータは空のデータベースにだけ取り込めます。", demo.Errors, StringComparison.Ordinal);
        await using var services = database.Services(new SettableClock());
        var account = await services.GetRequiredService<PortalDb>().Users.SingleAsync();
        Assert.Equal(("admin", "管理 花子", true), (account.UserName, account.DisplayName, account.MustChangePassword));
        Assert.True(await services.GetRequiredService<Data.Accounts.AccountUsers>().CheckPasswordAsync(account, first.Output.Trim()));
    }

    [Fact]
    public async Task VerifyAudit_PrintsTheHeadsThatItIsLaterHeldAgainst()
    {
        await using var database = await DatabaseTemplate.NationMaster.CloneAsync();
        var kept = Path.Combine(TestDatabase.NewFolder(), "heads.json");

        var whole = await PortalProcess.RunAsync(database, "verify-audit");
        await File.WriteAllTextAsync(kept, whole.Output);
        await using (var services = database.Services(new SettableClock()))
        {
            var db = services.GetRequiredService<PortalDb>().Database;
            await db.ExecuteSqlRawAsync("DELETE FROM audit_entry WHERE stream = 'jurisdictions'");
            await db.ExecuteSqlRawAsync("DELETE FROM audit_head WHERE stream = 'jurisdictions'");
        }
        var cut = await PortalProcess.RunAsync(database, "verify-audit", "--against", kept);

        Assert.Equal((0, "2系列のつながりを確かめました。異常はありません。\n"), (whole.ExitCode, whole.Errors));
        Assert.Equal(
            ["jurisdictions", "point-table/2026/municipality"],
            JsonDocument.Parse(whole.Output).RootElement.EnumerateArray().Select(h => h.GetProperty("stream").GetString()));
        Assert.Equal((1, "［エラー］系列「jurisdictions」の1件目から、記録のつながりが切れています。\n"), (cut.ExitCode, cut.Errors));
    }

    [Fact]
    public async Task VerifyAudit_AgainstWhatIsNoListOfHeads_SaysSo()
    {
        await using var database = await DatabaseTemplate.Migrated.CloneAsync();
        var file = Path.Combine(TestDatabase.NewFolder(), "heads.json");

        var missing = await PortalProcess.RunAsync(database, "verify-audit", "--against", file);
        await File.WriteAllTextAsync(file, "控え");
        var unreadable = await PortalProcess.RunAsync(database, "verify-audit", "--against", file);

        Assert.Equal((1, "", "［エラー］ファイル「heads.json」がありません。場所と名前を確かめてください。\n"), missing);
        Assert.Equal((1, "", "［エラー］控えのファイルを読めません。このコマンドが書き出したファイルを指定してください。\n"), unreadable);
    }

    [Fact]
    public async Task Demo_FillsAnEmptyDatabaseOnce()
    {
        await using var database = await TestDatabase.CreateEmptyAsync();

        var first = await PortalProcess.RunAsync(database, "demo");
        var second = await PortalProcess.RunAsync(database, "demo");

        Assert.True((first.ExitCode, first.Output) == (0, ""), first.Errors);
        Assert.EndsWith("デモのデータを取り込みました。団体・得点・順位はすべて架空です。\n", first.Errors, StringComparison.Ordinal);
        Assert.Equal((0, "", "デモのデータは取り込み済みです。\n"), second);
        await AssertIsWholeDemoAsync(database);
    }

    [Fact]
    public async Task Demo_InterruptedAfterItsSecondFile_IsMadeWholeByTheNextStart()
    {
        await using var database = await DatabaseTemplate.NationMaster.CloneAsync();
        await using (var services = database.Services(new SettableClock()))
            await services.GetRequiredService<Data.Accounts.DemoAccounts>().EnsureAsync(CancellationToken.None);

        var (exitCode, _, errors) = await PortalProcess.RunAsync(database, "demo");

        Assert.True(exitCode == 0, errors);
        await AssertIsWholeDemoAsync(database);
    }

    private static async Task AssertIsWholeDemoAsync(TestDatabase database)
    {
        await using var services = database.Services(new SettableClock());
        var db = services.GetRequiredService<PortalDb>();
        Assert.Equal(4, await db.Users.CountAsync());
        Assert.Empty(await AuditTrail.VerifyAsync(db, [], CancellationToken.None));
        Assert.Equal((1741, 38), (await db.Municipalities.CountAsync(), await db.WideAreaUnions.CountAsync()));
        Assert.Equal(
            [(2025, 47, 0), (2025, 1741, 0), (2026, 47, 0), (2026, 1741, 0)],
            (await db.ResultSets.ToListAsync()).Select(s => (s.FiscalYear.Value, s.UnitCount, s.DifferenceCount)).Order());
    }
}
