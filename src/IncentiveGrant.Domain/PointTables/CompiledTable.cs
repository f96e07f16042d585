using System.Collections.Immutable;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;

namespace IncentiveGrant.Domain.PointTables;

/// <summary>
/// A point table laid out for scoring and display: every level of the tree in order (total, grant, goal, group, indicator, …), then the
/// three groups over all goals, then the frame outside the total if there is one, and every scoring cell once. Goal Ⅳ of 支援 has levels
/// of its own that copy those of 推進; its cells are the same cells.
/// </summary>
public sealed class CompiledTable
{
    private readonly Dictionary<LevelKey, int> levelIndex;
    private readonly Dictionary<LevelKey, int> cellIndex = [];
    private readonly Dictionary<LevelKey, int> inputIndex;

    private CompiledTable(PointTable table)
    {
        (TableId, FiscalYear, Audience, Edition, Origin, Title) = (table.Id, table.FiscalYear, table.Audience, table.Edition, table.Origin, table.Title);
        var layout = new Layout(table);
        (Levels, Cells, Branches, Inputs) = (layout.Levels, layout.Cells, layout.Branches, layout.Inputs);
        levelIndex = Levels.ToDictionary(l => l.Key, l => l.Index);
        inputIndex = Inputs.ToDictionary(i => i.Key, i => i.Index);
        foreach (var cell in Cells) cellIndex.Add(cell.Key, cell.Index);
        foreach (var copy in Levels.Where(l => l is { CopyOf: not null, Kind: LevelKind.Indicator }))
            foreach (var cell in Cells.Where(c => c.Level == copy.CopyOf))
                cellIndex.Add(cell.Key.In(copy.Key.Grant!.Value), cell.Index);
    }

    /// <summary>The edition's number in the database.</summary>
    public int TableId { get; }

    /// <summary>評価年度.</summary>
    public FiscalYear FiscalYear { get; }

    /// <summary>対象.</summary>
    public Audience Audience { get; }

    /// <summary>版.</summary>
    public int Edition { get; }

    /// <summary>Where the table came from.</summary>
    public PointTableOrigin Origin { get; }

    /// <summary>What the table is called.</summary>
    public string Title { get; }

    /// <summary>All levels; a level stands after its parent.</summary>
    public IReadOnlyList<TableLevel> Levels { get; }

    /// <summary>All scoring cells in the order of the table, goal Ⅳ once.</summary>
    public IReadOnlyList<TableCell> Cells { get; }

    /// <summary>All branches of the indicators' rules, in the order of the table.</summary>
    public IReadOnlyList<TableBranch> Branches { get; }

    /// <summary>Everything that is answered or given for a jurisdiction, in the order of the table.</summary>
    public IReadOnlyList<TableInput> Inputs { get; }

    /// <summary>The total.</summary>
    public TableLevel Total => Levels[0];

    /// <summary>Goals in the order of display: 推進Ⅰ–Ⅲ, 支援Ⅰ–Ⅲ, and goal Ⅳ, which counts in both, once and last.</summary>
    public IEnumerable<TableLevel> Goals =>
        Levels.Where(l => l is { Kind: LevelKind.Goal, CopyOf: null } && l.Key.Grant != Grant.ExtraFrame).OrderBy(l => l.Key.Goal == SchemeText.OutcomeGoal);

    /// <summary>Lays a table out.</summary>
    public static CompiledTable Of(PointTable table) => new(table);

    /// <summary>The level with a key; null when the table has none.</summary>
    public TableLevel? FindLevel(LevelKey key) => levelIndex.TryGetValue(key, out var i) ? Levels[i] : null;

    /// <summary>The cell with a key, in either grant for goal Ⅳ; null when the table has none.</summary>
    public TableCell? FindCell(LevelKey key) => cellIndex.TryGetValue(key, out var i) ? Cells[i] : null;

    /// <summary>The input with a key (a cell's for a tick, else a branch's or an indicator's); null when the table asks for none there.</summary>
    public TableInput? FindInput(LevelKey key) => inputIndex.TryGetValue(key, out var i) ? Inputs[i] : null;

    /// <summary>The branch that scores a cell; null where points are taken as published.</summary>
    public TableBranch? BranchOf(TableCell cell) => cell.Branch is { } branch ? Branches[branch] : null;

