using System.Reflection;

namespace Lintel;

/// <summary>This program, as it names itself.</summary>
public static class Product
{
    public static readonly string Version =
        typeof(Product).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
