using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Documents.Results;

/// <summary>
/// The columns of a results sheet, found by what stands above them. Rules:
/// 1. A column of figures has a label of its own; a column that is only reached by others' labels is none (an empty one at the end).
/// 2. What speaks of the year before, anywhere in its stack or by naming that year, is never this year's.
/// 3. A sum belongs to the level that its label names, else to the level above it that has no sum yet.
/// 4. Right of this year's total and rank stand raw answers: nothing there is a score.
/// </summary>
internal sealed class ResultsHeader
{
    private const int HeadingLength = 120;

    private readonly HeaderBlock block;
    private readonly FiscalYear? year;
    private readonly Dictionary<IdentityColumn, int> identities = [];
    private readonly List<FoundColumn> found = [];
    private readonly List<(int Column, string Heading)> unread = [];
    private readonly HashSet<(FigureKind, LevelKey)> taken = [];

    public ResultsHeader(HeaderBlock block, FiscalYear? year)
    {
        (this.block, this.year) = (block, year);
        for (var column = 0; column < block.ColumnCount; column++) Find(column);
        NameRanks();
        var end = EndOfScores();
        Columns = [.. found.Where(c => c.Column <= end || c.Kind is FigureKind.PreviousPoints or FigureKind.PreviousRank)];
        Unread = [.. unread.Where(u => u.Column <= end)];
    }

    /// <summary>The columns of figures, left to right.</summary>
    public IReadOnlyList<FoundColumn> Columns { get; }

    /// <summary>Columns under a grant that could not be understood, with their headings.</summary>
    public IReadOnlyList<(int Column, string Heading)> Unread { get; }

    /// <summary>Where an identity stands; null when the sheet has no such column.</summary>
    public int? Find(IdentityColumn identity) => identities.TryGetValue(identity, out var column) ? column : null;

    private void Find(int column)
    {
        var stack = block.StackOf(column);
        if (!stack.Any(s => s.IsOwn)) return;
        if (stack.FirstOrDefault(s => s is { IsOwn: true, Label.Kind: LabelKind.Identity })?.Label.Identity is { } identity)
        {
            identities.TryAdd(identity, column);
            return;
        }
        var place = StackedPlace.Of(stack);
        var (isPrevious, isOther) = YearOf(stack, place.Sign);
        if (isOther) return;
        if (place.Sign == LabelSign.Rank) AddRank(column, place, isPrevious);
        else if (place.IsSum) AddSum(column, place, isPrevious);
        else if (!isPrevious && place.CellKey is { } key) Add(column, FigureKind.Points, key, place.Name ?? key.ToString());
        else if (!isPrevious && place.IsOfScheme) unread.Add((column, Shortened(string.Join(' ', stack.Select(s => s.Label.Printed)))));
    }

    private (bool IsPrevious, bool IsOther) YearOf(IReadOnlyList<StackedLabel> stack, LabelSign sign)
    {
        var isPrevious = stack.Any(s => s.Label.IsPrevious);
        if (isPrevious || sign == LabelSign.None || year is null) return (isPrevious, false);
        var named = stack.Select(s => s.Label.Year).LastOrDefault(y => y is not null);
        return (named == year.Value.Previous, named is not null && named != year && named != year.Value.Previous);
    }

    private void AddRank(int column, StackedPlace place, bool isPrevious)
    {
        // A rank that names no grant is of the sum on its left, if one stands there.
        var left = found.LastOrDefault(c => c.Column == column - 1 && c.Kind is FigureKind.Points or FigureKind.PreviousPoints && !c.Key.IsCell);
        var key = place.CertainGrant is { } grant ? LevelKey.Of(grant) : left?.Key ?? LevelKey.Total;
        Add(column, isPrevious ? FigureKind.PreviousRank : FigureKind.Rank, key, place.Heading);
    }

    private void AddSum(int column, StackedPlace place, bool isPrevious)
    {
        var kind = isPrevious ? FigureKind.PreviousPoints : FigureKind.Points;
        var key = place.SumKey;
        // A bare 小計 in the row of the groups stands beside its group, not under it: it sums the cells on its left.
        var isBareSubtotal = place is { IsSubtotal: true, NamesItsLevel: false } && key is { Group: null };
        if (isBareSubtotal && found.LastOrDefault()?.Key is { IsCell: true } left && key!.Contains(left)) key = left.Parent!.Parent;
        while (!place.NamesItsLevel && key is not null && taken.Contains((kind, key))) key = key.Parent;
        if (key is not null) Add(column, kind, key, place.Heading);
        else unread.Add((column, place.Heading));
    }

    private void Add(int column, FigureKind kind, LevelKey key, string heading)
    {
        taken.Add((kind, key));
        found.Add(new FoundColumn(column, kind, key, Shortened(heading)));
    }

    private static string Shortened(string heading) => heading.Length > HeadingLength ? heading[..HeadingLength] + "…" : heading;

    /// <summary>A single rank is that of the total, wherever it stands.</summary>
    private void NameRanks()
    {
        foreach (var kind in new[] { FigureKind.Rank, FigureKind.PreviousRank })
        {
            var ranks = found.FindAll(c => c.Kind == kind);
            if (ranks is [var only]) found[found.IndexOf(only)] = only with { Key = LevelKey.Total };
        }
    }

    private int EndOfScores()
    {
        var first = found.FirstOrDefault(c => c.Key.IsCell)?.Column ?? found.FirstOrDefault(c => c.Kind == FigureKind.Points)?.Column ?? 0;
        var ends = new[] { FigureKind.Points, FigureKind.Rank }
            .Select(kind => found.FirstOrDefault(c => c.Kind == kind && c.Key == LevelKey.Total && c.Column > first)?.Column)
            .OfType<int>().ToList();
        return ends.Count == 0 ? int.MaxValue : ends.Max();
    }
}

/// <summary>A column of figures as it was found.</summary>
/// <param name="Column">Its number from 0.</param>
/// <param name="Kind">What its figures are.</param>
/// <param name="Key">The level or cell.</param>
/// <param name="Heading">Its heading; for a cell the indicator's name.</param>
internal sealed record FoundColumn(int Column, FigureKind Kind, LevelKey Key, string Heading);
