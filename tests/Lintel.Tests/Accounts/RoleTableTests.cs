using System.Net;
using Lintel.Accounts;
using Lintel.Model;
using Lintel.Tests.Running;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Lintel.Tests.Accounts;

/// <summary>The role table against what is mapped, and against what each caller is told.</summary>
public sealed class RoleTableTests : ClosedServer
{
    /// <summary>The framework maps it by itself for scripts that we do not use; it is to stay out, and answers nobody.</summary>
    private const string OfTheFramework = "/_framework/opaque-redirect";

    private IEnumerable<RouteEndpoint> Mapped => Lintel.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && RoleTable.Plain(endpoint.RoutePattern) != OfTheFramework);

    [Fact]
    public void Every_endpoint_and_every_page_is_in_it_and_nothing_else()
    {
        var mapped = Mapped.SelectMany(endpoint => Methods(endpoint).Select(method => $"{method} {RoleTable.Plain(endpoint.RoutePattern)}"));

        Same(mapped, RoleTable.All);
    }

    [Fact]
    public void It_lets_in_anyone_where_the_documentation_says_so()
    {
        var open = Mapped.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .SelectMany(endpoint => Methods(endpoint).Select(method => $"{method} {RoleTable.Plain(endpoint.RoutePattern)}"));

        Same(open, RoleTable.All.Where(line => line.IsForAnyone));
    }

    [Fact]
    public async Task What_is_not_in_it_answers_nobody() =>
        (await (await Key(Scope.Admin)).GetJson(OfTheFramework)).IsProblem(HttpStatusCode.Forbidden);

    [Fact]
    public async Task Every_line_holds_for_every_role_and_every_scope()
    {
        var callers = new Dictionary<string, (HttpClient Http, Actor Actor)>();
        var nobody = Actor.Nobody with { IsAcross = false };
        foreach (var role in Enum.GetValues<Role>())
        {
            callers[role.ToString()] = (await SignedIn(await Member(role)), nobody with { Role = role });
        }

        foreach (var scope in Enum.GetValues<Scope>())
        {
            callers["key " + scope] = (await Key(scope), nobody with { Scope = scope, Role = scope == Scope.Admin ? Role.Owner : Role.Manager });
        }

        var wrong = new List<string>();
        var lines = RoleTable.All.Where(line => line is not ({ Path: "/auth/sign-out" } or { Method: "DELETE", Path: "/auth/sessions" }));
        foreach (var line in lines.Where(line => !line.IsForAnyone))
        {
            foreach (var (name, (http, actor)) in callers)
            {
                var status = await Status(http, line);
                var expected = line.WhyNot(actor) is not null;
                if (expected != (status == HttpStatusCode.Forbidden) || status == HttpStatusCode.Unauthorized)
                {
                    wrong.Add($"{name}: {line.Method} {line.Path} is {(int)status}");
                }
            }

            var stranger = await Status(Client(), line);
            if (stranger != (line.Path.StartsWith("/app", StringComparison.Ordinal) ? HttpStatusCode.Redirect : HttpStatusCode.Unauthorized))
            {
                wrong.Add($"a stranger: {line.Method} {line.Path} is {(int)stranger}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>What a role may not do is not read further, and what it may do fails on an empty body or an id that is not there.</summary>
    private static async Task<HttpStatusCode> Status(HttpClient http, Permission line)
    {
        var path = System.Text.RegularExpressions.Regex.Replace(line.Path, @"\{\w+\}", "987654321");
        using var request = new HttpRequestMessage(new HttpMethod(line.Method), path);
        request.Content = line.Method == "GET" ? null
            : path.StartsWith("/app", StringComparison.Ordinal) ? new FormUrlEncodedContent([])
            : new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancel);
        return answer.StatusCode;
    }

    private static void Same(IEnumerable<string> mapped, IEnumerable<Permission> lines)
    {
        var (there, listed) = (mapped.ToHashSet(), lines.Select(line => $"{line.Method} {line.Path}").ToHashSet());
        Assert.True(there.SetEquals(listed), $"not in the table: {string.Join(", ", there.Except(listed))}; only there: {string.Join(", ", listed.Except(there))}");
    }

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Where(method => method != "HEAD");
}
