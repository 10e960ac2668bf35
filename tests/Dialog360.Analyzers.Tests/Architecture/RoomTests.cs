using System.Text;
using Dialog360.Analyzers.Tests.Documentation;

namespace Dialog360.Analyzers.Tests.Architecture;

/// <summary>Arrows between the rooms run one way, from those that judge to those that know.</summary>
public class RoomTests
{
    /// <summary>The floors of the house, from the top: a room may use rooms of its own floor and of those below it.</summary>
    private static readonly string[][] Floors = [["Hosting"], ["Rules"], ["Duties"], ["Answers", "Webhooks"], ["Sending"], ["Payloads"], ["Program"], ["Catalog"], ["Json"]];

    [Fact]
    public void Every_room_has_a_floor() =>
        Assert.DoesNotContain(Rooms.Uses.SelectMany(use => new[] { use.FromRoom, use.ToRoom }), room => FloorOf(room) < 0);

    [Fact]
    public void No_arrow_runs_up() =>
        Assert.Empty(Rooms.Uses.Where(use => FloorOf(use.FromRoom) > FloorOf(use.ToRoom))
            .Select(use => $"{use.FromFile}({use.Line}) uses {use.ToType} of {use.ToRoom}"));

    [Fact]
    public void No_folders_form_a_circle()
    {
        Dictionary<string, HashSet<string>> arrows = Rooms.Uses.GroupBy(use => use.FromRoom).ToDictionary(group => group.Key, group => group.Select(use => use.ToRoom).ToHashSet());
        List<string> circles = [];
        foreach (string room in arrows.Keys.Order(StringComparer.Ordinal))
        {
            // A room that can be reached from one that it uses.
            foreach (string used in arrows[room].Where(used => Reaches(used, room, arrows)).Order(StringComparer.Ordinal))
            {
                Use example = Rooms.Uses.First(use => use.FromRoom == room && use.ToRoom == used);
                circles.Add($"{room} -> {used} ({example.FromFile}({example.Line}) uses {example.ToType}) -> … -> {room}");
            }
        }

        Assert.Empty(circles);
    }

    [Fact]
    public void Picture_of_the_rooms() =>
        Repository.CheckBetween("docs/architecture.md", "<!-- rooms:begin -->", "<!-- rooms:end -->", Picture());

    private static int FloorOf(string room) => Array.FindIndex(Floors, floor => floor.Contains(room.Split('/')[0]));

    private static bool Reaches(string from, string to, Dictionary<string, HashSet<string>> arrows)
    {
        HashSet<string> seen = [from];
        Queue<string> pending = new(seen);
        while (pending.TryDequeue(out string? room))
        {
            if (room == to)
            {
                return true;
            }

            foreach (string next in arrows.TryGetValue(room, out HashSet<string>? nexts) ? nexts : [])
            {
                if (seen.Add(next))
                {
                    pending.Enqueue(next);
                }
            }
        }

        return false;
    }

    /// <summary>A Mermaid picture: a box a floor, the rooms in it, and the arrows between floors.</summary>
    private static string Picture()
    {
        StringBuilder text = new("```mermaid\nflowchart TD\n");
        HashSet<string> rooms = [.. Rooms.Uses.SelectMany(use => new[] { use.FromRoom, use.ToRoom })];
        foreach (string floor in Floors.SelectMany(floor => floor))
        {
            IEnumerable<string> inside = rooms.Where(room => room.StartsWith(floor + "/", StringComparison.Ordinal)).Select(room => room[(floor.Length + 1)..]).Order(StringComparer.Ordinal);
            string list = string.Join(", ", inside);
            text.Append($"    {floor}[\"<b>{floor}</b>{(list.Length > 0 ? "<br/>" + list : string.Empty)}\"]\n");
        }

        foreach ((string from, string to) in Rooms.Uses.Select(use => (use.FromRoom.Split('/')[0], use.ToRoom.Split('/')[0])).Where(arrow => arrow.Item1 != arrow.Item2)
            .Distinct().OrderBy(arrow => FloorOf(arrow.Item1)).ThenBy(arrow => arrow.Item1, StringComparer.Ordinal).ThenBy(arrow => FloorOf(arrow.Item2)).ThenBy(arrow => arrow.Item2, StringComparer.Ordinal))
        {
            text.Append($"    {from} --> {to}\n");
        }

        return text.Append("```\n").ToString();
    }
}
