using IncentiveGrant.Data;
using IncentiveGrant.Data.Jurisdictions;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.Years;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>
/// A few fictional municipalities, with codes that the sample files do not have: four in 宮城県, of which two share a 広域連合, and two in 山形県, of
/// which one has a namesake in 宮城県.
/// </summary>
public static class TestJurisdictions
{
    /// <summary>宮城県's number.</summary>
    public const int Miyagi = 4;

    /// <summary>The town of 宮城県 that the officer among <see cref="TestAccounts"/> acts for.</summary>
    public const string Town = "かわべ町";

    /// <summary>山形県's number.</summary>
    public const int Yamagata = 6;

    /// <summary>Loads them as the command does.</summary>
    public static async Task LoadAsync(IServiceProvider services)
    {
        JurisdictionRecord[] records =
        [
            new(2, JurisdictionKind.WideAreaUnion, null, Miyagi, "みなみ広域連合", "みなみこういきれんごう", null, null, null, null, null),
            Municipality(3, Miyagi, "0491", "あおば市", null), Municipality(4, Miyagi, "0492", "かわべ町", null),
            Municipality(5, Miyagi, "0493", "みなみ町", "みなみ広域連合"), Municipality(6, Miyagi, "0494", "はまべ村", "みなみ広域連合"),
            Municipality(7, Yamagata, "0691", "やまね市", null), Municipality(8, Yamagata, "0692", "かわべ町", null),
        ];
        var changes = await new JurisdictionStore(services.GetRequiredService<PortalDb>())
            .ApplyAsync(records, new FiscalYear(2026), "test-jurisdictions.csv", isDryRun: false, "test",
                services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
        Assert.False(changes.IsRefused);
    }

    private static JurisdictionRecord Municipality(int row, int prefecture, string number, string name, string? union)
    {
        var digits = number + "0";
        var code = JurisdictionCode.Parse($"{digits}{JurisdictionCode.CheckDigit(digits)}");
        return new JurisdictionRecord(row, JurisdictionKind.Municipality, code, prefecture, name, name, null, 5000, 20000, false, union);
    }
}
