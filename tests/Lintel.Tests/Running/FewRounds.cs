using System.Runtime.CompilerServices;
using Lintel.Accounts;

namespace Lintel.Tests.Running;

/// <summary>Passwords are hashed over less often than by the program: of a run of all tests it would take a quarter.</summary>
internal static class FewRounds
{
    [ModuleInitializer]
    internal static void Set() => Passwords.Rounds = 1_000;
}
