namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>The sheets of an opened file, xlsx or CSV.</summary>
internal interface ISheets : IDisposable
{
    /// <summary>Their names; empty for CSV.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Starts to read one from its first row.</summary>
    SheetReader Open(int index);
}
