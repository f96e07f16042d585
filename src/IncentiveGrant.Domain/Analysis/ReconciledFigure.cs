using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.Analysis;

/// <summary>A published figure beside the recomputed one, from whatever source.</summary>
/// <param name="FiscalYear">評価年度.</param>
/// <param name="Audience">対象.</param>
/// <param name="Source">The file or document that prints it.</param>
/// <param name="Whose">全国, 宮城県大河原町.</param>
/// <param name="Level">The level or cell as it is called there.</param>
/// <param name="What">What the figure is: 平均点.</param>
/// <param name="Printed">As printed.</param>
/// <param name="Published">公表値.</param>
/// <param name="Recomputed">再計算値; null when nothing can be computed.</param>
/// <param name="Agrees">Whether the one confirms the other.</param>
public sealed record ReconciledFigure(
    FiscalYear FiscalYear, Audience Audience, string Source, string Whose, string Level, string What, string Printed, decimal Published,
    decimal? Recomputed, bool Agrees)
{
    /// <summary>The length of <see cref="Subject"/>.</summary>
    public const int SubjectLength = 32;

    /// <summary>A likely cause of the difference, in words; empty where they agree.</summary>
    public string Cause { get; init; } = "";

    /// <summary>
    /// The document, where the figure is one's; empty for a results file, whose figures stay the same figures in a corrected file of another name.
    /// </summary>
    public string Document { get; init; } = "";

    /// <summary>How much the published figure is above the recomputed one.</summary>
    public decimal? Difference => Published - Recomputed;

    /// <summary>令和8年度 市町村分 全国 合計 平均点.</summary>
    public string Description => string.Join(
        ' ', ((string[])[FiscalYear.Japanese, Audience.Name(), Document, Whose, Level, What]).Where(part => part.Length > 0));

    /// <summary>What an acknowledgement is of, and what addresses call it: the figure, whatever its values are.</summary>
    public string Subject => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', FiscalYear, Audience.Slug(), Document, Whose, Level, What))))[..SubjectLength];

    /// <summary>Both values: an acknowledgement holds as long as they stay.</summary>
    public string Values => $"{Printed}／{Recomputed?.ToString("0.#########", CultureInfo.InvariantCulture) ?? "—"}";
}

/// <summary>That somebody has looked at a difference and says what it is.</summary>
public sealed class DifferenceAcknowledgement
{
    /// <summary>Longest note.</summary>
    public const int NoteMaxLength = 500;

    /// <summary>Longest description of the figure.</summary>
    public const int DescriptionMaxLength = 500;

    /// <summary>Longest pair of values.</summary>
    public const int ValuesMaxLength = 120;

    /// <summary>Longest name of the person.</summary>
    public const int ActorMaxLength = 130;

    /// <summary>The length of <see cref="Stamp"/>.</summary>
    public const int StampLength = 32;

    /// <summary>The figure (<see cref="ReconciledFigure.Subject"/>).</summary>
    public required string Subject { get; init; }

    /// <summary>The figure in words.</summary>
    public required string Description { get; init; }

    /// <summary>The values that were looked at (<see cref="ReconciledFigure.Values"/>).</summary>
    public required string Values { get; set; }

    /// <summary>What they found.</summary>
    public required string Note { get; set; }

    /// <summary>Who.</summary>
    public required string Actor { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>Changes with every saving: who saves says which they have seen.</summary>
    public required string Stamp { get; set; }
}
