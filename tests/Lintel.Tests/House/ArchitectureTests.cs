using System.Reflection;
using System.Reflection.Emit;

namespace Lintel.Tests.House;

/// <summary>The arrows of the house: what a namespace may know, read from the compiled program.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Product = typeof(Server).Assembly;

    private static readonly Dictionary<short, OpCode> Operations =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(operation => operation.Value);

    [Fact]
    public void Namespaces_depend_on_each_other_in_no_circle()
    {
        var arrows = Arrows();
        var circles = arrows.Keys.Where(from => Reaches(arrows, from, from, [])).Order(StringComparer.Ordinal).ToList();

        Assert.Empty(circles);
    }

    [Fact]
    public void The_model_knows_nothing_of_the_house() => Assert.Empty(Arrows()["Model"]);

    [Theory]
    [InlineData("Lintel.Scoring.LeadScore")]
    [InlineData("Lintel.Assignment.AgentChoice")]
    [InlineData("Lintel.Understanding.MessageUnderstanding")]
    [InlineData("Lintel.Matching.Fit")]
    public void Decisions_know_only_the_model_and_each_other(string type)
    {
        var room = type.Split('.')[1];
        var known = Mentions(Product.GetType(type, throwOnError: true)!).Select(Room).Where(name => name is not null && name != room && name != "Model");

        Assert.Empty(known);
    }

    private static Dictionary<string, HashSet<string>> Arrows()
    {
        var arrows = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var type in Product.GetTypes().Where(type => Room(type) is not null && !type.FullName!.Contains(".Migrations.", StringComparison.Ordinal)))
        {
            var from = Room(type)!;
            if (!arrows.TryGetValue(from, out var to))
            {
                arrows[from] = to = new(StringComparer.Ordinal);
            }

            to.UnionWith(Mentions(type).Select(Room).OfType<string>().Where(room => room != from));
        }

        return arrows;
    }

    /// <summary>The first part of the namespace below <c>Lintel</c>; null for what is at the top, which may know everything.</summary>
    private static string? Room(Type type) => type.Namespace?.Split('.') is ["Lintel", var room, ..] ? room : null;

    private static bool Reaches(Dictionary<string, HashSet<string>> arrows, string from, string target, HashSet<string> seen) =>
        arrows.TryGetValue(from, out var next) && next.Any(room => room == target || (seen.Add(room) && Reaches(arrows, room, target, seen)));

    private static IEnumerable<Type> Mentions(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;
        var members = type.GetFields(all).Select(field => field.FieldType)
            .Concat(type.GetProperties(all).Select(property => property.PropertyType))
            .Concat(type.GetInterfaces())
            .Append(type.BaseType ?? typeof(object));
        foreach (var method in type.GetMethods(all).Cast<MethodBase>().Concat(type.GetConstructors(all)))
        {
            members = members.Concat(method.GetParameters().Select(parameter => parameter.ParameterType));
            members = method is MethodInfo { ReturnType: var returned } ? members.Append(returned) : members;
            members = members.Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);
            members = members.Concat(Called(method));
        }

        return members.SelectMany(Parts).Where(part => part.Assembly == Product);
    }

    /// <summary>The types that a method's code names, itself or by one of their members.</summary>
    private static IEnumerable<Type> Called(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var i = 0; i < code.Length;)
        {
            var operation = code[i] == 0xFE ? Operations[unchecked((short)((code[i] << 8) | code[i + 1]))] : Operations[code[i]];
            i += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok
                && Resolve(method, BitConverter.ToInt32(code, i)) is { } named)
            {
                yield return named;
            }

            i += operation.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, i)),
                _ => 4,
            };
        }
    }

    private static Type? Resolve(MethodBase method, int token)
    {
        var member = method.Module.ResolveMember(
            token,
            method.DeclaringType?.IsGenericType == true ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null);
        return member as Type ?? member?.DeclaringType;
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
