using System.Text.RegularExpressions;
using Xunit;

namespace GhostGen.Tests.Documents;

/// <summary>Each room of the house knows those rooms that docs/architecture.md says it may know.</summary>
public sealed partial class RoomTests
{
    private static readonly Dictionary<string, string[]> Doors = Row().Matches(Checkout.Read("docs/architecture.md")).ToDictionary(
        static row => row.Groups["room"].Value,
        static row => row.Groups["doors"].Value.Split(',', StringSplitOptions.TrimEntries));

    public static TheoryData<string> Rooms => [.. Doors.Keys];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_no_other_than_it_may(string room)
    {
        string[] known =
        [
            .. Directory.EnumerateFiles(Path.Combine(Checkout.Folder, room), "*.cs", SearchOption.AllDirectories)
                .SelectMany(static file => Using().Matches(File.ReadAllText(file)))
                .Select(static match => match.Groups["room"].Value)
                .Distinct(),
        ];
        Assert.Equal([], known.Except([Path.GetFileName(room), .. Doors[room]]));
    }

    [Theory]
    [InlineData("src/GhostGen")]
    [InlineData("generator/GhostGen.Generator")]
    public void Every_room_has_a_row(string house)
    {
        // The folder of build files holds no code.
        IEnumerable<string> rooms = Directory.EnumerateDirectories(Path.Combine(Checkout.Folder, house))
            .Select(static path => Path.GetFileName(path))
            .Where(static name => name is not ("bin" or "obj" or "build" or "Properties"));
        Assert.Equal([], rooms.Select(name => $"{house}/{name}").Except(Doors.Keys));
    }

    [GeneratedRegex(@"^\| `(?<room>(?:src/GhostGen|generator/GhostGen\.Generator)/[A-Za-z]+)` \| [^|]+ \| (?<doors>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:[A-Za-z]+ = )?GhostGen\.(?:Generator\.)?(?<room>[A-Za-z]+)", RegexOptions.Multiline)]
    private static partial Regex Using();
}
