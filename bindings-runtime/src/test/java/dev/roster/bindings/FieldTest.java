package dev.roster.bindings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import dev.roster.bindings.Field.Kind;
import dev.roster.bindings.json.Adapters;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldTest {

  private record Seat(String id, @Nullable String token) {}

  private record Access(@Nullable Seat seat, String plan) {}

  private record Member(String name, @Nullable Access access, List<String> tags) {}

  private static final Moshi MOSHI = new Moshi.Builder().build();

  private static final List<Field<Seat>> SEAT =
      List.of(
          Field.<Seat>text("id", "The seat's id.", Seat::id),
          Field.<Seat>text("token", "Opens it.", Seat::token).asSecret().optional());

  private static final List<Field<Access>> ACCESS =
      List.of(
          Field.object("seat", "The seat.", SEAT, new SeatAdapter(), Access::seat).orNull(),
          Field.<Access>enumeration("plan", "The plan.", List.of("a", "b"), Access::plan));

  private static final Field<Member> MEMBER_ACCESS =
      Field.<Member, Access>object("access", "The access.", ACCESS, unused(), Member::access)
          .optional();

  private static final Field<Member> TAGS = Field.list("tags", "The tags.", texts(), Member::tags);

  private static final List<Field<Member>> MEMBER =
      List.of(Field.<Member>text("name", "The name.", Member::name), MEMBER_ACCESS, TAGS);

  private static JsonAdapter<List<String>> texts() {
    return MOSHI.adapter(Types.newParameterizedType(List.class, String.class));
  }

  private static JsonAdapter<Access> unused() {
    return new JsonAdapter<>() {
      @Override
      public Access fromJson(JsonReader reader) {
        throw new AssertionError();
      }

      @Override
      public void toJson(JsonWriter writer, @Nullable Access value) {
        throw new AssertionError();
      }
    };
  }

  private static Field<Member> leaf(String path) {
    return Field.flatten(MEMBER).stream()
        .filter(field -> String.join(".", field.path()).equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aFieldIsRequiredUnlessSaidOtherwise() {
    Field<Member> name = MEMBER.get(0);

    assertThat(name.name()).isEqualTo("name");
    assertThat(name.path()).containsExactly("name");
    assertThat(name.kind()).isEqualTo(Kind.TEXT);
    assertThat(name.description()).isEqualTo("The name.");
    assertThat(name.required()).isTrue();
    assertThat(name.nullable()).isFalse();
    assertThat(name.secret()).isFalse();
    assertThat(name.values()).isEmpty();
    assertThat(name.fields()).isEmpty();
    assertThat(name).hasToString("name TEXT NOT NULL");
  }

  @Test
  void anOptionalFieldMayBeNull() {
    Field<Member> field = MEMBER.get(0).optional();

    assertThat(field.required()).isFalse();
    assertThat(field.nullable()).isTrue();
    assertThat(field).hasToString("name TEXT");
  }

  @Test
  void aFieldMayHoldNullThoughItMustBeThere() {
    Field<Member> field = MEMBER.get(0).orNull();

    assertThat(field.required()).isTrue();
    assertThat(field.nullable()).isTrue();
  }

  @Test
  void eachKindHasItsMaker() {
    Instant now = Instant.EPOCH;

    assertThat(Field.<Member>bool("b", "", member -> true).kind()).isEqualTo(Kind.BOOLEAN);
    assertThat(Field.<Member>integer("i", "", member -> 1L).kind()).isEqualTo(Kind.INTEGER);
    assertThat(Field.<Member>number("n", "", member -> 1.5).kind()).isEqualTo(Kind.NUMBER);
    assertThat(Field.<Member>instant("t", "", member -> now).kind()).isEqualTo(Kind.INSTANT);
    assertThat(Field.<Member>binary("f", "", member -> null).kind()).isEqualTo(Kind.BINARY);
    assertThat(Field.<Member>any("a", "", MOSHI.adapter(Object.class), member -> 1).kind())
        .isEqualTo(Kind.ANY);
    assertThat(TAGS.kind()).isEqualTo(Kind.LIST);
    assertThat(MEMBER_ACCESS.kind()).isEqualTo(Kind.OBJECT);
  }

  @Test
  void anObjectListsTheFieldsOfItsModel() {
    assertThat(MEMBER_ACCESS.fields()).extracting(Field::name).containsExactly("seat", "plan");
  }

  @Test
  void flatteningNamesTheLeavesByTheirWholePath() {
    assertThat(Field.flatten(MEMBER))
        .extracting(field -> String.join(".", field.path()))
        .containsExactly("name", "access.seat.id", "access.seat.token", "access.plan", "tags");
  }

  @Test
  void aLeafKeepsItsOwnNameDescriptionAndValues() {
    assertThat(leaf("access.seat.id").name()).isEqualTo("id");
    assertThat(leaf("access.seat.id").description()).isEqualTo("The seat's id.");
    assertThat(leaf("access.plan").values()).containsExactly("a", "b");
  }

  @Test
  void aLeafIsReadThroughTheObjectsAboveIt() {
    Member member = new Member("Ada", new Access(new Seat("s1", "t1"), "a"), List.of());

    assertThat(Field.flatten(MEMBER))
        .extracting(field -> field.value(member))
        .containsExactly("Ada", "s1", "t1", "a", List.of());
  }

  @Test
  void aLeafOfAnAbsentObjectIsNull() {
    Member withoutSeat = new Member("Ada", new Access(null, "a"), List.of());
    Member withoutAccess = new Member("Ada", null, List.of());

    assertThat(leaf("access.seat.id").value(withoutSeat)).isNull();
    assertThat(leaf("access.plan").value(withoutSeat)).isEqualTo("a");
    assertThat(leaf("access.seat.id").value(withoutAccess)).isNull();
    assertThat(leaf("access.plan").value(withoutAccess)).isNull();
  }

  @Test
  void aLeafOfAnObjectThatMayBeNullMayBeNull() {
    assertThat(leaf("access.plan").nullable()).isTrue();
    assertThat(leaf("access.plan").required()).isFalse();
    assertThat(ACCESS.get(0).flatten().get(0).required()).as("seat.id in access").isTrue();
    assertThat(ACCESS.get(0).flatten().get(0).nullable()).isTrue();
  }

  @Test
  void aLeafIsSecretIfItOrAnObjectAboveItIs() {
    assertThat(leaf("access.seat.token").secret()).isTrue();
    assertThat(leaf("access.seat.id").secret()).isFalse();
    assertThat(MEMBER_ACCESS.asSecret().flatten()).allMatch(Field::secret);
  }

  @Test
  void listsAndObjectsGiveTheirJson() {
    Member member = new Member("Ada", null, List.of("x", "y"));
    Access access = new Access(new Seat("s1", null), "a");

    assertThat(TAGS.json(member)).isEqualTo("[\"x\",\"y\"]");
    assertThat(ACCESS.get(0).json(access)).isEqualTo("{\"id\":\"s1\"}");
    assertThat(leaf("tags").json(member)).isEqualTo("[\"x\",\"y\"]");
  }

  @Test
  void aListMayTellTheValuesOfItsItems() {
    Field<Seat> kinds =
        Field.<Seat, String>list("kinds", "The kinds.", Adapters.list(Adapters.TEXT), seat -> null)
            .ofValues(List.of("A", "B"))
            .optional();
    assertThat(kinds.values()).containsExactly("A", "B");
    assertThat(kinds.required()).isFalse();
  }

  @Test
  void anAbsentObjectHasNoJson() {
    assertThat(MEMBER_ACCESS.json(new Member("Ada", null, List.of()))).isNull();
  }

  @Test
  void aScalarHasNoJson() {
    assertThatThrownBy(() -> leaf("access.plan").json(new Member("Ada", null, List.of())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("access.plan is no list and no object: read it by value()");
  }

  private static final class SeatAdapter extends JsonAdapter<Seat> {

    @Override
    public Seat fromJson(JsonReader reader) {
      throw new AssertionError();
    }

    @Override
    public void toJson(JsonWriter writer, @Nullable Seat seat) throws IOException {
      writer.beginObject().name("id").value(seat == null ? null : seat.id()).endObject();
    }
  }

  @Test
  void aFieldCanBeReadFromSomethingThatHoldsItsModel() {
    record Row(String accountId, Member member) {}
    Row row = new Row("acc_1", new Member("Ada", null, List.of("x")));

    Field<Row> name = MEMBER.get(0).readFrom(held -> MEMBER.get(0).value(held.member()));
    Field<Row> tags = TAGS.readFrom(held -> TAGS.value(held.member()));

    assertThat(name.value(row)).isEqualTo("Ada");
    assertThat(name.description()).isEqualTo("The name.");
    assertThat(name.required()).isTrue();
    assertThat(tags.json(row)).isEqualTo("[\"x\"]");
  }
}
