package dev.roster.bindings.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiOperation;
import dev.roster.bindings.BracketMultipart;
import dev.roster.bindings.BracketParts;
import dev.roster.bindings.Operation;
import dev.roster.bindings.Operation.Envelope;
import dev.roster.bindings.Operation.ErrorShape;
import dev.roster.bindings.Operation.Failure;
import dev.roster.bindings.PartWriter;
import dev.roster.bindings.Upload;
import dev.roster.bindings.json.Expected;
import dev.roster.bindings.json.Required;
import dev.roster.bindings.json.Scalars;
import dev.roster.bindings.json.Unknown;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** A provider as the generator would bind it, but small and written by hand. */
interface PeopleApi {

  @POST("people.find")
  @ApiOperation("find")
  ApiCall<Person> find();

  @POST("people.add")
  @ApiOperation("add")
  ApiCall<Person> add();

  @POST("people.rename")
  @ApiOperation("rename")
  ApiCall<Person> rename(@Body Person person);

  @GET("people/{id}")
  @ApiOperation("get")
  ApiCall<Person> get(@Path("id") String id, @Query("as") @Nullable String as);

  @DELETE("people/{id}")
  @ApiOperation("remove")
  ApiCall<Person> remove(@Path("id") String id);

  @PATCH("people/me")
  @ApiOperation("edit")
  ApiCall<Person> edit(@Body @BracketMultipart PersonEdit edit);

  /** A model with two required texts. */
  record Person(String id, String name) {}

  /** A model that is sent as a form. */
  record PersonEdit(String headline, @Nullable Upload picture) implements BracketParts {

    @Override
    public void writeParts(PartWriter parts) {
      parts.text("headline", headline);
      parts.file("picture", picture);
    }
  }

  /** What a failure's body is read as. */
  record Problem(String type, String message) {}

  ErrorShape PROBLEM =
      new ErrorShape(
          Problem.class, List.of("type", "error.type"), List.of("message", "error.text"));

  List<Failure> FAILURES =
      List.of(
          new Failure(401, "badToken", "The token is not known."),
          new Failure(403, "noSeats", "All seats are taken."),
          new Failure(503, null, "The provider rests."));

  Envelope ENVELOPE = new Envelope("success", "result");

  List<Operation> OPERATIONS =
      List.of(
          operation("find", "POST", "/people.find", true, ENVELOPE),
          operation("add", "POST", "/people.add", false, ENVELOPE),
          operation("rename", "POST", "/people.rename", false, ENVELOPE),
          operation("get", "GET", "/people/{id}", true, null),
          operation("remove", "DELETE", "/people/{id}", false, null),
          operation("edit", "PATCH", "/people/me", false, null));

  private static Operation operation(
      String id, String method, String path, boolean readOnly, @Nullable Envelope envelope) {
    return new Operation(
        "acme",
        id,
        "people." + id,
        method,
        path,
        readOnly,
        false,
        "",
        "",
        "",
        null,
        envelope,
        PROBLEM,
        FAILURES);
  }

  /** The JSON adapters of the models. */
  JsonAdapter.Factory ADAPTERS = PeopleApi::adapter;

  private static @Nullable JsonAdapter<?> adapter(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (type == Person.class) {
      return new TwoTexts<>("id", "name", Person::new, Person::id, Person::name);
    }
    if (type == Problem.class) {
      return new TwoTexts<>("type", "message", Problem::new, Problem::type, Problem::message);
    }
    return null;
  }

  /** Reads and writes an object of two required texts. */
  final class TwoTexts<M> extends JsonAdapter<M> {

    private final String first;
    private final String second;
    private final JsonReader.Options names;
    private final BiFunction<String, String, M> maker;
    private final Function<M, String> firstOf;
    private final Function<M, String> secondOf;

    TwoTexts(
        String first,
        String second,
        BiFunction<String, String, M> maker,
        Function<M, String> firstOf,
        Function<M, String> secondOf) {
      this.first = first;
      this.second = second;
      this.names = JsonReader.Options.of(first, second);
      this.maker = maker;
      this.firstOf = firstOf;
      this.secondOf = secondOf;
    }

    @Override
    public @Nullable M fromJson(JsonReader reader) throws IOException {
      if (!Expected.object(reader)) {
        return null;
      }
      String one = null;
      String two = null;
      while (reader.hasNext()) {
        switch (reader.selectName(names)) {
          case 0 -> one = Scalars.text(reader);
          case 1 -> two = Scalars.text(reader);
          default -> Unknown.member(reader, "TwoTexts");
        }
      }
      if (one == null) {
        throw Required.missing(first, reader);
      }
      if (two == null) {
        throw Required.missing(second, reader);
      }
      reader.endObject();
      return maker.apply(one, two);
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable M value) throws IOException {
      if (value == null) {
        writer.nullValue();
        return;
      }
      writer.beginObject();
      writer.name(first).value(firstOf.apply(value));
      writer.name(second).value(secondOf.apply(value));
      writer.endObject();
    }
  }
}
