package dev.roster.calcite.fake;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.Field;
import dev.roster.bindings.Operation;
import dev.roster.calcite.RosterSchema;
import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.calcite.procedure.Procedure;
import dev.roster.calcite.procedure.WriteAccess;
import dev.roster.calcite.procedure.WritePolicy;
import dev.roster.calcite.statement.CallSender;
import dev.roster.calcite.table.ApiTable;
import dev.roster.calcite.table.Column;
import dev.roster.calcite.write.AnswerColumns;
import dev.roster.calcite.write.Result;
import dev.roster.ledger.LedgerAccess;
import dev.roster.ledger.LedgerLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A provider with two kinds of tables and some procedures, and a list of all that was asked of it.
 * An account that is called {@code missing} is not there, {@code broken} answers 500 and {@code
 * slow} never answers.
 */
public final class FakeProvider {

  /** What a row of the accounts is made of. */
  public record Account(
      String id, @Nullable String avatarUrl, String token, Instant connectedAt, long seats) {}

  /** What a row of the profiles is made of. */
  public record Profile(String name, double score, boolean premium) {}

  /** What a row of a procedure's answer is made of. */
  public record Done(String what, @Nullable String token) {}

  static final List<Field<Account>> ACCOUNT =
      List.of(
          Field.text("id", "The id.", Account::id),
          Field.<Account>text("avatarUrl", "Where the picture is.", Account::avatarUrl).orNull(),
          Field.<Account>text("token", "The secret.", Account::token).asSecret(),
          Field.instant("connectedAt", "Since when.", Account::connectedAt),
          Field.integer("seats", "How many seats.", Account::seats));

  static final List<Field<Profile>> PROFILE =
      List.of(
          Field.text("name", "The name.", Profile::name),
          Field.number("score", "A number.", Profile::score),
          Field.bool("premium", "Whether paid.", Profile::premium));

  static final List<Field<Done>> DONE =
      List.of(
          Field.text("what", "What was done.", Done::what),
          Field.<Done>text("token", "A new secret.", Done::token).optional().asSecret());

  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  private final List<CompletableFuture<?>> unanswered =
      Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger answering = new AtomicInteger();
  private final AtomicInteger mostUnderWay = new AtomicInteger();
  private @Nullable Executor later;
  private @Nullable RuntimeException nextFailure;

  /** The ledger, in memory. */
  public final LedgerAccess ledger = new LedgerAccess(LedgerLocation.inMemory());

  /** Returns what was asked, as {@code operation} or {@code operation:key}, oldest first. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** Forgets what was asked. */
  public void forget() {
    requests.clear();
    mostUnderWay.set(0);
  }

  /** Returns the calls that are still waiting for an answer. */
  public long underWay() {
    return List.copyOf(unanswered).stream().filter(call -> !call.isDone()).count();
  }

