using IncentiveGrant.Domain.Accounts;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;

namespace IncentiveGrant.Web.Tests.Infrastructure;

public class NavigationTests
{
    [Theory]
    [InlineData("/", "page", null, null)]
    [InlineData("/rankings/2026/municipalities", null, "page", null)]
    [InlineData("/rankings/2025/prefectures", null, "true", null)]
    [InlineData("/prefectures/040002/2026", null, null, "true")]
    [InlineData("/search", null, null, "page")]
    [InlineData("/rankingsabc", null, null, null)]
    public void CurrentAt_MarksThePageAndItsSection(string address, string? home, string? rankings, string? jurisdictions)
    {
        var menu = Navigation.For(new FiscalYear(2026), PortalRole.MunicipalOfficer);

        Assert.Equal([home, rankings, jurisdictions], menu.Select(item => item.CurrentAt(address)));
    }

    [Fact]
    public void For_BeforeTheFirstResults_HasNoRankings() => Assert.Equal(["ホーム", "団体"], Navigation.For(null, PortalRole.Viewer).Select(item => item.Text));

    [Fact]
    public void For_AnAdministrator_HasReconciliationAndUsers() =>
        Assert.Equal(["突合", "利用者"], Navigation.For(null, PortalRole.Administrator).Select(item => item.Text).TakeLast(2));
}
