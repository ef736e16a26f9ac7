using Lintel.Data;
using Lintel.Http;
using Lintel.Model;
using Microsoft.AspNetCore.Components;

namespace Lintel.Web;

/// <summary>What every page has at hand: the request, who looks, and the way a form of it changes something.</summary>
public abstract class PageBase : ComponentBase
{
    [CascadingParameter]
    public HttpContext Http { get; set; } = null!;

    [Inject]
    public Caller Caller { get; set; } = null!;

    [Inject]
    public Store Store { get; set; } = null!;

    [Inject]
    public NavigationManager Navigation { get; set; } = null!;

    [Inject]
    public Notices Notices { get; set; } = null!;

    [Inject]
    public Formats Formats { get; set; } = null!;

    protected Here Here => Here.At(Navigation);

    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>Why the form was refused; its fields show what of it is theirs.</summary>
    protected Refusal? Refusal { get; set; }

    /// <summary>The form as the request that the API would be sent.</summary>
    protected T Form<T>()
        where T : class => FormBody.Read<T>(Http.Request.Form);

    /// <summary>Runs a use-case; what it came to, or null and the <see cref="Refusal"/>.</summary>
    protected async Task<T?> Change<T>(Func<LintelDb, Task<Outcome<T>>> work)
        where T : class
    {
        var outcome = await Store.Write(Caller.Actor, work, Cancel);
        Refusal = outcome.Refusal;
        return Refusal is null ? outcome.Value : null;
    }

    /// <summary>Goes on to a page, which tells what happened. A form that did something always ends here, so that reloading does not do it again.</summary>
    protected void Done(string address, Notice? notice = null)
    {
        if (notice is not null)
        {
            Notices.Say(notice);
        }

        Navigation.NavigateTo(address);
    }
}
