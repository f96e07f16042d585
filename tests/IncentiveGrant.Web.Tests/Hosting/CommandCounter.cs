using System.Collections.Concurrent;
using System.Data.Common;
using IncentiveGrant.Data;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>Hears every command that the portal sends to its database.</summary>
public sealed class CommandCounter : DbCommandInterceptor
{
    private readonly ConcurrentQueue<string> commands = new();

    /// <summary>Listens to a portal.</summary>
    public void ListenTo(IServiceCollection services)
    {
        services.ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresPortalDb>(options => options.AddInterceptors(this));
    }

    /// <summary>The commands sent while something is done.</summary>
    public async Task<IReadOnlyList<string>> DuringAsync(Func<Task> act)
    {
        commands.Clear();
        await act();
        return [.. commands];
    }

    /// <inheritdoc />
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        commands.Enqueue(command.CommandText);
        return result;
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        commands.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        commands.Enqueue(command.CommandText);
        return ValueTask.FromResult(result);
    }
}
