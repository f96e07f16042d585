using IncentiveGrant.Data;
using IncentiveGrant.Data.Jurisdictions;
using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Pages.Search;

/// <summary>As many municipalities as the page lists, and no more, are a whole list.</summary>
public sealed class CutTests(CutTests.HundredTowns host) : IClassFixture<CutTests.HundredTowns>
{
    [Fact]
    public async Task List_OfAllThatMatch_IsNotSaidToBeCut()
    {
        var client = await host.SignInAsAsync(PortalRole.Viewer);

        var page = await client.OpenAsync($"/search?q={Uri.EscapeDataString("百番")}");

        Assert.Equal(100, page.Texts("[aria-labelledby=m-h] li").Count);
        Assert.DoesNotContain("先頭100件まで", page.Text, StringComparison.Ordinal);
    }

    public sealed class HundredTowns : PortalHost
    {
        private static readonly DatabaseTemplate WithHundredTowns = new(LoadAsync, DatabaseTemplate.Nation);

        protected override DatabaseTemplate Template => WithHundredTowns;

        private static async Task LoadAsync(IServiceProvider services)
        {
            var records = Enumerable.Range(100, 100).Select(number =>
            {
                var digits = $"08{number}";
                var code = JurisdictionCode.Parse($"{digits}{JurisdictionCode.CheckDigit(digits)}");
                return new JurisdictionRecord(number, JurisdictionKind.Municipality, code, 8, $"百番{number}町", $"ひゃくばん{number}", null, 5000, 20000, false, null);
            });
            var changes = await new JurisdictionStore(services.GetRequiredService<PortalDb>()).ApplyAsync(
                [.. records], new FiscalYear(2026), "towns.csv", isDryRun: false, "test", services.GetRequiredService<TimeProvider>().GetUtcNow(),
                CancellationToken.None);
            Assert.False(changes.IsRefused);
        }
    }
}
