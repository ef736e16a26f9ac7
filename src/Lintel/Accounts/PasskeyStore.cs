using Lintel.Data;
using Lintel.Model;
using Microsoft.AspNetCore.Identity;

namespace Lintel.Accounts;

/// <summary>People and their passkeys, as ASP.NET Core Identity's passkey handler reads them. It changes nothing: use-cases do.</summary>
internal sealed class PasskeyStore(Store store) : IUserPasskeyStore<User>
{
    private const string UserSql = "SELECT id, email, name FROM users WHERE id = @id";

    private const string OwnerSql = "SELECT u.id, u.email, u.name FROM passkeys p JOIN users u ON u.id = p.user_id WHERE p.credential_id = @credential";

    private const string Columns = "credential_id, public_key, created_at, sign_count, transports, is_backup_eligible, is_backed_up";

    private const string AllSql = $"SELECT {Columns} FROM passkeys WHERE user_id = @user ORDER BY id";

    private const string OneSql = $"SELECT {Columns} FROM passkeys WHERE user_id = @user AND credential_id = @credential";

    public Task<string> GetUserIdAsync(User user, CancellationToken cancellationToken) => Task.FromResult(Handle(user.Id));

    /// <summary>What a passkey knows its person by.</summary>
    public static string Handle(long userId) => userId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public async Task<User?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        long.TryParse(userId, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id)
            ? await First(UserSql, ReadUser, cancellationToken, ("id", id))
            : null;

    public async Task<User?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        await First(OwnerSql, ReadUser, cancellationToken, ("credential", credentialId));

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) =>
        await First(OneSql, ReadPasskey, cancellationToken, ("user", user.Id), ("credential", credentialId));

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(User user, CancellationToken cancellationToken)
    {
        using var sql = store.ReadAcross();
        return await sql.List(AllSql, ReadPasskey, cancellationToken, ("user", user.Id));
    }

    public Task<string?> GetUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(User user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<User?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => throw Unasked();

    public Task SetUserNameAsync(User user, string? userName, CancellationToken cancellationToken) => throw Unasked();

    public Task SetNormalizedUserNameAsync(User user, string? normalizedName, CancellationToken cancellationToken) => throw Unasked();

    public Task<IdentityResult> CreateAsync(User user, CancellationToken cancellationToken) => throw Unasked();

    public Task<IdentityResult> UpdateAsync(User user, CancellationToken cancellationToken) => throw Unasked();

    public Task<IdentityResult> DeleteAsync(User user, CancellationToken cancellationToken) => throw Unasked();

    public Task AddOrUpdatePasskeyAsync(User user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw Unasked();

    public Task RemovePasskeyAsync(User user, byte[] credentialId, CancellationToken cancellationToken) => throw Unasked();

    public void Dispose()
    {
        // Nothing is held between two questions.
    }

    private async Task<T?> First<T>(string sql, Func<Row, T> map, CancellationToken cancel, params Arg[] args)
    {
        using var reading = store.ReadAcross();
        return await reading.First(sql, map, cancel, args);
    }

    private static User ReadUser(Row row) => new() { Id = row.Long(), Email = row.Text(), Name = row.Text() };

    // That the person was verified was asked for when it was made, and of the making itself nothing is kept.
    private static UserPasskeyInfo ReadPasskey(Row row) => new(
        row.Bytes(), row.Bytes(), row.Time(), (uint)row.Long(), [.. row.Texts()], isUserVerified: true, row.Bool(), row.Bool(), attestationObject: [], clientDataJson: []);

    private static NotSupportedException Unasked() => new("The passkey handler asks for people and passkeys, and changes none.");
}
