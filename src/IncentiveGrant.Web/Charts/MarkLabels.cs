namespace IncentiveGrant.Web.Charts;

/// <summary>
/// On which side of their lines the own label and the mean's label stand. Rules:
/// 1. They turn away from each other: the own label to the right if the own score is the higher one.
/// 2. Near an edge a label turns inwards, so that it does not leave the drawing.
/// 3. Where they would still overlap, the mean's label moves below the own one.
/// </summary>
/// <param name="OwnIsRight">Whether the own label stands to the right of its line.</param>
/// <param name="MeanIsRight">Whether the mean's does.</param>
/// <param name="MeanIsLower">Whether the mean's label is moved down.</param>
internal readonly record struct MarkLabels(bool OwnIsRight, bool MeanIsRight, bool MeanIsLower)
{
    /// <summary>About the width of a label on a narrow screen, in % of the drawing.</summary>
    private const double Room = 30;

    /// <summary>Places the labels.</summary>
    /// <param name="own">Where the own line is, in %.</param>
    /// <param name="mean">Where the mean is, in %.</param>
    public static MarkLabels Place(double? own, double? mean)
    {
        var ownIsRight = Inwards(own ?? 0, own >= mean || mean is null);
        var meanIsRight = Inwards(mean ?? 0, own < mean);
        return new MarkLabels(ownIsRight, meanIsRight, own is { } o && mean is { } m && Overlap(o, ownIsRight, m, meanIsRight));
    }

    private static bool Inwards(double at, bool isRight) => at < Room || (at <= 100 - Room && isRight);

    private static bool Overlap(double a, bool aIsRight, double b, bool bIsRight)
    {
        var (fromA, fromB) = (aIsRight ? a : a - Room, bIsRight ? b : b - Room);
        return Math.Abs(fromA - fromB) < Room;
    }
}
