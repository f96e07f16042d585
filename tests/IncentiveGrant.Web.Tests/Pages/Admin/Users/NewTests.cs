using System.Globalization;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Admin.Users;

public sealed class NewTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Post_MakesAUserWhoSignsInWithThePasswordShownOnce()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        var page = await client.SubmitAsync(await client.OpenAsync("/admin/users/new"), Fields("shinjin", PortalRole.Viewer));
        var password = page.Texts("#one-time-password").Single();
        var again = await client.OpenAsync(page.Path);

        Assert.Equal(("新人 六子", "利用者を登録しました。"), (page.Heading, page.Texts(".note--good p").Single()));
        Assert.False(again.Has("#one-time-password"));
        await host.NewClient().SignInAsync("shinjin", password);
    }

    [Fact]
    public async Task Post_WritesAnAuditEntryWithoutPassword()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        var page = await client.SubmitAsync(await client.OpenAsync("/admin/users/new"), Fields("kiroku", PortalRole.Viewer));

        var entry = await host.InDatabaseAsync(db => db.AuditEntries.SingleAsync(e => e.Subject == "kiroku"));
        Assert.Equal(("accounts", "kanri", "利用者の登録"), (entry.Stream, entry.Actor, entry.Action));
        Assert.Equal("氏名：新人 六子／所属：試験課／役割：閲覧者／担当団体：なし", entry.NewValue);
        Assert.DoesNotContain(page.Texts("#one-time-password").Single(), host.ReadLog() + entry.NewValue, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scope_IsChosenByPrefectureWithoutScriptsAndNothingTypedIsLost()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var (kawabe, yamane) = (await IdOfAsync(TestJurisdictions.Miyagi, "かわべ町"), await IdOfAsync(TestJurisdictions.Yamagata, "やまね市"));
        var page = await client.OpenAsync("/admin/users/new");

        page = await client.SubmitAsync(
            page.Form().Fill([.. Fields("futatsu", PortalRole.MunicipalOfficer), ("Input.Prefecture", "4")]).Press("団体を表示する"));
        Assert.Equal(
            ["宮城県（全域）", "あおば市", "かわべ町", "みなみ町（みなみ広域連合）", "はまべ村（みなみ広域連合）"],
            page.Texts("ul[aria-label='追加できる団体'] label"));
        page = await client.SubmitAsync(page.Form().Fill(("Input.Scope", kawabe), ("Input.Prefecture", "6")).Press("団体を表示する"));
        Assert.Equal(["宮城県かわべ町"], page.Texts("ul[aria-label='選んだ団体'] label"));
        page = await client.SubmitAsync(page, ("Input.Scope", yamane));

        Assert.Equal(["宮城県かわべ町", "山形県やまね市"], page.Texts("ul[aria-label='選んだ団体'] label"));
        Assert.Equal("futatsu", await host.InDatabaseAsync(
            db => db.Users.Where(a => a.UserName == "futatsu" && a.Scopes.Count == 2).Select(a => a.UserName).SingleAsync()));
    }

    [Fact]
    public async Task Post_WithAllThingsMissing_NamesEachAtItsField()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        var page = await client.SubmitAsync(await client.OpenAsync("/admin/users/new"));

        Assert.Equal(["ユーザー名を入力してください。", "氏名を入力してください。", "所属を入力してください。", "役割を選んでください。"], page.Errors);
        Assert.Equal("役割を選んでください。", page.ErrorAt("Input.Role"));
    }

    [Theory]
    [InlineData(PortalRole.MunicipalOfficer, "市町村担当者には、担当する市区町村を1つ以上選んでください（都道府県全体は選べません）。")]
    [InlineData(PortalRole.PrefectureStaff, "都道府県職員には、担当する都道府県または市区町村を1つ以上選んでください。")]
    public async Task Post_WithoutTheScopeThatTheRoleNeeds_IsRefused(PortalRole role, string error)
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        var page = await client.SubmitAsync(await client.OpenAsync("/admin/users/new"), Fields("mushozoku", role));

        Assert.Equal([error], page.Errors);
        Assert.Equal("#Input_Scope", page.Find(".errors a").GetAttribute("href"));
        Assert.Equal(error, page.Texts("#Input_Scope .field__error").Single());
    }

    [Fact]
    public async Task Post_OfAMunicipalOfficerWithAWholePrefecture_IsRefused()
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);
        var page = await client.OpenAsync("/admin/users/new");
        page = await client.SubmitAsync(
            page.Form().Fill([.. Fields("zeniki", PortalRole.MunicipalOfficer), ("Input.Prefecture", "4")]).Press("団体を表示する"));

        page = await client.SubmitAsync(page, ("Input.Scope", "4"));

        Assert.Single(page.Errors);
        Assert.Equal(["宮城県（全域）"], page.Texts("ul[aria-label='選んだ団体'] label"));
    }

    [Theory]
    [InlineData("KANRI", "ユーザー名「KANRI」は使われています。別のものにしてください。")]
    [InlineData("かんり", "ユーザー名は半角の英数字と記号「-」「.」「_」「@」「+」で入力してください。")]
    public async Task Post_WithAUserNameThatCannotBe_IsRefused(string userName, string error)
    {
        var client = await host.SignInAsAsync(PortalRole.Administrator);

        var page = await client.SubmitAsync(await client.OpenAsync("/admin/users/new"), Fields(userName, PortalRole.Viewer));

        Assert.Equal([error], page.Errors);
        Assert.Equal(error, page.ErrorAt("Input.UserName"));
    }

    private Task<string> IdOfAsync(int prefecture, string name) => host.InDatabaseAsync(
        async db => (await db.Municipalities.SingleAsync(m => m.PrefectureNumber == prefecture && m.Name == name)).Id.ToString(
            CultureInfo.InvariantCulture));

    private static (string, string)[] Fields(string userName, PortalRole role) =>
        [("Input.UserName", userName), ("Input.DisplayName", "新人 六子"), ("Input.Office", "試験課"), ("Input.Role", role.ToString())];
}
