using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.TestHost;

namespace IncentiveGrant.Web.Tests.Hosting;

/// <summary>Somebody with a browser: keeps cookies, opens pages, fills their forms and submits those.</summary>
public sealed class PortalClient(TestServer server)
{
    internal const string AddressHeader = "X-Test-Client-Address";

    private const int MaxRedirects = 5;

    /// <summary>The browser's cookies.</summary>
    public CookieContainer Cookies { get; private init; } = new();

    /// <summary>The address that requests come from.</summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>Headers that something between browser and portal adds.</summary>
    public Dictionary<string, string> ExtraHeaders { get; } = [];

    /// <summary>The same browser at another node of the portal.</summary>
    public PortalClient At(PortalHost other) => new(other.Server) { Cookies = Cookies };

    /// <summary>Somebody else who has got hold of this browser's cookies as they are now.</summary>
    public PortalClient WithCopiedCookies()
    {
        var copies = new CookieContainer();
        copies.Add(Cookies.GetAllCookies());
        return new PortalClient(server) { Cookies = copies };
    }

    /// <summary>
    /// Opens an address, follows redirects, and returns the page, which has passed the checks that hold for all pages. A page that comes with
    /// another status than the test expects fails it.
    /// </summary>
    public async Task<PortalPage> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var page = await PageOfAsync(await SendAsync(new HttpRequestMessage(HttpMethod.Get, address)));
        Assert.True(page.Status == expected, $"{page.Path} came with {page.Status} instead of {expected}: {page.Heading}");
        return page;
    }

    /// <summary>Opens an address and returns the answer as it is, redirects included.</summary>
    public Task<HttpResponseMessage> GetAsync(string address) => SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, address));

    /// <summary>Follows the only link of a page that reads like this.</summary>
    public Task<PortalPage> FollowAsync(PortalPage page, string linkText) => OpenAsync(page.Link(linkText));

    /// <summary>Takes a file away; the test fails when the answer is none.</summary>
    public async Task<TakenFile> TakeAsync(string address)
    {
        var response = await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var content = response.Content.Headers;
        return new TakenFile(content.ContentDisposition?.FileNameStar ?? "", content.ContentType!.MediaType!, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Asks the API, and returns what it answers with 200.</summary>
    public async Task<JsonElement> AskAsync(string address)
    {
        var response = await GetAsync(address);
        Assert.Equal((HttpStatusCode.OK, "application/json"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Fills the only form of a page's main part, and submits it with its hidden fields.</summary>
    public Task<PortalPage> SubmitAsync(PortalPage page, params (string Name, string Value)[] fields) => SubmitAsync(page.Form().Fill(fields));

    /// <summary>Fills a form of a page, and submits it with its hidden fields.</summary>
    public Task<PortalPage> SubmitAsync(PortalPage page, string formSelector, params (string Name, string Value)[] fields) =>
        SubmitAsync(page.Form(formSelector).Fill(fields));

    /// <summary>Submits a form as it was filled.</summary>
    public async Task<PortalPage> SubmitAsync(FilledForm form) => await PageOfAsync(await SendAsync(form.ToRequest()));

    /// <summary>Submits a form and returns the answer as it is, redirects included.</summary>
    public Task<HttpResponseMessage> SubmitOnceAsync(FilledForm form) => SendOnceAsync(form.ToRequest());

    /// <summary>Posts what no form of a page would, and returns the answer as it is.</summary>
    public Task<HttpResponseMessage> PostAsync(string address, string fields) => SendOnceAsync(
        new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(fields, Encoding.UTF8, "application/x-www-form-urlencoded"),
        });

    /// <summary>Signs in at the sign-in page; the test fails when that is refused.</summary>
    public async Task SignInAsync(string userName, string password)
    {
        var page = await OpenAsync("/account/sign-in?returnUrl=/account");
        var answer = await SubmitOnceAsync(page.Form("form.form").Fill(("Input.UserName", userName), ("Input.Password", password)));
        Assert.Equal("/account", answer.Headers.Location?.OriginalString);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        var response = await SendOnceAsync(request);
        for (var i = 0; i < MaxRedirects && response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther; i++)
            response = await SendOnceAsync(
                new HttpRequestMessage(HttpMethod.Get, new Uri(response.RequestMessage!.RequestUri!, response.Headers.Location!)));
        return response;
    }

    private async Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request)
    {
        using var http = server.CreateClient();
        var address = request.RequestUri = new Uri(http.BaseAddress!, request.RequestUri!);
        request.Headers.Add(AddressHeader, Address);
        foreach (var (name, value) in ExtraHeaders) request.Headers.Add(name, value);
        // The browser's own address has the scheme that a proxy before the portal tells of.
        var seen = new UriBuilder(address) { Scheme = ExtraHeaders.GetValueOrDefault("X-Forwarded-Proto", address.Scheme) }.Uri;
        if (Cookies.GetCookieHeader(seen) is { Length: > 0 } cookies) request.Headers.Add("Cookie", cookies);
        var response = await http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) Cookies.SetCookies(seen, cookie);
        return response;
    }

    private static async Task<PortalPage> PageOfAsync(HttpResponseMessage response)
    {
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        var document = await new HtmlParser(new HtmlParserOptions { IsScripting = false })
            .ParseDocumentAsync(await response.Content.ReadAsStringAsync());
        var page = new PortalPage(document, response.RequestMessage!.RequestUri!, response.StatusCode);
        Assert.True(PageChecks.FaultsOf(document) is [], $"{page.Address.PathAndQuery}: {string.Join("; ", PageChecks.FaultsOf(document))}");
        return page;
    }
}
