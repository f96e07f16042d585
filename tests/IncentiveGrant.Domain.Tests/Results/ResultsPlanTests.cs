using IncentiveGrant.Domain.Imports;
using IncentiveGrant.Domain.Jurisdictions;
using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Results;
using IncentiveGrant.Domain.Scoring;
using IncentiveGrant.Domain.Years;
using IncentiveGrant.TestData;

namespace IncentiveGrant.Domain.Tests.Results;

public class ResultsPlanTests
{
    private readonly ResultsBuilder file = ResultsBuilder.FourTowns().Compute();

    [Fact]
    public void Of_ASoundFile_ScoresItsUnitsAndFindsNoDifference()
    {
        var plan = Plan();

        Assert.False(plan.IsRefused);
        Assert.Empty(plan.Differences);
        Assert.Equal([101, 102, 103, 104], plan.Units.Select(u => u.JurisdictionId!.Value));
        Assert.Equal([105], plan.Unions.Select(u => u.JurisdictionId!.Value));
        Assert.Equal([380m, 196m, 380m, 420m], Enumerable.Range(0, 4).Select(row => plan.Board!.Score(row, plan.Board.Table.Total).Complete!.Value));
        Assert.Equal([2, 4, 2, 1], Enumerable.Range(0, 4).Select(row => plan.Board!.Standing(row, plan.Board.Table.Total, PoolKind.Nation)!.Value.Rank));
        Assert.Equal(new PublishedPrevious(400, 1), plan.Board!.Previous(0));
    }

    [Fact]
    public void Of_ASoundFile_CarriesWhatASaverWrites()
    {
        var plan = Plan();

        Assert.Equal(267, plan.CellsOf(3).Count()); // goal Ⅳ once
        Assert.Equal(400m, plan.CellsOf(3).Sum(c => c.Result.PointsIfKnown!.Value.Value)); // 380 + 20 of Ⅳ, which the total counts twice
        Assert.Equal(
            [
                new PlannedFigure(FigureKind.PreviousPoints, "合計", 400, null), new PlannedFigure(FigureKind.PreviousRank, "合計", 1, null),
                new PlannedFigure(FigureKind.Points, "推進", 216, null), new PlannedFigure(FigureKind.Points, "支援", 204, null),
                new PlannedFigure(FigureKind.Points, "合計", 420, null), new PlannedFigure(FigureKind.Rank, "合計", 1, null),
            ],
            plan.FiguresOf(3).Where(f => !f.Level.Contains('/', StringComparison.Ordinal)));
        Assert.DoesNotContain(plan.FiguresOf(3), f => LevelKey.Parse(f.Level).IsCell);
        var profile = plan.Units[3].ProfileFor(104, new FiscalYear(2026))!;
        Assert.Equal((104, 20_700, 6_900, InsuredBand.Under10000), (profile.MunicipalityId, profile.Population, profile.InsuredCount, profile.Band));
    }

    [Fact]
    public void Of_UnitsWithTheSameName_JoinsEachInItsPrefecture()
    {
        var known = file.Known().Reverse().ToList(); // and in whatever order the portal knows them

        Assert.Equal([101, 102, 103, 104], Plan(known).Units.Select(u => u.JurisdictionId!.Value));
    }

    [Theory]
    [InlineData("大河原町 ")]
    [InlineData("大河原　町")]
    public void Of_ANameInAnotherWidth_Joins(string printed)
    {
        file.Rows[0] = file.Rows[0] with { Name = printed };

        Assert.Equal(101, Plan(ResultsBuilder.FourTowns().Compute().Known()).Units[0].JurisdictionId);
    }

    [Fact]
    public void Of_AnUnknownUnit_ListsItAndCreatesNothing()
    {
        var known = file.Known().Where(k => k.Id is not (103 or 105)).ToList();

        var plan = Plan(known);

        Assert.False(plan.IsRefused);
        Assert.Equal(["見本広域連合", "川崎町"], plan.NewJurisdictions.Select(r => r.Row.Name));
        Assert.Equal([40, 40], plan.NewJurisdictions.Select(r => r.Row.PrefectureNumber)); // 宮城県川崎町 is known and not taken for it
        AssertSays(plan, ImportSeverity.Warning, "団体マスタにない団体が1あります（福岡県川崎町）。");
        AssertSays(plan, ImportSeverity.Warning, "団体マスタにない広域連合が1あります（福岡県見本広域連合）。");
        Assert.Equal(420m, plan.Board!.Score(3, plan.Board.Table.Total).Complete);
    }

    [Fact]
    public void Of_ARowTwice_NamesBothRows()
    {
        file.Rows.Add(file.Rows[0] with { Number = 30 });

        AssertRefused("シート「全国集計（市町村）」30行目：宮城県大河原町は19行目にもあります。どちらかの行を削除してください。");
    }

