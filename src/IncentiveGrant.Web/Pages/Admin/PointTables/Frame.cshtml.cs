using System.ComponentModel.DataAnnotations;
using IncentiveGrant.Data;
using IncentiveGrant.Data.PointTables;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Text;
using IncentiveGrant.Web.Infrastructure.Identity;
using Microsoft.AspNetCore.Mvc;

namespace IncentiveGrant.Web.Pages.Admin.PointTables;

/// <summary>The title of a draft and its declared allotment, from the total down to the groups.</summary>
public sealed class FrameModel(PortalDb db, PointTableDrafts drafts, CurrentAccount account) : DraftPageModel(db, drafts, account)
{
    [BindProperty] public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !IsDraft) return NotFound();
        Input = Form.Of(Table);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await LoadAsync(cancel) || !IsDraft) return NotFound();
        return Read() is { } edited ? await SaveAsync(edited, "表題と配点の内訳", "表題と配点の内訳を保存しました。", cancel) : Page();
    }

    private PointTable? Read()
    {
        var frame = new TableFrame(
            Input.Title ?? "", Points("Input.Total", Input.Total) ?? 0, Points("Input.Promotion", Input.Promotion) ?? 0,
            Points("Input.EffortSupport", Input.EffortSupport) ?? 0, Points("Input.ExtraFrame", Input.ExtraFrame, mayBeEmpty: true));
        var goals = Table.Goals.Select((goal, g) => goal.With(
            Input.Goals.ElementAtOrDefault(g)?.Title ?? "", Points($"Input.Goals[{g}].MaxPoints", Input.Goals.ElementAtOrDefault(g)?.MaxPoints) ?? 0,
            [
                .. goal.Groups.Select((group, k) => group.With(
                    Points($"Input.Goals[{g}].Groups[{k}]", Input.Goals.ElementAtOrDefault(g)?.Groups.ElementAtOrDefault(k)) ?? 0,
                    [.. group.Indicators.Select(i => i.Copy())])),
            ])).ToList();
        return ModelState.IsValid ? Table.With(frame, goals) : null;
    }

    private decimal? Points(string field, string? text, bool mayBeEmpty = false)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (!mayBeEmpty) ModelState.AddModelError(field, "配点を入力してください。");
            return null;
        }
        if (TypedNumber.Parse(text) is { } points and >= 0 && Domain.Scoring.Points.TryOf(points, out _)) return points;
        ModelState.AddModelError(field, $"「{text}」は配点として読めません。0以上1,000,000未満の数字を、小数第2位までで入力してください。");
        return null;
    }

    public sealed class Form
    {
        [Required, StringLength(PointTable.TitleMaxLength), Display(Name = "表題")]
        public string? Title { get; set; }

        public string? Total { get; set; }

        public string? Promotion { get; set; }

        public string? EffortSupport { get; set; }

        public string? ExtraFrame { get; set; }

        public List<GoalForm> Goals { get; set; } = [];

        public static Form Of(PointTable table) => new()
        {
            Title = table.Title, Total = Text(table.MaxPoints), Promotion = Text(table.PromotionMaxPoints),
            EffortSupport = Text(table.EffortSupportMaxPoints), ExtraFrame = Text(table.ExtraFrameMaxPoints),
            Goals =
            [
                .. table.Goals.Select(goal => new GoalForm
                {
                    Title = goal.Title, MaxPoints = Text(goal.MaxPoints), Groups = [.. goal.Groups.Select(group => Text(group.MaxPoints))],
                }),
            ],
        };

        private static string Text(decimal? points) => points?.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    public sealed class GoalForm
    {
        [StringLength(Goal.TitleMaxLength), Display(Name = "目標の表題")]
        public string? Title { get; set; }

        public string? MaxPoints { get; set; }

        public List<string> Groups { get; set; } = [];
    }
}
