using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace IncentiveGrant.Documents.Workbooks;

/// <summary>The cell styles of every workbook that the portal writes; the numbers are places in <see cref="Sheet"/>.</summary>
internal enum CellStyle
{
    Plain,
    Title,
    Subtitle,
    Heading,
    Text,
    WrappedText,
    Whole,
    OneDecimal,
    Percent,
    WholeDifference,
    Difference,
    Unknown,
    Note,
    Sentence,
    Notice,
}

internal static class WorkbookStyles
{
    private const string Font = "游ゴシック";
    private const uint OneDecimalFormat = 164, PercentFormat = 165, WholeDifferenceFormat = 166, DifferenceFormat = 167, WholeFormat = 168;
    private const uint Normal = 0, Bold = 1, Large = 2, Small = 3, Warning = 4;
    private const uint NoFill = 0, HeadingFill = 2;
    private const uint NoBorder = 0, Thin = 1;

    /// <summary>The style sheet, in the order of <see cref="CellStyle"/>.</summary>
    public static Stylesheet Sheet() => new(
        new NumberingFormats(
            Number(OneDecimalFormat, "#,##0.0;▲#,##0.0"),
            Number(PercentFormat, "0.0%;▲0.0%"),
            Number(WholeDifferenceFormat, "+#,##0;▲#,##0;\"±0\""),
            Number(DifferenceFormat, "+#,##0.0;▲#,##0.0;\"±0\""),
            Number(WholeFormat, "#,##0;▲#,##0")),
        new Fonts(FontOf(11), FontOf(11, new Bold()), FontOf(14, new Bold()), FontOf(9), WarningFont()),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }), // the format keeps the first two fills for itself
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8F1FE" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), ThinBorder()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Format(Normal),
            Format(Large),
            Format(Normal),
            Format(Bold, fill: HeadingFill, border: Thin, align: HorizontalAlignmentValues.Center, wrap: true),
            Format(Normal, border: Thin),
            Format(Normal, border: Thin, wrap: true, top: true),
            Format(Normal, WholeFormat, border: Thin),
            Format(Normal, OneDecimalFormat, border: Thin),
            Format(Normal, PercentFormat, border: Thin),
            Format(Normal, WholeDifferenceFormat, border: Thin),
            Format(Normal, DifferenceFormat, border: Thin),
            Format(Normal, border: Thin, align: HorizontalAlignmentValues.Right),
            Format(Small),
            Format(Normal, wrap: true, top: true),
            Format(Warning)));

    private static NumberingFormat Number(uint id, string code) => new() { NumberFormatId = id, FormatCode = code };

    private static Font FontOf(double size, params OpenXmlElement[] weight) =>
        new([.. weight, new FontSize { Val = size }, new FontName { Val = Font }]);

    private static Font WarningFont() =>
        new(new Bold(), new FontSize { Val = 11 }, new Color { Rgb = "FFB00020" }, new FontName { Val = Font });

    private static Border ThinBorder()
    {
        return new Border(
            new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
            new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
            new DiagonalBorder());

        static Color Grey() => new() { Rgb = "FFB3B3B3" };
    }

    private static CellFormat Format(
        uint font, uint number = 0, uint fill = NoFill, uint border = NoBorder, HorizontalAlignmentValues? align = null, bool wrap = false,
        bool top = false)
    {
        var alignment = new Alignment { Vertical = top ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center, WrapText = wrap };
        if (align is { } horizontal) alignment.Horizontal = horizontal;
        return new CellFormat(alignment)
        {
            FontId = font, NumberFormatId = number, FillId = fill, BorderId = border, FormatId = 0,
            ApplyFont = true, ApplyNumberFormat = true, ApplyFill = true, ApplyBorder = true, ApplyAlignment = true,
        };
    }
}
