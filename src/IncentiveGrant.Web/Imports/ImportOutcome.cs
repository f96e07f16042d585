using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Web.Imports;

/// <summary>What became of a file: everything there is to say about it, and one sentence that sums it up.</summary>
public sealed record ImportOutcome(bool IsRefused, string Summary, IReadOnlyList<ImportMessage> Messages)
{
    /// <summary>Nothing was changed.</summary>
    public static ImportOutcome Refused(IReadOnlyList<ImportMessage> messages) => new(true, "取り込みませんでした。データは変わっていません。", messages);
}

/// <summary>How a file is to be loaded.</summary>
/// <param name="Year">評価年度 as asked for; null to take it from the file.</param>
/// <param name="IsDryRun">Only tells what would happen.</param>
/// <param name="CreateMissing">Creates the units that the portal does not know yet.</param>
/// <param name="Actor">Who loads it, for the audit.</param>
public sealed record ImportRequest(FiscalYear? Year, bool IsDryRun, bool CreateMissing, string Actor);
