package dev.roster.calcite.write;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.requests.RequestLog;
import dev.roster.calcite.requests.RequestText;
import java.util.ArrayList;
import java.util.List;

/** Shows the requests that would be sent, and puts them into the log of requests. */
final class DryRun<I, T> {

  private final Write<I, T> write;

  DryRun(Write<I, T> write) {
    this.write = write;
  }

  Requests requests(List<Slot<I>> slots) {
    List<ShownRequest> shown = new ArrayList<>();
    for (List<Slot<I>> group : Groups.of(write, slots)) {
      ApiCall<T> call = Groups.call(write, group);
      RequestLog.PROCESS.dryRun(call);
      Slot<I> first = group.get(0);
      shown.add(
          new ShownRequest(
              shown.size() + 1L,
              RequestText.of(call),
              group.size(),
              first.requestKey(),
              group.size() == 1 ? first.itemKey() : null,
              null));
      group.forEach(slot -> slot.tellSent(Outcome.DRY_RUN, null, null, null));
    }
    return new Requests(shown.size(), 0, null, null, shown);
  }
}
