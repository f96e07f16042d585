namespace IncentiveGrant.Domain.Scoring;

/// <summary>Points, exact to 1/100: an integer inside, a decimal outside. Never a floating-point number.</summary>
/// <param name="Hundredths">The number of hundredths of a point.</param>
public readonly record struct Points(int Hundredths) : IComparable<Points>
{
    /// <summary>No points; a known number, unlike the absence of one.</summary>
    public static Points Zero => default;

    /// <summary>The points as a number.</summary>
    public decimal Value => Hundredths / 100m;

    /// <summary>Points of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is finer than 1/100 or beyond the range of any table.</exception>
    public static Points Of(decimal value) => TryOf(value, out var points)
        ? points
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Points are multiples of 1/100 below 1,000,000.");

    /// <summary>Points of a number, if it is a multiple of 1/100 within range.</summary>
    public static bool TryOf(decimal value, out Points points)
    {
        points = default;
        if (Math.Abs(value) >= 1_000_000m || value * 100m != decimal.Truncate(value * 100m)) return false;
        points = new Points((int)(value * 100m));
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(Points other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>Sum.</summary>
    public static Points operator +(Points left, Points right) => new(left.Hundredths + right.Hundredths);

    /// <summary>Difference.</summary>
    public static Points operator -(Points left, Points right) => new(left.Hundredths - right.Hundredths);

    /// <summary>Fewer.</summary>
    public static bool operator <(Points left, Points right) => left.Hundredths < right.Hundredths;

    /// <summary>More.</summary>
    public static bool operator >(Points left, Points right) => left.Hundredths > right.Hundredths;

    /// <summary>Fewer or as many.</summary>
    public static bool operator <=(Points left, Points right) => left.Hundredths <= right.Hundredths;

    /// <summary>More or as many.</summary>
    public static bool operator >=(Points left, Points right) => left.Hundredths >= right.Hundredths;
}
