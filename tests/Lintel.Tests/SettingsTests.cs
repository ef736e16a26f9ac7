using Microsoft.Extensions.Configuration;

namespace Lintel.Tests;

public sealed class SettingsTests
{
    [Theory]
    [InlineData(null, 600)]
    [InlineData("", 600)]
    [InlineData("off", null)]
    [InlineData("Off", null)]
    [InlineData("60", 60)]
    public void A_caller_has_so_many_calls_a_minute(string? text, int? calls) => Assert.Equal(calls, Read("LINTEL_RATE_LIMIT", text).RateLimit);

    [Theory]
    [InlineData(null, true, true)]
    [InlineData("all", true, true)]
    [InlineData("web", true, false)]
    [InlineData("worker", false, true)]
    public void A_process_answers_or_works_or_both(string? role, bool isWeb, bool isWorker)
    {
        var settings = Read("LINTEL_ROLE", role);
        Assert.Equal((isWeb, isWorker), (settings.IsWeb, settings.IsWorker));
    }

    [Fact]
    public void Proxies_are_addresses_and_networks() => Assert.Equal(
        ["10.0.0.0/8", "192.0.2.7/32", "2001:db8::1/128"], Read("LINTEL_PROXIES", "10.0.0.0/8, 192.0.2.7,2001:db8::1").Proxies.Select(network => network.ToString()));

    [Theory]
    [InlineData("LINTEL_RATE_LIMIT", "0", "LINTEL_RATE_LIMIT must be off or how many calls a caller may make in a minute, not \"0\".")]
    [InlineData("LINTEL_RATE_LIMIT", "-5", "LINTEL_RATE_LIMIT must be off or how many calls a caller may make in a minute, not \"-5\".")]
    [InlineData("LINTEL_RATE_LIMIT", "many", "LINTEL_RATE_LIMIT must be off or how many calls a caller may make in a minute, not \"many\".")]
    [InlineData("LINTEL_RATE_LIMIT", "99999999999", "LINTEL_RATE_LIMIT must be off or how many calls a caller may make in a minute, not \"99999999999\".")]
    [InlineData("LINTEL_PROXIES", "proxy.local", "LINTEL_PROXIES must be addresses or networks such as 10.0.0.0/8, separated by commas, not \"proxy.local\".")]
    [InlineData("LINTEL_ROLE", "boss", "LINTEL_ROLE must be all, web or worker, not \"boss\".")]
    [InlineData("SMTP_URL", "mail.example.com", "SMTP_URL must be smtp://user:password@host:587 or smtps://user:password@host:465.")]
    [InlineData("REDIS_URL", "localhost:6379", "REDIS_URL must be redis://user:password@host:6379/0, or rediss://… where it speaks TLS.")]
    [InlineData("REDIS_URL", "redis://localhost/main", "REDIS_URL must be redis://user:password@host:6379/0, or rediss://… where it speaks TLS.")]
    [InlineData("LINTEL_MAIL_FROM", "nobody", "LINTEL_MAIL_FROM must be an email address such as crm@example.com, not \"nobody\".")]
    public void A_wrong_one_is_named(string name, string value, string message) =>
        Assert.Equal(message, Assert.Throws<SettingsException>(() => Read(name, value)).Message);

    private static Settings Read(string name, string? value) =>
        Settings.Read(new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build());
}
