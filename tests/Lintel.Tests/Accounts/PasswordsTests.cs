using Lintel.Accounts;

namespace Lintel.Tests.Accounts;

public sealed class PasswordsTests
{
    [Theory]
    [InlineData("short one", "must be at least 10 characters")]
    [InlineData("Password123!", "is too easy to guess")]
    [InlineData("1234567890", "is too easy to guess")]
    [InlineData("qwertyuiop", "is too easy to guess")]
    [InlineData("amychan@lintel.test", "is too easy to guess")]
    [InlineData("correct horse battery staple", null)]
    [InlineData("只有小寫也可以的長句子", null)]
    [InlineData("nothing but small letters", null)]
    public void What_is_short_or_common_is_no_password(string password, string? problem) =>
        Assert.Equal(problem, Passwords.Problem(password, "amychan@lintel.test"));

    [Fact]
    public async Task A_password_matches_its_own_hash_only_however_it_is_composed()
    {
        using var passwords = new Passwords();
        var cancel = TestContext.Current.CancellationToken;
        var hash = Passwords.Hash("café on the corner");

        Assert.True(await passwords.Match(hash, "cafe\u0301 on the corner", cancel));
        Assert.False(await passwords.Match(hash, "cafe on the corner", cancel));
        Assert.False(await passwords.Match(null, "café on the corner", cancel));
    }
}
