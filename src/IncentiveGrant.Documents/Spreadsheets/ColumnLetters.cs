namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>The names of columns as a spreadsheet shows them.</summary>
public static class ColumnLetters
{
    /// <summary>A for 0, Z for 25, AA for 26.</summary>
    public static string Of(int column)
    {
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var n = column + 1; n > 0; n = (n - 1) / 26) letters[--at] = (char)('A' + ((n - 1) % 26));
        return new string(letters[at..]);
    }

    /// <summary>The column of an address (27 for AB7); null when it names none.</summary>
    internal static int? Parse(string? address)
    {
        var column = 0;
        foreach (var c in address.AsSpan())
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = (column * 26) + (c - 'A' + 1);
            if (column > SheetReader.MaxColumns) return null;
        }
        return column == 0 ? null : column - 1;
    }
}
