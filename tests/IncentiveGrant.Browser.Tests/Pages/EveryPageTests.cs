using IncentiveGrant.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Pages;

/// <summary>What holds for every page of every role, as <see cref="Inspection"/> says it; and for the pages that say no.</summary>
public sealed class EveryPageTests
{
    [Theory]
    [InlineData(DemoRole.MunicipalOfficer)]
    [InlineData(DemoRole.PrefectureStaff)]
    [InlineData(DemoRole.Administrator)]
    [InlineData(DemoRole.Viewer)]
    public async Task Pages_OfARole_AreAccessibleAtEveryWidth(DemoRole role) => await Visitor.TravelAsync(await Portal.Demo, $"Pages_{role}", async visitor =>
    {
        await visitor.SignInAsync(role);
        var faults = new List<string>();

        foreach (var path in PageList.Of(role))
        {
            await visitor.OpenAsync(path);
            faults.AddRange(await Inspection.FaultsAsync(visitor));
        }

        Assert.True(faults is [], string.Join('\n', faults));
    });

    [Fact]
    public async Task SignIn_IsAccessibleAtEveryWidth() => await Visitor.TravelAsync(await Portal.Demo, "Pages_SignIn", async visitor =>
    {
        await visitor.OpenAsync("/account/sign-in");

        Assert.Empty(await Inspection.FaultsAsync(visitor));
    });

    [Theory]
    [InlineData("/nothing-here", 404, "ページが見つかりません")]
    [InlineData("/municipalities/999999/2026", 404, "ページが見つかりません")]
    [InlineData("/rankings/2019/municipalities", 404, "ページが見つかりません")]
    [InlineData("/admin/users", 403, "この画面を見る権限がありません")]
    public async Task ErrorPage_SaysWhatToDoAndLeadsHome(string path, int status, string heading) =>
        await Visitor.TravelAsync(await Portal.Demo, $"Pages_{status}", async visitor =>
        {
            await visitor.SignInAsync(DemoRole.MunicipalOfficer);

            await visitor.OpenAsync(path, status);

            await Assertions.Expect(visitor.Heading).ToHaveTextAsync(heading);
            Assert.Empty(await Inspection.FaultsAsync(visitor));
            await visitor.FollowAsync("ホームへ戻る");
            Assert.Equal("/", visitor.Path);
        });
}
