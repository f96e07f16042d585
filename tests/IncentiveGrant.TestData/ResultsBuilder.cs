using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.TestData;

/// <summary>
/// Makes a municipal results file of 令和8年度 in memory, in the layout of the ministry's: cells with subtotals between them, Ⅳ in both
/// grants, total and rank. Sums and ranks are added here with plain arithmetic, so that they prove the portal's. A test then changes what
/// it is about.
/// </summary>
public sealed class ResultsBuilder
{
    private const int Insured = 6_900;

    private static readonly LevelKey OutcomeCopy = LevelKey.Of(Grant.EffortSupport, SchemeText.OutcomeGoal);

    private readonly ReferencePointTable reference = new();
    private readonly List<UnitRow> units = [];

    /// <summary>The columns; a test may drop or change one.</summary>
    public List<ResultsColumn> Columns { get; } = [];

    /// <summary>The rows of the file after <see cref="Build"/>'s arithmetic; a test changes figures here.</summary>
    public List<ResultsRow> Rows { get; } = [];

    /// <summary>The statistic rows.</summary>
    public List<ResultsStatistics> Statistics { get; } = [];

    /// <summary>評価年度 as the file says.</summary>
    public FiscalYear? FiscalYear { get; set; } = new FiscalYear(2026);

    /// <summary>Starts a file with the columns of the reference table.</summary>
    public ResultsBuilder()
    {
        AddColumn(FigureKind.PreviousPoints, LevelKey.Total, "前年度 合計", null);
        AddColumn(FigureKind.PreviousRank, LevelKey.Total, "前年度 順位", null);
        foreach (var grant in SchemeText.Grants)
        {
            foreach (var goal in reference.Goals.Where(g => g.Grant == grant)) AddGoal(grant, goal);
            AddColumn(FigureKind.Points, LevelKey.Of(grant), $"{grant.Sign()}交付金　計", 400);
        }
        AddColumn(FigureKind.Points, LevelKey.Total, "合計", 800);
        AddColumn(FigureKind.Rank, LevelKey.Total, "今年度順位", null);
    }

    /// <summary>The point table of the same year.</summary>
    public PointTable Table => reference.Build();

    /// <summary>Adds a unit that scores the cells of a filter in full. Of goal Ⅳ's ladders only the first branch may be named.</summary>
    public ResultsBuilder Unit(int prefecture, string name, Func<LevelKey, bool> scores, string? insurerNumber = null)
    {
        units.Add(new UnitRow(prefecture, name, insurerNumber, Insured, scores));
        return this;
    }

    /// <summary>Adds a row without any score.</summary>
    public ResultsBuilder WithoutScores(int prefecture, string name, string? insurerNumber = null)
    {
        units.Add(new UnitRow(prefecture, name, insurerNumber, null, null));
        return this;
    }

    /// <summary>Four towns in two prefectures, two of which share a name, and a union.</summary>
    public static ResultsBuilder FourTowns() => new ResultsBuilder()
        .Unit(4, "大河原町", key => key.Group == IndicatorGroupKind.Structure, "043216")
        .Unit(4, "川崎町", key => key.Grant == Grant.Promotion && key.Group == IndicatorGroupKind.Structure, "043240")
        .Unit(40, "川崎町", key => key.Group == IndicatorGroupKind.Structure, "406058")
        .Unit(40, "見本市", key => key.Group == IndicatorGroupKind.Structure || key.ToString().StartsWith("推進/Ⅳ/成果/2/", StringComparison.Ordinal))
        .WithoutScores(40, "見本広域連合", "409999");

    /// <summary>Makes rows, sums and ranks of the units added so far.</summary>
    public ResultsBuilder Compute()
    {
        Rows.Clear();
        Rows.AddRange(units.Select((unit, i) => new ResultsRow(
            19 + i, unit.Prefecture, unit.Name, unit.InsurerNumber, unit.Insured * 3, unit.Insured,
            unit.Insured is { } insured ? InsuredBands.Of(insured) : null, false, FiguresOf(unit))));
        var (total, rank) = (IndexOf(FigureKind.Points, LevelKey.Total), IndexOf(FigureKind.Rank, LevelKey.Total));
        var totals = Rows.Select(r => r.Figures[total].Value).ToList();
        foreach (var row in Rows.Where(r => r.Figures[total].Value is not null))
            ((Figure[])row.Figures)[rank] = new Figure(1 + totals.Count(t => t > row.Figures[total].Value));
        return this;
    }

