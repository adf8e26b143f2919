package dev.roster.jdbc;

import static dev.roster.jdbc.MetaDataTexts.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the metadata tells of procedures, which are functions too. */
class MetaDataRoutinesTest {

  private Roster roster;
  private DatabaseMetaData metaData;

  @BeforeEach
  void open() throws SQLException {
    roster = Roster.reading();
    metaData = roster.connection.getMetaData();
  }

  @AfterEach
  void nobodyWasAsked() throws SQLException {
    assertThat(roster.requests()).isEmpty();
    roster.close();
  }

  @Test
  void proceduresAreListedWithTheirParametersAndColumns() throws SQLException {
    assertThat(
            texts(
                metaData.getProcedures(null, null, "SEND%"),
                "PROCEDURE_CAT",
                "PROCEDURE_SCHEM",
                "PROCEDURE_NAME",
                "PROCEDURE_TYPE",
                "SPECIFIC_NAME",
                "REMARKS"))
        .containsExactly(
            "null|fake|send|2|send|send at length",
            "null|fake|send_list|2|send_list|send at length");
    assertThat(
            texts(
                metaData.getProcedureColumns(null, "fake", "send", null),
                "COLUMN_NAME",
                "COLUMN_TYPE",
                "DATA_TYPE",
                "TYPE_NAME",
                "IS_NULLABLE",
                "NULLABLE",
                "COLUMN_DEF",
                "ORDINAL_POSITION",
                "REMARKS"))
        .containsExactly(
            "target|1|12|VARCHAR|NO|0|null|1|to whom",
            "times|1|-5|BIGINT|YES|1|NULL|2|how often",
            "kind|1|12|VARCHAR|YES|1|NULL|3|how",
            "request_key|1|12|VARCHAR|YES|1|NULL|4|What names this write in roster.ledger, at most"
                + " 255 characters. Given again, it answers with what is recorded and sends"
                + " nothing. Without it the write gets a fresh one.",
            "what|3|12|VARCHAR|YES|1|null|1|What was done.",
            "token|3|12|VARCHAR|YES|1|null|2|A new secret.",
            "request_key|3|12|VARCHAR|NO|0|null|3|What names this write in roster.ledger. Given"
                + " again, it answers with what is recorded and sends nothing.");
  }

  @Test
  void parametersHaveSizes() throws SQLException {
    assertThat(
            texts(
                metaData.getProcedureColumns(null, "fake", "send", "t%"),
                "COLUMN_NAME",
                "PRECISION",
                "LENGTH",
                "SCALE",
                "RADIX",
                "CHAR_OCTET_LENGTH"))
        .containsExactly(
            "target|65536|262144|null|null|262144",
            "times|19|8|0|10|null",
            "token|65536|262144|null|null|262144");
  }

  @Test
  void aNullDefaultIsTheWordAndNoDefaultIsNull() throws SQLException {
    try (ResultSet rows = metaData.getProcedureColumns("", "fake", "send", "t_me%")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("COLUMN_DEF")).isEqualTo("NULL");
      assertThat(rows.getShort("COLUMN_TYPE")).isEqualTo((short) 1);
      assertThat(rows.next()).isFalse();
    }
    try (ResultSet rows = metaData.getProcedureColumns("", "fake", "send", "target")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString("COLUMN_DEF")).isNull();
    }
  }

  @Test
  void eachProcedureIsATableFunction() throws SQLException {
    List<String> procedures = texts(metaData.getProcedures(null, null, null), "PROCEDURE_NAME");
    assertThat(texts(metaData.getFunctions(null, null, null), "FUNCTION_NAME"))
        .isEqualTo(procedures);
    assertThat(
            texts(
                metaData.getFunctions(null, "FAKE", "one"),
                "FUNCTION_SCHEM",
                "FUNCTION_TYPE",
                "SPECIFIC_NAME",
                "REMARKS"))
        .containsExactly("fake|2|one|send at length");
    assertThat(
            texts(
                metaData.getFunctionColumns(null, "fake", "one", "%"),
                "COLUMN_NAME",
                "COLUMN_TYPE",
                "TYPE_NAME",
                "IS_NULLABLE",
                "ORDINAL_POSITION"))
        .containsExactly(
            "target|1|VARCHAR|NO|1",
            "request_key|1|VARCHAR|YES|2",
            "what|5|VARCHAR|YES|1",
            "request_key|5|VARCHAR|NO|2");
  }

  @Test
  void anEscapedNameIsFound() throws SQLException {
    assertThat(texts(metaData.getProcedures(null, "fake", "send\\_list"), "PROCEDURE_NAME"))
        .containsExactly("send_list");
    assertThat(texts(metaData.getFunctions(null, "fake", "wait\\_for%"), "FUNCTION_NAME"))
        .containsExactly("wait_for_it");
    assertThat(metaData.getProcedures("catalog", "fake", "send").next()).isFalse();
    assertThat(metaData.getFunctions(null, "", "send").next()).isFalse();
  }
}
