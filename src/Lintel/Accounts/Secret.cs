using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Lintel.Accounts;

/// <summary>Texts that let somebody in: long enough that nobody guesses them, so that a plain hash is all that is kept of them.</summary>
public static class Secret
{
    private const int Bytes = 32;

    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
