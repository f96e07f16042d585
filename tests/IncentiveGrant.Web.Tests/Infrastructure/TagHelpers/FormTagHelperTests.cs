using System.ComponentModel.DataAnnotations;
using AngleSharp.Dom;
using IncentiveGrant.Web.Infrastructure.TagHelpers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncentiveGrant.Web.Tests.Infrastructure.TagHelpers;

public class FormTagHelperTests(KitFixture kit) : IClassFixture<KitFixture>
{
    private IHtmlGenerator Generator => kit.Host.Services.GetRequiredService<IHtmlGenerator>();

    [Fact]
    public void Field_TiesLabelHintAndErrorToItsControl()
    {
        var page = Page();
        page.ViewData.ModelState.AddModelError("Input.Email", "メールアドレスを入力してください。");
        var items = new Dictionary<object, object>();

        var field = Field(page, "Input.Email", "職場のアドレスです。").Render("field", items: items).FirstElementChild!;
        var control = new FieldControlTagHelper().Render("input", items: items).QuerySelector("input")!;

        Assert.Equal("Input_Email", control.Id);
        Assert.Equal("Input_Email-hint Input_Email-error", control.GetAttribute("aria-describedby"));
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Equal("Input_Email", field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("メールアドレス", field.QuerySelector("label")!.TextContent);
        Assert.Equal("職場のアドレスです。", field.QuerySelector("#Input_Email-hint")!.TextContent);
        Assert.Equal("メールアドレスを入力してください。", field.QuerySelector("#Input_Email-error")!.TextContent);
    }

    [Fact]
    public void Field_WithoutHintAndError_DescribesNothing()
    {
        var items = new Dictionary<object, object>();

        var field = Field(Page(), "Input.Email", null).Render("field", items: items).FirstElementChild!;
        var control = new FieldControlTagHelper().Render("input", items: items).QuerySelector("input")!;

        Assert.Null(control.GetAttribute("aria-describedby"));
        Assert.Null(control.GetAttribute("aria-invalid"));
        Assert.False(field.ClassList.Contains("field--bad"));
    }

    [Fact]
    public void ErrorSummary_LinksToTheFieldsInTheirOrder()
    {
        var page = Page();
        page.ViewData.ModelState.AddModelError("Input.Rows[1].Points", "2行目の得点を入力してください。");
        page.ViewData.ModelState.AddModelError("Input.Age", "得点を入力してください。");
        page.ViewData.ModelState.AddModelError("Input.Email", "<b>メールアドレス</b>を入力してください。");
        page.ViewData.ModelState.AddModelError("", "サインインできませんでした。");

        var summary = Summary(page).QuerySelector("[role=alert]")!;

        Assert.Equal("入力内容を確認してください（4件）", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal(
            ["サインインできませんでした。", "<b>メールアドレス</b>を入力してください。", "得点を入力してください。", "2行目の得点を入力してください。"],
            summary.QuerySelectorAll("li").Select(li => li.TextContent));
        Assert.Equal(
            ["#Input_Email", "#Input_Age", "#Input_Rows_1__Points"],
            summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void ErrorSummary_WithoutErrors_IsNotThere()
    {
        var summary = Summary(Page());

        Assert.Empty(summary.Children);
    }

    [Fact]
    public void WrongInput_IsAnsweredInJapanese()
    {
        var context = new DefaultHttpContext { RequestServices = kit.Host.Services };
        var action = new ActionContext(context, new RouteData(), new ActionDescriptor());
        var form = new Form { Age = 900, Name = "長すぎる名前", Note = "メモ" };

        kit.Host.Services.GetRequiredService<IObjectModelValidator>().Validate(action, null, "", form);

        Assert.Equal("得点は1から800までで入力してください。", Error(action, nameof(Form.Age)));
        Assert.Equal("名前は3文字以内で入力してください。", Error(action, nameof(Form.Name)));
        Assert.Equal("所属を入力してください。", Error(action, nameof(Form.Office)));
        Assert.Equal("自分の言葉です。", Error(action, nameof(Form.Note)));
    }

    [Fact]
    public void UnreadableInput_IsAnsweredInJapanese()
    {
        var messages = kit.Host.Services.GetRequiredService<IOptions<MvcOptions>>().Value.ModelBindingMessageProvider;

        Assert.Equal("得点：「abc」は使えません。入力し直してください。", messages.AttemptedValueIsInvalidAccessor("abc", "得点"));
        Assert.Equal("得点は数字で入力してください。", messages.ValueMustBeANumberAccessor("得点"));
        Assert.Equal("得点を入力してください。", messages.ValueMustNotBeNullAccessor("得点"));
    }

    private ViewContext Page()
    {
        var metadata = kit.Host.Services.GetRequiredService<IModelMetadataProvider>();
        return Markup.Page(viewData: new ViewDataDictionary<PageModel>(metadata, new ModelStateDictionary()));
    }

    private IElement Summary(ViewContext page) => new ErrorSummaryTagHelper(Generator) { ViewContext = page }.Render("error-summary");

    private FieldTagHelper Field(ViewContext page, string name, string? hint) => new(Generator)
    {
        For = new ModelExpression(name, page.ViewData.ModelExplorer),
        Label = "メールアドレス",
        Hint = hint,
        ViewContext = page,
    };

    private static string Error(ActionContext action, string field) => Assert.Single(action.ModelState[field]!.Errors).ErrorMessage;

    private sealed class PageModel
    {
        public Form Input { get; set; } = new();
    }

    private sealed class Form
    {
        [Display(Name = "得点"), Range(1, 800)]
        public int? Age { get; set; }

        [Display(Name = "名前"), StringLength(3)]
        public string? Name { get; set; }

        [Display(Name = "所属"), Required]
        public string? Office { get; set; }

        [MaxLength(1, ErrorMessage = "自分の言葉です。")]
        public string? Note { get; set; }

        public List<Row> Rows { get; set; } = [];
    }

    private sealed class Row
    {
        public decimal? Points { get; set; }
    }
}
