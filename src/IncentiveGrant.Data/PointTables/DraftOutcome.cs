namespace IncentiveGrant.Data.PointTables;

/// <summary>What became of a change to a draft.</summary>
public abstract record DraftOutcome
{
    private DraftOutcome()
    {
    }

    /// <summary>It was made.</summary>
    /// <param name="TableId">The draft, or the edition that it became.</param>
    public sealed record Saved(int TableId) : DraftOutcome;

    /// <summary>Somebody else has saved the draft since it was read. Nothing was changed.</summary>
    public sealed record Conflict : DraftOutcome;

    /// <summary>It may not be made. Nothing was changed.</summary>
    /// <param name="Text">Why, and what to do.</param>
    public sealed record Refused(string Text) : DraftOutcome;

    /// <summary>There is no such draft: it was published or thrown away.</summary>
    public sealed record NotFound : DraftOutcome;
}
