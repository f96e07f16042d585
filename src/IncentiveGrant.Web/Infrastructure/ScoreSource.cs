using IncentiveGrant.Domain.Scoring;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Infrastructure;

/// <summary>
/// Where the scores of a board come from, in the one word that pages, sheets, files and the API use. Nobody else writes it: in a
/// demonstration the scores are made up, whatever kind they are of, and must never be called the ministry's.
/// </summary>
public sealed class ScoreSource(IOptions<DemoOptions> demo)
{
    /// <summary>厚生労働省公表値, 自己評価, 架空のデモデータ.</summary>
    public string Of(ScoreBoard board) => demo.Value.Enabled ? "架空のデモデータ" : board.Kind == ScoreKind.Final ? "厚生労働省公表値" : "自己評価";
}
