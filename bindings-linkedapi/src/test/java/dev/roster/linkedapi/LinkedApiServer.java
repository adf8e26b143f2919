package dev.roster.linkedapi;

import dev.roster.bindings.testing.ProviderServer;
import dev.roster.bindings.testing.SpecExample;
import java.time.Duration;
import mockwebserver3.RecordedRequest;

/** Linked API on a port of this machine, and the time that its client waits by. */
final class LinkedApiServer extends ProviderServer<LinkedApiServer> {

  static final String TOKEN = "linked_test";

  final FakeTime time = new FakeTime();

  LinkedApiServer() {
    super("/linkedapi");
  }

  @Override
  protected LinkedApiServer self() {
    return this;
  }

  LinkedApiClient client() {
    return LinkedApiClient.builder().token(TOKEN).baseUrl(url()).time(time).build();
  }

  /** Returns the text of an example, such as {@code getAll.200.json}. */
  static String example(String file) {
    return SpecExample.of("linkedapi", file);
  }

  /** Returns the operation's name and the body of the next request that came. */
  String asked() {
    RecordedRequest request = request();
    String target = request.getTarget();
    return target.substring(target.lastIndexOf('.') + 1) + " " + body(request);
  }

  /** Time that passes only by being waited for, and then at once. */
  static final class FakeTime implements Time {

    private volatile Duration now = Duration.ZERO;

    /** Returns how much time was waited. */
    Duration now() {
      return now;
    }

    @Override
    public long nanos() {
      return now.toNanos();
    }

    @Override
    public void after(Duration pause, Runnable task) {
      now = now.plus(pause);
      task.run();
    }
  }
}
