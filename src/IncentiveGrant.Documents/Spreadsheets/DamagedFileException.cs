namespace IncentiveGrant.Documents.Spreadsheets;

/// <summary>
/// Thrown while a file is read when the rest of it cannot be: it is cut off, corrupt or beyond the limits. It never leaves
/// <see cref="Spreadsheet.Read{T}"/>, which makes it a refusal.
/// </summary>
/// <param name="message">Why, as a Japanese sentence for the user.</param>
internal sealed class DamagedFileException(string message) : Exception(message);
