using IncentiveGrant.Web.Tests.Hosting;
using IncentiveGrant.Web.Tests.Pages.Account;

namespace IncentiveGrant.Web.Tests.Pages.Rankings;

/// <summary>Files made of demonstration data say so: they outlive the page that does.</summary>
public sealed class DemoTakeAwayTests(DemoSignInTests.DemoHost host) : IClassFixture<DemoSignInTests.DemoHost>
{
    private const string Notice = "デモデータ：得点は架空です";

    [Theory]
    [InlineData("/rankings/2026/municipalities/xlsx", 1)]
    [InlineData("/rankings/2026/prefectures/xlsx", 1)]
    [InlineData("/rankings/2026/prefectures/xlsx?by=municipalities", 1)]
    [InlineData("/municipalities/048054/2026/xlsx", 3)]
    public async Task Xlsx_SaysSoOnTheFirstRowOfEverySheet(string address, int sheets)
    {
        var file = await TakeAsync(address);

        Assert.Equal(sheets, file.Sheets().Count);
        Assert.All(file.Sheets().Values, rows => Assert.Equal(Notice, rows[0][0]));
        Assert.DoesNotContain(
            file.Sheets().Values.SelectMany(rows => rows), row => row[0] is string text && text.Contains("厚生労働省公表値", StringComparison.Ordinal));
        Assert.EndsWith("_デモデータ.xlsx", file.Name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rankings/2026/municipalities/csv", "令和8年度_市町村順位表_合計_デモデータ.csv", "全国順位,")]
    [InlineData("/rankings/2026/prefectures/csv", "令和8年度_都道府県順位表_デモデータ.csv", "順位,")]
    public async Task Csv_SaysSoInItsNameAndStaysATable(string address, string name, string firstLine)
    {
        var file = await TakeAsync(address);

        Assert.Equal(name, file.Name);
        Assert.StartsWith(firstLine, file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("厚生労働省公表値", file.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rankings/2026/municipalities")]
    [InlineData("/rankings/2026/prefectures")]
    [InlineData("/rankings/2026/prefectures?by=municipalities")]
    public async Task Page_NamesNoOtherSource(string address)
    {
        var client = await SignInAsync();

        var page = await client.OpenAsync(address);

        Assert.Contains("確定（架空のデモデータ）", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("厚生労働省公表値", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_NamesNoOtherSource()
    {
        var client = await SignInAsync();

        var years = await client.AskAsync("/api/v1/years");

        Assert.All(
            years.EnumerateArray().SelectMany(year => year.GetProperty("boards").EnumerateArray()),
            board => Assert.Equal("架空のデモデータ", board.GetProperty("source").GetString()));
    }

    private async Task<TakenFile> TakeAsync(string address) => await (await SignInAsync()).TakeAsync(address);

    private async Task<PortalClient> SignInAsync()
    {
        var client = host.NewClient();
        await client.SubmitAsync((await client.OpenAsync("/account/sign-in")).Form("form:has(input[value='viewer'])"));
        return client;
    }
}
