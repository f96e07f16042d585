namespace IncentiveGrant.Web.Infrastructure;

/// <summary>Which part of a long list is shown.</summary>
public sealed record Paging
{
    /// <summary>Rows a page.</summary>
    public const int DefaultSize = 50;

    /// <summary>A page of a list; a number beyond the list shows its last page.</summary>
    /// <param name="page">The page asked for, from 1.</param>
    /// <param name="total">Rows of the list.</param>
    /// <param name="size">Rows a page.</param>
    public Paging(int page, int total, int size = DefaultSize)
    {
        (Total, Size) = (total, size);
        Count = Math.Max(1, (total + size - 1) / size);
        Page = Math.Clamp(page, 1, Count);
    }

    /// <summary>The page, from 1.</summary>
    public int Page { get; }

    /// <summary>Rows of the list.</summary>
    public int Total { get; }

    /// <summary>Rows a page.</summary>
    public int Size { get; }

    /// <summary>How many pages there are; an empty list has one.</summary>
    public int Count { get; }

    /// <summary>Rows before the page.</summary>
    public int Skip => (Page - 1) * Size;

    /// <summary>Number of the first row shown; 0 of an empty list.</summary>
    public int First => Total == 0 ? 0 : Skip + 1;

    /// <summary>Number of the last row shown.</summary>
    public int Last => Math.Min(Skip + Size, Total);

    /// <summary>The page on which a row lies.</summary>
    /// <param name="place">Place of the row in the list, from 0.</param>
    public int PageOf(int place) => (place / Size) + 1;
}
