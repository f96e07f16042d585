using System.Globalization;
using IncentiveGrant.Domain.PointTables;

namespace IncentiveGrant.Domain.Scoring;

/// <summary>An explanation in plain Japanese, the same on screens, in workbooks and in the API.</summary>
public static class ExplanationSentence
{
    /// <summary>Why a cell has the points that it has.</summary>
    public static string Of(CellExplanation explanation) => explanation.Verdict switch
    {
        CellVerdict.Earned => $"{Found(explanation)}{Compared(explanation)}、{Points(explanation)}点です。",
        CellVerdict.NotEarned => $"{Found(explanation)}{Compared(explanation)}、0点です。",
        CellVerdict.OtherBranchBetter => $"{Found(explanation)}{Compared(explanation)}ますが、ほかの段階の点が高いため、ここでは0点です。",
        CellVerdict.OtherBranchOpen => $"{Found(explanation)}。ほかの段階が決まると、どちらを数えるかが決まります。",
        CellVerdict.PopulationOpen => $"{Found(explanation)}。比べる団体のうち{Count(explanation.Comparison!.MissingCount)}団体の値がまだないため、算定待ちです。",
        CellVerdict.NotApplicable => $"{CellReasons.NotApplicable}のため、0点です。",
        CellVerdict.Forfeited => "回答がないまま締め切られたため、0点です。",
        CellVerdict.Missing when explanation.Rule?.Measure.Source is ValueSource.Municipality or ValueSource.Prefecture => "まだ回答がありません。",
        CellVerdict.Missing => "まだ算定されていません。",
        _ => explanation.Result.PointsIfKnown is { } points ? $"公表された得点は{RuleWords.Number(points.Value)}点です。" : "まだ公表されていません。",
    };

    private static string Found(CellExplanation explanation) => explanation.Measured.State == GivenState.Mark
        ? explanation.Measured.Number != 0 ? "「○」" : "「×」"
        : (explanation.Rule!.Measure is OwnTotal ? "合計点" : "値")
            + $"は{RuleWords.Number(explanation.Measured.Number)}{(explanation.Rule.Measure as EnteredValue)?.Unit}";

    private static string Compared(CellExplanation explanation)
    {
        var earns = explanation.Verdict is CellVerdict.Earned or CellVerdict.OtherBranchBetter;
        var linked = explanation.Verdict == CellVerdict.OtherBranchBetter;
        return explanation.Comparison switch
        {
            null => linked ? "に該当し" : "のため",
            _ when explanation.Measured.State == GivenState.Mark => linked ? "に該当し" : "のため",
            { CutPlace: { } cut, Population: { } population } tier => "で、" + Place(tier, population, cut) + (earns ? $"に入{(linked ? "り" : "るため")}" : "に入らないため"),
            { Limit: { } limit } c =>
                $"で、基準の{RuleWords.Number(limit)}{(c.Direction == Direction.Higher ? "以上" : "以下")}{(earns ? linked ? "になり" : "のため" : "ではないため")}",
            _ => "のため",
        };
    }

    private static string Place(CellComparison tier, int population, int cut) =>
        (tier.Place is { } place ? $"{Count(population)}団体中{Count(place)}位。" : "順位に数えない値です。") + $"{Count(cut)}位まで";

    private static string Points(CellExplanation explanation) => RuleWords.Number(explanation.Result.PointsIfKnown!.Value.Value);

    private static string Count(int count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
