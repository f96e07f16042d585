using System.Net;

namespace IncentiveGrant.Web.Tests.Infrastructure;

public class ErrorPageTests(KitFixture kit) : IClassFixture<KitFixture>
{
    [Theory]
    [InlineData(400, "送信された内容を処理できませんでした")]
    [InlineData(403, "この画面を見る権限がありません")]
    [InlineData(404, "ページが見つかりません")]
    [InlineData(413, "この操作は受け付けられませんでした")]
    [InlineData(503, "システムのエラーが起きました")]
    public async Task Status_HasAPageInJapanese(int status, string heading)
    {
        var response = await kit.Host.GetAsync($"/refuse/{status}");

        Assert.Equal(status, (int)response.StatusCode);
        var page = await KitHost.Read(response);
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotEmpty(page.QuerySelectorAll("dd")[^1].TextContent);
    }

    [Fact]
    public async Task Exception_ShowsAReferenceAndNothingOfItself()
    {
        var response = await kit.Host.PostAsync("/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var page = await KitHost.Read(response);
        Assert.Equal("システムのエラーが起きました", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("connection string", page.Source.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", page.Source.Text, StringComparison.Ordinal);
        Assert.NotNull(response.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("/nothing-here", 404)]
    [InlineData("/error/403", 403)]
    [InlineData("/error/200", 404)]
    [InlineData("/error", 404)]
    public async Task Address_AnswersWithTheStatusItSpeaksOf(string address, int status)
    {
        var response = await kit.Host.GetAsync(address);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }
}
