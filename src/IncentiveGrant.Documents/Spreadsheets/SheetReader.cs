using System.Globalization;
using IncentiveGrant.Domain.Imports;

namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>A sheet that is read forward, row by row. Columns count from 0.</summary>
public abstract class SheetReader
{
    /// <summary>More rows than any file of the scheme has; a file that claims more is refused.</summary>
    public const int MaxRows = 200_000;

    /// <summary>The columns that a spreadsheet can have.</summary>
    public const int MaxColumns = 16_384;

    /// <summary>The sheet's name; null for a CSV file.</summary>
    public abstract string? Name { get; }

    /// <summary>The number of the current row, from 1.</summary>
    public int RowNumber { get; private set; }

    /// <summary>How many cells the current row has.</summary>
    public abstract int ColumnCount { get; }

    /// <summary>Merged cells; none in a CSV file.</summary>
    public abstract IReadOnlyList<MergedCells> Merges { get; }

    /// <summary>A cell of the current row; blank beyond its end.</summary>
    public abstract SheetCell this[int column] { get; }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool ReadRow()
    {
        if (!ReadNext()) return false;
        if (++RowNumber > MaxRows) throw new DamagedFileException($"{MaxRows:#,##0}行を超えています。行を減らすか、下の空の行を削除してから読み込んでください。");
        return true;
    }

    /// <summary>Goes to the next row of the file.</summary>
    protected abstract bool ReadNext();

    /// <summary>A place on this sheet, for messages.</summary>
    public ImportPlace Place(int? row = null, int? column = null, string? heading = null) =>
        new(Name, row, column is { } at ? ColumnName(at) : null, heading);

    /// <summary>What messages call a column: its letters, or its number in a CSV file.</summary>
    public string ColumnName(int column) => Name is null ? (column + 1).ToString(CultureInfo.InvariantCulture) : ColumnLetters.Of(column);
}

/// <summary>A range of merged cells, whose content stands in its first cell. Rows count from 1, columns from 0; both ends belong to it.</summary>
/// <param name="FirstRow">First row.</param>
/// <param name="LastRow">Last row.</param>
/// <param name="FirstColumn">First column.</param>
/// <param name="LastColumn">Last column.</param>
public sealed record MergedCells(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    /// <summary>Whether a cell lies in it.</summary>
    public bool Contains(int row, int column) => FirstRow <= row && row <= LastRow && FirstColumn <= column && column <= LastColumn;
}
