using System.Text;
using System.Text.RegularExpressions;
using IncentiveGrant.Browser.Tests.Hosting;
using IncentiveGrant.Browser.Tests.Pages;
using Microsoft.Playwright;

namespace IncentiveGrant.Browser.Tests.Journeys;

/// <summary>The report's page, printed by the browser itself: what remains where the portal cannot make a PDF.</summary>
public sealed partial class ReportOnPaperTests
{
    [Fact]
    public async Task Print_ShowsTheSheetsAlone_OnAsManyPagesAsThePdf() => await Visitor.TravelAsync(await Portal.Demo, "ReportOnPaper", async visitor =>
    {
        await visitor.Page.AddInitScriptAsync("window.print = () => { document.body.dataset.printed = 'yes'; }");
        await visitor.SignInAsync(DemoRole.MunicipalOfficer);
        await visitor.OpenAsync(PageList.Own + "/report");

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "印刷" }).ClickAsync();
        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var printed = await visitor.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        var made = await visitor.Page.APIRequest.GetAsync(PageList.Own + "/report/pdf");

        await Assertions.Expect(visitor.Page.Locator("body")).ToHaveAttributeAsync("data-printed", "yes");
        foreach (var frame in new[] { visitor.Menu, visitor.Heading, visitor.Page.Locator(".btn-set") }) await Assertions.Expect(frame).ToBeHiddenAsync();
        await Assertions.Expect(visitor.Page.GetByText("デモデータ：団体・得点・順位はすべて架空です")).ToBeVisibleAsync();
        Assert.InRange(PagesOf(printed), 3, 6);
        Assert.Equal(PagesOf(await made.BodyAsync()), PagesOf(printed));
    });

    private static int PagesOf(byte[] pdf) => PageOfPdf().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex PageOfPdf();
}
