using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using IncentiveGrant.Data;
using IncentiveGrant.Domain.Analysis;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.Web.Infrastructure;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Api;

/// <summary>The JSON API: the same boards that the pages show, signed in like them.</summary>
internal static class PortalApi
{
    public static void AddPortalApi(this IServiceCollection services)
    {
        services.AddProblemDetails(
            options => options.CustomizeProblemDetails = context => context.ProblemDetails.Title = ProblemTitle(context.ProblemDetails.Status));
        // Numbers are numbers, also in the document's schemas: by default a text of digits would do as well.
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.NumberHandling = JsonNumberHandling.Strict);
        services.AddOpenApi("v1", options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = PortalFrame.ServiceName;
            document.Info.Description = "評価年度ごとの得点・順位・統計。画面と同じ値を、サインインした利用者に返します。分からない値は null です（0 ではありません）。";
            return Task.CompletedTask;
        }));
    }

    private static string ProblemTitle(int? status) => status switch
    {
        StatusCodes.Status400BadRequest => "指定された値を読み取れません。",
        StatusCodes.Status401Unauthorized => "サインインが必要です。",
        StatusCodes.Status403Forbidden => "この操作をする権限がありません。",
        StatusCodes.Status404NotFound => "指定されたものが見つかりません。",
        < 500 => "この要求は受け付けられませんでした。",
        _ => "システムのエラーが起きました。",
    };

    public static void MapPortalApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").WithTags("得点").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        api.MapGet("/years", YearsAsync).WithSummary("結果のある評価年度");
        var year = api.MapGroup("/years/{year}").ProducesProblem(StatusCodes.Status404NotFound);
        year.MapGet("/municipalities", MunicipalitiesAsync).WithSummary("市町村の得点と順位").ProducesProblem(StatusCodes.Status400BadRequest);
        year.MapGet("/municipalities/{code}", MunicipalityAsync).WithSummary("市町村の得点（枝番まで）");
        year.MapGet("/prefectures", PrefecturesAsync).WithSummary("都道府県の得点と順位");
        year.MapGet("/statistics", StatisticsAsync).WithSummary("階層ごとの全国の統計").ProducesProblem(StatusCodes.Status400BadRequest);
        routes.MapOpenApi("/api/{documentName}/openapi.json");
    }

    private static async Task<IReadOnlyList<ApiYear>> YearsAsync(ScoreBoards boards, ScoreSource source, CancellationToken cancel)
    {
        var years = new List<ApiYear>();
        foreach (var of in (await boards.VersionsAsync(cancel)).Where(v => v.Kind == ScoreKind.Final).GroupBy(v => v.FiscalYear))
        {
            var list = new List<ApiBoard>();
            foreach (var version in of)
                if (await boards.FindAsync(version.FiscalYear, version.Audience, cancel) is { } board)
                    list.Add(new ApiBoard(
                        version.Audience.Slug(), version.Kind.Slug(), source.Of(board), board.Table.Edition, board.Table.Total.MaxPoints,
                        board.Jurisdictions.Count, version.ChangedAt));
            years.Add(new ApiYear(of.Key.Value, of.Key.Japanese, $"{of.Key.SurveyYear.Short}調査", list));
        }
        return years;
    }

    private static async Task<Results<Ok<List<ApiUnit>>, ProblemHttpResult>> MunicipalitiesAsync(
        [Description("評価年度（2026 または 令和8年度）")] string year,
        [Description("都道府県の番号（1〜47）または名前")] string? prefecture,
        [Description("第1号被保険者数の区分（1〜5）")] string? band,
        [Description("並べる階層のキー。省略すると合計")] string? sort,
        ScoreBoards boards, CancellationToken cancel)
    {
        if (await FindAsync(boards, year, Audience.Municipality, cancel) is not { } board) return NoYear(year);
        if (LevelOf(board, sort) is not { } level) return Wrong("sort", "階層のキー（合計、推進/Ⅰ、推進/Ⅰ/体制/3 など）を指定してください。");
        var number = PrefectureOf(prefecture);
        if (prefecture is not null && number is null) return Wrong("prefecture", "都道府県の番号（1〜47）または名前を指定してください。");
        var size = BandOf(band);
        if (band is not null && size is null) return Wrong("band", "1〜5を指定してください。");
        var ranking = LevelRanking.Of(board, await boards.FindPreviousAsync(board, cancel), level);
        return TypedResults.Ok(ranking.Select(new RankingFilter(number, size)).Select(u => ApiUnit.Of(u, ranking)).ToList());
    }

    private static async Task<Results<Ok<List<ApiPrefecture>>, ProblemHttpResult>> PrefecturesAsync(
        [Description("評価年度（2026 または 令和8年度）")] string year, ScoreBoards boards, CancellationToken cancel)
    {
        var own = await FindAsync(boards, year, Audience.Prefecture, cancel);
        var municipal = await FindAsync(boards, year, Audience.Municipality, cancel);
        if (own is null && municipal is null) return NoYear(year);
        var ranking = own is null
            ? PrefectureRanking.WithoutPoints(municipal!)
            : PrefectureRanking.ByOwnPoints(own, await boards.FindPreviousAsync(own, cancel), municipal);
        return TypedResults.Ok(ranking.Rows.OrderBy(r => r.Standing?.Rank ?? int.MaxValue).Select(r => ApiPrefecture.Of(r, own)).ToList());
    }

    private static async Task<Results<Ok<ApiMunicipality>, ProblemHttpResult>> MunicipalityAsync(
        [Description("評価年度（2026 または 令和8年度）")] string year, [Description("団体コード")] string code, ScoreBoards boards, PortalDb db, CancellationToken cancel)
    {
        if (await FindAsync(boards, year, Audience.Municipality, cancel) is not { } board) return NoYear(year);
        if (board.FindRow(code) is not { } row)
        {
            var isKnown = JurisdictionCode.TryParse(code, out var known, out _) && await db.Municipalities.AnyAsync(m => m.Code == known, cancel);
            return TypedResults.Problem(isKnown ? $"{board.FiscalYear.Japanese}の結果にない団体です。" : "団体コードに当たる市町村がありません。", statusCode: StatusCodes.Status404NotFound);
        }
        var unit = board.Jurisdictions[row];
        return TypedResults.Ok(new ApiMunicipality(
            unit.Key, unit.Name, unit.Kana, unit.Prefecture.Name, unit.Union, unit.Profile?.Population, unit.Profile?.InsuredCount, (int?)unit.Profile?.Band,
            unit.Profile?.IsDepopulated,
            [.. Enum.GetValues<PoolKind>().Select(kind => (Pool: board.PoolOf(row, kind), Standing: board.Standing(row, board.Table.Total, kind)))
                .Where(s => s is { Pool: not null, Standing: not null })
                .Select(s => new ApiPoolStanding(s.Pool!.Value.Name, s.Standing!.Value.Rank, s.Standing.Value.Size))],
            [.. board.Table.Levels.Select(level => LevelOf(board, row, level))],
            [.. board.Table.Cells.Select(cell => CellOf(board, row, cell))]));
    }

    private static async Task<Results<Ok<List<ApiStatistics>>, ProblemHttpResult>> StatisticsAsync(
        [Description("評価年度（2026 または 令和8年度）")] string year, [Description("municipality（省略時）または prefecture")] string? audience, ScoreBoards boards,
        CancellationToken cancel)
    {
        Audience? whose = audience is null
            ? Audience.Municipality
            : Enum.GetValues<Audience>().Cast<Audience?>().FirstOrDefault(a => a!.Value.Slug() == audience);
        if (whose is null) return Wrong("audience", "municipality または prefecture を指定してください。");
        if (await FindAsync(boards, year, whose.Value, cancel) is not { } board) return NoYear(year);
        return TypedResults.Ok(board.Table.Levels.Select(level =>
        {
            var of = board.Statistics(level);
            return new ApiStatistics(
                level.Key.ToString(), level.MaxPoints, of.Count, of.LeftOut, of.Mean, of.Median, of.StandardDeviation, of.Lowest, of.Highest);
        }).ToList());
    }

    private static ApiLevel LevelOf(ScoreBoard board, int row, TableLevel level)
    {
        var score = board.Score(row, level);
        return new ApiLevel(
            level.Key.ToString(), level.Name, level.MaxPoints, score.Complete, score.Known, score.KnownMax, board.Statistics(level).Mean,
            ApiStanding.From(board.Standing(row, level, PoolKind.Nation)));
    }

    private static ApiCell CellOf(ScoreBoard board, int row, TableCell cell)
    {
        var result = board.Cell(row, cell.Index);
        return new ApiCell(
            cell.Key.ToString(), cell.Item.Text, cell.MaxPoints.Value, result.PointsIfKnown?.Value, ApiCell.ReasonWord(result.Reason),
            ScoreRate.OneDecimal(board.Statistics(cell, RankingPool.Nation).ImplementationRate));
    }

    private static TableLevel? LevelOf(ScoreBoard board, string? key) =>
        key is null ? board.Table.Total : LevelKey.TryParse(key, out var parsed) ? board.Table.FindLevel(parsed) : null;

    private static int? PrefectureOf(string? text) =>
        (int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? PrefectureName.TryOf(number) : PrefectureName.FromName(text))?.Number;

    /// <summary>Read here and not by the framework, whose refusal would not name the parameter.</summary>
    private static InsuredBand? BandOf(string? text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? InsuredBands.TryOf(number) : null;

    private static async Task<ScoreBoard?> FindAsync(ScoreBoards boards, string year, Audience audience, CancellationToken cancel) =>
        FiscalYear.TryParse(year, out var of) ? await boards.FindAsync(of, audience, cancel) : null;

    private static ProblemHttpResult NoYear(string year) => TypedResults.Problem(
        FiscalYear.TryParse(year, out var of) ? $"{of.Japanese}の結果は取り込まれていません。" : "評価年度は 2026 や 令和8年度 のように指定してください。",
        statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Wrong(string parameter, string text) =>
        TypedResults.Problem($"{parameter}：{text}", statusCode: StatusCodes.Status400BadRequest);
}
