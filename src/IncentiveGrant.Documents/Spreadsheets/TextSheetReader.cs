namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>Rows of texts that were typed somewhere else than in a file, read as a sheet is.</summary>
/// <param name="rows">The rows, the headings first.</param>
internal sealed class TextSheetReader(IReadOnlyList<IReadOnlyList<string?>> rows) : SheetReader
{
    private int next;

    public override string? Name => null;

    public override int ColumnCount => rows[next - 1].Count;

    public override IReadOnlyList<MergedCells> Merges => [];

    public override SheetCell this[int column] => (uint)column < (uint)ColumnCount ? SheetCell.Of(rows[next - 1][column]) : SheetCell.Blank;

    protected override bool ReadNext() => next++ < rows.Count;
}
