package dev.roster.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.Field;
import dev.roster.codegen.golden.model.Ashes;
import dev.roster.codegen.golden.model.AudioEdition;
import dev.roster.codegen.golden.model.Book;
import dev.roster.codegen.golden.model.BookJsonAdapter;
import dev.roster.codegen.golden.model.BookList;
import dev.roster.codegen.golden.model.BookListJsonAdapter;
import dev.roster.codegen.golden.model.BookState;
import dev.roster.codegen.golden.model.BurnRequest;
import dev.roster.codegen.golden.model.BurnRequestJsonAdapter;
import dev.roster.codegen.golden.model.ClosedLoan;
import dev.roster.codegen.golden.model.Edition;
import dev.roster.codegen.golden.model.EditionJsonAdapter;
import dev.roster.codegen.golden.model.JsonAdapters;
import dev.roster.codegen.golden.model.Loan;
import dev.roster.codegen.golden.model.LoanJsonAdapter;
import dev.roster.codegen.golden.model.OpenLoan;
import dev.roster.codegen.golden.model.PaperEdition;
import dev.roster.codegen.golden.model.Person;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the golden models read, write and check. */
class GoldenModelsTest {

  private static final String BOOK =
      """
      {"object":"book","id":"b1","title":null,"pages":12,"available":true,\
      "bought_at":"2024-02-29T23:59:59.120Z","state":"torn/burnt","author":{"name":"A"},\
      "editions":[{"kind":"paper","year":1999,"weight":0.5},\
      {"kind":"audio","year":2001,"reader":{"name":"R"},"finish":"loud"},\
      {"kind":"braille","dots":1.50}],"tags":["x"],"oddities":[1,null,{"a":[2.5]}],\
      "extra":{"deep":[9007199254740993]},"key":"k","spareKey":"s","last_loan":null}""";

  private static Book book() throws IOException {
    return BookJsonAdapter.INSTANCE.fromJson(BOOK);
  }

  private static Book.Builder required() {
    return Book.builder()
        .id("b1")
        .pages(12)
        .available(true)
        .boughtAt(Instant.EPOCH)
        .state(BookState.NEW)
        .author(Person.builder().name("A").build())
        .editions(List.of())
        .tags(List.of())
        .key("k");
  }

  @Test
  void readsEveryKindOfValue() throws IOException {
    Book book = book();

    assertThat(book.object()).isEqualTo("book");
    assertThat(book.title()).isNull();
    assertThat(book.isbn()).isNull();
    assertThat(book.pages()).isEqualTo(12);
    assertThat(book.copies()).isNull();
    assertThat(book.available()).isTrue();
    assertThat(book.boughtAt()).isEqualTo("2024-02-29T23:59:59.120Z");
    assertThat(book.state()).isSameAs(BookState.TORN_BURNT);
    assertThat(book.author()).isEqualTo(Person.builder().name("A").build());
    assertThat(book.editions().get(0))
        .isEqualTo(PaperEdition.builder().year(1999).weight(0.5).build());
    assertThat(book.editions().get(1)).isInstanceOf(AudioEdition.class);
    assertThat(book.editions().get(2))
        .isEqualTo(new Edition.Unknown("braille", "{\"kind\":\"braille\",\"dots\":1.50}"));
    assertThat(book.oddities()).isEqualTo(Arrays.asList(1L, null, Map.of("a", List.of(2.5))));
    assertThat(book.extra()).isEqualTo(Map.of("deep", List.of(9007199254740993L)));
  }

  @Test
  void writesWhatItRead() throws IOException {
    assertThat(BookJsonAdapter.INSTANCE.toJson(book())).isEqualTo(BOOK);
  }

  @Test
  void writesARequiredNullAndLeavesOutAnAbsentValue() {
    assertThat(BookJsonAdapter.INSTANCE.toJson(required().build()))
        .contains("\"title\":null", "\"last_loan\":null")
        .doesNotContain("isbn", "soldAt");
  }

  @Test
  void readsTheSameFromAReaderOfJsonTrees() throws IOException {
    Object tree = new Moshi.Builder().build().adapter(Object.class).fromJson(BOOK);

    Book read = BookJsonAdapter.INSTANCE.fromJsonValue(tree);

    assertThat(read).isNotNull();
    assertThat(read.author()).isEqualTo(book().author());
    assertThat(read.editions()).hasSize(3);
  }

  @Test
  void skipsMembersThatTheSpecDoesNotKnow() throws IOException {
    Person read =
        BookJsonAdapter.INSTANCE
            .fromJson(
                BOOK.replace("{\"name\":\"A\"}", "{\"x\":{\"y\":[1]},\"name\":\"A\",\"z\":0}"))
            .author();

    assertThat(read.name()).isEqualTo("A");
  }

