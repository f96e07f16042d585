using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace IncentiveGrant.Data.Conventions;

/// <summary>
/// Columns, keys and indexes in snake_case, so that SQL written by hand needs no quotes. Table names are written out in the mappings.
/// (Why not by EFCore.NamingConventions: docs/decisions/0005.)
/// </summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            foreach (var property in entity.GetDeclaredProperties()) property.Builder.HasColumnName(Of(property.GetColumnName()));
            foreach (var key in entity.GetDeclaredKeys()) key.Builder.HasName(Of(key.GetName()!));
            foreach (var index in entity.GetDeclaredIndexes()) index.Builder.HasDatabaseName(Of(index.GetDatabaseName()!));
            foreach (var foreignKey in entity.GetDeclaredForeignKeys()) foreignKey.Builder.HasConstraintName(Of(foreignKey.GetConstraintName()!));
        }
    }

    internal static string Of(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = char.IsUpper(name[i]) && i > 0 && name[i - 1] != '_'
                && (char.IsLower(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) result.Append('_');
            result.Append(char.ToLowerInvariant(name[i]));
        }
        return result.ToString();
    }
}
