package dev.roster.integration;

import dev.roster.sandbox.ReceivedRequest;
import dev.roster.sandbox.Sandbox;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.hydromatic.quidem.AbstractCommand;
import net.hydromatic.quidem.Command;
import net.hydromatic.quidem.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * The script command {@code !requests}: prints the HTTP requests that the last statement made, in
 * the order in which the sandbox received them; equal ones in a row once, with their number.
 */
final class RequestsCommand extends AbstractCommand {

  private final Sandbox sandbox;
  private final List<String> lines;
  private final List<String> expected;

  private RequestsCommand(Sandbox sandbox, List<String> lines, List<String> expected) {
    this.sandbox = sandbox;
    this.lines = List.copyOf(lines);
    this.expected = List.copyOf(expected);
  }

  /** Returns a handler that knows this command. */
  static CommandHandler handler(Sandbox sandbox) {
    return new CommandHandler() {
      // Quidem's interface is not null-marked: null means that the command is not known here.
      @Override
      @SuppressWarnings("NullAway")
      public @Nullable Command parseCommand(List<String> lines, List<String> content, String line) {
        return line.equals("requests") ? new RequestsCommand(sandbox, lines, content) : null;
      }
    };
  }

  @Override
  public void execute(Context x, boolean execute) {
    x.echo(execute ? requests() : expected);
    x.echo(lines);
  }

  private List<String> requests() {
    // Of requests that are under way together nobody knows which is answered first.
    Map<String, SortedMap<Integer, Integer>> counts = new LinkedHashMap<>();
    for (ReceivedRequest request : sandbox.requests()) {
      counts
          .computeIfAbsent(request.method() + " " + request.path(), asked -> new TreeMap<>())
          .merge(request.status(), 1, Integer::sum);
    }
    if (counts.isEmpty()) {
      return List.of("(none)");
    }
    List<String> shown = new ArrayList<>();
    counts.forEach(
        (asked, statuses) ->
            statuses.forEach(
                (status, count) ->
                    shown.add(asked + " -> " + status + (count == 1 ? "" : " x " + count))));
    return shown;
  }
}
