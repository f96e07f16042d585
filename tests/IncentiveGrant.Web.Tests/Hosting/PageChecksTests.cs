using AngleSharp.Html.Parser;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>Each check fails where it should.</summary>
public sealed class PageChecksTests
{
    private const string Good = """
        <!doctype html><html lang="ja"><head><title>順位表｜インセンティブ交付金ポータル</title>
        <link rel="stylesheet" href="/portal.css"><script src="/portal.js"></script></head>
        <body><h1>順位表</h1><form method="post"><label for="q">名前</label><input id="q" name="q"><label>状態<select name="s"></select></label>
        <input name="t" aria-label="点"><input type="hidden" name="__RequestVerificationToken" value="x"></form>
        <table><tr><th scope="col">団体</th></tr></table></body></html>
        """;

    [Fact]
    public void FaultsOf_AGoodPage_AreNone() => Assert.Empty(FaultsOf(Good));

    [Theory]
    [InlineData("lang=\"ja\"", "lang=\"en\"", "lang=ja")]
    [InlineData("<h1>順位表</h1>", "", "0 h1")]
    [InlineData("<h1>順位表</h1>", "<h1>順位表</h1><h1>もう一つ</h1>", "2 h1")]
    [InlineData("<h1>順位表</h1>", "<h1> </h1>", "h1 is empty")]
    [InlineData("順位表｜", "", "title")]
    [InlineData("<title>順位表｜インセンティブ交付金ポータル</title>", "", "title")]
    [InlineData("name=\"t\"", "name=\"t\" id=\"q\"", "'q' is there 2 times")]
    [InlineData("for=\"q\"", "for=\"other\"", "'q' has no label")]
    [InlineData(">名前<", "><", "'q' has no label")]
    [InlineData("<label>状態", "<label>", "'s' has no label")]
    [InlineData("aria-label=\"点\"", "aria-labelledby=\"nowhere\"", "'t' has no label")]
    [InlineData("scope=\"col\"", "", "no scope")]
    [InlineData("__RequestVerificationToken", "other", "antiforgery")]
    [InlineData("団体", "The UserName field is required.", "UserName field is required")]
    [InlineData("団体", "The value 'x' is not valid for Role.", "The value 'x' is not valid for Role")]
    [InlineData("団体", "Passwords must have at least one digit.", "Passwords must")]
    [InlineData("<h1>", "<h1 style=\"color: red\">", "inline style")]
    [InlineData("</head>", "<style>h1 { color: red }</style></head>", "inline style")]
    [InlineData("</body>", "<script>alert(1)</script></body>", "inline script")]
    [InlineData("<h1>", "<h1 onclick=\"alert(1)\">", "event handler")]
    [InlineData("団体", "<a href=\"javascript:alert(1)\">団体</a>", "script in a link")]
    public void FaultsOf_APageWithAFault_NameIt(string part, string replacement, string expected)
    {
        var fault = Assert.Single(FaultsOf(Good.Replace(part, replacement, StringComparison.Ordinal)));

        Assert.Contains(expected, fault, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> FaultsOf(string html) => PageChecks.FaultsOf(new HtmlParser().ParseDocument(html));
}
