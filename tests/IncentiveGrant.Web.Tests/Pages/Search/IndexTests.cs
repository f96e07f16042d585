using System.Net;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Web.Tests.Hosting;

namespace IncentiveGrant.Web.Tests.Pages.Search;

[Collection(nameof(NationHost))]
public sealed class IndexTests(NationHost host)
{
    [Theory]
    [InlineData("宮城見本005町")]
    [InlineData("宮城見本００５町")]
    [InlineData(" 宮城 見本005 ")]
    [InlineData("048054")]
    [InlineData("04805")]
    [InlineData("０４８０５４")]
    public async Task Municipality_IsFoundByNameAndCode(string words)
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await SearchAsync(words);

        var profile = await client.FollowAsync(page, "宮城見本005町");

        Assert.Equal(["宮城見本005町 宮城県　みほん005　048054"], page.Texts("[aria-labelledby=m-h] li"));
        Assert.Contains("1件", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("宮城見本005町", profile.Heading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("みほん001")]
    [InlineData("ミホン001")]
    [InlineData("ﾐﾎﾝ001")]
    public async Task Municipality_IsFoundByAnyKindOfKana(string words)
    {
        var page = await SearchAsync(words);

        var matches = PrintedR8.Units.Where(u => u.Kana.StartsWith("みほん001", StringComparison.Ordinal)).Select(u => u.Name);
        Assert.Equal(matches, page.Texts("[aria-labelledby=m-h] li a"));
    }

    [Theory]
    [InlineData("宮城県")]
    [InlineData("みやぎ")]
    [InlineData("ﾐﾔｷﾞ")]
    [InlineData("040002")]
    [InlineData("04000")]
    public async Task Prefecture_IsFound(string words)
    {
        var page = await SearchAsync(words);

        Assert.Equal(["宮城県 みやぎけん　040002"], page.Texts("[aria-labelledby=p-h] li"));
        Assert.Equal("/prefectures/040002/2026", page.Link("宮城県"));
    }

    [Theory]
    [InlineData("宮城 見本001")]
    [InlineData("みやぎけん　みほん001")]
    [InlineData("見本001 ﾐﾔｷﾞ")]
    public async Task Words_AreJoinedByAnd(string words)
    {
        var page = await SearchAsync(words);

        Assert.Equal(PrintedR8.Units.Where(u => u.Prefecture.Number == 4 && u.Kana.Contains("みほん001", StringComparison.Ordinal)).Select(u => u.Name),
            page.Texts("[aria-labelledby=m-h] li a"));
        Assert.Empty(page.Texts("[aria-labelledby=p-h] li"));
    }

    [Fact]
    public async Task PrefecturesReading_FindsItsMunicipalitiesBelowIt()
    {
        var page = await SearchAsync("みやぎけん");

        Assert.Equal(["宮城県 みやぎけん　040002"], page.Texts("[aria-labelledby=p-h] li"));
        Assert.Equal(PrintedR8.Units.Where(u => u.Prefecture.Number == 4).Select(u => u.Name).Order(StringComparer.Ordinal),
            page.Texts("[aria-labelledby=m-h] li a").Order(StringComparer.Ordinal));
        Assert.Contains("36件", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Union_IsFoundWithItsMembers()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await SearchAsync("宮城 広域連合");

        var member = await client.FollowAsync(page, "宮城見本005町");

        Assert.StartsWith("宮城県見本第2広域連合 宮城県", Assert.Single(page.Texts("[aria-labelledby=u-h] li")), StringComparison.Ordinal);
        Assert.StartsWith("宮城見本005町", member.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnPrefecture_ComesFirst()
    {
        var client = await host.AsAsync(PortalRole.PrefectureStaff);

        var page = await client.OpenAsync("/search?q=見本001");

        Assert.StartsWith("宮城見本001", page.Texts("[aria-labelledby=m-h] li a")[0], StringComparison.Ordinal);
        Assert.True(page.Texts("[aria-labelledby=m-h] li a").Count > 1);
    }

    [Fact]
    public async Task Menu_KeepsTheYearShown()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var ranking = await client.OpenAsync("/rankings/2025/municipalities");

        var units = await client.OpenAsync(Menu(ranking, "団体"));
        var home = await client.OpenAsync(Menu(units, "ホーム"));

        Assert.Equal(("/prefectures/040002/2025", "/?year=2025"), (units.Link("宮城県"), home.Path));
        Assert.Contains("令和7年度（2025）評価", home.Text, StringComparison.Ordinal);
        Assert.Equal("/?year=2026", home.Link("令和8年度（2026） 確定"));
    }

    [Fact]
    public async Task Indicator_IsFoundAndLeadsToItsRanking()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var page = await SearchAsync("認知症サポーター");

        var ranking = await client.FollowAsync(page, "支援Ⅱ 活動1　認知症サポーター数");

        Assert.Equal(3, page.Texts("[aria-labelledby=i-h] li").Count);
        Assert.Contains("支援Ⅱ 活動1の得点）", ranking.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("'")]
    [InlineData("\"")]
    [InlineData("\\")]
    [InlineData("宮城_本005町")]
    [InlineData("' OR 1=1 --")]
    [InlineData("<b>町</b>")]
    [InlineData("048055")] // a wrong check digit
    [InlineData("どこにもない町")]
    public async Task WhatIsInNoName_IsSaidToBeNowhere(string words)
    {
        var page = await SearchAsync(words);

        Assert.StartsWith($"「{words}」に当たる団体・指標はありません。", PortalPage.TextOf(page.Find("main .note p")), StringComparison.Ordinal);
        Assert.Equal(words, page.Find("input[name=q]").GetAttribute("value"));
    }

    [Fact]
    public async Task ManyMunicipalities_AreCutAndThePageSaysSo()
    {
        var page = await SearchAsync("みほん");

        Assert.Equal(100, page.Texts("[aria-labelledby=m-h] li").Count);
        Assert.Contains("（市町村は先頭100件を表示。言葉を足してしぼり込んでください）", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutWords_PrefecturesAreListedWithTheirMunicipalities()
    {
        var page = await (await host.AsAsync(PortalRole.Viewer)).OpenAsync("/search");

        Assert.Equal(47, page.Texts(".places li").Count);
        Assert.Contains("宮城県 35市町村", page.Texts(".places li"));
    }

    [Fact]
    public async Task Year_StaysWhereTheSearchBeganAndCanBeSwitched()
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        var ranking = await client.OpenAsync("/rankings/2025/municipalities");

        var found = await client.SubmitAsync(ranking, "form[role=search]", ("q", "048054"));
        var switched = await client.FollowAsync(found, "令和8年度（2026） 確定");

        Assert.Equal("/municipalities/048054/2025", found.Link("宮城見本005町"));
        Assert.Equal("/municipalities/048054/2026", switched.Link("宮城見本005町"));
    }

    [Theory]
    [InlineData("/search?q=048054&year=2024")]
    [InlineData("/search?q=048054&year=x")]
    public async Task UnknownYear_IsTheNewest(string address) =>
        Assert.Equal("/municipalities/048054/2026", (await (await host.AsAsync(PortalRole.Viewer)).OpenAsync(address)).Link("宮城見本005町"));

    [Fact]
    public async Task LongWords_AreNoError() =>
        Assert.Equal(HttpStatusCode.OK, (await (await host.AsAsync(PortalRole.Viewer)).OpenAsync($"/search?q={new string('あ', 2000)}")).Status);

    private async Task<PortalPage> SearchAsync(string words)
    {
        var client = await host.AsAsync(PortalRole.Viewer);
        return await client.SubmitAsync(await client.OpenAsync("/"), "form[role=search]", ("q", words));
    }

    private static string Menu(PortalPage page, string text) =>
        page.Document.QuerySelectorAll("nav.nav a").Single(a => PortalPage.TextOf(a) == text).GetAttribute("href")!;
}
