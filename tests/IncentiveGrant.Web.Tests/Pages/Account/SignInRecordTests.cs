using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Account;

/// <summary>What whoever looks into an incident finds in the log and in the audit.</summary>
public sealed class SignInRecordTests(SignInRecordTests.LoggingHost host) : IClassFixture<SignInRecordTests.LoggingHost>
{
    [Fact]
    public async Task SignInAndOut_AreLoggedWithAccountAndAddress()
    {
        var account = await host.AddAccountAsync(PortalRole.Viewer);
        var client = new PortalClient(host.Server) { Address = "192.0.2.21" };

        await client.SignInAsync(account.UserName!, TestAccounts.Password);
        await client.SubmitAsync(await client.OpenAsync("/account/sign-out"));

        AssertLogged("INF", $"利用者 {account.Id} が 192.0.2.21 からサインインしました。");
        AssertLogged("INF", $"利用者 {account.Id} が 192.0.2.21 からサインアウトしました。");
    }

    [Fact]
    public async Task Refusals_AreLoggedWithTheirReason_AndALockIsInTheAudit()
    {
        var account = await host.AddAccountAsync(PortalRole.Viewer);
        var client = new PortalClient(host.Server) { Address = "192.0.2.22" };

        for (var i = 0; i < AccountServices.MaxFailedAttempts + 1; i++) await TryAsync(client, account.UserName!);

        AssertLogged("WRN", $"利用者 {account.Id} のサインインを断りました（パスワードの違い、192.0.2.22）。");
        AssertLogged("WRN", $"利用者 {account.Id} のサインインを断りました（間違いが続いたための一時停止、192.0.2.22）。");
        Assert.Equal(["192.0.2.22"], await AuditedAsync(account, "サインインの一時停止")); // once, not at every further attempt
    }

    [Fact]
    public async Task ClosedAccount_IsLoggedAsSuch()
    {
        var account = await host.AddAccountAsync(PortalRole.Viewer);
        await host.ChangeAsync(directory => directory.SetClosedAsync(account.Id, true, new AccountActor(null, "test"), CancellationToken.None));

        await TryAsync(new PortalClient(host.Server) { Address = "192.0.2.23" }, account.UserName!);

        AssertLogged("WRN", $"利用者 {account.Id} のサインインを断りました（利用停止中、192.0.2.23）。");
    }

    [Fact]
    public async Task UnknownName_IsNotKept_ItMayBeAPassword()
    {
        await TryAsync(new PortalClient(host.Server) { Address = "192.0.2.24" }, "correct horse battery");

        AssertLogged("WRN", "登録のないユーザー名でのサインインを断りました（192.0.2.24）。");
        Assert.DoesNotContain("correct horse battery", host.ReadLog(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyFailures_AreLogged()
    {
        for (var i = 0; i <= AttemptLimiter.PerTarget; i++) await TryAsync(new PortalClient(host.Server) { Address = "192.0.2.25" }, "guessed");

        AssertLogged("WRN", "間違いが続いたため、192.0.2.25 からの試行を断りました。");
    }

    [Fact]
    public async Task Administrator_IsInTheAudit()
    {
        var account = await host.AddAccountAsync(PortalRole.Administrator);

        await new PortalClient(host.Server) { Address = "192.0.2.26" }.SignInAsync(account.UserName!, TestAccounts.Password);

        Assert.Equal(["192.0.2.26"], await AuditedAsync(account, "管理者のサインイン"));
    }

    private void AssertLogged(string level, string text) =>
        Assert.Contains(host.ReadLog().Split('\n'), line => line.Contains($"[{level}]", StringComparison.Ordinal)
            && line.Contains(text, StringComparison.Ordinal));

    private Task<List<string?>> AuditedAsync(Data.Accounts.Account account, string action) => host.InDatabaseAsync(
        db => db.AuditEntries.Where(e => e.Subject == account.UserName && e.Action == action).Select(e => e.NewValue).ToListAsync());

    private static async Task TryAsync(PortalClient client, string userName) => await client.SubmitAsync(
        await client.OpenAsync("/account/sign-in"), ("Input.UserName", userName), ("Input.Password", "not the password"));

    public sealed class LoggingHost : PortalHost
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string> { ["Serilog:MinimumLevel"] = "Information" };
    }
}
