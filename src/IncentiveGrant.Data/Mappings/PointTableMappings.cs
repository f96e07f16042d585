using IncentiveGrant.Domain.PointTables;
using IncentiveGrant.Domain.Years;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncentiveGrant.Data.Mappings;

internal static class PointPrecision
{
    /// <summary>Points have two decimals (they are kept in 1/100 inside) and at most six digits before.</summary>
    public static PropertyBuilder<T> IsPoints<T>(this PropertyBuilder<T> property) => property.HasPrecision(8, 2);
}

internal sealed class PointTableMapping : IEntityTypeConfiguration<PointTable>
{
    public void Configure(EntityTypeBuilder<PointTable> table)
    {
        table.ToTable("point_table");
        table.Property(t => t.Title).HasMaxLength(PointTable.TitleMaxLength);
        table.Property(t => t.MaxPoints).IsPoints();
        table.Property(t => t.PromotionMaxPoints).IsPoints();
        table.Property(t => t.EffortSupportMaxPoints).IsPoints();
        table.Property(t => t.ExtraFrameMaxPoints).IsPoints();
        table.Property(t => t.ContentHash).HasMaxLength(PointTable.ContentHashLength);
        table.Property(t => t.Reason).HasMaxLength(PointTable.ReasonMaxLength);
        table.Ignore(t => t.Frame);
        table.Ignore(t => t.Indicators);
        table.HasIndex(t => new { t.FiscalYear, t.Audience, t.Edition }).IsUnique();
        table.HasOne<PortalYear>().WithMany().HasForeignKey(t => t.FiscalYear).OnDelete(DeleteBehavior.Restrict);
        table.HasOne<PointTable>().WithMany().HasForeignKey(t => t.BasedOnId).OnDelete(DeleteBehavior.Restrict);
        table.HasMany(t => t.Goals).WithOne().HasForeignKey("PointTableId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class GoalMapping : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.ToTable("goal", table => table.HasCheckConstraint("ck_goal_number", "number BETWEEN 1 AND 4"));
        goal.Property(g => g.Title).HasMaxLength(Goal.TitleMaxLength);
        goal.Property(g => g.MaxPoints).IsPoints();
        goal.Ignore(g => g.Key);
        goal.HasIndex("PointTableId", "Grant", "Number").IsUnique();
        goal.HasMany(g => g.Groups).WithOne().HasForeignKey("GoalId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IndicatorGroupMapping : IEntityTypeConfiguration<IndicatorGroup>
{
    public void Configure(EntityTypeBuilder<IndicatorGroup> group)
    {
        group.ToTable("indicator_group");
        group.Property(g => g.MaxPoints).IsPoints();
        group.HasIndex("GoalId", "Kind").IsUnique();
        group.HasMany(g => g.Indicators).WithOne().HasForeignKey("IndicatorGroupId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class IndicatorMapping : IEntityTypeConfiguration<Indicator>
{
    public void Configure(EntityTypeBuilder<Indicator> indicator)
    {
        indicator.ToTable("indicator");
        indicator.Property(i => i.Name).HasMaxLength(Indicator.NameMaxLength);
        indicator.Property(i => i.MaxPoints).IsPoints();
        indicator.HasIndex("IndicatorGroupId", "Number").IsUnique();
        indicator.HasMany(i => i.SubItems).WithOne().HasForeignKey("IndicatorId").IsRequired().OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SubItemMapping : IEntityTypeConfiguration<SubItem>
{
    public void Configure(EntityTypeBuilder<SubItem> item)
    {
        item.ToTable("sub_item");
        item.Property(s => s.Label).HasMaxLength(SubItem.LabelMaxLength);
        item.Property(s => s.Points).IsPoints();
        item.Property(s => s.Text).HasMaxLength(SubItem.TextMaxLength);
        item.HasIndex("IndicatorId", "Position").IsUnique();
        item.HasIndex("IndicatorId", "Label").IsUnique();
    }
}
