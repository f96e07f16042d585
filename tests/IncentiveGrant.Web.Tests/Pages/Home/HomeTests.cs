using IncentiveGrant.Data.Accounts;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Tests.Pages.Home;

/// <summary>ホーム answers each role's first question.</summary>
[Collection(nameof(NationHost))]
public sealed class HomeTests(NationHost host)
{
    private static readonly IReadOnlyList<PrintedUnit> Miyagi = [.. PrintedR8.ByRank.Where(u => u.Prefecture.Number == 4)];

    [Fact]
    public async Task Officer_SeesWhereTheirMunicipalityStandsAndWherePointsWereLost()
    {
        var client = await host.AsAsync(PortalRole.MunicipalOfficer);
        var town = PrintedR8.Of(NationHost.TownCode);

        var page = await client.OpenAsync("/");
        var profile = await client.FollowAsync(page, "詳しい結果を見る");

        Assert.Equal($"宮城見本005町は全国{Figures.Count(town.Rank)}位", PortalPage.TextOf(page.Find("h2.today__title")));
        Assert.Equal($"{Figures.Points(town.Total)}点／800", PortalPage.SeenIn(page.Find(".lastfig .fig")));
        Assert.Contains("県内 32位／35　区分内 409位／535", PortalPage.SeenIn(page.Find(".lastfig p:last-child")), StringComparison.Ordinal);
        var lost = ((string[])["推進/Ⅰ", "推進/Ⅱ", "推進/Ⅲ", "支援/Ⅰ", "支援/Ⅱ", "支援/Ⅲ", "推進/Ⅳ"]).Select(goal => (goal == "推進/Ⅳ" ? 2 : 1) * (town.Points(goal) - 100))
            .Order().ToList();
        Assert.Equal(lost.Select(points => Figures.Difference(points)), page.Rows("table.lost tbody tr").Select(row => row[2]));
        Assert.Equal(town.Total - 800, lost.Sum()); // goal Ⅳ costs its loss in each grant
        Assert.True(profile.Has(page.Find("table.lost tbody tr:first-child a").GetAttribute("href")!["/municipalities/048054/2026".Length..]));
        Assert.Equal("/municipalities/048054/2026", profile.Path);
        Assert.Equal(("/municipalities/048054/2026/xlsx", "/municipalities/048054/2026/report/pdf"), (page.Link("結果のExcel"), page.Link("結果のPDF")));
    }

    [Fact]
    public async Task Officer_OpensASubItemWithRoomToGrowWithoutScripts()
    {
        var client = await host.AsAsync(PortalRole.MunicipalOfficer);
        var page = await client.OpenAsync("/");
        var link = page.Find("ul.hl li:first-child a");

        var profile = await client.OpenAsync(link.GetAttribute("href")!);

        Assert.Equal([PortalPage.TextOf(link).Split('：')[0].Split('　', ' ')[1] + "の枝番"], profile.Texts("tr.cells caption"));
        Assert.True(profile.Has("#" + link.GetAttribute("href")!.Split('#')[1]));
    }

    [Fact]
    public async Task Staff_SeeHowThePrefectureStandsAndWhomToSupport()
    {
        var client = await host.AsAsync(PortalRole.PrefectureStaff);

        var page = await client.OpenAsync("/");
        var profile = await client.FollowAsync(page, "宮城県の結果");

        var means = PrintedR8.Units.GroupBy(u => u.Prefecture).Select(g => g.Average(u => u.Total)).ToList();
        Assert.Equal($"宮城県は全国6位、 管内市町村の平均は{1 + means.Count(m => m > Miyagi.Average(u => u.Total))}位", PortalPage.TextOf(page.Find("h2.today__title")));
        Assert.Equal(
            Miyagi.Reverse().Take(5).Select(u => (u.Name, Figures.Points(u.Total))),
            page.Rows("[aria-label='得点の低い市町村の表'] tbody tr").Select(row => (row[0], row[1])));
        Assert.Equal(
            Miyagi.Where(u => u.Rank > u.PreviousRank).OrderByDescending(u => u.Rank - u.PreviousRank).Take(5)
                .Select(u => (u.Name, Figures.Count(u.Rank - u.PreviousRank))),
            page.Rows("[aria-label='順位を大きく下げた市町村の表'] tbody tr").Select(row => (row[0], row[1])));
        Assert.Equal("/prefectures/040002/2026", profile.Path);
    }

    [Fact]
    public async Task Viewer_SeesTheNation()
    {
        var client = await host.AsAsync(PortalRole.Viewer);

        var page = await client.OpenAsync("/");
        var ranking = await client.FollowAsync(page, "順位表を見る");

        Assert.Equal($"全国1,741市町村の平均は{Figures.PointsOneDecimal(PrintedR8.Statistic(FigureKind.Mean, "合計"))}点", PortalPage.TextOf(page.Find("h2.today__title")));
        Assert.Equal("/rankings/2026/municipalities", ranking.Path);
    }

