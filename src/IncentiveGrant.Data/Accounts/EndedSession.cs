namespace IncentiveGrant.Data.Accounts;

/// <summary>A session whose owner signed out. Its cookie would still read as good, wherever a copy of it lies.</summary>
public sealed class EndedSession
{
    /// <summary>The session's number, which only its cookie holds.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was ended.</summary>
    public required DateTimeOffset At { get; init; }
}
