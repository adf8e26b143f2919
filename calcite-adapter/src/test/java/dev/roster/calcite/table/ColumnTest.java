package dev.roster.calcite.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a column takes over from a field, and what may be changed about it. */
class ColumnTest {

  private record Person(String name, String token) {}

  private record Visit(long number, @Nullable Person guest) {}

  private static final List<Field<Person>> PERSON =
      List.of(
          Field.text("fullName", "The name.", Person::name),
          Field.text("token", "The secret.", Person::token).asSecret());

  @Test
  void anotherNameIsAllThatChanges() {
    Column<Person> column = Column.of(PERSON.get(1)).named("other");
    assertThat(column).hasToString("other VARCHAR NOT NULL");
    assertThat(column.remarks()).isEqualTo("The secret.");
    assertThat(column.value(new Person("Ada", "tok"), null, false)).isEqualTo("***");
    assertThat(column.value(new Person("Ada", "tok"), null, true)).isEqualTo("tok");
  }

  @Test
  void aPartOfARowIsReadThroughTheRow() {
    List<Column<Visit>> columns = Column.of(PERSON, Visit::guest);
    Visit visit = new Visit(1, new Person("Ada", "tok"));
    assertThat(columns).extracting(Column::name).containsExactly("full_name", "token");
    assertThat(columns)
        .extracting(column -> column.value(visit, null, false))
        .containsExactly("Ada", "***");
  }

  @Test
  void aPartThatARowDoesNotHaveIsNull() {
    List<Column<Visit>> columns = Column.of(PERSON, Visit::guest);
    assertThat(columns.get(1).value(new Visit(2, null), null, false)).isNull();
  }
}
