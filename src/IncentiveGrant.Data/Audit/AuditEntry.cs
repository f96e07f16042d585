namespace IncentiveGrant.Data.Audit;

/// <summary>
/// One row of the audit: who changed what, when, from what to what. Rows of a stream are chained by hashes, so that a row that is changed
/// or taken out shows.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>Longest stream name.</summary>
    public const int StreamMaxLength = 60;

    /// <summary>Longest name of the person.</summary>
    public const int ActorMaxLength = 130;

    /// <summary>Longest word for what was done.</summary>
    public const int ActionMaxLength = 40;

    /// <summary>Longest name of what it was done to.</summary>
    public const int SubjectMaxLength = 200;

    /// <summary>Hexadecimal digits of a hash.</summary>
    public const int HashLength = 64;

    /// <summary>The portal's own number.</summary>
    public long Id { get; init; }

    /// <summary>The chain that it belongs to: results/2026/municipality, accounts.</summary>
    public required string Stream { get; init; }

    /// <summary>Its place in the stream, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>When, in UTC, cut to microseconds (what every database keeps).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: the account's user name, or the command that was run.</summary>
    public required string Actor { get; init; }

    /// <summary>What was done.</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to.</summary>
    public required string Subject { get; init; }

    /// <summary>The value before; null for something new.</summary>
    public required string? OldValue { get; init; }

    /// <summary>The value after; null for something taken away.</summary>
    public required string? NewValue { get; init; }

    /// <summary>The hash of the row before; zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>The hash of this row and the one before.</summary>
    public required string Hash { get; init; }
}

/// <summary>The end of a stream: the row that is locked while the next entry is chained to it.</summary>
public sealed class AuditHead
{
    /// <summary>The stream.</summary>
    public required string Stream { get; init; }

    /// <summary>The last entry's place.</summary>
    public long Sequence { get; set; }

    /// <summary>The last entry's hash.</summary>
    public string Hash { get; set; } = AuditTrail.NoHash;
}
