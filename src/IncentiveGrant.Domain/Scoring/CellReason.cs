namespace IncentiveGrant.Domain.Scoring;

/// <summary>Why a cell has points, or has none (docs/domain.md, Unknown, missing, zero).</summary>
public enum CellReason : byte
{
    /// <summary>Scored; 0 points are points too.</summary>
    Scored = 0,

    /// <summary>対象外: 0 points, known.</summary>
    NotApplicable = 1,

    /// <summary>未回答: unknown until the sheet is frozen, then 0 points with this reason.</summary>
    Unanswered = 2,

    /// <summary>算定待ち: the ministry has not computed it yet, or not all of the population that it is compared with are known.</summary>
    Pending = 3,
}

/// <summary>The words of the reasons.</summary>
public static class CellReasons
{
    /// <summary>The word of <see cref="CellReason.NotApplicable"/>, in files as on screens.</summary>
    public const string NotApplicable = "対象外";

    /// <summary>The word of <see cref="CellReason.Unanswered"/>, in files as on screens.</summary>
    public const string Unanswered = "未回答";

    /// <summary>対象外, 未回答 or 算定待ち; empty for a scored cell.</summary>
    public static string Name(this CellReason reason) => reason switch
    {
        CellReason.NotApplicable => NotApplicable,
        CellReason.Unanswered => Unanswered,
        CellReason.Pending => "算定待ち",
        _ => "",
    };
}
