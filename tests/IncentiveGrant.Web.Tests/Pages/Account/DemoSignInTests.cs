using System.Net;
using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Account;

public sealed class DemoSignInTests(DemoSignInTests.DemoHost host) : IClassFixture<DemoSignInTests.DemoHost>
{
    [Theory]
    [InlineData("town", "市町村担当者", "宮城県宮城見本001町")]
    [InlineData("miyagi", "都道府県職員", "宮城県")]
    [InlineData("admin", "管理者", "なし")]
    [InlineData("viewer", "閲覧者", "なし")]
    public async Task Button_SignsInWithTheAccountBesideIt(string userName, string role, string scope)
    {
        var client = host.NewClient();
        var page = await client.OpenAsync("/account/sign-in?returnUrl=/account");
        var form = page.Form($"form:has(input[value='{userName}'])");

        var after = await client.SubmitAsync(form);

        Assert.Equal(("/account", userName, role, scope), (after.Path, after.Fact("ユーザー名"), after.Fact("役割"), after.Fact("担当団体")));
    }

    [Fact]
    public async Task Password_SignsInToo() => await host.NewClient().SignInAsync("town", DemoAccounts.Password);

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("LOCALHOST:5000", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5000", HttpStatusCode.OK)]
    [InlineData("[::1]:5000", HttpStatusCode.OK)]
    public async Task Host_MustBeThisMachine(string name, HttpStatusCode expected)
    {
        var client = host.NewClient();
        client.ExtraHeaders["Host"] = name;

        var answer = await client.GetAsync("/account/sign-in");

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Button_WithAReturnAddressInJapanese_EncodesIt()
    {
        var client = host.NewClient();
        var page = await client.OpenAsync("/account/sign-in?returnUrl=%2F%E3%80%80%2Fevil");

        var answer = await client.SubmitOnceAsync(page.Form("form:has(input[value='viewer'])"));

        Assert.Equal("/%E3%80%80/evil", answer.Headers.GetValues("Location").Single());
    }

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("2001:db8::1")]
    public async Task SignIn_FromAnotherMachine_IsRefused(string address)
    {
        var client = new PortalClient(host.Server) { Address = address };
        var page = await client.OpenAsync("/account/sign-in");

        var byButton = await client.SubmitAsync(page.Form("form:has(input[value='viewer'])"));
        var byPassword = await client.SubmitAsync(page, "form.form", ("Input.UserName", "viewer"), ("Input.Password", DemoAccounts.Password));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (byButton.Status, byPassword.Status));
    }

    [Fact]
    public async Task Setup_IsNotFound() => await host.NewClient().OpenAsync("/setup", HttpStatusCode.NotFound);

    [Fact]
    public async Task Restart_FindsTheAccountsAndMakesNoOthers()
    {
        var restarted = host.StartAnother();

        var page = await restarted.NewClient().OpenAsync("/account/sign-in");

        Assert.Equal(["town", "miyagi", "admin", "viewer"], page.Texts("li code"));
        await restarted.DisposeAsync();
    }

    public sealed class DemoHost : PortalHost
    {
        protected override DatabaseTemplate Template => DatabaseTemplate.Demo;

        protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Demo:Enabled"] = "true" };
    }
}

/// <summary>Outside a demonstration.</summary>
public sealed class NoDemoSignInTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Page_NamesNoAccounts()
    {
        var page = await host.NewClient().OpenAsync("/account/sign-in");

        Assert.DoesNotContain("デモ", page.Text, StringComparison.Ordinal);
        Assert.Single(page.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Button_PostedByHand_IsNotFound()
    {
        var client = host.NewClient();
        var form = (await client.OpenAsync("/account/sign-in")).Form();
        var request = form.ToRequest();
        var fields = await request.Content!.ReadAsStringAsync();

        var answer = await client.PostAsync("/account/sign-in?handler=Demo", fields + "&userName=kanri");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
