using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Pages.Setup;

/// <summary>The first start. Each test has a portal of its own, because each makes its administrator.</summary>
public sealed class IndexTests : IAsyncLifetime
{
    private readonly EmptyHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Post_WithTheCode_MakesTheAdministratorAndSignsThemIn()
    {
        var client = host.NewClient();

        var after = await SubmitAsync(client, NewCode());

        Assert.Equal(("/admin/users", "最初の管理者を登録しました。続けて、利用者を登録してください。"), (after.Path, after.Texts(".note p").Single()));
        Assert.Equal(["設定 四郎", "first", "システム管理", "管理者", "なし"], after.Row("設定 四郎"));
        await host.NewClient().SignInAsync("first", TestAccounts.Password);
    }

    [Fact]
    public async Task Post_WithTheCode_WritesAnAuditEntryWithoutPassword()
    {
        await SubmitAsync(host.NewClient(), NewCode());

        var entry = await host.InDatabaseAsync(db => db.AuditEntries.OrderBy(e => e.Sequence).FirstAsync());
        Assert.Equal(("accounts", "初期設定", "利用者の登録", "first"), (entry.Stream, entry.Actor, entry.Action, entry.Subject));
        Assert.DoesNotContain(TestAccounts.Password, entry.NewValue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OnceThereIsAnAdministrator_IsNotFound()
    {
        var (client, latecomer) = (host.NewClient(), host.NewClient());
        var code = NewCode();
        var openForm = (await latecomer.OpenAsync("/setup")).Form().Fill(Fields(code, "second"));
        await SubmitAsync(client, code);

        await host.NewClient().OpenAsync("/setup", HttpStatusCode.NotFound);
        var post = await latecomer.SubmitAsync(openForm);

        Assert.Equal(HttpStatusCode.NotFound, post.Status);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Post_TwiceAtOnce_MakesOneAdministrator()
    {
        var code = NewCode();
        var forms = new List<(PortalClient Client, FilledForm Form)>();
        for (var i = 0; i < 4; i++)
        {
            var client = host.NewClient();
            forms.Add((client, (await client.OpenAsync("/setup")).Form().Fill(Fields(code, $"first{i}"))));
        }

        var answers = await Task.WhenAll(forms.Select(f => f.Client.SubmitOnceAsync(f.Form)));

        Assert.Equal(1, await CountAsync());
        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task Post_WithAWrongCode_IsRefused()
    {
        NewCode();

        var page = await SubmitAsync(host.NewClient(), "aaaa-bbbb-cccc-dddd");

        Assert.Equal(["初期設定コードが違います。ポータルを起動した画面に表示されたコードを確かめてください。"], page.Errors);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Post_WithTooManyWrongCodes_IsPutOffAtThatAddressOnly()
    {
        var code = NewCode();
        var stranger = new PortalClient(host.Server) { Address = "192.0.2.1" };
        for (var i = 0; i < AttemptLimiter.PerAddress; i++) await SubmitAsync(stranger, "aaaa-bbbb-cccc-dddd");

        var page = await SubmitAsync(stranger, code);
        var elsewhere = await SubmitAsync(host.NewClient(), code);

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal("/admin/users", elsewhere.Path); // a stranger cannot keep the owner of the code out
    }

    [Fact]
    public async Task Post_WithACommonPassword_IsRefusedAndTheCodeStaysGood()
    {
        var (client, code) = (host.NewClient(), NewCode());

        var page = await client.SubmitAsync(
            await client.OpenAsync("/setup"),
            [.. Fields(code, "first")[..4], ("Input.Password", "password1234"), ("Input.Confirmation", "password1234")]);
        var after = await SubmitAsync(client, code);

        Assert.Equal("よく使われるパスワードは推測されやすいため使えません。別のものにしてください。", page.ErrorAt("Input.Password"));
        Assert.Equal("/admin/users", after.Path);
    }

    [Fact]
    public async Task SignInPage_PointsToTheSetup()
    {
        var before = await host.NewClient().OpenAsync("/account/sign-in");
        await SubmitAsync(host.NewClient(), NewCode());
        var after = await host.NewClient().OpenAsync("/account/sign-in");

        Assert.Equal((true, false), (before.Has("a[href='/setup']"), after.Has("a[href='/setup']")));
    }

    [Fact]
    public async Task Portal_StartedWithAnAdministrator_HasNoSetup()
    {
        await SubmitAsync(host.NewClient(), NewCode());
        var restarted = host.StartAnother();

        await restarted.NewClient().OpenAsync("/setup", HttpStatusCode.NotFound);

        Assert.False(restarted.Services.GetRequiredService<SetupCode>().IsOpen);
        await restarted.DisposeAsync();
    }

    [Fact]
    public void Code_MatchesOnlyAsWritten()
    {
        var code = new SetupCode();
        var written = code.Open();

        Assert.True(code.Matches($" {written.ToUpperInvariant()} "));
        Assert.False(code.Matches(written[..^1]));
        Assert.False(code.Matches(""));
        Assert.False(code.Matches(null));
        code.Close();
        Assert.False(code.Matches(written));
        Assert.False(code.Matches(null));
    }

    /// <summary>The console has shown a code that nobody here can read; this one takes its place.</summary>
    private string NewCode() => host.Services.GetRequiredService<SetupCode>().Open();

    private Task<int> CountAsync() => host.InDatabaseAsync(db => db.Users.CountAsync(a => a.Role == PortalRole.Administrator));

    private static async Task<PortalPage> SubmitAsync(PortalClient client, string code) =>
        await client.SubmitAsync(await client.OpenAsync("/setup"), Fields(code, "first"));

    private static (string, string)[] Fields(string code, string userName) =>
    [
        ("Input.Code", code), ("Input.UserName", userName), ("Input.DisplayName", "設定 四郎"), ("Input.Office", "システム管理"),
        ("Input.Password", TestAccounts.Password), ("Input.Confirmation", TestAccounts.Password),
    ];

    public sealed class EmptyHost : PortalHost
    {
        protected override DatabaseTemplate Template => DatabaseTemplate.Migrated;
    }
}
