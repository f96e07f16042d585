using System.Diagnostics.CodeAnalysis;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>Values as people write them into files and fields: ○, ×, 対象外, a number; nothing or 未回答 for no answer.</summary>
public static class GivenText
{
    /// <summary>Reads a value of an input. A limit may be answered by ○ or × where the number is not at hand.</summary>
    /// <param name="text">What is written.</param>
    /// <param name="input">What is asked for.</param>
    /// <param name="value">The value.</param>
    /// <param name="fault">What is wrong with it and what to do.</param>
    public static bool TryParse(string? text, TableInput input, out GivenValue value, [NotNullWhen(false)] out string? fault)
    {
        (value, fault) = (GivenValue.Missing, null);
        var written = NormalizedText.Name(text);
        switch (written)
        {
            case "" or CellReasons.Unanswered:
                return true;
            case CellReasons.NotApplicable:
                value = GivenValue.NotApplicable;
                return true;
            case "○" or "〇" or "◯" or "×" or "✕" or "✖":
                value = written is "○" or "〇" or "◯" ? GivenValue.Yes : GivenValue.No;
                if (!input.IsMark && input.Rule.Test is not ThresholdTest) fault = $"「{input.Key}」は数で答えます。○×ではなく、数を書いてください。";
                return fault is null;
        }
        if (TypedNumber.Parse(written.TrimEnd('%')) is not { } number) fault = $"「{written}」は使えません。○、×、対象外、数のどれかを書いてください。";
        else if (input.IsMark) fault = $"「{input.Key}」は○か×で答えます。数ではなく、○か×を書いてください。";
        else if (input.Rule.Test is CountTest && (!decimal.IsInteger(number) || number < 0)) fault = $"「{input.Key}」は個数です。0以上の整数を書いてください。";
        else value = GivenValue.Of(number);
        return fault is null;
    }
}
