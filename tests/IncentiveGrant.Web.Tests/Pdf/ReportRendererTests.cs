using System.Security.Claims;
using AngleSharp.Html.Parser;
using IncentiveGrant.Web.Infrastructure;
using IncentiveGrant.Web.Pdf;
using IncentiveGrant.Web.Tests.Pdf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Internal;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

[assembly: RazorCompiledItem(typeof(SampleReport), "mvc.1.0.view", SampleReport.ViewPath)]

namespace IncentiveGrant.Web.Tests.Pdf;

public sealed class ReportRendererTests : IDisposable
{
    private readonly DirectoryInfo webRoot = Directory.CreateTempSubdirectory("web-root-");

    [Fact]
    public async Task Render_OutsideOfAnyRequest_GivesTheViewWithItsModelEncoded()
    {
        await using var app = Portal();
        var renderer = app.Services.GetRequiredService<ReportRenderer>();

        var html = await renderer.RenderAsync(SampleReport.ViewPath, "大河原町 <b>");

        Assert.Equal("大河原町 <b>", new HtmlParser().ParseDocument(html).QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task Render_ForAUser_TheViewSeesTheUser()
    {
        await using var app = Portal();
        var renderer = app.Services.GetRequiredService<ReportRenderer>();
        var user = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "sato")], "test"));

        var html = await renderer.RenderAsync(SampleReport.ViewPath, "大河原町", user);

        Assert.Contains("<p>sato</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_ManyAtOnce_KeepsThemApart()
    {
        await using var app = Portal();
        var renderer = app.Services.GetRequiredService<ReportRenderer>();

        var pages = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => renderer.RenderAsync(SampleReport.ViewPath, $"report-{n}"))));

        Assert.All(pages.Index(), page => Assert.Contains($"<h1>report-{page.Index}</h1>", page.Item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Render_UnknownView_NamesIt()
    {
        await using var app = Portal();
        var renderer = app.Services.GetRequiredService<ReportRenderer>();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => renderer.RenderAsync("/Pages/Reports/_Nowhere.cshtml", ""));

        Assert.Contains("/Pages/Reports/_Nowhere.cshtml", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stylesheet_WithImportsFontsAndPictures_AsksForNothing()
    {
        Write("lib/tokens.css", ":root { --ink: #1a1a1c; }");
        Write("lib/fonts/figures.woff2", "FONT");
        Write("css/select.svg", "<svg/>");
        Write("css/portal.css", """
            /* url("not-there.png") in a comment */
            @import url("../lib/tokens.css") layer(tokens);
            @font-face { font-family: "Portal Figures"; src: url("../lib/fonts/figures.woff2?v=1") format("woff2"); }
            select { background: url(select.svg) no-repeat; } .maybe { fill: url(#hatch-s); }
            """);
        await using var app = Portal();
        var styles = app.Services.GetRequiredService<InlineStylesheet>();

        var css = styles.Of("css/portal.css").ToString()!;

        Assert.Contains("@layer tokens { :root { --ink: #1a1a1c; } }", css, StringComparison.Ordinal);
        Assert.Contains("src: url(\"data:font/woff2;base64,Rk9OVA==\") format(\"woff2\")", css, StringComparison.Ordinal);
        Assert.Contains("background: url(\"data:image/svg+xml;base64,PHN2Zy8+\") no-repeat", css, StringComparison.Ordinal);
        Assert.Contains("fill: url(#hatch-s)", css, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", css, StringComparison.Ordinal);
        Assert.DoesNotContain("not-there", css, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stylesheet_Changed_IsReadAgain()
    {
        Write("portal.css", "p { color: red; }");
        await using var app = Portal();
        var styles = app.Services.GetRequiredService<InlineStylesheet>();
        styles.Of("portal.css");

        Write("portal.css", "p { color: blue; }");
        File.SetLastWriteTimeUtc(Path.Combine(webRoot.FullName, "portal.css"), new DateTime(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal("p { color: blue; }", styles.Of("portal.css").ToString());
    }

    [Fact]
    public async Task Stylesheet_WithAMissingFile_NamesIt()
    {
        Write("portal.css", "p { background: url(gone.png); }");
        await using var app = Portal();
        var styles = app.Services.GetRequiredService<InlineStylesheet>();

        var fault = Assert.Throws<FileNotFoundException>(() => styles.Of("portal.css"));

        Assert.Contains("gone.png", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Pdf:Tabs", "-1")]
    [InlineData("Pdf:Timeout", "00:00:00")]
    [InlineData("Pdf:DocumentsPerTab", "0")]
    public async Task Start_WithAWrongSetting_StopsAndNamesIt(string setting, string value)
    {
        await using var app = Portal((setting, value));

        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(setting, fault.Message, StringComparison.Ordinal);
    }

    public void Dispose() => webRoot.Delete(recursive: true);

    private void Write(string path, string text)
    {
        var file = new FileInfo(Path.Combine(webRoot.FullName, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, text);
    }

    private WebApplication Portal(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { WebRootPath = webRoot.FullName });
        foreach (var (key, value) in settings) builder.Configuration[key] = value;
        builder.Services.AddPortalOptions(builder.Configuration);
        builder.Services.AddPortalPdf();
        builder.Services.AddRazorPages().ConfigureApplicationPartManager(parts =>
            parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(SampleReport).Assembly)));
        return builder.Build();
    }
}

/// <summary>A compiled view written by hand: its model as a heading, the user's name as a paragraph, a link as views have them.</summary>
internal sealed class SampleReport : RazorPage<string>
{
    public const string ViewPath = "/Pages/Reports/_Sample.cshtml";

    [RazorInject]
    public IUrlHelper Url { get; init; } = null!;

    public override Task ExecuteAsync()
    {
        WriteLiteral("<h1>");
        Write(Model);
        WriteLiteral("</h1><p>");
        Write(User.Identity?.Name);
        WriteLiteral("</p>");
        Write(Url.Page("/Index"));
        return Task.CompletedTask;
    }
}
