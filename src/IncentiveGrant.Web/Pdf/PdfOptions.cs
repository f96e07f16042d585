using System.ComponentModel.DataAnnotations;

namespace IncentiveGrant.Web.Pdf;

/// <summary>Section "Pdf": the browser that prints reports, and how long it may take.</summary>
public sealed class PdfOptions
{
    public const string Section = "Pdf";

    /// <summary>The browser's executable; when empty, chromium-headless-shell and then chromium are looked for in PATH.</summary>
    public string? BrowserPath { get; init; }

    /// <summary>
    /// Folder of the TTF files that reports are set in, relative to the application's folder. While it is missing or empty the machine's
    /// own fonts are used.
    /// </summary>
    [Required(ErrorMessage = "Pdf:FontsFolder を指定してください。")]
    public string FontsFolder { get; init; } = "fonts";

    /// <summary>Documents printed at the same time; 0 means one for each processor core (more only costs memory).</summary>
    [Range(0, 32, ErrorMessage = "Pdf:Tabs は 0〜32 で指定してください（0 はコア数）。")]
    public int Tabs { get; init; }

    /// <summary>How long one document may take.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00", ErrorMessage = "Pdf:Timeout は 10 分以内の時間（00:01:00 など）で指定してください。")]
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a document may wait for its turn.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ErrorMessage = "Pdf:WaitLimit は 1 時間以内の時間（00:05:00 など）で指定してください。")]
    public TimeSpan WaitLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After so many documents a tab is closed: its memory grows with each.</summary>
    [Range(1, 10_000, ErrorMessage = "Pdf:DocumentsPerTab は 1〜10000 で指定してください。")]
    public int DocumentsPerTab { get; init; } = 200;

    /// <summary>After a PDF of so many bytes (about 60 pages) a tab is closed at once.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Pdf:LargeDocumentBytes は 1 以上で指定してください。")]
    public int LargeDocumentBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>
    /// Runs the browser without its own sandbox. Root always needs that; otherwise only where the kernel denies name spaces to it, as in
    /// most containers, whose walls then stand in its place.
    /// </summary>
    public bool DisableSandbox { get; init; }
}
