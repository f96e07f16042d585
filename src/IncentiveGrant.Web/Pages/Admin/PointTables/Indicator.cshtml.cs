using IncentiveGrant.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Documents.PointTables;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IncentiveGrant.Web.Pages.Admin.PointTables;

/// <summary>An indicator: its cells, its rule in words, and a try-out on typed values. In a draft all of it can be changed.</summary>
public sealed class IndicatorModel(PortalDb db, PointTableDrafts drafts, CurrentAccount account) : DraftPageModel(db, drafts, account)
{
    private Indicator? indicator;

    /// <summary>The indicator; the group for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "key")] public string? Key { get; set; }

    [BindProperty] public IndicatorText Input { get; set; } = new();

    /// <summary>The values that the rule is tried out on.</summary>
    [BindProperty] public string? Values { get; set; }

    /// <summary>Where the indicator stands, or is to stand.</summary>
    public LevelKey Place { get; private set; } = LevelKey.Total;

    /// <summary>Whether it is not yet in the draft.</summary>
    public bool IsNew => Place.Indicator is null;

    /// <summary>The indicator as it is typed; null while something in it cannot be read.</summary>
    public Indicator? Typed => indicator;

    /// <summary>The try-out; null unless it was asked for and can be read.</summary>
    public RuleTrial? Trial { get; private set; }

    /// <summary>What a line of the try-out holds; empty where there is nothing to type.</summary>
    public IReadOnlyList<TableInput> TrialInputs { get; private set; } = [];

    /// <summary>The group that the indicator belongs to.</summary>
    public LevelKey Group => IsNew ? Place : Place.Parent!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        Input = IsNew ? NewText() : IndicatorText.Of(Table.FindIndicator(Place)!);
        if (!IsNew) Understand(Table.FindIndicator(Place)!);
        return Page();
    }

    public Task<IActionResult> OnPostAddCellAsync(CancellationToken cancel) =>
        ChangeFormAsync(cells => cells.Add(cells.Count > 0 ? CellText.Like(cells[^1]) : NewCell()), cancel);

    public Task<IActionResult> OnPostRemoveAsync([FromQuery] int cell, CancellationToken cancel) => ChangeFormAsync(
        cells =>
        {
            if ((uint)cell < (uint)cells.Count) cells.RemoveAt(cell);
        },
        cancel);

    public Task<IActionResult> OnPostUpAsync([FromQuery] int cell, CancellationToken cancel) => ChangeFormAsync(
        cells =>
        {
            if (cell > 0 && cell < cells.Count) (cells[cell - 1], cells[cell]) = (cells[cell], cells[cell - 1]);
        },
        cancel);

    public async Task<IActionResult> OnPostTryAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel)) return NotFound();
        if (IsDraft) Read();
        else Understand(Table.FindIndicator(Place)!);
        if (indicator is null || TrialInputs.Count == 0) return Page();
        Trial = RuleTrial.Of(Table.Audience, KeyOf(indicator), indicator, Values ?? "", out var fault);
        if (fault is not null) ModelState.AddModelError(nameof(Values), fault);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !IsDraft) return NotFound();
        if (Read() is not { } typed) return Page();
        var edited = Table.WithIndicator(Place, typed);
        return await SaveAsync(edited, ChangeText(edited, typed), $"{LevelText.Short(KeyOf(typed))}「{typed.Name}」を保存しました。", cancel);
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !IsDraft || IsNew) return NotFound();
        Input = IndicatorText.Of(Table.FindIndicator(Place)!);
        return await SaveAsync(Table.WithoutIndicator(Place), $"{Place} の削除", $"{LevelText.Short(Place)}を削除しました。", cancel);
    }

    private async Task<IActionResult> ChangeFormAsync(Action<List<CellText>> change, CancellationToken cancel)
    {
        if (!await FindAsync(cancel) || !IsDraft) return NotFound();
        change(Input.Cells);
        ModelState.Clear(); // the fields show the changed form, not what was posted
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !LevelKey.TryParse(Key, out var place) || place.IsCell || place.Group is null || place.Grant is null) return false;
        Place = place;
        return IsNew
            ? IsDraft && Table.Goals.Any(g => g.Key == place.Parent && g.Groups.Any(k => k.Kind == place.Group))
            : Table.FindIndicator(place) is not null;
    }

    /// <summary>The form as an indicator that could be saved; null with the faults at its fields.</summary>
    private Indicator? Read()
    {
        var reading = Input.Read(Group);
        foreach (var fault in reading.Faults) ModelState.AddModelError(FieldOf(fault), fault.Text);
        if (reading.Indicator is not { } typed) return null;
        if (Place.Indicator != typed.Number && Table.FindIndicator(KeyOf(typed)) is not null)
            ModelState.AddModelError("Input.Number", $"番号{typed.Number}の指標はほかにあります。別の番号にしてください。");
        foreach (var twice in typed.SubItems.GroupBy(s => NormalizedText.Name(s.Label)).Where(g => g.Count() > 1))
            ModelState.AddModelError($"Input.Cells[{twice.Last().Position}].Label", $"枝番「{twice.Last().Label}」はほかにもあります。");
        foreach (var fault in RuleCheck.Of(typed, Table.Audience)) ModelState.AddModelError("", $"{fault.Label}{(fault.Label is null ? "" : "：")}{fault.Text}");
        if (!ModelState.IsValid) return null;
        Understand(typed);
        return typed;
    }

    private void Understand(Indicator typed)
    {
        indicator = typed;
        TrialInputs = typed.Rule.IsAsPublished ? [] : RuleTrial.InputsOf(Table.Audience, KeyOf(typed), typed);
    }

    private LevelKey KeyOf(Indicator typed) => LevelKey.Of(Group.Grant!.Value, Group.Goal!.Value, Group.Group!.Value, typed.Number);

    private string ChangeText(PointTable edited, Indicator typed)
    {
        var pair = TableComparison.Of(Table, edited).Changed.FirstOrDefault(p => p.After?.Key == KeyOf(typed));
        var cells = pair?.Cells.Where(c => c.Differences != TableDifference.None)
            .Select(c => $"{(c.After ?? c.Before)!.Item.Label}（{string.Join("・", c.Differences.Each().Select(d => d.Name()))}）") ?? [];
        return $"{KeyOf(typed)} {string.Join("・", (pair?.Differences ?? 0).Each().Select(d => d.Name()))} {string.Join("、", cells)}";
    }

    private IndicatorText NewText() => new()
    {
        Number = $"{Table.Indicators.Where(i => Group.Contains(i.Key)).Select(i => i.Key.Indicator!.Value).DefaultIfEmpty(0).Max() + 1}",
        Combination = BranchCombination.Added.Name(), Cells = [NewCell()],
    };

    private static CellText NewCell() => new() { Test = TestKind.Tick.Name(), Source = ValueSource.Municipality.Name() };

    private static string FieldOf(IndicatorFault fault) =>
        fault.Field.Length == 0 ? "" : fault.Cell is { } cell ? $"Input.Cells[{cell}].{fault.Field}" : $"Input.{fault.Field}";
}