    /// <summary>The levels directly below a level.</summary>
    public IEnumerable<TableLevel> ChildrenOf(TableLevel level) => Levels.Where(l => l.Parent == level.Index);

    /// <summary>The cells of an indicator (for a copied one those of its source).</summary>
    public IEnumerable<TableCell> CellsOf(TableLevel indicator) => Cells.Where(c => c.Level == (indicator.CopyOf ?? indicator.Index));

    private sealed class Layout
    {
        public List<TableLevel> Levels { get; } = [];
        public List<TableCell> Cells { get; } = [];
        public List<TableBranch> Branches { get; } = [];
        public List<TableInput> Inputs { get; } = [];

        public Layout(PointTable table)
        {
            var total = Add(LevelKey.Total, LevelKind.Total, "合計", table.MaxPoints, null, null);
            // A year that is known by its grants alone has these.
            foreach (var grant in SchemeText.Grants.Where(grant => table.Goals.Count == 0 || table.Goals.Any(g => g.Grant == grant)))
            {
                var level = Add(LevelKey.Of(grant), LevelKind.Grant, grant.Name(), table.MaxPointsOf(grant), total, null);
                foreach (var goal in table.Goals.Where(g => g.Grant == grant).OrderBy(g => g.Number)) AddGoal(goal, level);
            }
            foreach (var kind in Enum.GetValues<IndicatorGroupKind>())
            {
                var groups = Levels.Where(l => l.Kind == LevelKind.Group && l.Key.Group == kind).ToList();
                if (groups.Count > 0) Add(LevelKey.Of(kind), LevelKind.GroupOverGoals, kind.Name(), groups.Sum(g => g.MaxPoints), null, null);
            }
            if (table.ExtraFrameMaxPoints is not { } extra) return;
            var frame = Add(LevelKey.Of(Grant.ExtraFrame), LevelKind.ExtraFrame, Grant.ExtraFrame.Name(), extra, null, null);
            foreach (var goal in table.Goals.Where(g => g.Grant == Grant.ExtraFrame).OrderBy(g => g.Number)) AddGoal(goal, frame);
        }

        private int Add(LevelKey key, LevelKind kind, string name, decimal? max, int? parent, Indicator? indicator, int? copyOf = null)
        {
            Levels.Add(new TableLevel(Levels.Count, key, kind, name, max, parent, copyOf, indicator));
            return Levels.Count - 1;
        }

        private void AddGoal(Goal goal, int grant)
        {
            var source = goal.IsCopy ? Levels.First(l => l.Key == LevelKey.Of(Grant.Promotion, goal.Number)) : null;
            var level = Add(goal.Key, LevelKind.Goal, goal.Title, goal.MaxPoints, grant, null, source?.Index);
            if (source is not null)
            {
                AddCopies(source, goal.Grant, level);
                return;
            }
            foreach (var group in goal.Groups.OrderBy(g => g.Kind))
            {
                var key = LevelKey.Of(goal.Grant, goal.Number, group.Kind);
                var groupLevel = Add(key, LevelKind.Group, group.Kind.Name(), group.MaxPoints, level, null);
                foreach (var indicator in group.Indicators.OrderBy(i => i.Number)) AddIndicator(indicator, key, groupLevel);
            }
        }

        private void AddIndicator(Indicator indicator, LevelKey group, int parent)
        {
            var key = LevelKey.Of(group.Grant!.Value, group.Goal!.Value, group.Group!.Value, indicator.Number);
            var level = Add(key, LevelKind.Indicator, indicator.Name, indicator.MaxPoints, parent, indicator);
            var branchOf = new Dictionary<string, int>();
            foreach (var branch in indicator.Rule.Branches) AddBranch(branch, indicator, key, level, branchOf);
            foreach (var item in indicator.SubItems.OrderBy(s => s.Position))
            {
                int? branch = branchOf.TryGetValue(item.Label, out var b) ? b : null;
                Cells.Add(new TableCell(Cells.Count, key.WithCell(item.Label), level, item, Points.Of(item.Points), branch));
            }
        }

