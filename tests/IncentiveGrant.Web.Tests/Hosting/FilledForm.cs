using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit.Sdk;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>A form of a page while somebody fills it. What a browser would not let them do fails the test.</summary>
public sealed class FilledForm(IHtmlFormElement form, Uri page)
{
    private readonly List<(string Field, string Name, byte[] Content)> files = [];
    private IHtmlElement? pressed;

    /// <summary>Types into fields, chooses from lists, ticks boxes by their value.</summary>
    public FilledForm Fill(params (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields) Fill(name, value);
        return this;
    }

    /// <summary>Takes the tick from a box.</summary>
    public FilledForm Untick(string name, string value)
    {
        Box(name, value).IsChecked = false;
        return this;
    }

    /// <summary>Chooses the button to press; without that it is the form's first.</summary>
    public FilledForm Press(string text)
    {
        pressed = form.QuerySelectorAll<IHtmlElement>("button").Last(b => PortalPage.TextOf(b) == text);
        return this;
    }

    /// <summary>Chooses a file.</summary>
    public FilledForm Attach(string field, string name, byte[] content)
    {
        if (form.QuerySelector($"input[type=file][name='{field}']") is null) throw new XunitException($"The form takes no file '{field}'.");
        if (form.GetAttribute("enctype") != "multipart/form-data") throw new XunitException("The form does not send files.");
        files.Add((field, name, content));
        return this;
    }

    /// <summary>What the browser sends.</summary>
    public HttpRequestMessage ToRequest()
    {
        var button = pressed ?? form.QuerySelector<IHtmlElement>("button");
        var action = button?.GetAttribute("formaction") ?? form.GetAttribute("action");
        var address = string.IsNullOrEmpty(action) ? page : new Uri(page, action);
        var fields = Fields();
        if (button?.GetAttribute("name") is { } name) fields.Add(KeyValuePair.Create(name, button.GetAttribute("value") ?? ""));
        if (string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            return new HttpRequestMessage(HttpMethod.Post, address) { Content = files.Count > 0 ? Parts(fields) : new FormUrlEncodedContent(fields) };
        using var query = new FormUrlEncodedContent(fields);
        return new HttpRequestMessage(
            HttpMethod.Get, new UriBuilder(address) { Query = query.ReadAsStringAsync().GetAwaiter().GetResult() }.Uri);
    }

    private MultipartFormDataContent Parts(List<KeyValuePair<string, string>> fields)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields) parts.Add(new StringContent(value), name);
        foreach (var (field, name, content) in files) parts.Add(new ByteArrayContent(content), field, name);
        return parts;
    }

    private void Fill(string name, string value)
    {
        switch (form.QuerySelector($"[name='{name}']"))
        {
            case IHtmlInputElement { Type: "checkbox" or "radio" }:
                Box(name, value).IsChecked = true;
                break;
            case IHtmlInputElement { Type: "hidden" }:
                throw new XunitException($"Nobody can type into the hidden field '{name}'.");
            case IHtmlInputElement input:
                if (input.MaxLength > 0 && value.Length > input.MaxLength)
                    throw new XunitException($"'{name}' takes {input.MaxLength} characters.");
                input.Value = value;
                break;
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                if (select.Options.All(o => o.Value != value)) throw new XunitException($"'{name}' has no choice '{value}'.");
                select.Value = value;
                break;
            default:
                throw new XunitException($"The form has no field '{name}'.");
        }
    }

    private IHtmlInputElement Box(string name, string value) =>
        form.QuerySelectorAll<IHtmlInputElement>($"input[name='{name}']").SingleOrDefault(box => box.Value == value)
        ?? throw new XunitException($"The form has no box '{name}' of the value '{value}'.");

    private List<KeyValuePair<string, string>> Fields()
    {
        var fields = new List<KeyValuePair<string, string>>();
        var controls = form.QuerySelectorAll<IHtmlElement>("input[name], select[name], textarea[name]");
        foreach (var control in controls.Where(c => !c.HasAttribute("disabled")))
        {
            var name = control.GetAttribute("name")!;
            var value = control switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
                IHtmlInputElement { Type: "submit" or "button" or "image" or "file" } => null,
                IHtmlInputElement input => input.Value,
                IHtmlSelectElement select => select.Value ?? "",
                IHtmlTextAreaElement area => area.Value,
                _ => throw new XunitException(string.Create(CultureInfo.InvariantCulture, $"What does a browser send for {control.TagName}?")),
            };
            if (value is not null) fields.Add(KeyValuePair.Create(name, value));
        }
        return fields;
    }
}
