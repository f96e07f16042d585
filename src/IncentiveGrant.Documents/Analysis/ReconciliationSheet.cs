using IncentiveGrant.Documents.Workbooks;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Documents.Analysis;

/// <summary>Published figures beside recomputed ones, as a sheet.</summary>
public static class ReconciliationSheet
{
    /// <summary>The layout around the rows.</summary>
    /// <param name="year">評価年度; null for all.</param>
    /// <param name="notes">Where the figures come from and when the file was made.</param>
    public static SheetLayout Layout(FiscalYear? year, IReadOnlyList<string> notes) => new("公表値の突合",
    [
        new SheetColumn("判定", ColumnFormat.Text, 9),
        new SheetColumn("年度", ColumnFormat.Text, 11),
        new SheetColumn("対象", ColumnFormat.Text, 11),
        new SheetColumn("出典", ColumnFormat.Text, 34),
        new SheetColumn("団体・集合", ColumnFormat.Text, 24),
        new SheetColumn("階層", ColumnFormat.Text, 24),
        new SheetColumn("種別", ColumnFormat.Text, 26),
        new SheetColumn("印字", ColumnFormat.Text, 12),
        new SheetColumn("公表値", ColumnFormat.Exact, 16),
        new SheetColumn("再計算値", ColumnFormat.Exact, 16),
        new SheetColumn("差", ColumnFormat.Exact, 14),
        new SheetColumn("考えられる理由", ColumnFormat.WrappedText, 50),
        new SheetColumn("確認のメモ", ColumnFormat.WrappedText, 40),
        new SheetColumn("確認した人", ColumnFormat.Text, 14),
        new SheetColumn("確認した日時", ColumnFormat.Text, 22),
    ])
    {
        TitleLines = [$"公表値の突合　{year?.Japanese ?? "すべての年度"}"],
        FrozenColumns = 1,
        HasFilter = true,
        Notes = [.. notes, "公表値は印字のままです。「—」は再計算できないことを示します。", "「確認済み」は、管理者が差異の理由を確かめたものです。公表値も再計算値も変わりません。"],
    };

    /// <summary>A row.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="isOpen">Whether it is a difference that nobody has acknowledged with the values that it has now.</param>
    /// <param name="acknowledgement">What was said of the difference; null for nothing.</param>
    /// <param name="at">When, as it is shown.</param>
    public static IReadOnlyList<SheetValue> RowOf(ReconciledFigure figure, bool isOpen, DifferenceAcknowledgement? acknowledgement, string? at) =>
    [
        figure.Agrees ? "一致" : isOpen ? "差異" : "確認済み", figure.FiscalYear.Japanese, figure.Audience.Name(), figure.Source,
        figure.Whose, figure.Level, figure.What, figure.Printed, figure.Published, SheetValue.Of(figure.Recomputed), SheetValue.Of(figure.Difference),
        figure.Cause, acknowledgement?.Note, acknowledgement?.Actor, at,
    ];
}
