package dev.roster.calcite.fake;

import dev.roster.bindings.ApiCall;
import dev.roster.calcite.error.AnswerState;
import dev.roster.calcite.fake.FakeProvider.Done;
import dev.roster.calcite.fake.FakeWrite.Thing;
import dev.roster.calcite.write.Answer;
import dev.roster.calcite.write.Said;
import dev.roster.calcite.write.Write;
import dev.roster.ledger.Intent;
import dev.roster.ledger.Repetition;
import dev.roster.ledger.Sha256;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A write of a {@link FakeProvider}: any number of things, each in a request of its own. */
record FakeWrite(String name, Function<String, ApiCall<Done>> call) implements Write<Thing, Done> {

  /** One thing; the number tells it from others with the same name. */
  record Thing(String what, int number) {}

  @Override
  public String procedure() {
    return "fake." + name;
  }

  @Override
  public String baseUrl() {
    return "http://localhost";
  }

  @Override
  public Intent intent(Thing thing, boolean keyGiven) {
    String number = Integer.toString(thing.number());
    return new Intent(
        number,
        procedure(),
        baseUrl(),
        null,
        thing.what(),
        Sha256.of(thing.what(), number),
        "{\"what\":\"" + thing.what() + "\"}",
        keyGiven ? Repetition.BY_KEY : Repetition.WHEN_SETTLED,
        null);
  }

  @Override
  public Thing item(String arguments) {
    throw new UnsupportedOperationException("nobody resumes a fake");
  }

  @Override
  public int most() {
    return 1;
  }

  @Override
  public Object group(Thing thing) {
    return name;
  }

  @Override
  public ApiCall<Done> call(List<Thing> things, @Nullable String account, String key) {
    return call.apply(things.get(0).what());
  }

  @Override
  public List<Said> said(List<Thing> things, Done done) {
    return List.of(new Said(AnswerState.SUCCESS, Answer.of(FakeProvider.DONE, done), null));
  }

  @Override
  public @Nullable String accountNamed(Done done) {
    return null;
  }

  @Override
  public boolean tellsInRows() {
    return false;
  }
}
