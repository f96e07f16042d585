using System.Globalization;
using IncentiveGrant.Data.Accounts;
using Microsoft.AspNetCore.Authentication;

namespace IncentiveGrant.Web.Infrastructure.Identity;

/// <summary>A session from sign-in to sign-out, as its cookie tells of it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Start">When its owner signed in.</param>
internal readonly record struct AccountSession(Guid Id, DateTimeOffset Start)
{
    private const string IdItem = "session";
    private const string StartItem = "session_start";

    /// <summary>Whether it has lasted as long as a session may.</summary>
    public bool IsOver(DateTimeOffset now) => now - Start >= AccountSessions.MaxAge;

    /// <summary>The session of a cookie; null where it tells of none.</summary>
    public static AccountSession? Of(AuthenticationProperties? properties) =>
        Guid.TryParse(properties?.GetString(IdItem), out var id)
        && DateTimeOffset.TryParse(properties.GetString(StartItem), CultureInfo.InvariantCulture, out var start)
            ? new AccountSession(id, start)
            : null;

    /// <summary>Writes it into a cookie.</summary>
    public void WriteTo(AuthenticationProperties properties)
    {
        properties.SetString(IdItem, Id.ToString());
        properties.SetString(StartItem, Start.ToString("O", CultureInfo.InvariantCulture));
    }
}
