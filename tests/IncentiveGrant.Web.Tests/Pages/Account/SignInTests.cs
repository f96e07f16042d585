using System.Net;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Infrastructure.Identity;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Account;

public sealed class SignInTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Refusal = "サインインできませんでした。ユーザー名とパスワードを確かめてください（5回続けて間違えると15分間サインインできません）。";

    [Fact]
    public async Task Post_WithTheRightPassword_LeadsToWhatWasAskedFor()
    {
        var client = host.NewClient();
        var page = await client.OpenAsync("/admin/users?role=Viewer");
        Assert.Equal("サインイン", page.Heading);

        var after = await client.SubmitAsync(page, ("Input.UserName", "kanri"), ("Input.Password", TestAccounts.Password));

        Assert.Equal("/admin/users?role=Viewer", after.Path);
    }

    [Theory]
    [InlineData("KANRI")]
    [InlineData("ｋａｎｒｉ")]
    [InlineData(" kanri ")]
    public async Task Post_WithTheUserNameWrittenOtherwise_SignsIn(string userName) =>
        await host.NewClient().SignInAsync(userName, TestAccounts.Password);

    [Theory]
    [InlineData("https://example.com/")]
    [InlineData("//example.com/")]
    [InlineData("/\\example.com")]
    [InlineData("javascript:alert(1)")]
    public async Task Post_WithAForeignReturnAddress_LeadsHome(string returnUrl)
    {
        var client = host.NewClient();
        var page = await client.OpenAsync($"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");

        var answer = await client.SubmitOnceAsync(page.Form().Fill(("Input.UserName", "etsuran"), ("Input.Password", TestAccounts.Password)));

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/あ", "/%E3%81%82")]
    [InlineData("/search?q=大河原", "/search?q=%E5%A4%A7%E6%B2%B3%E5%8E%9F")]
    [InlineData("/　/evil", "/%E3%80%80/evil")]
    public async Task ReturnAddress_InJapanese_IsEncoded(string returnUrl, string location)
    {
        var client = host.NewClient();
        var address = $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

        var first = await client.SubmitOnceAsync((await client.OpenAsync(address)).Form().Fill(
            ("Input.UserName", "etsuran"), ("Input.Password", TestAccounts.Password)));
        var again = await client.GetAsync(address);

        Assert.Equal((location, location), (first.Headers.GetValues("Location").Single(), again.Headers.GetValues("Location").Single()));
    }

    [Fact]
    public async Task Redirect_NamesNoHost()
    {
        var client = host.NewClient();
        client.ExtraHeaders["Host"] = "evil.example";

        var answer = await client.GetAsync("/admin/users?role=Viewer");

        Assert.Equal("/account/sign-in?returnUrl=%2Fadmin%2Fusers%3Frole%3DViewer", answer.Headers.GetValues("Location").Single());
    }

    [Fact]
    public async Task Post_WithANulInTheForm_IsABadRequest()
    {
        var client = host.NewClient();

        var answer = await client.PostAsync("/account/sign-in", "Input.UserName=a%00b");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("送信された内容を処理できませんでした", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ForWhateverReasonItIsRefused_SaysTheSame()
    {
        var closed = await host.AddAccountAsync(PortalRole.Viewer);
        await host.ChangeAsync(directory => directory.SetClosedAsync(closed.Id, true, new AccountActor(null, "test"), CancellationToken.None));

        var unknownName = await TryAsync(host.NewClient(), "nobody", TestAccounts.Password);
        var wrongPassword = await TryAsync(host.NewClient(), "kencho", "not the password");
        var closedAccount = await TryAsync(host.NewClient(), closed.UserName!, TestAccounts.Password);

        Assert.All([unknownName, wrongPassword, closedAccount], page => Assert.Equal([Refusal], page.Errors));
        Assert.All([unknownName, wrongPassword, closedAccount], page => Assert.False(page.Has(".field--bad"))); // said once, and no field accused
    }

    [Fact]
    public async Task Post_Refused_KeepsTheUserNameAndNotThePassword()
    {
        var page = await TryAsync(host.NewClient(), "nobody", "not the password");

        Assert.Equal("nobody", page.Find("#Input_UserName").GetAttribute("value"));
        Assert.Null(page.Find("#Input_Password").GetAttribute("value"));
        Assert.StartsWith("エラー：", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_WithoutAnything_AsksForBoth()
    {
        var client = host.NewClient();

        var page = await client.SubmitAsync(await client.OpenAsync("/account/sign-in"));

        Assert.Equal(["ユーザー名を入力してください。", "パスワードを入力してください。"], page.Errors);
        Assert.Equal("ユーザー名を入力してください。", page.ErrorAt("Input.UserName"));
    }

    [Fact]
    public async Task Post_AfterFiveWrongPasswords_IsRefusedForFifteenMinutes()
    {
        var account = await host.AddAccountAsync(PortalRole.Viewer);
        for (var i = 0; i < AccountServices.MaxFailedAttempts; i++) await TryAsync(host.NewClient(), account.UserName!, "not the password");

        var locked = await TryAsync(host.NewClient(), account.UserName!, TestAccounts.Password);
        host.Clock.Advance(TimeSpan.FromMinutes(15));

        Assert.Equal([Refusal], locked.Errors);
        await host.NewClient().SignInAsync(account.UserName!, TestAccounts.Password);
    }

    [Fact]
    public async Task Post_AfterFourWrongPasswordsAndTheRightOne_StartsCountingAnew()
    {
        var account = await host.AddAccountAsync(PortalRole.Viewer);

        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < AccountServices.MaxFailedAttempts - 1; i++)
                await TryAsync(host.NewClient(), account.UserName!, "not the password");
            await host.NewClient().SignInAsync(account.UserName!, TestAccounts.Password);
        }
    }

    [Fact]
    public async Task Post_WithWrongPasswordsSideBySide_CountsEachOfThem()
    {
        var account = await host.AddAccountAsync(PortalRole.Viewer);

        await Task.WhenAll(Enumerable.Range(0, AccountServices.MaxFailedAttempts).Select(
            _ => TryAsync(host.NewClient(), account.UserName!, "not the password")));

        Assert.Equal([Refusal], (await TryAsync(host.NewClient(), account.UserName!, TestAccounts.Password)).Errors);
    }

    [Fact]
    public async Task Post_AfterTooManyFailuresWithOneName_IsPutOffWhoeverTries()
    {
        for (var i = 0; i < AttemptLimiter.PerTarget; i++)
            await TryAsync(new PortalClient(host.Server) { Address = $"192.0.2.{i}" }, "guessed", "not the password");

        var page = await TryAsync(host.NewClient(), "GUESSED", "not the password");
        host.Clock.Advance(AttemptLimiter.Window);
        var later = await TryAsync(host.NewClient(), "guessed", "not the password");

        Assert.Equal((HttpStatusCode.TooManyRequests, HttpStatusCode.OK), (page.Status, later.Status));
        Assert.Equal(["間違いが続いたため、しばらく受け付けられません。15分ほどたってから、もう一度お試しください。"], page.Errors);
    }

    [Fact]
    public async Task Post_ManyTimesWithTheRightPassword_IsNeverPutOff()
    {
        for (var i = 0; i <= AttemptLimiter.PerTarget; i++) await host.NewClient().SignInAsync("etsuran", TestAccounts.Password);
    }

    [Fact]
    public async Task Post_WithoutTheFormsToken_IsRefused()
    {
        var client = host.NewClient();
        var form = (await client.OpenAsync("/account/sign-in")).Form();
        var cookieless = host.NewClient();

        var answer = await cookieless.SubmitAsync(form.Fill(("Input.UserName", "etsuran"), ("Input.Password", TestAccounts.Password)));

        Assert.Equal((HttpStatusCode.BadRequest, "送信された内容を処理できませんでした"), (answer.Status, answer.Heading));
    }

    [Fact]
    public async Task Cookie_IsForTheServerOnly()
    {
        var client = host.NewClient();
        var page = await client.OpenAsync("/account/sign-in");

        var answer = await client.SubmitOnceAsync(page.Form().Fill(("Input.UserName", "etsuran"), ("Input.Password", TestAccounts.Password)));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("portal=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Cookie_IsGoodAtAnotherNode()
    {
        var other = host.StartAnother();
        var client = await host.SignInAsAsync(PortalRole.Viewer);

        var page = await client.At(other).OpenAsync("/account");

        Assert.Equal("閲覧 二郎", page.Fact("氏名"));
        Assert.NotEqual(0, await host.InDatabaseAsync(db => db.DataProtectionKeys.CountAsync()));
        await other.DisposeAsync();
    }

    private static async Task<PortalPage> TryAsync(PortalClient client, string userName, string password) =>
        await client.SubmitAsync(await client.OpenAsync("/account/sign-in"), ("Input.UserName", userName), ("Input.Password", password));
}
