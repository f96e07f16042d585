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
    public const double NarrowRoom = 30;

    /// <summary>About the width of a label on a sheet of A4, whose width is known.</summary>
    public const double SheetRoom = 20;

    /// <summary>Places the labels.</summary>
    /// <param name="own">Where the own line is, in %.</param>
    /// <param name="mean">Where the mean is, in %.</param>
    /// <param name="room">How wide a label is, in %.</param>
    public static MarkLabels Place(double? own, double? mean, double room)
    {
        var ownIsRight = Inwards(own ?? 0, own >= mean || mean is null, room);
        var meanIsRight = Inwards(mean ?? 0, own < mean, room);
        return new MarkLabels(ownIsRight, meanIsRight, own is { } o && mean is { } m && Overlap(o, ownIsRight, m, meanIsRight, room));
    }

    private static bool Inwards(double at, bool isRight, double room) => at < room || (at <= 100 - room && isRight);

    private static bool Overlap(double a, bool aIsRight, double b, bool bIsRight, double room)
    {
        var (fromA, fromB) = (aIsRight ? a : a - room, bIsRight ? b : b - room);
        return Math.Abs(fromA - fromB) < room;
    }
}
