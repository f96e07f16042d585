using System.CommandLine;

namespace IncentiveGrant.Web.Operations;

/// <summary>
/// The commands of the executable. The result alone is written to standard output, messages to standard error; a refusal ends with 1.
/// </summary>
internal static class PortalCommandLine
{
    private static readonly string[] Names = ["migrate", "demo", "create-admin", "import", "export", "score", "verify-audit", "--help", "-h", "-?", "--version"];

    /// <summary>Whether the arguments name a command; anything else starts the portal.</summary>
    public static bool Handles(string[] args) => args.Length > 0 && Names.Contains(args[0]);

    /// <summary>Runs a command.</summary>
    public static Task<int> RunAsync(IServiceProvider services, string[] args)
    {
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
        return root.Parse(args).InvokeAsync();
    }
}
