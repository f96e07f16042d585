using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Web.PointTables;

/// <summary>The point table that comes with the portal: 令和8年度, 市町村分. It is also the template for others.</summary>
internal static class ShippedTable
{
    /// <summary>Where it lies beside the executable.</summary>
    public const string Path = "PointTables/point-table-r8-municipality.xlsx";

    /// <summary>Reads it.</summary>
    public static PointTable Read(IHostEnvironment environment)
    {
        using var stream = environment.ContentRootFileProvider.GetFileInfo(Path).CreateReadStream();
        return PointTableWorkbook.Read(stream, System.IO.Path.GetFileName(Path)).Content!;
    }
}
