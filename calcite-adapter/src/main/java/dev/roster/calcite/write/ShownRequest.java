package dev.roster.calcite.write;

import dev.roster.bindings.Field;
import dev.roster.calcite.requests.RequestText;
import dev.roster.calcite.table.Column;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a dry run: a request that would be sent, or a thing that would not be.
 *
 * @param number the number of the request, from 1; null for a thing that would not be sent
 * @param text the request; null for a thing that would not be sent
 * @param items how many things the request holds; 1 for a thing
 * @param itemKey the thing, or null where a request holds several
 * @param skipped why the thing would not be sent; null for a request
 */
public record ShownRequest(
    @Nullable Long number,
    @Nullable RequestText text,
    long items,
    String requestKey,
    @Nullable String itemKey,
    @Nullable String skipped) {

  /** A row, and how many requests there are. */
  public record Row(ShownRequest shown, long requests) {}

  /** The columns of a CALL in a dry run, whatever the procedure. */
  public static final List<Column<Row>> COLUMNS =
      columns(
          Field.<Row>integer(
                  "request_number",
                  "Which request it is, in the order of sending; NULL for a thing that would not be"
                      + " sent.",
                  row -> row.shown().number())
              .orNull(),
          Field.integer("request_count", "How many requests would be sent.", Row::requests),
          Field.<Row>text("method", "The HTTP method.", row -> text(row, RequestText::method))
              .orNull(),
          Field.<Row>text("url", "The whole URL.", row -> text(row, RequestText::url)).orNull(),
          Field.<Row>text(
                  "headers",
                  "The headers, each a line; secrets are masked.",
                  row -> text(row, RequestText::headers))
              .orNull(),
          Field.<Row>text(
                  "body",
                  "The body: JSON, or the parts of a form as a JSON list. Files are told by length"
                      + " and digest.",
                  row -> text(row, RequestText::body))
              .orNull(),
          Field.integer(
              "item_count", "How many things the row is about.", row -> row.shown().items()),
          Field.<Row>text(
                  "item_key",
                  "The thing, as the ledger calls it; NULL where a request does several.",
                  row -> row.shown().itemKey())
              .orNull(),
          Field.<Row>text(
                  "skipped",
                  "Why the thing would not be sent; NULL for a request.",
                  row -> row.shown().skipped())
              .orNull(),
          Field.text(
              AnswerColumns.REQUEST_KEY,
              "What would name the statement in the ledger, or does; another one each time unless"
                  + " it is given.",
              row -> row.shown().requestKey()));

  @SafeVarargs
  private static List<Column<Row>> columns(Field<Row>... fields) {
    List<Column<Row>> columns = new ArrayList<>();
    for (Field<Row> field : fields) {
      columns.add(Column.of(field));
    }
    return List.copyOf(columns);
  }

  private static @Nullable String text(
      Row row, java.util.function.Function<RequestText, @Nullable String> part) {
    RequestText text = row.shown().text();
    return text == null ? null : part.apply(text);
  }
}
