using System.ComponentModel;
using System.Diagnostics;

namespace IncentiveGrant.Web.Tests.Pdf;

/// <summary>Reads PDFs with poppler's tools, independently of the program that wrote them.</summary>
internal static class Poppler
{
    public static Task<string> TextAsync(byte[] pdf) => RunAsync(pdf, "pdftotext", "-", "-");

    public static Task<string> InformationAsync(byte[] pdf) => RunAsync(pdf, "pdfinfo", "-");

    public static Task<string> StructureAsync(byte[] pdf) => RunAsync(pdf, "pdfinfo", "-struct-text", "-");

    /// <summary>pdffonts reads no standard input.</summary>
    public static async Task<string> FontsAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, pdf);
        var fonts = await RunAsync([], "pdffonts", file);
        File.Delete(file);
        return fonts;
    }

    private static async Task<string> RunAsync(byte[] input, string tool, params string[] arguments)
    {
        using var process = Start(new ProcessStartInfo(tool, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true });
        var output = process.StandardOutput.ReadToEndAsync();
        await process.StandardInput.BaseStream.WriteAsync(input);
        process.StandardInput.Close();
        return await output;
    }

    private static Process Start(ProcessStartInfo info)
    {
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception)
        {
            Assert.Fail($"{info.FileName} がありません。次を実行してください: apt-get install -y poppler-utils");
            throw;
        }
    }
}
