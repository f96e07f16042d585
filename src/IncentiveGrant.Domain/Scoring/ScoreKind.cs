namespace IncentiveGrant.Domain.Scoring;

/// <summary>暫定 or 確定.</summary>
public enum ScoreKind
{
    /// <summary>暫定: from the self-assessment.</summary>
    Provisional = 1,

    /// <summary>確定: as published by the ministry.</summary>
    Final = 2,
}

/// <summary>The words of the kinds.</summary>
public static class ScoreKinds
{
    /// <summary>確定.</summary>
    public static string Name(this ScoreKind kind) => kind == ScoreKind.Final ? "確定" : "暫定";

    /// <summary>final / provisional: the word of the API.</summary>
    public static string Slug(this ScoreKind kind) => kind == ScoreKind.Final ? "final" : "provisional";
}