        private void AddBranch(RuleBranch branch, Indicator indicator, LevelKey key, int level, Dictionary<string, int> branchOf)
        {
            var items = indicator.SubItems.OrderBy(s => s.Position).ToList();
            ImmutableArray<int> cells = [.. branch.Cells.Select(label => Cells.Count + items.FindIndex(i => i.Label == label))];
            var competes = indicator.Rule.Combination == BranchCombination.Best && !branch.IsPlus;
            foreach (var label in branch.Cells) branchOf.Add(label, Branches.Count);
            var first = Inputs.Count;
            if (branch is { Measure: EnteredValue, Test: TickTest })
                foreach (var label in branch.Cells)
                    Inputs.Add(new TableInput(Inputs.Count, key.WithCell(label), Branches.Count, branch));
            else if (branch.Measure is EnteredValue)
                Inputs.Add(new TableInput(Inputs.Count, branch.Sign is null ? key : key.WithCell(branch.Sign), Branches.Count, branch));
            Branches.Add(new TableBranch(Branches.Count, level, branch, competes, cells, [.. Enumerable.Range(first, Inputs.Count - first)]));
        }

        private void AddCopies(TableLevel source, Grant grant, int parent)
        {
            foreach (var child in Levels.Where(l => l.Parent == source.Index).ToList())
            {
                var copy = Add(child.Key.In(grant), child.Kind, child.Name, child.MaxPoints, parent, child.Indicator, child.Index);
                AddCopies(child, grant, copy);
            }
        }
    }
}

/// <summary>What a level is.</summary>
public enum LevelKind
{
    /// <summary>合計.</summary>
    Total,

    /// <summary>交付金.</summary>
    Grant,

    /// <summary>目標.</summary>
    Goal,

    /// <summary>指標群 of a goal.</summary>
    Group,

    /// <summary>指標.</summary>
    Indicator,

    /// <summary>指標群 over all goals of both grants.</summary>
    GroupOverGoals,

    /// <summary>The frame outside the total.</summary>
    ExtraFrame,
}

/// <summary>One level of a compiled table.</summary>
/// <param name="Index">Its place in <see cref="CompiledTable.Levels"/>.</param>
/// <param name="Key">Its key.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its title; empty when the table has none.</param>
/// <param name="MaxPoints">満点; null when not known.</param>
/// <param name="Parent">The level it counts towards.</param>
/// <param name="CopyOf">The level whose points it repeats.</param>
/// <param name="Indicator">The indicator, where it is one.</param>
public sealed record TableLevel(int Index, LevelKey Key, LevelKind Kind, string Name, decimal? MaxPoints, int? Parent, int? CopyOf, Indicator? Indicator);

/// <summary>One scoring cell of a compiled table.</summary>
/// <param name="Index">Its place in <see cref="CompiledTable.Cells"/>.</param>
/// <param name="Key">Its key, in 推進 for goal Ⅳ.</param>
/// <param name="Level">The indicator's level.</param>
/// <param name="Item">The sub-item.</param>
/// <param name="MaxPoints">配点.</param>
/// <param name="Branch">The branch that scores it; null where points are taken as published.</param>
public sealed record TableCell(int Index, LevelKey Key, int Level, SubItem Item, Points MaxPoints, int? Branch);

/// <summary>One branch of an indicator's rule in a compiled table.</summary>
/// <param name="Index">Its place in <see cref="CompiledTable.Branches"/>.</param>
/// <param name="Level">The indicator's level.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Competes">Whether it scores only where it is the best of its indicator's.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Inputs">Its inputs: one for each cell of a tick test, one for all cells else, none for what is computed.</param>
public sealed record TableBranch(int Index, int Level, RuleBranch Rule, bool Competes, ImmutableArray<int> Cells, ImmutableArray<int> Inputs);

/// <summary>Something that is answered or given for a jurisdiction.</summary>
/// <param name="Index">Its place in <see cref="CompiledTable.Inputs"/>.</param>
/// <param name="Key">Its key: a cell's for a tick, else a branch's (推進/Ⅳ/成果/1/ア) or an indicator's.</param>
/// <param name="Branch">The branch that looks at it.</param>
/// <param name="Rule">The branch's rule.</param>
public sealed record TableInput(int Index, LevelKey Key, int Branch, RuleBranch Rule)
{
    /// <summary>What is given, by whom.</summary>
    public EnteredValue Value => (EnteredValue)Rule.Measure;

    /// <summary>Whether it is ○ or × instead of a number.</summary>
    public bool IsMark => Rule.Test is TickTest or AllOfTest or AnyOfTest;
}
