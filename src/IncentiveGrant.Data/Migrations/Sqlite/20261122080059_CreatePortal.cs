using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace IncentiveGrant.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CreatePortal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    display_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    office = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    is_closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_change_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    stream = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 130, nullable: false),
                    action = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    old_value = table.Column<string>(type: "TEXT", nullable: true),
                    new_value = table.Column<string>(type: "TEXT", nullable: true),
                    previous_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_head",
                columns: table => new
                {
                    stream = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_head", x => x.stream);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_key",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    friendly_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_data_protection_key", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "difference_acknowledgement",
                columns: table => new
                {
                    subject = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    description = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    values = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    actor = table.Column<string>(type: "TEXT", maxLength: 130, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    stamp = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_difference_acknowledgement", x => x.subject);
                });

            migrationBuilder.CreateTable(
                name: "ended_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ended_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fiscal_year",
                columns: table => new
                {
                    fiscal_year = table.Column<int>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fiscal_year", x => x.fiscal_year);
                });

            migrationBuilder.CreateTable(
                name: "jurisdiction",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    prefecture_number = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    normalized_name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    kana = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    search_key = table.Column<string>(type: "TEXT", maxLength: 181, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    insurer_number = table.Column<string>(type: "TEXT", maxLength: 6, nullable: true),
                    union_id = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_jurisdiction", x => x.id);
                    table.CheckConstraint("ck_jurisdiction_prefecture_number", "prefecture_number BETWEEN 1 AND 47");
                    table.ForeignKey(
                        name: "fk_jurisdiction_jurisdiction_union_id",
                        column: x => x.union_id,
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "publication",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    source_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_publication", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    claim_type = table.Column<string>(type: "TEXT", nullable: true),
                    claim_value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "fk_account_claim_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    provider_key = table.Column<string>(type: "TEXT", nullable: false),
                    provider_display_name = table.Column<string>(type: "TEXT", nullable: true),
                    user_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_account_login_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<int>(type: "INTEGER", nullable: false),
                    login_provider = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_account_token_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "board_version",
                columns: table => new
                {
                    fiscal_year = table.Column<int>(type: "INTEGER", nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_board_version", x => new { x.fiscal_year, x.audience, x.kind });
                    table.ForeignKey(
                        name: "fk_board_version_fiscal_year_fiscal_year",
                        column: x => x.fiscal_year,
                        principalTable: "fiscal_year",
                        principalColumn: "fiscal_year",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "point_table",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    fiscal_year = table.Column<int>(type: "INTEGER", nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    edition = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    origin = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    max_points = table.Column<decimal>(type: "TEXT", precision: 8, scale: 2, nullable: false),
                    promotion_max_points = table.Column<decimal>(type: "TEXT", precision: 8, scale: 2, nullable: false),
                    effort_support_max_points = table.Column<decimal>(type: "TEXT", precision: 8, scale: 2, nullable: false),
                    extra_frame_max_points = table.Column<decimal>(type: "TEXT", precision: 8, scale: 2, nullable: true),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    published_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    based_on_id = table.Column<int>(type: "INTEGER", nullable: true),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_point_table", x => x.id);
                    table.ForeignKey(
                        name: "fk_point_table_fiscal_year_fiscal_year",
                        column: x => x.fiscal_year,
                        principalTable: "fiscal_year",
                        principalColumn: "fiscal_year",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_point_table_point_table_based_on_id",
                        column: x => x.based_on_id,
                        principalTable: "point_table",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "account_scope",
                columns: table => new
                {
                    account_id = table.Column<int>(type: "INTEGER", nullable: false),
                    jurisdiction_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_scope", x => new { x.account_id, x.jurisdiction_id });
                    table.ForeignKey(
                        name: "fk_account_scope_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_account_scope_jurisdiction_jurisdiction_id",
                        column: x => x.jurisdiction_id,
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "municipality_profile",
                columns: table => new
                {
                    municipality_id = table.Column<int>(type: "INTEGER", nullable: false),
                    fiscal_year = table.Column<int>(type: "INTEGER", nullable: false),
                    population = table.Column<int>(type: "INTEGER", nullable: true),
                    insured_count = table.Column<int>(type: "INTEGER", nullable: true),
                    band = table.Column<int>(type: "INTEGER", nullable: true),
                    is_depopulated = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_municipality_profile", x => new { x.municipality_id, x.fiscal_year });
                    table.CheckConstraint("ck_municipality_profile_counts", "population >= 0 AND insured_count >= 0 AND band BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "fk_municipality_profile_jurisdiction_municipality_id",
                        column: x => x.municipality_id,
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "published_figure",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    row = table.Column<int>(type: "INTEGER", nullable: false),
                    fiscal_year = table.Column<int>(type: "INTEGER", nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    pool = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    indicator = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    value = table.Column<decimal>(type: "TEXT", precision: 14, scale: 6, nullable: true),
                    printed = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    pool_size = table.Column<int>(type: "INTEGER", nullable: true),
                    part_of = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    breakdown = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    publication_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_published_figure", x => x.id);
                    table.ForeignKey(
                        name: "fk_published_figure_publication_publication_id",
                        column: x => x.publication_id,
                        principalTable: "publication",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goal",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    grant = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    max_points = table.Column<decimal>(type: "TEXT", precision: 8, scale: 2, nullable: false),
                    is_copy = table.Column<bool>(type: "INTEGER", nullable: false),
                    point_table_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goal", x => x.id);
                    table.CheckConstraint("ck_goal_number", "number BETWEEN 1 AND 4");
                    table.ForeignKey(
                        name: "fk_goal_point_table_point_table_id",
                        column: x => x.point_table_id,
                        principalTable: "point_table",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "result_set",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    fiscal_year = table.Column<int>(type: "INTEGER", nullable: false),
                    audience = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    point_table_id = table.Column<int>(type: "INTEGER", nullable: false),
                    source_name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    source_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_count = table.Column<int>(type: "INTEGER", nullable: false),
                    difference_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_result_set", x => x.id);
                    table.ForeignKey(
                        name: "fk_result_set_fiscal_year_fiscal_year",
                        column: x => x.fiscal_year,
                        principalTable: "fiscal_year",
                        principalColumn: "fiscal_year",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_result_set_point_table_point_table_id",
                        column: x => x.point_table_id,
                        principalTable: "point_table",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "indicator_group",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    max_points = table.Column<decimal>(type: "TEXT", precision: 8, scale: 2, nullable: false),
                    goal_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator_group", x => x.id);
                    table.ForeignKey(
                        name: "fk_indicator_group_goal_goal_id",
                        column: x => x.goal_id,
                        principalTable: "goal",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cell_point",
                columns: table => new
                {
                    result_set_id = table.Column<int>(type: "INTEGER", nullable: false),
                    jurisdiction_id = table.Column<int>(type: "INTEGER", nullable: false),
                    sub_item_id = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<byte>(type: "INTEGER", nullable: false),
                    hundredths = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cell_point", x => new { x.result_set_id, x.jurisdiction_id, x.sub_item_id });
                    table.ForeignKey(
                        name: "fk_cell_point_jurisdiction_jurisdiction_id",
                        column: x => x.jurisdiction_id,
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_cell_point_result_set_result_set_id",
                        column: x => x.result_set_id,
                        principalTable: "result_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "import_finding",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    result_set_id = table.Column<int>(type: "INTEGER", nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_finding", x => x.id);
                    table.ForeignKey(
                        name: "fk_import_finding_result_set_result_set_id",
                        column: x => x.result_set_id,
                        principalTable: "result_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "result_figure",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    result_set_id = table.Column<int>(type: "INTEGER", nullable: false),
                    jurisdiction_id = table.Column<int>(type: "INTEGER", nullable: true),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    value = table.Column<decimal>(type: "numeric", nullable: true),
                    printed_text = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_result_figure", x => x.id);
                    table.ForeignKey(
                        name: "fk_result_figure_jurisdiction_jurisdiction_id",
                        column: x => x.jurisdiction_id,
                        principalTable: "jurisdiction",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_result_figure_result_set_result_set_id",
                        column: x => x.result_set_id,
                        principalTable: "result_set",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "indicator",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    max_points = table.Column<decimal>(type: "TEXT", precision: 8, scale: 2, nullable: true),
                    rule = table.Column<string>(type: "TEXT", nullable: false),
                    indicator_group_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_indicator", x => x.id);
                    table.ForeignKey(
                        name: "fk_indicator_indicator_group_indicator_group_id",
                        column: x => x.indicator_group_id,
                        principalTable: "indicator_group",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sub_item",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    label = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    points = table.Column<decimal>(type: "TEXT", precision: 8, scale: 2, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    text_source = table.Column<int>(type: "INTEGER", nullable: true),
                    indicator_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sub_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_sub_item_indicator_indicator_id",
                        column: x => x.indicator_id,
                        principalTable: "indicator",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                table: "jurisdiction",
                columns: new[] { "id", "code", "kana", "name", "normalized_name", "prefecture_number", "search_key", "kind" },
                values: new object[,]
                {
                    { 1, "010006", "ほっかいどう", "北海道", "北海道", 1, "北海道 ほっかいどう", "prefecture" },
                    { 2, "020001", "あおもりけん", "青森県", "青森県", 2, "青森県 あおもりけん", "prefecture" },
                    { 3, "030007", "いわてけん", "岩手県", "岩手県", 3, "岩手県 いわてけん", "prefecture" },
                    { 4, "040002", "みやぎけん", "宮城県", "宮城県", 4, "宮城県 みやぎけん", "prefecture" },
                    { 5, "050008", "あきたけん", "秋田県", "秋田県", 5, "秋田県 あきたけん", "prefecture" },
                    { 6, "060003", "やまがたけん", "山形県", "山形県", 6, "山形県 やまがたけん", "prefecture" },
                    { 7, "070009", "ふくしまけん", "福島県", "福島県", 7, "福島県 ふくしまけん", "prefecture" },
                    { 8, "080004", "いばらきけん", "茨城県", "茨城県", 8, "茨城県 いばらきけん", "prefecture" },
                    { 9, "090000", "とちぎけん", "栃木県", "栃木県", 9, "栃木県 とちぎけん", "prefecture" },
                    { 10, "100005", "ぐんまけん", "群馬県", "群馬県", 10, "群馬県 ぐんまけん", "prefecture" },
                    { 11, "110001", "さいたまけん", "埼玉県", "埼玉県", 11, "埼玉県 さいたまけん", "prefecture" },
                    { 12, "120006", "ちばけん", "千葉県", "千葉県", 12, "千葉県 ちばけん", "prefecture" },
                    { 13, "130001", "とうきょうと", "東京都", "東京都", 13, "東京都 とうきょうと", "prefecture" },
                    { 14, "140007", "かながわけん", "神奈川県", "神奈川県", 14, "神奈川県 かながわけん", "prefecture" },
                    { 15, "150002", "にいがたけん", "新潟県", "新潟県", 15, "新潟県 にいがたけん", "prefecture" },
                    { 16, "160008", "とやまけん", "富山県", "富山県", 16, "富山県 とやまけん", "prefecture" },
                    { 17, "170003", "いしかわけん", "石川県", "石川県", 17, "石川県 いしかわけん", "prefecture" },
                    { 18, "180009", "ふくいけん", "福井県", "福井県", 18, "福井県 ふくいけん", "prefecture" },
                    { 19, "190004", "やまなしけん", "山梨県", "山梨県", 19, "山梨県 やまなしけん", "prefecture" },
                    { 20, "200000", "ながのけん", "長野県", "長野県", 20, "長野県 ながのけん", "prefecture" },
                    { 21, "210005", "ぎふけん", "岐阜県", "岐阜県", 21, "岐阜県 ぎふけん", "prefecture" },
                    { 22, "220001", "しずおかけん", "静岡県", "静岡県", 22, "静岡県 しずおかけん", "prefecture" },
                    { 23, "230006", "あいちけん", "愛知県", "愛知県", 23, "愛知県 あいちけん", "prefecture" },
                    { 24, "240001", "みえけん", "三重県", "三重県", 24, "三重県 みえけん", "prefecture" },
                    { 25, "250007", "しがけん", "滋賀県", "滋賀県", 25, "滋賀県 しがけん", "prefecture" },
                    { 26, "260002", "きょうとふ", "京都府", "京都府", 26, "京都府 きょうとふ", "prefecture" },
                    { 27, "270008", "おおさかふ", "大阪府", "大阪府", 27, "大阪府 おおさかふ", "prefecture" },
                    { 28, "280003", "ひょうごけん", "兵庫県", "兵庫県", 28, "兵庫県 ひょうごけん", "prefecture" },
                    { 29, "290009", "ならけん", "奈良県", "奈良県", 29, "奈良県 ならけん", "prefecture" },
                    { 30, "300004", "わかやまけん", "和歌山県", "和歌山県", 30, "和歌山県 わかやまけん", "prefecture" },
                    { 31, "310000", "とっとりけん", "鳥取県", "鳥取県", 31, "鳥取県 とっとりけん", "prefecture" },
                    { 32, "320005", "しまねけん", "島根県", "島根県", 32, "島根県 しまねけん", "prefecture" },
                    { 33, "330001", "おかやまけん", "岡山県", "岡山県", 33, "岡山県 おかやまけん", "prefecture" },
                    { 34, "340006", "ひろしまけん", "広島県", "広島県", 34, "広島県 ひろしまけん", "prefecture" },
                    { 35, "350001", "やまぐちけん", "山口県", "山口県", 35, "山口県 やまぐちけん", "prefecture" },
                    { 36, "360007", "とくしまけん", "徳島県", "徳島県", 36, "徳島県 とくしまけん", "prefecture" },
                    { 37, "370002", "かがわけん", "香川県", "香川県", 37, "香川県 かがわけん", "prefecture" },
                    { 38, "380008", "えひめけん", "愛媛県", "愛媛県", 38, "愛媛県 えひめけん", "prefecture" },
                    { 39, "390003", "こうちけん", "高知県", "高知県", 39, "高知県 こうちけん", "prefecture" },
                    { 40, "400009", "ふくおかけん", "福岡県", "福岡県", 40, "福岡県 ふくおかけん", "prefecture" },
                    { 41, "410004", "さがけん", "佐賀県", "佐賀県", 41, "佐賀県 さがけん", "prefecture" },
                    { 42, "420000", "ながさきけん", "長崎県", "長崎県", 42, "長崎県 ながさきけん", "prefecture" },
                    { 43, "430005", "くまもとけん", "熊本県", "熊本県", 43, "熊本県 くまもとけん", "prefecture" },
                    { 44, "440001", "おおいたけん", "大分県", "大分県", 44, "大分県 おおいたけん", "prefecture" },
                    { 45, "450006", "みやざきけん", "宮崎県", "宮崎県", 45, "宮崎県 みやざきけん", "prefecture" },
                    { 46, "460001", "かごしまけん", "鹿児島県", "鹿児島県", 46, "鹿児島県 かごしまけん", "prefecture" },
                    { 47, "470007", "おきなわけん", "沖縄県", "沖縄県", 47, "沖縄県 おきなわけん", "prefecture" }
                });

            migrationBuilder.CreateIndex(
                name: "ix_account_normalized_email",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "ix_account_normalized_user_name",
                table: "account",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_account_claim_user_id",
                table: "account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_login_user_id",
                table: "account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_account_scope_jurisdiction_id",
                table: "account_scope",
                column: "jurisdiction_id");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_at",
                table: "audit_entry",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_stream_sequence",
                table: "audit_entry",
                columns: new[] { "stream", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_goal_point_table_id_grant_number",
                table: "goal",
                columns: new[] { "point_table_id", "grant", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_finding_result_set_id",
                table: "import_finding",
                column: "result_set_id");

            migrationBuilder.CreateIndex(
                name: "ix_indicator_indicator_group_id_number",
                table: "indicator",
                columns: new[] { "indicator_group_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_indicator_group_goal_id_kind",
                table: "indicator_group",
                columns: new[] { "goal_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_jurisdiction_code",
                table: "jurisdiction",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_jurisdiction_prefecture_number_kind_normalized_name",
                table: "jurisdiction",
                columns: new[] { "prefecture_number", "kind", "normalized_name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_jurisdiction_union_id",
                table: "jurisdiction",
                column: "union_id");

            migrationBuilder.CreateIndex(
                name: "ix_point_table_fiscal_year_audience_edition",
                table: "point_table",
                columns: new[] { "fiscal_year", "audience", "edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_publication_document_id",
                table: "publication",
                columns: new[] { "document", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_published_figure_place",
                table: "published_figure",
                columns: new[] { "publication_id", "fiscal_year", "audience", "pool", "indicator", "level", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_result_figure_result_set_id_jurisdiction_id_kind_level",
                table: "result_figure",
                columns: new[] { "result_set_id", "jurisdiction_id", "kind", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_result_set_fiscal_year_audience_kind_id",
                table: "result_set",
                columns: new[] { "fiscal_year", "audience", "kind", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_sub_item_indicator_id_label",
                table: "sub_item",
                columns: new[] { "indicator_id", "label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sub_item_indicator_id_position",
                table: "sub_item",
                columns: new[] { "indicator_id", "position" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claim");

            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_scope");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "audit_head");

            migrationBuilder.DropTable(
                name: "board_version");

            migrationBuilder.DropTable(
                name: "cell_point");

            migrationBuilder.DropTable(
                name: "data_protection_key");

            migrationBuilder.DropTable(
                name: "difference_acknowledgement");

            migrationBuilder.DropTable(
                name: "ended_session");

            migrationBuilder.DropTable(
                name: "import_finding");

            migrationBuilder.DropTable(
                name: "municipality_profile");

            migrationBuilder.DropTable(
                name: "published_figure");

            migrationBuilder.DropTable(
                name: "result_figure");

            migrationBuilder.DropTable(
                name: "sub_item");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "publication");

            migrationBuilder.DropTable(
                name: "jurisdiction");

            migrationBuilder.DropTable(
                name: "result_set");

            migrationBuilder.DropTable(
                name: "indicator");

            migrationBuilder.DropTable(
                name: "indicator_group");

            migrationBuilder.DropTable(
                name: "goal");

            migrationBuilder.DropTable(
                name: "point_table");

            migrationBuilder.DropTable(
                name: "fiscal_year");
        }
    }
}
