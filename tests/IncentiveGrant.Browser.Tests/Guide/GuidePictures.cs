using IncentiveGrant.Browser.Tests.Hosting;
using IncentiveGrant.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Guide;

/// <summary>The pictures of the guide, taken in the demonstration as people see it.</summary>
internal static class GuidePictures
{
    /// <summary>The pictures by their file names.</summary>
    private static readonly Picture[] All =
    [
        new("sign-in", null, "/account/sign-in"),
        new("officer-home", DemoRole.MunicipalOfficer, "/"),
        new("officer-ranking", DemoRole.MunicipalOfficer, "/rankings/2026/municipalities", ".filters"),
        new("officer-profile", DemoRole.MunicipalOfficer, PageList.Own),
        new("officer-room", DemoRole.MunicipalOfficer, PageList.Own, "#room", Height: 620),
        new("officer-indicators", DemoRole.MunicipalOfficer, PageList.Own + "?show=lost&open=%E6%8E%A8%E9%80%B2%2F%E2%85%A0%2F%E4%BD%93%E5%88%B6%2F2",
            "#indicators"),
        new("officer-report", DemoRole.MunicipalOfficer, PageList.Own + "/report"),
        new("prefecture-home", DemoRole.PrefectureStaff, "/"),
        new("prefecture-ranking", DemoRole.PrefectureStaff, "/rankings/2026/prefectures"),
        new("administrator-home", DemoRole.Administrator, "/"),
        new("administrator-user", DemoRole.Administrator, "/admin/users/new"),
    ];

    /// <summary>Takes all of them anew.</summary>
    public static async Task TakeAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var picture in All) await TakeAsync(await Portal.Demo, picture, folder);
        using var empty = await Portal.StartAsync(isDemo: false);
        await TakeAsync(empty, new("setup", null, "/setup"), folder);
    }

    private static async Task TakeAsync(Portal portal, Picture picture, string folder) =>
        await Visitor.TravelAsync(portal, $"Guide_{picture.Name}", async visitor =>
        {
            if (picture.Role is { } role) await visitor.SignInAsync(role);
            await visitor.OpenAsync(picture.Path);
            if (picture.From is { } section) await visitor.Page.Locator(section).EvaluateAsync("e => e.scrollIntoView()");
            await visitor.Page.EvaluateAsync("() => document.fonts.ready.then(() => true)");
            await visitor.Page.ScreenshotAsync(
                new PageScreenshotOptions { Path = Path.Combine(folder, picture.Name + ".png"), Animations = ScreenshotAnimations.Disabled });
        }, new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1200, Height = picture.Height } });

    /// <summary>A picture.</summary>
    /// <param name="Name">Its file, without the ending.</param>
    /// <param name="Role">Who looks; null for somebody who has not signed in.</param>
    /// <param name="Path">At which page.</param>
    /// <param name="From">The section that the window begins with; null for the beginning of the page.</param>
    /// <param name="Height">The window's height: less where a page full of text would make a large file.</param>
    private sealed record Picture(string Name, DemoRole? Role, string Path, string? From = null, int Height = 760);
}
