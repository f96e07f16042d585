using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Web.Pages.Admin.PointTables;

/// <summary>An edition without its contents, as lists and choosers show it.</summary>
public sealed record EditionRow(
    int Id, FiscalYear FiscalYear, Audience Audience, int Edition, PointTableState State, PointTableOrigin Origin, string Title, string? Reason,
    DateTimeOffset? PublishedAt, DateTimeOffset? SavedAt, int ResultCount)
{
    /// <summary>下書き, 第2版.</summary>
    public string Name => NameOf(State, Edition);

    /// <summary>令和8年度 市町村分 第2版.</summary>
    public string FullName => $"{FiscalYear.Japanese} {Audience.Name()} {Name}";

    /// <summary>What an edition is called inside its year.</summary>
    public static string NameOf(PointTableState state, int edition) => state == PointTableState.Draft ? "下書き" : $"第{edition}版";
}