    /// <summary>Changes a figure.</summary>
    public ResultsBuilder Print(int row, FigureKind kind, string key, Figure figure)
    {
        ((Figure[])Rows[row].Figures)[IndexOf(kind, LevelKey.Parse(key))] = figure;
        return this;
    }

    /// <summary>Changes printed points.</summary>
    public ResultsBuilder Print(int row, string key, decimal? points) => Print(row, FigureKind.Points, key, new Figure(points));

    /// <summary>Adds a statistic row with one figure.</summary>
    public ResultsBuilder PrintStatistic(FigureKind kind, string key, decimal value)
    {
        var figures = new Figure[Columns.Count];
        figures[IndexOf(FigureKind.Points, LevelKey.Parse(key))] = new Figure(value);
        Statistics.Add(new ResultsStatistics(9 + Statistics.Count, kind, kind.Name(), figures));
        return this;
    }

    /// <summary>The file.</summary>
    public ResultsFile Build() => new(FiscalYear, Audience.Municipality, "全国集計（市町村）", Columns, Rows, Statistics);

    /// <summary>The jurisdictions of the file as the portal would know them, numbered from 101 in the order of the rows.</summary>
    public IReadOnlyList<KnownJurisdiction> Known() => [.. Rows.Select((row, i) => new KnownJurisdiction(
        101 + i, row.Name.EndsWith("広域連合", StringComparison.Ordinal) ? JurisdictionKind.WideAreaUnion : JurisdictionKind.Municipality,
        row.PrefectureNumber, Domain.Text.NormalizedText.Name(row.Name), row.InsurerNumber))];

    private int IndexOf(FigureKind kind, LevelKey key) => Columns.FindIndex(c => c.Kind == kind && c.Key == key);

    private void AddGoal(Grant grant, ReferencePointTable.GoalRow goal)
    {
        var source = goal.IsCopy ? reference.Goals.Single(g => g.Grant == Grant.Promotion && g.Number == goal.Number) : goal;
        foreach (var (kind, max) in source.Groups)
        {
            foreach (var cell in reference.Cells.Where(c => c.Grant == source.Grant && c.Goal == goal.Number && c.Group == kind))
                AddColumn(FigureKind.Points, cell.Key.In(grant), cell.Name, cell.Points);
            if (goal.Number != SchemeText.OutcomeGoal) AddColumn(FigureKind.Points, LevelKey.Of(grant, goal.Number, kind), "小計", max);
        }
        AddColumn(FigureKind.Points, LevelKey.Of(grant, goal.Number), $"目標{SchemeText.GoalSign(goal.Number)}　計", goal.MaxPoints);
    }

    private void AddColumn(FigureKind kind, LevelKey key, string heading, decimal? max) =>
        Columns.Add(new ResultsColumn($"C{Columns.Count}", kind, key, heading, max));

    private Figure[] FiguresOf(UnitRow unit)
    {
        var figures = new Figure[Columns.Count];
        if (unit.Scores is null) return figures;
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Kind == FigureKind.PreviousPoints) figures[i] = new Figure(400);
            if (Columns[i].Kind == FigureKind.PreviousRank) figures[i] = new Figure(1);
            if (Columns[i].Kind == FigureKind.Points) figures[i] = new Figure(CellsOf(Columns[i].Key).Sum(c => PointsOf(unit, c)));
        }
        return figures;
    }

    private IEnumerable<ResultsColumn> CellsOf(LevelKey key) => Columns.Where(c => c.Key.IsCell && key.Contains(c.Key));

    private static decimal PointsOf(UnitRow unit, ResultsColumn cell) =>
        unit.Scores!(OutcomeCopy.Contains(cell.Key) ? cell.Key.In(Grant.Promotion) : cell.Key) ? cell.MaxPoints!.Value : 0;

    private sealed record UnitRow(int Prefecture, string Name, string? InsurerNumber, int? Insured, Func<LevelKey, bool>? Scores);
}
