using System.Diagnostics.CodeAnalysis;
using IncentiveGrant.Domain.Text;

namespace IncentiveGrant.Domain.Jurisdictions;

/// <summary>
/// 団体コード: six digits, the first two the prefecture, the last a check digit. It is not the 保険者番号, which 205 municipalities lack.
/// </summary>
public readonly record struct JurisdictionCode : IComparable<JurisdictionCode>
{
    /// <summary>Digits in a code.</summary>
    public const int Length = 6;

    private readonly string? value;

    private JurisdictionCode(string value) => this.value = value;

    /// <summary>The six digits.</summary>
    public string Value => value ?? throw new InvalidOperationException("An unset jurisdiction code has no value.");

    /// <summary>The number of the prefecture, 1 to 47.</summary>
    public int PrefectureNumber => ((Value[0] - '0') * 10) + (Value[1] - '0');

    /// <summary>Reads a code and verifies its check digit. Full-width digits are accepted; anything else is refused with the reason.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out JurisdictionCode code, out CodeFault fault)
    {
        code = default;
        var digits = NormalizedText.Name(text);
        fault = digits.Length != Length || !digits.All(char.IsAsciiDigit) ? CodeFault.NotSixDigits
            : digits[^1] - '0' != CheckDigit(digits.AsSpan(0, Length - 1)) ? CodeFault.WrongCheckDigit
            : CodeFault.None;
        if (fault != CodeFault.None) return false;
        code = new JurisdictionCode(digits);
        if (code.PrefectureNumber is >= 1 and <= 47) return true;
        (code, fault) = (default, CodeFault.UnknownPrefecture);
        return false;
    }

    /// <summary>Reads a code that is known to be right (from the database).</summary>
    /// <exception cref="FormatException">The text is no code: the database was changed from outside.</exception>
    public static JurisdictionCode Parse(string text) =>
        TryParse(text, out var code, out var fault) ? code : throw new FormatException($"'{text}' is not a jurisdiction code ({fault}).");

    /// <summary>The check digit of five digits: 11 − (Σ weight × digit mod 11), weights 6 to 2, its last digit.</summary>
    public static int CheckDigit(ReadOnlySpan<char> fiveDigits)
    {
        var sum = 0;
        for (var i = 0; i < fiveDigits.Length; i++) sum += (6 - i) * (fiveDigits[i] - '0');
        return (11 - (sum % 11)) % 10;
    }

    /// <inheritdoc />
    public int CompareTo(JurisdictionCode other) => string.CompareOrdinal(value, other.value);

    /// <inheritdoc />
    public override string ToString() => value ?? "";

    /// <summary>Before in code order.</summary>
    public static bool operator <(JurisdictionCode left, JurisdictionCode right) => left.CompareTo(right) < 0;

    /// <summary>After in code order.</summary>
    public static bool operator >(JurisdictionCode left, JurisdictionCode right) => left.CompareTo(right) > 0;

    /// <summary>Before or the same.</summary>
    public static bool operator <=(JurisdictionCode left, JurisdictionCode right) => left.CompareTo(right) <= 0;

    /// <summary>After or the same.</summary>
    public static bool operator >=(JurisdictionCode left, JurisdictionCode right) => left.CompareTo(right) >= 0;
}

/// <summary>Why a text is no 団体コード.</summary>
public enum CodeFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Not six digits (a leading zero lost by a spreadsheet is the usual cause).</summary>
    NotSixDigits,

    /// <summary>The sixth digit does not follow from the other five.</summary>
    WrongCheckDigit,

    /// <summary>The first two digits name no prefecture.</summary>
    UnknownPrefecture,
}
