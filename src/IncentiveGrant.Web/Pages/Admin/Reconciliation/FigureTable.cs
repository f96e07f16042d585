namespace IncentiveGrant.Web.Pages.Admin.Reconciliation;

/// <summary>Figures as <c>_Figures.cshtml</c> lists them.</summary>
/// <param name="Name">What the table is called.</param>
/// <param name="Rows">The figures.</param>
public sealed record FigureTable(string Name, IReadOnlyList<IndexModel.Row> Rows);
