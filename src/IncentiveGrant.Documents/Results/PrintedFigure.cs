using IncentiveGrant.Documents.Spreadsheets;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Documents.Results;

/// <summary>
/// Reads a printed figure: a number, a sign or word that stands for the absence of one (—, ※, 対象外), or nothing. Any other text is
/// somebody's mistake and is not passed over.
/// </summary>
internal static class PrintedFigure
{
    private const int SignLength = 8;

    private static readonly HashSet<string> Words = ["対象外", "該当なし", "非該当", "算定対象外", "算定外", "算定不可", "未算定", "集計中", "未回答", "無回答", "秘匿"];

    /// <summary>Reads a cell; false when it is none of these.</summary>
    public static bool TryRead(SheetCell cell, out Figure figure)
    {
        figure = default;
        if (cell.IsBlank) return true;
        if (cell.AsNumber() is { } number)
        {
            figure = new Figure(number);
            return true;
        }
        if (cell.Kind == SheetCellKind.Error) return false;
        var text = NormalizedText.Of(cell.Text);
        if (!IsSign(text) && !Words.Contains(text)) return false;
        figure = new Figure(null, text);
        return true;
    }

    /// <summary>Dashes, marks and the numbers of notes (※1): no letters, at least one sign.</summary>
    private static bool IsSign(string text) =>
        text.Length <= SignLength && !char.IsAsciiDigit(text[0]) && text.All(c => c == 'ー' || char.IsAsciiDigit(c) || !char.IsLetterOrDigit(c));
}