    [Fact]
    public void Of_RowsWithoutInsurerNumber_KeepsThem()
    {
        for (var i = 0; i < file.Rows.Count; i++) file.Rows[i] = file.Rows[i] with { InsurerNumber = null };

        Assert.Equal(4, Plan().Units.Count);
    }

    [Fact]
    public void Of_InsurerNumbersThatClash_WarnsAndJoinsByName()
    {
        var known = file.Known();
        file.Rows[0] = file.Rows[0] with { InsurerNumber = "043240" }; // 川崎町's

        var plan = Plan(known);

        Assert.Equal(101, plan.Units[0].JurisdictionId);
        AssertSays(plan, ImportSeverity.Warning, "シート「全国集計（市町村）」19行目 「保険者番号」：宮城県大河原町の番号は「043240」ですが、団体マスタでは「043216」です。名前で結び付けました。");
        AssertSays(plan, ImportSeverity.Warning, "シート「全国集計（市町村）」20行目 「保険者番号」：「043240」は19行目にもあります。");
    }

    [Fact]
    public void Of_AnInsurerNumberOfAnotherUnit_WarnsAndJoinsByName()
    {
        var known = file.Known();
        file.Rows[3] = file.Rows[3] with { InsurerNumber = "409999" }; // 見本市 has none of its own

        AssertSays(Plan(known), ImportSeverity.Warning, "福岡県見本市の番号「409999」は、団体マスタでは福岡県見本広域連合のものです。");
    }

    [Fact]
    public void Of_ABandThatDoesNotFollow_Warns()
    {
        file.Rows[0] = file.Rows[0] with { Band = InsuredBand.Under50000 };

        var plan = Plan();

        AssertSays(plan, ImportSeverity.Warning, "宮城県大河原町の区分は3ですが、第1号被保険者数6,900人からは2です。");
        Assert.Equal(InsuredBand.Under50000, plan.Board!.Jurisdictions[0].Profile!.Band);
    }

    [Fact]
    public void Of_FewerUnitsThanTheNation_Warns()
    {
        var known = file.Known();
        file.Rows.RemoveAt(0);

        AssertSays(Plan(known), ImportSeverity.Warning, "3団体です。全国では1,741団体です。ファイルにない団体は1です（宮城県大河原町）。");
    }

    [Fact]
    public void Of_AMunicipalityWithoutScores_WarnsAndLeavesItUnknown()
    {
        file.WithoutScores(4, "蔵王町").Compute();

        var plan = Plan();

        AssertSays(plan, ImportSeverity.Warning, "宮城県蔵王町には得点がひとつもありません。");
        Assert.Null(plan.Board!.Score(4, plan.Board.Table.Total).Complete);
        Assert.Empty(plan.CellsOf(4));
        Assert.Equal(4, plan.Board.Statistics(plan.Board.Table.Total).Count); // not counted as a zero
    }

    [Fact]
    public void Of_AUnionKnownUnderAnyName_IsNotScored()
    {
        file.WithoutScores(4, "黒川地域").Compute();
        var known = file.Known().Select(k => k.NormalizedName == "黒川地域" ? k with { Kind = JurisdictionKind.WideAreaUnion } : k).ToList();

        Assert.Equal(["見本広域連合", "黒川地域"], Plan(known).Unions.Select(u => u.Row.Name));
    }

    [Fact]
    public void Of_AUnionWithScores_IsRefusedRatherThanCounted()
    {
        file.Unit(4, "仙南広域連合", _ => false).Compute();

        AssertRefused("宮城県仙南広域連合は広域連合ですが、得点があります。");
    }

    [Fact]
    public void Of_PointsAboveTheCells_NamesTheAddress()
    {
        file.Print(0, "推進/Ⅰ/体制/1/ア", 5);

        AssertRefused("シート「全国集計（市町村）」19行目 C2列「地域の介護保険事業の特徴」：「推進/Ⅰ/体制/1/ア」の5点は、配点4点を超えています。");
    }

    [Theory]
    [InlineData("0.005", "「推進/Ⅰ/体制/1/ア」の0.005点は、小数第2位より細かいため読み込めません。")]
    [InlineData("-1", "「推進/Ⅰ/体制/1/ア」の-1点は、0点より小さい点です。")]
    public void Of_PointsThatNoCellCanHave_NamesTheAddress(string points, string expected)
    {
        file.Print(0, "推進/Ⅰ/体制/1/ア", decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture));

