using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IncentiveGrant.Data.Security;

/// <summary>A key that protects cookies and tokens. It is in the database so that every node of a deployment reads the same cookies.</summary>
public sealed class DataProtectionKey
{
    /// <summary>Longest name.</summary>
    public const int FriendlyNameMaxLength = 200;

    /// <summary>The portal's own number.</summary>
    public int Id { get; init; }

    /// <summary>The name that the framework gives it.</summary>
    public required string FriendlyName { get; init; }

    /// <summary>The key as the framework writes it.</summary>
    public required string Xml { get; init; }
}

/// <summary>Keeps the keys in the database (why not by the framework's own package: docs/decisions/0008).</summary>
public sealed class DataProtectionKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        return [.. db.DataProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        db.Add(new DataProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        db.SaveChanges();
    }
}