  @Test
  void readsNullInAnOptionalPropertyAsAbsent() throws IOException {
    Book read =
        BookJsonAdapter.INSTANCE.fromJson(
            BOOK.replace("\"id\"", "\"isbn\":null,\"copies\":null,\"translator\":null,\"id\""));

    assertThat(read).isEqualTo(book());
  }

  @Test
  void namesThePathOfAMissingValueInAList() {
    String json = "{\"books\":[%s,%s]}".formatted(BOOK, BOOK.replace("\"pages\":12,", ""));

    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> BookListJsonAdapter.INSTANCE.fromJson(json))
        .withMessage("Required value 'pages' missing at $.books[1]");
  }

  @Test
  void namesThePathOfAMissingValueInAnObject() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> BookJsonAdapter.INSTANCE.fromJson(BOOK.replace("{\"name\":\"A\"}", "{}")))
        .withMessage("Required value 'name' missing at $.author");
  }

  @Test
  void takesNullInARequiredPropertyForAMissingValue() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(() -> BookJsonAdapter.INSTANCE.fromJson(BOOK.replace("\"b1\"", "null")))
        .withMessage("Required value 'id' missing at $");
  }

  @Test
  void refusesANullItem() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(
            () -> BookJsonAdapter.INSTANCE.fromJson(BOOK.replace("[\"x\"]", "[\"x\",null]")))
        .withMessage("Required value missing at $.tags[1]");
  }

  @Test
  void keepsAnEnumValueThatTheSpecDoesNotKnow() throws IOException {
    String json = BOOK.replace("torn/burnt", "drowned");
    Book read = BookJsonAdapter.INSTANCE.fromJson(json);

    assertThat(read.state().known()).isEqualTo(BookState.Known.UNKNOWN);
    assertThat(read.state().isKnown()).isFalse();
    assertThat(read.state()).isEqualTo(BookState.of("drowned")).hasToString("drowned");
    assertThat(BookJsonAdapter.INSTANCE.toJson(read)).isEqualTo(json);
  }

  @Test
  void describesTheKnownValues() {
    assertThat(BookState.VALUES)
        .extracting(BookState::value)
        .containsExactly("new", "slightly-used", "torn/burnt", "2nd hand");
    assertThat(BookState.of("new")).isSameAs(BookState.NEW);
    assertThat(BookState.NEW.known().description()).isEqualTo("Nobody has read it.");
  }

  @Test
  void tellsVariantsByTheirMarkersInWhateverOrder() throws IOException {
    Loan open =
        LoanJsonAdapter.INSTANCE.fromJson(
            "{\"note\":\"n\",\"to\":\"me\",\"due_at\":\"2024-01-01T00:00:00Z\"}");
    Loan closed =
        LoanJsonAdapter.INSTANCE.fromJson("{\"to\":null,\"returned_at\":\"2024-01-01T00:00:00Z\"}");
    Loan neither = LoanJsonAdapter.INSTANCE.fromJson("{\"note\" : \"n\"}");

    assertThat(open).isInstanceOf(OpenLoan.class);
    assertThat(closed).isInstanceOf(ClosedLoan.class);
    assertThat(neither).isEqualTo(new Loan.Unknown("{\"note\" : \"n\"}"));
    assertThat(LoanJsonAdapter.INSTANCE.toJson(neither)).isEqualTo("{\"note\" : \"n\"}");
  }

  @Test
  void findsALabelThatComesLast() throws IOException {
    Edition read =
        EditionJsonAdapter.INSTANCE.fromJson("{\"weight\":1,\"year\":1999,\"kind\":\"paper\"}");

    assertThat(read).isEqualTo(PaperEdition.builder().year(1999).weight(1).build());
    assertThat(read.kind()).isEqualTo("paper");
  }

  @Test
  void namesThePathOfAMissingLabel() {
    assertThatExceptionOfType(JsonDataException.class)
        .isThrownBy(
            () -> BookJsonAdapter.INSTANCE.fromJson(BOOK.replace("\"kind\":\"audio\",", "")))
        .withMessage("Required value 'kind' missing at $.editions[1]");
  }

  @Test
  void listsAllFieldsWithWhatTheSpecSaysOfThem() throws IOException {
    assertThat(Book.FIELDS)
        .extracting(Field::toString)
        .containsExactly(
            "object TEXT NOT NULL",
            "id TEXT NOT NULL",
            "title TEXT",
            "isbn TEXT",
            "pages INTEGER NOT NULL",
            "copies INTEGER",
            "price NUMBER",
            "available BOOLEAN NOT NULL",
            "fragile BOOLEAN",
            "bought_at INSTANT NOT NULL",
            "soldAt INSTANT",
            "state TEXT NOT NULL",
            "formerState TEXT",
            "author OBJECT NOT NULL",
            "translator OBJECT",
            "editions LIST NOT NULL",
            "tags LIST NOT NULL",
            "pastStates LIST",
            "oddities LIST",
            "extra ANY",
            "class TEXT",
            "hashCode TEXT",
            "URLOfCover TEXT",
            "key TEXT NOT NULL",
            "spareKey TEXT",
            "last_loan OBJECT");
    assertThat(Book.FIELDS.stream().filter(Field::secret).map(Field::name))
        .containsExactly("key", "spareKey");
    assertThat(field(Book.FIELDS, "id").description())
        .isEqualTo("The id, never \"null\" and never \\ or */.");
    assertThat(field(Book.FIELDS, "state").values()).hasSize(4).contains("2nd hand");
    assertThat(field(Book.FIELDS, "state").value(book())).isEqualTo("torn/burnt");
    assertThat(field(Book.FIELDS, "formerState").value(book())).isNull();
    assertThat(field(Book.FIELDS, "author").json(book())).isEqualTo("{\"name\":\"A\"}");
    assertThat(field(Book.FIELDS, "oddities").json(book())).isEqualTo("[1,null,{\"a\":[2.5]}]");
  }

  @Test
  void mergesTheFieldsOfAllVariants() throws IOException {
    List<Edition> editions = book().editions();

    assertThat(Edition.FIELDS)
        .extracting(Field::toString)
        .containsExactly(
            "kind TEXT NOT NULL", "year INTEGER", "weight NUMBER", "finish TEXT", "reader OBJECT");
    assertThat(field(Edition.FIELDS, "kind").values()).containsExactly("paper", "audio");
    assertThat(field(Edition.FIELDS, "year").required()).isTrue();
    assertThat(field(Edition.FIELDS, "weight").required()).isFalse();
    assertThat(editions.stream().map(field(Edition.FIELDS, "kind")::value))
        .containsExactly("paper", "audio", "braille");
    assertThat(editions.stream().map(field(Edition.FIELDS, "year")::value))
        .containsExactly(1999L, 2001L, null);
    assertThat(editions.stream().map(field(Edition.FIELDS, "finish")::value))
        .containsExactly(null, "loud", null);
  }

  private static <M> Field<M> field(List<Field<M>> fields, String name) {
    return fields.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void showsNoSecret() throws IOException {
    assertThat(book().toString())
        .startsWith("Book[object=book, id=b1, title=null")
        .contains("key=***", "spareKey=***")
        .doesNotContain("key=k", "spareKey=s");
    assertThat(required().build().toString()).contains("key=***", "spareKey=null");
    assertThat(new Edition.Unknown("braille", "{\"password\":\"p\"}"))
        .hasToString("Edition.Unknown[braille, 16 characters]");
  }

  @Test
  void namesWhatTheBuilderLacks() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Book.builder().id("b1").build())
        .withMessage("Book: pages is required");
  }

  @Test
  void buildsACopyThatDiffersInWhatWasSet() throws IOException {
    Book copy = book().toBuilder().isbn("i").build();

    assertThat(copy).isNotEqualTo(book());
    assertThat(copy.toBuilder().isbn(null).build()).isEqualTo(book()).hasSameHashCodeAs(book());
  }

  @Test
  void keepsItsListsFromLaterChanges() throws IOException {
    List<String> tags = new ArrayList<>(List.of("a"));
    Book built = required().tags(tags).build();
    tags.add("b");

    assertThat(built.tags()).containsExactly("a");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> book().tags().add("c"));
  }

  @Test
  void checksTheLengthsOfARequest() {
    BurnRequest.Builder request = BurnRequest.builder().bookId("b").witnesses(List.of("x", "y"));

    assertThat(request.build().confirmed()).isTrue();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> request.bookId("").build())
        .withMessage("BurnRequest.book_id: at least 1 character, given 0");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> request.bookId("b").witnesses(List.of("x")).build())
        .withMessage("BurnRequest.witnesses: at least 2 items, given 1");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(
            () ->
                BurnRequestJsonAdapter.INSTANCE.fromJson(
                    "{\"book_id\":\"b\",\"reason\":\"12345678901\",\"witnesses\":[\"x\",\"y\"]}"))
        .withMessage("BurnRequest.reason: at most 10 characters, given 11");
  }

  @Test
  void readsAnObjectWithoutProperties() throws IOException {
    Moshi moshi = new Moshi.Builder().add(JsonAdapters.FACTORY).build();

    assertThat(moshi.adapter(Ashes.class).fromJson("{\"x\":1}")).isEqualTo(Ashes.builder().build());
    assertThat(Ashes.FIELDS).isEmpty();
  }

  @Test
  void isFoundByAMoshiThatKnowsNothingOfIt() throws IOException {
    JsonAdapter<BookList> found = new Moshi.Builder().build().adapter(BookList.class);

    assertThat(found.fromJson("{\"books\":[%s]}".formatted(BOOK)).books()).containsExactly(book());
  }
}