        AssertRefused(expected);
    }

    [Fact]
    public void Of_ASubtotalFinerThanPoints_NamesTheAddress()
    {
        file.Print(0, "推進/Ⅰ/体制", 63.999m);

        AssertRefused("「推進/Ⅰ/体制」の63.999点は、小数第2位より細かいため読み込めません。");
    }

    [Fact]
    public void Of_GoalIVThatDiffersBetweenTheGrants_IsRefused()
    {
        file.Print(3, "支援/Ⅳ/成果/2/ア", 0);

        AssertRefused("「支援/Ⅳ/成果/2/ア」は0ですが、写しの元の「推進/Ⅳ/成果/2/ア」");
    }

    [Fact]
    public void Of_BlankAndNotApplicableCells_KeepsThemApartFromZero()
    {
        file.Print(0, "推進/Ⅰ/体制/1/ア", null)
            .Print(0, FigureKind.Points, "推進/Ⅰ/体制/1/イ", new Figure(null, "対象外"))
            .Print(0, FigureKind.Points, "推進/Ⅰ/体制/1/ウ", new Figure(null, "—"));

        var plan = Plan();

        var cells = Enumerable.Range(0, 3).Select(c => plan.Board!.Cell(0, c)).ToList();
        Assert.Equal([CellReason.Pending, CellReason.NotApplicable, CellReason.Pending], cells.Select(c => c.Reason));
        Assert.Equal([null, Points.Zero, (Points?)null], cells.Select(c => c.PointsIfKnown));
        Assert.Equal(["推進/Ⅰ/体制/1/イ 対象外", "推進/Ⅰ/体制/1/ウ —"], plan.FiguresOf(0).Where(f => f.PrintedText is not null).Select(f => $"{f.Level} {f.PrintedText}"));
        Assert.Equal(64m, plan.Board!.Score(0, plan.Board.Table.FindLevel(LevelKey.Parse("推進/Ⅰ/体制"))!).Complete); // the printed subtotal stands for it
    }

    [Fact]
    public void Of_AFileOfAnotherYear_IsRefused()
    {
        file.FiscalYear = new FiscalYear(2025);

        AssertRefused("ファイルは令和7年度の結果ですが、選ばれているのは令和8年度です。年度を選び直してください。");
    }

    [Fact]
    public void Of_AColumnThatTheTableDoesNotHave_IsRefused()
    {
        file.Columns[2] = file.Columns[2] with { Key = LevelKey.Parse("推進/Ⅰ/体制/1/キ") };

        var plan = AssertRefused("C2列「地域の介護保険事業の特徴」：「推進/Ⅰ/体制/1/キ」は令和8年度 評価指標 配点表（市町村分）にありません。");
        AssertSays(plan, ImportSeverity.Error, "枝番のうち1個の列がありません（推進/Ⅰ/体制/1/ア）。");
    }

    [Fact]
    public void Of_PointsOfTheTableThatDiffer_IsRefused()
    {
        file.Columns[2] = file.Columns[2] with { MaxPoints = 5 };

        AssertRefused("「推進/Ⅰ/体制/1/ア」の配点は5点ですが、令和8年度 評価指標 配点表（市町村分）では4点です。");
    }

    [Fact]
    public void Of_AFileWithoutTotal_WarnsAndComputesIt()
    {
        var total = file.Columns.FindIndex(c => c.Kind == FigureKind.Points && c.Key == LevelKey.Total);
        file.Columns[total] = file.Columns[total] with { Kind = FigureKind.MaxPoints };

        var plan = Plan();

        AssertSays(plan, ImportSeverity.Warning, "今年度の合計の列がありません。");
        Assert.Equal(380m, plan.Board!.Score(0, plan.Board.Table.Total).Complete);
    }

    [Fact]
    public void Of_StatisticsOfTheNation_CarriesThemAllButThePointsRow()
    {
        file.PrintStatistic(FigureKind.MaxPoints, "推進", 400).PrintStatistic(FigureKind.Mean, "推進", 201);

        var figure = Assert.Single(Plan().NationalFigures);

        Assert.Equal(new PlannedFigure(FigureKind.Mean, "推進", 201, null), figure);
    }

    private ResultsPlan Plan(IReadOnlyList<KnownJurisdiction>? known = null) => ResultsPlan.Of(file.Build(), file.Table, known ?? file.Known());

    private ResultsPlan AssertRefused(string expected)
    {
        var plan = Plan();
        Assert.True(plan.IsRefused);
        Assert.Null(plan.Board);
        AssertSays(plan, ImportSeverity.Error, expected);
        return plan;
    }

    private static void AssertSays(ResultsPlan plan, ImportSeverity severity, string expected) =>
        Assert.True(
            plan.Messages.Any(m => m.Severity == severity && m.ToString().Contains(expected, StringComparison.Ordinal)),
            string.Join('\n', plan.Messages));
}
