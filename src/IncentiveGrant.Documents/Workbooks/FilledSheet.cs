namespace IncentiveGrant.Documents.Workbooks;

/// <summary>A sheet with its rows.</summary>
/// <param name="Layout">Everything around the rows.</param>
/// <param name="Rows">The rows.</param>
public sealed record FilledSheet(SheetLayout Layout, IEnumerable<IReadOnlyList<SheetValue>> Rows);
