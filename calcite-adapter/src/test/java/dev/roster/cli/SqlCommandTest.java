package dev.roster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs on plain Calcite, so that it says something of the command and nothing of Roster's tables.
 */
class SqlCommandTest {

  private static final String URL = "jdbc:calcite:";
  private static final String ROWS =
      "select * from (values (1, true, 'a,\"b\"'), (23, false, cast(null as varchar)), (4, true, ''))"
          + " as t(x, y, z)";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return SqlCommand.run(
        List.of(args),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void writesATableWithNumbersToTheRight() {
    assertThat(run("-e", ROWS, URL)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            X  | Y     | Z
            ---+-------+------
             1 | true  | a,"b"
            23 | false | NULL
             4 | true  |
            (3 rows)
            """);
  }

  @Test
  void writesALongValueWholeAndOnOneLine() {
    String link = "https://example.com/" + "x".repeat(100);
    assertThat(run("-e", "select '" + link + "\n?' as link from (values (1))", URL)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\n" + link + " ?\n(1 row)\n");
  }

  @Test
  void writesCsvThatTellsNullFromEmpty() {
    assertThat(run("-e", ROWS, "--format", "csv", URL)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("X,Y,Z\r\n1,true,\"a,\"\"b\"\"\"\r\n23,false,\r\n4,true,\"\"\r\n");
  }

  @Test
  void writesJsonWithNumbersAndBooleansAsSuch() {
    assertThat(run("-e", ROWS, "--format", "json", URL)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            """
            [
            {"X":1,"Y":true,"Z":"a,\\"b\\""},
            {"X":23,"Y":false,"Z":null},
            {"X":4,"Y":true,"Z":""}
            ]
            """);
  }

  @Test
  void writesAnEmptyResultAsAnEmptyArray() {
    assertThat(run("-e", ROWS + " where x > 99", "--format", "JSON", URL)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("[]\n");
  }

  @Test
  void failsWithOneLineWhenAStatementFails() {
    assertThat(run("-e", "select nope", URL)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("NOPE").startsWith("roster: ");
    assertThat(out.size()).isZero();
  }

  @Test
  void echoesTheStatementsAndCommentsOfAFile(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("two.sql");
    Files.writeString(script, "-- First.\nvalues (1);\n\n-- Second.\nvalues\n  (2);\n");
    assertThat(run("-f", script.toString(), URL)).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsSubsequence("-- First.", "values (1);", "1", "-- Second.", "values\n  (2);", "2");
  }

  @Test
  void endsAStatementAtASemicolonThatIsNotInATextANameOrAComment() {
    assertThat(
            SqlScript.parse(
                    "values ('a;''b', 1); select ';' as \";x\" -- not; here\n from t /* nor; */;"
                        + " values (2)")
                .steps())
        .extracting(SqlScript.Step::text)
        .containsExactly(
            "values ('a;''b', 1)",
            "select ';' as \";x\" -- not; here\n from t /* nor; */",
            "values (2)");
  }

  @Test
  void saysHowItIsUsedWhenTheCommandLineIsWrong() {
    assertThat(run(URL)).isEqualTo(2);
    assertThat(run("-e", "values (1)", "--format", "xml")).isEqualTo(2);
    assertThat(run("-x")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(
            "no statement", "choose one of table, csv, json", "option -x", "usage: roster sql");
  }
}
