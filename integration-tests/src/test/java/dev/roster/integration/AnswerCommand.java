package dev.roster.integration;

import dev.roster.sandbox.Fault;
import dev.roster.sandbox.Sandbox;
import java.util.List;
import net.hydromatic.quidem.AbstractCommand;
import net.hydromatic.quidem.Command;
import net.hydromatic.quidem.CommandHandler;
import org.jspecify.annotations.Nullable;

/**
 * The script command {@code !answer OPERATION JSON}: the sandbox answers the next call of an
 * operation with a body of the script's own, as a provider does that has changed.
 */
final class AnswerCommand extends AbstractCommand {

  private final Sandbox sandbox;
  private final List<String> lines;
  private final String operation;
  private final String body;

  private AnswerCommand(Sandbox sandbox, List<String> lines, String operation, String body) {
    this.sandbox = sandbox;
    this.lines = List.copyOf(lines);
    this.operation = operation;
    this.body = body;
  }

  /** Returns a handler that knows this command, and what {@code others} knows. */
  static CommandHandler handler(Sandbox sandbox, CommandHandler others) {
    return new CommandHandler() {
      // Quidem's interface is not null-marked: null means that the command is not known here.
      @Override
      @SuppressWarnings("NullAway")
      public @Nullable Command parseCommand(List<String> lines, List<String> content, String line) {
        String[] words = line.split(" ", 3);
        return words.length == 3 && words[0].equals("answer")
            ? new AnswerCommand(sandbox, lines, words[1], words[2])
            : others.parseCommand(lines, content, line);
      }
    };
  }

  @Override
  public void execute(Context x, boolean execute) {
    if (execute) {
      sandbox.control().fault(Fault.on(operation).body(body, "application/json"));
    }
    x.echo(lines);
  }
}
