using Microsoft.AspNetCore.Mvc;

namespace Harbour.Lettings;

/// <summary>Wrong: one message for each POST, and an exception for a POST without any.</summary>
[Route("first")]
public sealed class FirstController(Journal journal) : ControllerBase
{
    [HttpPost]
    public IActionResult Receive([FromBody] Update update) // DLG0607
    {
        var message = update.Entries![0].Changes![0].Value!.Messages![0]; // DLG0604, DLG0604, DLG0604, DLG0605
        journal.Add("first", message.Id, message.User ?? message.Phone);
        return Ok();
    }
}

/// <summary>Wrong: whatever it does not know it refuses, and what it refuses comes again.</summary>
[Route("strict")]
public sealed class StrictController(Journal journal) : ControllerBase
{
    [HttpPost]
    public IActionResult Receive([FromBody] Update update)
    {
        if (update.Entries is null or { Count: 0 })
        {
            return BadRequest("Nothing in it."); // DLG0601
        }

        foreach (Change change in update.Entries.SelectMany(entry => entry.Changes ?? []))
        {
            if (change.Value?.Messages is null && change.Value?.Statuses is null)
            {
                throw new InvalidOperationException("Neither messages nor statuses."); // DLG0601
            }

            foreach (TenantMessage message in change.Value.Messages ?? [])
            {
                journal.Add("strict", message.Id, message.User ?? message.Phone);
            }

            foreach (DeliveryError error in (change.Value.Statuses ?? []).SelectMany(status => status.Errors ?? []))
            {
                journal.Add("strict", "failed", error.Code.ToString());
            }
        }

        return Ok();
    }
}

/// <summary>Wrong: knows that messages failed, and not why.</summary>
[Route("states")]
public sealed class StatesController(Journal journal, ILogger<StatesController> log) : ControllerBase
{
    [HttpPost]
    public IActionResult Receive([FromBody] Update update)
    {
        foreach (Change change in (update.Entries ?? []).SelectMany(entry => entry.Changes ?? []))
        {
            foreach (TenantMessage message in change.Value?.Messages ?? [])
            {
                journal.Add("states", message.Id, message.User ?? message.Phone);
            }

            foreach (DeliveryStatus status in change.Value?.Statuses ?? []) // DLG0603
            {
                journal.Add("states", status.Id, status.State);
            }
        }

        log.LogInformation("Taken in.");
        return Ok();
    }
}