  /** Lets every answer of a profile take a moment, so that calls can be under way together. */
  public void answerLater() {
    later = CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS);
  }

  /** Returns the largest number of profiles that were under way together. */
  public int mostUnderWay() {
    return mostUnderWay.get();
  }

  /** Makes the next call fail. */
  public void failNext(RuntimeException failure) {
    nextFailure = failure;
  }

  /** Returns an operation of this provider. */
  public static Operation operation(String id, boolean readOnly, boolean irreversible) {
    return new Operation(
        "fake",
        id,
        "accounts." + id,
        "POST",
        id,
        readOnly,
        irreversible,
        id + " in short",
        id + " at length",
        "nowhere",
        null,
        null,
        new Operation.ErrorShape(Object.class, List.of("type"), List.of("message")),
        List.of(new Operation.Failure(404, "errors/resource_not_found", "Not there.")));
  }

  /** Returns an answer of this provider that is no success. */
  public static ApiException failure(Operation operation, int status, @Nullable String type) {
    return new ApiException(
        "fake " + operation.name() + ": " + status + " " + type + ": it said so. Do something.",
        operation,
        status,
        Headers.of(),
        type,
        "it said so",
        null,
        null);
  }

  private <T> ApiCall<T> call(Operation operation, String key, T answer) {
    return new FakeCall<>(
        operation,
        () -> {
          requests.add(key.isEmpty() ? operation.id() : operation.id() + ":" + key);
          RuntimeException failure = nextFailure;
          if (failure != null) {
            nextFailure = null;
            return CompletableFuture.failedFuture(failure);
          }
          return switch (key) {
            case "missing" ->
                CompletableFuture.failedFuture(
                    failure(operation, 404, "errors/resource_not_found"));
            case "broken" -> CompletableFuture.failedFuture(failure(operation, 500, null));
            case "slow" -> {
              CompletableFuture<T> never = new CompletableFuture<>();
              unanswered.add(never);
              yield never;
            }
            default -> {
              Executor delayed = key.isEmpty() ? null : later;
              if (delayed == null) {
                yield CompletableFuture.completedFuture(answer);
              }
              mostUnderWay.accumulateAndGet(answering.incrementAndGet(), Math::max);
              yield CompletableFuture.supplyAsync(
                  () -> {
                    answering.decrementAndGet();
                    return answer;
                  },
                  delayed);
            }
          };
        });
  }

  private static final Operation GET_ALL = operation("getAll", true, false);
  private static final Operation GET_PROFILE = operation("getProfile", true, false);
  private static final Operation SEND = operation("send", false, false);
  private static final Operation DISCONNECT = operation("disconnect", false, true);
  private static final Operation REGENERATE = operation("regenerate", false, true);
  private static final Operation WAIT = operation("getSession", true, false);

  private ApiCall<List<Account>> getAll() {
    return call(
        GET_ALL,
        "",
        List.of(
            new Account("a", null, "tok_a", Instant.parse("2026-02-20T11:11:51.732Z"), 1),
            new Account("b", "http://b", "tok_b", Instant.parse("2026-02-21T00:00:00Z"), 2),
            new Account("c", "http://c", "tok_c", Instant.parse("2026-02-22T00:00:00Z"), 3)));
  }

  /** Returns the tables. */
  public List<ApiTable<?>> tables(List<String> defaultKeys) {
    return List.of(
        ApiTable.<Account>named("accounts", "All accounts.")
            .columns(Column.of(ACCOUNT))
            .primaryKey("id")
            .calls(GET_ALL)
            .allRows(calls -> calls.read(getAll(), ""))
            .build(),
        ApiTable.<Account>named("sessions", "The same call, other rows.")
            .columns(Column.of(ACCOUNT.subList(0, 1)))
            .primaryKey("id")
            .calls(GET_ALL)
            .allRows(calls -> calls.read(getAll(), "").thenApply(all -> all.subList(0, 1)))
            .build(),
        ApiTable.<Account>named("stubborn", "Answers with all accounts, whatever key is asked for.")
            .columns(Column.of(ACCOUNT))
            .primaryKey("id")
            .calls(GET_ALL)
            .rowsByKey("id", "a", (calls, key) -> calls.read(getAll(), key))
            .build(),
        ApiTable.<Profile>named("profiles", "One profile an account.")
            .column(Column.key("account_id", "Whose profile."))
            .columns(Column.of(PROFILE))
            .primaryKey("account_id")
            .calls(GET_PROFILE)
            .rowsByKey(
                "account_id",
                "acc_1",
                (calls, key) -> calls.read(profile(key), key).thenApply(List::of))
            .defaultKeys(defaultKeys, "postpressAccountIds")
            .build(),
        ApiTable.<String>named("skills", "The skills of a profile.")
            .column(Column.key("account_id", "Whose skill."))
            .column(Column.of(Field.text("skill", "One.", name -> name)))
            .calls(GET_PROFILE)
            .rowsByKey(
                "account_id",
                "acc_1",
                (calls, key) ->
                    calls
                        .read(profile(key), key)
                        .thenApply(profile -> List.of(profile.name() + "1", profile.name() + "2")))
            .defaultKeys(defaultKeys, "postpressAccountIds")
            .build());
  }

  /** Returns the call that reads a profile. */
  public ApiCall<Profile> profile(String key) {
    return call(GET_PROFILE, key, new Profile("name of " + key, 1.5, true));
  }

  /** Returns a call of another operation. */
  public ApiCall<Profile> call(Operation operation) {
    return call(operation, "any", new Profile("any", 1, true));
  }

  private ApiCall<Done> write(Operation operation, String what, @Nullable String token) {
    return call(operation, what, new Done(what, token));
  }

  private Procedure.Builder<Result<FakeWrite.Thing>> writing(
      String name,
      Operation operation,
      @Nullable String token,
      Function<Arguments, List<String>> whats) {
    return Procedure.writing(
        name,
        operation,
        new FakeWrite(name, what -> write(operation, what, token)),
        arguments -> things(whats.apply(arguments)));
  }

  private static List<FakeWrite.Thing> things(List<String> whats) {
    List<FakeWrite.Thing> things = new ArrayList<>();
    for (String what : whats) {
      things.add(new FakeWrite.Thing(what, things.size() + 1));
    }
    return things;
  }

  /** Returns the procedures. */
  public List<Procedure<?>> procedures() {
    return List.of(
        writing(
                "send",
                SEND,
                null,
                arguments -> {
                  Long times = arguments.integer("times");
                  return Collections.nCopies(
                      times == null ? 1 : times.intValue(), arguments.requiredText("target"));
                })
            .parameter(Parameter.of("target", Field.Kind.TEXT, "to whom").mustBeGiven())
            .parameter(Parameter.of("times", Field.Kind.INTEGER, "how often"))
            .parameter(
                Parameter.of(
                    Field.enumeration("kind", "how", List.of("SOFT", "HARD"), any -> "")
                        .optional()))
            .columns(AnswerColumns.of(DONE))
            .build(),
        writing("send_list", SEND, null, arguments -> arguments.texts("targets"))
            .parameter(Parameter.of("targets", Field.Kind.LIST, "to whom").mustBeGiven())
            .columns(AnswerColumns.of(DONE))
            .build(),
        writing("one", SEND, null, arguments -> List.of(arguments.requiredText("target")))
            .parameter(Parameter.of("target", Field.Kind.TEXT, "to whom").mustBeGiven())
            .columns(AnswerColumns.of(DONE.subList(0, 1)))
            .build(),
        writing("disconnect", DISCONNECT, null, arguments -> List.of(""))
            .columns(AnswerColumns.of(DONE))
            .build(),
        writing("regenerate", REGENERATE, "tok_new", arguments -> List.of(""))
            .columns(AnswerColumns.of(DONE))
            .returnsSecrets()
            .build(),
        Procedure.<Done>reading(
                "wait_for_it",
                WAIT,
                (arguments, calls) -> List.of(calls.await(calls.read(write(WAIT, "", null), ""))))
            .columns(Column.of(DONE))
            .build());
  }

  /** Returns a schema of other tables, under another name. */
  public RosterSchema schema(String name, List<? extends ApiTable<?>> tables) {
    WritePolicy policy = new WritePolicy(WritePolicy.Writes.DENY, false, false);
    return new RosterSchema(
        name, tables, List.of(), CallSender.DIRECT, new WriteAccess(policy, ledger));
  }

  /** Returns a schema of the tables and procedures, under the name {@code fake}. */
  public RosterSchema schema(List<String> defaultKeys, WritePolicy policy) {
    return new RosterSchema(
        "fake",
        tables(defaultKeys),
        procedures(),
        CallSender.DIRECT,
        new WriteAccess(policy, ledger));
  }
}
