using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using IncentiveGrant.Browser.Tests.Hosting;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Pages;

/// <summary>
/// What holds for every page of every role: axe finds nothing on a wide screen, on a phone and at 320 px (1280 px at 400 %), the page never
/// scrolls sideways, and every link leads to a page of <see cref="PageList"/>, so that a new page cannot be forgotten.
/// </summary>
public sealed partial class EveryPageTests
{
    private static readonly int[] Widths = [1440, 1024, 768, 400, 320];
    private static readonly int[] WidthsOfAxe = [1440, 400, 320];

    /// <summary>What axe has looked at already: many pages read the same for several roles.</summary>
    private static readonly ConcurrentDictionary<string, bool> Inspected = new();

    private static readonly HashSet<string> Listed = [.. Enum.GetValues<DemoRole>().SelectMany(PageList.Of).Append("/account/sign-in").Select(FormOf)];

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
            faults.AddRange((await FaultsAsync(visitor)).Select(fault => $"{path} {fault}"));
        }

        Assert.True(faults is [], string.Join('\n', faults));
    });

    [Fact]
    public async Task SignIn_IsAccessibleAtEveryWidth() => await Visitor.TravelAsync(await Portal.Demo, "Pages_SignIn", async visitor =>
    {
        await visitor.OpenAsync("/account/sign-in");

        Assert.Empty(await FaultsAsync(visitor));
    });

    /// <summary>What is wrong with the page before a visitor.</summary>
    internal static async Task<IReadOnlyList<string>> FaultsAsync(Visitor visitor)
    {
        var faults = new List<string>();
        var isNew = Inspected.TryAdd(await ContentAsync(visitor.Page), true);
        foreach (var width in Widths)
        {
            if (await visitor.SidewaysAsync(width) is { } sideways) faults.Add($"scrolls sideways at {width} px: {sideways}");
            if (isNew && WidthsOfAxe.Contains(width)) faults.AddRange((await visitor.Page.FindingsAsync()).Select(finding => $"at {width} px: {finding}"));
        }
        faults.AddRange((await FormsOfLinksAsync(visitor.Page)).Except(Listed).Select(form => $"leads to {form}, which is in no list of pages"));
        return faults;
    }

    /// <summary>The main part, without what differs from answer to answer.</summary>
    private static async Task<string> ContentAsync(IPage page) => HiddenField().Replace(await page.Locator("main").InnerHTMLAsync(), "");

    private static async Task<IEnumerable<string>> FormsOfLinksAsync(IPage page)
    {
        var links = await page.EvaluateAsync<string[]>("() => [...document.links].filter(a => a.host === location.host).map(a => a.pathname)");
        return links.Where(link => !File().IsMatch(link)).Select(FormOf).Distinct();
    }

    /// <summary>/rankings/#/municipalities: an address without its numbers.</summary>
    private static string FormOf(string path) => Number().Replace(path.Split('?')[0], "/#");

    [GeneratedRegex(@"/\d+(?=/|$)")]
    private static partial Regex Number();

    [GeneratedRegex("/(xlsx|csv|pdf)$")]
    private static partial Regex File();

    [GeneratedRegex("<input [^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();
}
