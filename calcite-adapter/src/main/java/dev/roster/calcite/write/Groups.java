package dev.roster.calcite.write;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.requests.WriteKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which things go into which request. */
final class Groups {

  private record Common(Object group, @Nullable String account) {}

  private Groups() {}

  /** Returns those that are still to be sent; of several that are one in the ledger the first. */
  static <I> List<Slot<I>> planned(List<Slot<I>> slots) {
    Set<Long> entries = new HashSet<>();
    List<Slot<I>> planned = new ArrayList<>();
    for (Slot<I> slot : slots) {
      boolean isNew = slot.entryIfAny() == null || entries.add(slot.entry().id());
      if (slot.isPlanned() && isNew) {
        planned.add(slot);
      }
    }
    return planned;
  }

  /** Returns the things of each request, in the order in which they are to be sent. */
  static <I> Deque<List<Slot<I>>> of(Write<I, ?> write, List<Slot<I>> slots) {
    Deque<List<Slot<I>>> all = new ArrayDeque<>();
    Map<Common, List<Slot<I>>> open = new HashMap<>();
    for (Slot<I> slot : planned(slots)) {
      Common common = new Common(write.group(slot.item()), slot.account());
      List<Slot<I>> request = open.get(common);
      if (request == null || request.size() == write.most()) {
        request = new ArrayList<>();
        open.put(common, request);
        all.add(request);
      }
      request.add(slot);
    }
    return all;
  }

  /** Returns the request of some things, marked with the key that the ledger knows them by. */
  static <I, T> ApiCall<T> call(Write<I, T> write, List<Slot<I>> group) {
    Slot<I> first = group.get(0);
    List<I> items = group.stream().map(Slot::item).toList();
    String itemKey = group.size() == 1 ? first.itemKey() : null;
    return write
        .call(items, first.account(), first.sendKey())
        .tagged(WriteKey.class, new WriteKey(first.requestKey(), itemKey));
  }
}
