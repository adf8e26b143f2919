package dev.roster.jdbc.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Texts and bytes as large objects. */
class LargeObjectTest {

  @Test
  void aClobIsReadInParts() throws SQLException, IOException {
    Clob clob = new TextClob("größer");
    assertThat(clob.length()).isEqualTo(6);
    assertThat(clob.getSubString(1, 3)).isEqualTo("grö");
    assertThat(clob.getSubString(4, 99)).isEqualTo("ßer");
    assertThat(clob.getSubString(7, 1)).isEmpty();
    assertThat(clob.getCharacterStream().read()).isEqualTo('g');
    assertThat(clob.getCharacterStream(3, 1).read()).isEqualTo('ö');
    assertThat(clob.getAsciiStream().readAllBytes()).asString().isEqualTo("gr??er");
    assertThat(clob.position("er", 1)).isEqualTo(5);
    assertThat(clob.position("er", 6)).isEqualTo(-1);
    assertThat(clob.position(new TextClob("r"), 2)).isEqualTo(2);
    assertThat(Read.failure(() -> clob.getSubString(0, 1))).startsWith("22023 clob:");
    assertThat(Read.failure(() -> clob.getSubString(8, 1))).startsWith("22023 clob:");
    assertThat(Read.failure(() -> clob.getSubString(1, -1))).startsWith("22023 clob:");
  }

  @Test
  void aBlobIsReadInParts() throws SQLException, IOException {
    byte[] bytes = {1, 2, 3, 1, 2};
    Blob blob = new BytesBlob(bytes);
    assertThat(blob.length()).isEqualTo(5);
    assertThat(blob.getBytes(1, 2)).containsExactly(1, 2);
    assertThat(blob.getBytes(4, 9)).containsExactly(1, 2);
    assertThat(blob.getBinaryStream().readAllBytes()).isEqualTo(bytes);
    assertThat(blob.getBinaryStream(2, 2).readAllBytes()).containsExactly(2, 3);
    assertThat(blob.position(new byte[] {1, 2}, 1)).isEqualTo(1);
    assertThat(blob.position(new byte[] {1, 2}, 2)).isEqualTo(4);
    assertThat(blob.position(new BytesBlob(new byte[] {9}), 1)).isEqualTo(-1);
    assertThat(Read.failure(() -> blob.getBytes(0, 1))).startsWith("22023 blob:");
  }

  @Test
  void theyCannotBeChangedAndAreGoneWhenFreed() throws SQLException {
    Clob clob = new TextClob("a");
    Blob blob = new BytesBlob(new byte[1]);
    for (Read.Reading change :
        List.<Read.Reading>of(
            () -> clob.setString(1, "b"),
            () -> clob.setString(1, "b", 0, 1),
            () -> clob.setAsciiStream(1),
            () -> clob.setCharacterStream(1),
            () -> blob.setBytes(1, new byte[1]),
            () -> blob.setBytes(1, new byte[1], 0, 1),
            () -> blob.setBinaryStream(1))) {
      assertThat(Read.failure(change)).startsWith("0A000 ").contains("it cannot be changed.");
    }
    clob.free();
    blob.free();
    assertThat(Read.failure(clob::length)).startsWith("08003 clob: it was freed.");
    assertThat(Read.failure(clob::getAsciiStream)).startsWith("08003 clob: it was freed.");
    assertThat(Read.failure(blob::length)).startsWith("08003 blob: it was freed.");
    assertThat(Read.failure(blob::getBinaryStream)).startsWith("08003 blob: it was freed.");
  }
}
