using System.Collections.Concurrent;

namespace Bellavista.Hotel.Sessions;

public sealed record Guest(string Room, string Name, string Phone)
{
    public DateTimeOffset? LastInboundAt { get; init; }

    public bool HasOpenSession(DateTimeOffset now) => LastInboundAt is { } last && now - last < TimeSpan.FromHours(24);
}

public interface IGuestBook
{
    Task<Guest> InRoomAsync(string room);

    Task<IReadOnlyList<Guest>> LeavingTodayAsync();

    Task WroteAsync(string phone, DateTimeOffset at);
}

public sealed class GuestBook : IGuestBook
{
    private readonly ConcurrentDictionary<string, Guest> _guests = new();

    public Task<Guest> InRoomAsync(string room) => Task.FromResult(_guests[room]);

    public Task<IReadOnlyList<Guest>> LeavingTodayAsync() => Task.FromResult<IReadOnlyList<Guest>>([.. _guests.Values]);

    public Task WroteAsync(string phone, DateTimeOffset at)
    {
        foreach (Guest guest in _guests.Values)
        {
            if (guest.Phone == phone)
            {
                _guests[guest.Room] = guest with { LastInboundAt = at };
            }
        }

        return Task.CompletedTask;
    }
}
