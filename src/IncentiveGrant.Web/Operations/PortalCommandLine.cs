using System.CommandLine;
using System.CommandLine.Invocation;
using System.Globalization;

namespace IncentiveGrant.Web.Operations;

/// <summary>
/// The commands of the executable. The result alone is written to standard output, messages to standard error; a refusal ends with 1.
/// </summary>
internal static class PortalCommandLine
{
    /// <summary>
    /// Whether the arguments are for a command. Settings (--urls=…, /urls …, urls=…) start the portal; any other first word is a command, so that
    /// a misspelt one does not start it.
    /// </summary>
    public static bool Handles(string[] args) => args is ["--help" or "-h" or "-?" or "--version", ..]
        || (args is [{ Length: > 0 } first, ..] && first[0] is not ('-' or '/') && !first.Contains('='));

    /// <summary>Runs a command.</summary>
    public static Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja"); // what the library itself says, in the language of everything else
        var root = new RootCommand("インセンティブ交付金ポータル。コマンドを付けずに起動すると、画面を提供します。")
        {
            MigrateCommand.Create(services),
            DemoCommand.Create(services),
            CreateAdminCommand.Create(services),
            ImportCommand.Create(services),
            ExportCommand.Create(services),
            ScoreCommand.Create(),
            VerifyAuditCommand.Create(services),
        };
        var parsed = root.Parse(args);
        return parsed.Action is ParseErrorAction ? RefuseAsync(parsed) : parsed.InvokeAsync();
    }

    private static async Task<int> RefuseAsync(ParseResult parsed)
    {
        foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync($"［エラー］{error.Message}");
        await Console.Error.WriteLineAsync("使い方は --help を付けると表示されます。");
        return 1;
    }
}
