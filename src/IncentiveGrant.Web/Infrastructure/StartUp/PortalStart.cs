using IncentiveGrant.Data;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure.StartUp;

/// <summary>
/// What must be so before the portal listens. The embedded database is brought up to date here, because nobody else would do it; a
/// PostgreSQL database is only looked at, because several nodes may share it and its operator decides when it changes.
/// </summary>
public sealed class PortalStart(
    PortalDb db, AccountDirectory directory, DemoAccounts demoAccounts, SetupCode setupCode, IOptions<DemoOptions> demo, ListenAddresses addresses)
{
    /// <summary>What is said, here and by commands, where there is no server or none that lets the portal in.</summary>
    public const string DatabaseUnreachable = "データベースに接続できません。ConnectionStrings:Portal の値と、PostgreSQLが動いていることを確かめてください。";

    /// <summary>Prepares database and accounts.</summary>
    /// <exception cref="StartRefusedException">The portal must not start like this.</exception>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        if (demo.Value.Enabled) RefuseReachableDemo();
        await PrepareDatabaseAsync(cancel);
        await CheckDemoAsync(cancel);
        if (demo.Value.Enabled) await demoAccounts.EnsureAsync(cancel);
        if (!await directory.HasAdministratorAsync(cancel)) await OfferSetupAsync();
    }

    private void RefuseReachableDemo()
    {
        if (addresses.Reachable.FirstOrDefault() is { } url)
        {
            throw new StartRefusedException(
                $"デモは、このパソコンからだけ開けるアドレスで起動してください（指定されたアドレス：{url}）。だれでもサインインできる状態を外部に公開しないためです。"
                + "例：--urls http://127.0.0.1:5000");
        }
    }

    private async Task PrepareDatabaseAsync(CancellationToken cancel)
    {
        if (db.Database.IsSqlite())
        {
            await PortalDatabase.MigrateAsync(db, cancel);
            return;
        }
        var state = await PortalDatabase.StateAsync(db, cancel);
        if (state == DatabaseState.Unreachable) throw new StartRefusedException(DatabaseUnreachable);
        if (state == DatabaseState.Outdated)
            throw new StartRefusedException("データベースの構造が、この版のポータルより古い状態です。バックアップを取ってから migrate コマンドを実行し、もう一度起動してください。");
    }

    /// <summary>A demonstration and a real portal never share a database: everybody knows the demonstration's passwords.</summary>
    private async Task CheckDemoAsync(CancellationToken cancel)
    {
        var isDemoDatabase = await demoAccounts.ExistAsync(cancel);
        if (isDemoDatabase && !demo.Value.Enabled)
            throw new StartRefusedException("このデータベースはデモ用です。運用には使えません。Storage:Path または ConnectionStrings:Portal に、別のデータベースを指定してください。");
        if (!isDemoDatabase && demo.Value.Enabled && await db.Users.AnyAsync(cancel))
            throw new StartRefusedException(
                "このデータベースには運用中の利用者が登録されています。デモには使えません。Storage:Path または ConnectionStrings:Portal に、空のデータベースを指定してください。");
    }

    private async Task OfferSetupAsync()
    {
        // Straight to the console: the log is a file that is kept and copied.
        await Console.Out.WriteLineAsync($"""

            管理者がまだ登録されていません。
            ブラウザーでポータルの /setup を開き、次の初期設定コードを入力して、最初の管理者を登録してください。

                {setupCode.Open()}

            このコードは、管理者を登録するかポータルを止めると使えなくなります。

            """);
    }
}
