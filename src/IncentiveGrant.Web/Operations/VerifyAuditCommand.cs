using System.CommandLine;
using System.Text.Json;
using IncentiveGrant.Data;
using IncentiveGrant.Data.Audit;
using Microsoft.EntityFrameworkCore;

namespace IncentiveGrant.Web.Operations;

/// <summary>verify-audit: walks the chains of the audit; prints their heads, to be kept elsewhere and held against later.</summary>
internal static class VerifyAuditCommand
{
    public static Command Create(IServiceProvider services)
    {
        var against = new Option<FileInfo?>("--against") { Description = "以前にこのコマンドが書き出した控え。末尾が切り取られていないかも確かめます。" };
        var command = new Command("verify-audit", "監査記録のつながりを確かめ、各系列の末尾を標準出力に書き出します。") { against };
        command.SetAction(services, async (scope, parsed, cancel) =>
        {
            var db = scope.GetRequiredService<PortalDb>();
            var kept = parsed.GetValue(against) is { } file ? await ReadAsync(file, cancel) : [];
            if (kept is null) return 1;
            var faults = await AuditTrail.VerifyAsync(db, kept, cancel);
            foreach (var fault in faults) await Console.Error.WriteLineAsync($"［エラー］系列「{fault.Stream}」の{fault.Sequence}件目から、記録のつながりが切れています。");
            var heads = await db.AuditHeads.AsNoTracking().OrderBy(h => h.Stream).ToListAsync(cancel);
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(heads, CommandParts.Json));
            if (faults.Count == 0) await Console.Error.WriteLineAsync($"{heads.Count}系列のつながりを確かめました。異常はありません。");
            return faults.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static async Task<IReadOnlyList<AuditHead>?> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        await using var stream = await CommandParts.OpenAsync(file);
        if (stream is null) return null;
        try
        {
            return await JsonSerializer.DeserializeAsync<List<AuditHead>>(stream, CommandParts.Json, cancel);
        }
        catch (JsonException)
        {
            await Console.Error.WriteLineAsync("［エラー］控えのファイルを読めません。このコマンドが書き出したファイルを指定してください。");
            return null;
        }
    }
}
