using System.Collections.Concurrent;
using Lintel.Model;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;

namespace Lintel.Accounts;

/// <summary>
/// What a role and a key may do: every endpoint and every page there is, in one table. What is not in it does not answer, and a test compares it with
/// what is mapped. Which rows an agent sees of what they may ask for is not decided here but where rows are read.
/// </summary>
public sealed class RoleTable
{
    private const Scope Read = Scope.Read;
    private const Scope Write = Scope.Write;

    private static readonly Permission OfAssets = new("GET", "/assets", Anyone, NoKey);

    private static Role? Anyone => null;

    private static Scope? NoKey => null;

    public static IReadOnlyList<Permission> All { get; } =
    [
        new("GET", "/health", Anyone, NoKey),
        new("GET", "/health/live", Anyone, NoKey),
        new("GET", "/health/ready", Anyone, NoKey),
        new("GET", "/openapi/v1.json", Anyone, NoKey),
        new("GET", "/docs/{documentName}", Anyone, NoKey),
        new("GET", "/docs/favicon.svg", Anyone, NoKey),
        new("GET", "/docs/scalar.js", Anyone, NoKey),
        new("GET", "/docs/scalar.aspnetcore.js", Anyone, NoKey),

        new("POST", "/auth/sign-in", Anyone, NoKey),
        new("POST", "/auth/sign-out", Role.Agent, NoKey),
        new("POST", "/auth/switch", Role.Agent, NoKey),
        new("GET", "/auth/me", Role.Agent, Read),
        new("GET", "/auth/sessions", Role.Agent, NoKey),
        new("DELETE", "/auth/sessions", Role.Agent, NoKey),
        new("DELETE", "/auth/sessions/{id}", Role.Agent, NoKey),
        new("POST", "/auth/reset", Anyone, NoKey),
        new("POST", "/auth/password", Role.Agent, NoKey),
        new("POST", "/auth/totp", Role.Agent, NoKey),
        new("POST", "/auth/totp/confirm", Role.Agent, NoKey),
        new("DELETE", "/auth/totp", Role.Agent, NoKey),
        new("POST", "/auth/passkeys/challenge", Anyone, NoKey),
        new("POST", "/auth/passkeys/sign-in", Anyone, NoKey),
        new("GET", "/auth/passkeys", Role.Agent, NoKey),
        new("POST", "/auth/passkeys/options", Role.Agent, NoKey),
        new("POST", "/auth/passkeys", Role.Agent, NoKey),
        new("PUT", "/auth/passkeys/{id}", Role.Agent, NoKey),
        new("DELETE", "/auth/passkeys/{id}", Role.Agent, NoKey),

        new("GET", "/keys", Role.Owner, Scope.Admin),
        new("POST", "/keys", Role.Owner, Scope.Admin),
        new("DELETE", "/keys/{id}", Role.Owner, Scope.Admin),
        new("GET", "/users", Role.Manager, Scope.Admin),
        new("POST", "/users", Role.Manager, Scope.Admin),
        new("GET", "/users/invitations", Role.Manager, Scope.Admin),
        new("DELETE", "/users/invitations/{id}", Role.Manager, Scope.Admin),
        new("POST", "/users/invitations", Role.Manager, Scope.Admin),
        new("PUT", "/users/{id}", Role.Manager, Scope.Admin),
        new("DELETE", "/users/{id}", Role.Manager, Scope.Admin),

        new("GET", "/leads", Role.Agent, Read),
        new("POST", "/leads", Role.Agent, Write),
        new("GET", "/leads/{id}", Role.Agent, Read),
        new("PUT", "/leads/{id}", Role.Agent, Write),
        new("POST", "/leads/{id}/confirm", Role.Agent, Write),
        new("POST", "/leads/{id}/turned-down", Role.Agent, Write),
        new("GET", "/leads/{id}/duplicates", Role.Agent, Read),
        new("POST", "/leads/{id}/merge", Role.Manager, Write),
        new("POST", "/leads/{id}/unmerge", Role.Manager, Write),
        new("GET", "/leads/{id}/matches", Role.Agent, Read),
        new("GET", "/leads/{id}/score", Role.Agent, Read),
        new("GET", "/leads/{id}/history", Role.Agent, Read),
        new("GET", "/leads/{id}/interactions", Role.Agent, Read),
        new("POST", "/leads/{id}/interactions", Role.Agent, Write),
        new("GET", "/leads/{id}/follow-ups", Role.Agent, Read),
        new("POST", "/leads/{id}/follow-ups", Role.Agent, Write),
        new("GET", "/follow-ups", Role.Agent, Read),
        new("PUT", "/follow-ups/{id}", Role.Agent, Write),
        new("PUT", "/interactions/{id}", Role.Agent, Write),
        new("GET", "/calendar", Role.Agent, Read),
        new("GET", "/calendar/{token}.ics", Anyone, NoKey),
        new("POST", "/leads/instagram-inquiry", Role.Manager, Scope.Inquiries),
        new("POST", "/leads/whatsapp-inquiry", Role.Manager, Scope.Inquiries),

        new("POST", "/leads/understand", Role.Agent, Read),

        new("GET", "/agents", Role.Agent, Read),
        new("POST", "/agents", Role.Manager, Write),
        new("GET", "/agents/{id}", Role.Agent, Read),
        new("PUT", "/agents/{id}", Role.Manager, Write),
        new("GET", "/agents/{id}/leads", Role.Agent, Read),
        new("GET", "/agents/{id}/performance", Role.Agent, Read),
        new("GET", "/agents/{id}/workload", Role.Agent, Read),
        new("POST", "/agents/assign-lead", Role.Manager, Write),
        new("POST", "/agents/auto-assign", Role.Manager, Write),

        new("GET", "/properties", Role.Agent, Read),
        new("POST", "/properties", Role.Manager, Write),
        new("POST", "/properties/bulk", Role.Manager, Write),
        new("GET", "/properties/{id}", Role.Agent, Read),
        new("PUT", "/properties/{id}", Role.Manager, Write),
        new("GET", "/properties/{id}/matches", Role.Agent, Read),
        new("GET", "/properties/{id}/figures", Role.Agent, Read),

        new("GET", "/agency", Role.Agent, Read),
        new("PUT", "/agency", Role.Owner, Scope.Admin),
        new("GET", "/agency/logo", Role.Agent, Read),
        new("PUT", "/agency/logo", Role.Owner, Scope.Admin),
        new("DELETE", "/agency/logo", Role.Owner, Scope.Admin),

        new("GET", "/views", Role.Agent, Read),
        new("POST", "/views", Role.Agent, Write),
        new("DELETE", "/views/{id}", Role.Agent, Write),

        new("GET", "/analytics/dashboard", Role.Agent, Read),
        new("GET", "/analytics/leads-trend", Role.Agent, Read),
        new("GET", "/analytics/source-performance", Role.Agent, Read),
        new("GET", "/analytics/agent-comparison", Role.Agent, Read),
        new("GET", "/analytics/property-performance", Role.Agent, Read),
        new("GET", "/analytics/funnel", Role.Agent, Read),
        new("GET", "/analytics/lead-scoring", Role.Agent, Read),
        new("GET", "/analytics/response-times", Role.Agent, Read),
        new("GET", "/analytics/export", Role.Manager, Read),

        new("GET", "/events", Role.Agent, Read),
        new("GET", "/outbox", Role.Owner, Scope.Admin),
        new("POST", "/outbox/{id}/retry", Role.Owner, Scope.Admin),
        new("GET", "/mails", Role.Owner, Scope.Admin),
        new("POST", "/mails/{id}/retry", Role.Owner, Scope.Admin),
        new("GET", "/leads/{id}/personal-data", Role.Manager, Scope.Admin),
        new("POST", "/leads/{id}/erase", Role.Manager, Scope.Admin),
        new("GET", "/leads/{id}/consents", Role.Agent, Read),
        new("POST", "/leads/{id}/consents", Role.Agent, Write),
        new("GET", "/agency/retention", Role.Manager, Scope.Admin),
        new("PUT", "/agency/retention", Role.Owner, Scope.Admin),
        new("GET", "/audit", Role.Manager, Scope.Admin),

        new("GET", "/metrics", Role.Owner, Scope.Admin),

        new("POST", "/app/preferences", Anyone, NoKey),
        new("GET", "/app", Role.Agent, NoKey),
        new("GET", "/app/find", Role.Agent, NoKey),
        new("GET", "/app/worker.js", Anyone, NoKey),
        new("GET", "/app/offline", Anyone, NoKey),
        new("POST", "/app/offline", Anyone, NoKey),
        new("GET", "/app/reader", Role.Agent, NoKey),
        new("GET", "/app/sign-in", Anyone, NoKey),
        new("POST", "/app/sign-in", Anyone, NoKey),
        new("GET", "/app/invitation", Anyone, NoKey),
        new("POST", "/app/invitation", Anyone, NoKey),
        new("GET", "/app/setup", Anyone, NoKey),
        new("POST", "/app/setup", Anyone, NoKey),
        new("GET", "/app/reset", Anyone, NoKey),
        new("POST", "/app/reset", Anyone, NoKey),
        new("POST", "/app/sign-out", Role.Agent, NoKey),
        .. Page("/app/profile", Role.Agent),
        .. Page("/app/_design", Role.Agent),
        .. Page("/app/analytics", Role.Agent),
        new("GET", "/app/analytics/export", Role.Manager, NoKey),
        .. Page("/app/today", Role.Agent),
        .. Page("/app/calendar", Role.Agent),
        .. Page("/app/inbox", Role.Agent),
        new("GET", "/app/agents", Role.Agent, NoKey),
        new("POST", "/app/agents", Role.Manager, NoKey),
        new("GET", "/app/agents/{Id}", Role.Agent, NoKey),
        new("POST", "/app/agents/{Id}", Role.Manager, NoKey),
        .. Page("/app/agents/assign", Role.Manager),
        new("POST", "/app/calendar/change", Role.Agent, NoKey),
        new("POST", "/app/calendar/undo", Role.Agent, NoKey),
        new("POST", "/app/inbox/change", Role.Agent, NoKey),
        new("POST", "/app/inbox/undo", Role.Agent, NoKey),
        .. Page("/app/leads", Role.Agent),
        .. Page("/app/leads/board", Role.Agent),
        .. Page("/app/leads/{Id}", Role.Agent),
        new("POST", "/app/leads/change", Role.Agent, NoKey),
        new("POST", "/app/leads/erase", Role.Manager, NoKey),
        new("POST", "/app/leads/undo", Role.Agent, NoKey),
        new("GET", "/app/leads/export", Role.Manager, NoKey),
        .. Page("/app/settings", Role.Manager),
        .. Page("/app/import", Role.Manager),
        .. Page("/app/import/{Id}", Role.Manager),
        new("POST", "/app/import/upload", Role.Manager, NoKey),
        new("POST", "/app/import/{id}/undo", Role.Manager, NoKey),
        new("GET", "/app/import/{id}/refused", Role.Manager, NoKey),
        new("POST", "/app/leads/confirm", Role.Agent, NoKey),
        new("POST", "/app/leads/turned-down", Role.Agent, NoKey),
        new("POST", "/app/leads/merge", Role.Manager, NoKey),
        new("POST", "/app/leads/unmerge", Role.Manager, NoKey),
        new("GET", "/app/properties", Role.Agent, NoKey),
        new("POST", "/app/properties", Role.Manager, NoKey),
        new("GET", "/app/properties/{Id}", Role.Agent, NoKey),
        new("POST", "/app/properties/{Id}", Role.Manager, NoKey),
    ];

    private static readonly Dictionary<(string Method, string Path), Permission> ByAddress = All.ToDictionary(line => (line.Method, line.Path));

    private readonly ConcurrentDictionary<(Endpoint Endpoint, string Method), Permission?> _found = new();

    /// <summary>Who may do what an endpoint does; null for nobody.</summary>
    public Permission? Of(Endpoint endpoint, string method) =>
        _found.GetOrAdd((endpoint, HttpMethods.IsHead(method) ? HttpMethods.Get : method), static asked => Find(asked.Endpoint, asked.Method));

    /// <summary>An endpoint's address as the table has it: without what its varying parts may be.</summary>
    public static string Plain(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
        _ => "",
    }))));

    private static Permission? Find(Endpoint endpoint, string method) =>
        endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null ? OfAssets
        : endpoint is RouteEndpoint route ? ByAddress.GetValueOrDefault((method, Plain(route.RoutePattern)))
        : null;

    /// <summary>A page, with the forms on it.</summary>
    private static IEnumerable<Permission> Page(string path, Role least) => [new("GET", path, least, NoKey), new("POST", path, least, NoKey)];
}
