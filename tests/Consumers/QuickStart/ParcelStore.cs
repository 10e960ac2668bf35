using System.Collections.Concurrent;

namespace Lumen.Couriers;

public sealed record Parcel(string Number, string Phone, DateTimeOffset LastInboundAt, DateTimeOffset DueAt);

public sealed class ParcelStore
{
    private readonly ConcurrentDictionary<string, Parcel> _parcels = new();

    public Parcel Find(string number) =>
        _parcels.TryGetValue(number, out Parcel? parcel) ? parcel : throw new KeyNotFoundException(number);

    public IReadOnlyList<Parcel> DueBefore(DateTimeOffset time) => [.. _parcels.Values.Where(parcel => parcel.DueAt < time)];

    public void CustomerWrote(string phone, DateTimeOffset at)
    {
        foreach (Parcel parcel in _parcels.Values.Where(parcel => parcel.Phone == phone))
        {
            _parcels[parcel.Number] = parcel with { LastInboundAt = at };
        }
    }
}