    [Fact]
    public async Task Administrator_SeesWhatIsLoadedAndThatItAgrees()
    {
        var client = await host.AsAsync(PortalRole.Administrator);

        var page = await client.OpenAsync("/");

        Assert.Equal("令和8年度までの結果が入っています", PortalPage.TextOf(page.Find("h2.today__title")));
        Assert.Equal(("1,741", "38"), (page.Fact("登録市町村"), page.Fact("広域連合")));
        Assert.Equal(
            ["令和8年度（2026） 市町村分 1,741 なし", "令和8年度（2026） 都道府県分 47 なし", "令和7年度（2025） 市町村分 1,741 なし", "令和7年度（2025） 都道府県分 47 なし"],
            page.Rows("[aria-label='取り込んだ結果の表'] tbody tr").Select(row => $"{row[0]} {row[1]} {row[4]} {row[5]}"));
        Assert.Equal([false, false, true, true], page.Rows("[aria-label='取り込んだ結果の表'] tbody tr")
            .Select(row => row[2].EndsWith("結果ファイルから作成", StringComparison.Ordinal)));
        Assert.False(page.Has("#find-h"));
    }

    [Theory]
    [InlineData(PortalRole.MunicipalOfficer, "宮城見本005町", "山形見本005市")]
    [InlineData(PortalRole.PrefectureStaff, "宮城県", "山形県")]
    public async Task AccountOfSeveralPrefectures_SeesTheNation(PortalRole role, params string[] names)
    {
        var client = await SignInWithAsync(role, names);

        var page = await client.OpenAsync("/");

        Assert.StartsWith("全国1,741市町村の平均は", PortalPage.TextOf(page.Find("h2.today__title")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfficerOfSeveralMunicipalities_SeesThose()
    {
        var client = await SignInWithAsync(PortalRole.MunicipalOfficer, "宮城見本005町", "宮城見本001町");

        var page = await client.OpenAsync("/");

        Assert.Equal(["宮城見本005町", "宮城見本001町"], page.Rows("[aria-label='得点の低い市町村の表'] tbody tr").Select(row => row[0]));
    }

    private async Task<PortalClient> SignInWithAsync(PortalRole role, params string[] names)
    {
        var scope = await host.InDatabaseAsync(db => db.Jurisdictions.Where(j => names.Contains(j.Name)).Select(j => j.Id).ToListAsync());
        Assert.Equal(names.Length, scope.Count);
        var userName = $"home-{role}-{scope[^1]}".ToLowerInvariant();
        Assert.IsType<AccountOutcome.Saved>(await host.ChangeAsync(directory => directory.CreateAsync(
            userName, new AccountDetails("担当 四郎", "試験課", role, scope), TestAccounts.Password, new AccountActor(null, "test"), CancellationToken.None)));
        var client = host.NewClient();
        await client.SignInAsync(userName, TestAccounts.Password);
        return client;
    }
}

/// <summary>Before the first results are loaded.</summary>
public sealed class EmptyHomeTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData(PortalRole.Viewer)]
    [InlineData(PortalRole.MunicipalOfficer)]
    [InlineData(PortalRole.PrefectureStaff)]
    public async Task Reader_IsToldWhatIsMissing(PortalRole role)
    {
        var page = await (await host.SignInAsAsync(role)).OpenAsync("/");

        Assert.Equal("結果はまだ取り込まれていません。管理者が厚生労働省の集計結果を取り込むと、ここに表示されます。", page.Text[(page.Text.IndexOf("結果は", StringComparison.Ordinal))..]);
        Assert.All(page.Document.QuerySelectorAll(".nav a"), a => Assert.DoesNotContain("/rankings", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Administrator_IsToldTheNextStep()
    {
        var page = await (await host.SignInAsAsync(PortalRole.Administrator)).OpenAsync("/");

        Assert.Equal("結果はまだ取り込まれていません", PortalPage.TextOf(page.Find("h2.today__title")));
        Assert.Equal(["import jurisdictions", "import point-table", "import results"], page.Texts("main .note code"));
        Assert.Equal("6", page.Fact("登録市町村"));
    }

    [Theory]
    [InlineData("/rankings/2026/municipalities")]
    [InlineData("/rankings/2026/prefectures")]
    [InlineData("/prefectures/040002/2026")]
    public async Task PagesOfAYear_AreNotFound(string address) =>
        await (await host.SignInAsAsync(PortalRole.Viewer)).OpenAsync(address, System.Net.HttpStatusCode.NotFound);

    [Fact]
    public async Task Api_HasNoYears() => Assert.Equal(0, (await (await host.SignInAsAsync(PortalRole.Viewer)).AskAsync("/api/v1/years")).GetArrayLength());
}
