using IncentiveGrant.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncentiveGrant.Data.Mappings;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("account");
        account.Property(a => a.UserName).HasMaxLength(Account.UserNameMaxLength).IsRequired();
        account.Property(a => a.NormalizedUserName).HasMaxLength(Account.UserNameMaxLength).IsRequired();
        account.Property(a => a.DisplayName).HasMaxLength(Account.DisplayNameMaxLength);
        account.Property(a => a.Office).HasMaxLength(Account.OfficeMaxLength);
        account.HasIndex(a => a.NormalizedUserName).IsUnique().HasDatabaseName("ix_account_normalized_user_name");
        account.HasIndex(a => a.NormalizedEmail).HasDatabaseName("ix_account_normalized_email");
    }
}

internal sealed class AccountScopeMapping : IEntityTypeConfiguration<AccountScope>
{
    public void Configure(EntityTypeBuilder<AccountScope> scope)
    {
        scope.ToTable("account_scope");
        scope.HasKey(s => new { s.AccountId, s.JurisdictionId });
        scope.HasIndex(s => s.JurisdictionId);
        scope.HasOne<Account>().WithMany(a => a.Scopes).HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
        scope.HasOne(s => s.Jurisdiction).WithMany().HasForeignKey(s => s.JurisdictionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccountClaimMapping : IEntityTypeConfiguration<IdentityUserClaim<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<int>> claim) => claim.ToTable("account_claim").HasIndex(c => c.UserId);
}

internal sealed class AccountLoginMapping : IEntityTypeConfiguration<IdentityUserLogin<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<int>> login) => login.ToTable("account_login").HasIndex(l => l.UserId);
}

internal sealed class AccountTokenMapping : IEntityTypeConfiguration<IdentityUserToken<int>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<int>> token) => token.ToTable("account_token");
}
