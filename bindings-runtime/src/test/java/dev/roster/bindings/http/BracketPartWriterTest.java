package dev.roster.bindings.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.bindings.BracketParts;
import dev.roster.bindings.Upload;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;

class BracketPartWriterTest {

  /** Returns each part as its headers and its text, with {@code |} for the line ends between. */
  private static List<String> parts(BracketParts model) {
    MultipartBody form = (MultipartBody) BracketPartWriter.body(model);
    List<String> lines = new ArrayList<>();
    for (MultipartBody.Part part : form.parts()) {
      RequestBody body = part.body();
      lines.add(
          String.valueOf(part.headers()).strip().replace("\n", "|")
              + (body.contentType() == null ? "" : "|Content-Type: " + body.contentType())
              + " = "
              + text(body));
    }
    return lines;
  }

  private static String text(RequestBody body) {
    try {
      Buffer text = new Buffer();
      body.writeTo(text);
      return text.readUtf8();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aTextHasNoContentType() {
    assertThat(parts(parts -> parts.text("headline", "Grüße")))
        .containsExactly("Content-Disposition: form-data; name=\"headline\" = Grüße");
  }

  @Test
  void anEmptyTextIsAnEmptyPart() {
    assertThat(parts(parts -> parts.text("summary", "")))
        .containsExactly("Content-Disposition: form-data; name=\"summary\" = ");
  }

  @Test
  void nullsWriteNothing() {
    assertThat(
            parts(
                parts -> {
                  parts.text("a", null);
                  parts.bool("b", null);
                  parts.integer("c", null);
                  parts.number("d", null);
                  parts.file("e", null);
                  parts.texts("f", null);
                  parts.object("g", null);
                  parts.objects("h", null);
                  parts.object("i", inner -> {});
                  parts.text("last", "x");
                }))
        .containsExactly("Content-Disposition: form-data; name=\"last\" = x");
  }

  @Test
  void anEmptyListIsRefusedByName() {
    BracketParts noSkills = parts -> parts.texts("skills", List.of());
    BracketParts noTitles = parts -> parts.objects("job_title", List.of());

    assertThatThrownBy(() -> parts(parts -> parts.object("experience", noSkills)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "experience[skills]: a form cannot say that a list is empty; leave it out, which"
                + " changes nothing");
    assertThatThrownBy(() -> parts(noTitles))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("job_title: ");
  }

  @Test
  void booleansAndIntegersAreWords() {
    assertThat(
            parts(
                parts -> {
                  parts.bool("yes", true);
                  parts.bool("no", false);
                  parts.integer("most", Long.MAX_VALUE);
                }))
        .extracting(line -> line.substring(line.indexOf("name=")))
        .containsExactly(
            "name=\"yes\" = true", "name=\"no\" = false", "name=\"most\" = 9223372036854775807");
  }

  @Test
  void numbersArePlainDecimals() {
    List<Double> numbers = List.of(1.25, 1.0, 0.0, -0.0, -2.5, 100.0, 1e21, 1e-7, 0.1);

    assertThat(parts(parts -> numbers.forEach(number -> parts.number("n", number))))
        .extracting(line -> line.substring(line.indexOf(" = ") + 3))
        .containsExactly(
            "1.25", "1", "0", "0", "-2.5", "100", "1000000000000000000000", "0.0000001", "0.1");
  }

  @Test
  void whatIsNoNumberIsRefusedByName() {
    assertThatThrownBy(
            () -> parts(parts -> parts.object("corner", inner -> inner.number("x", Double.NaN))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("corner[x]: NaN is no number to send");
  }

  @Test
  void aListRepeatsItsName() {
    assertThat(parts(parts -> parts.texts("skills", List.of("development", "management"))))
        .containsExactly(
            "Content-Disposition: form-data; name=\"skills\" = development",
            "Content-Disposition: form-data; name=\"skills\" = management");
  }

  @Test
  void nestedNamesStandInBrackets() {
    BracketParts corner = parts -> parts.number("x", 1.25);
    BracketParts layout = parts -> parts.object("bottomLeft", corner);
    BracketParts settings =
        parts -> {
          parts.object("layout", layout);
          parts.texts("tags", List.of("t"));
        };

    assertThat(parts(parts -> parts.object("picture_settings", settings)))
        .containsExactly(
            "Content-Disposition: form-data; name=\"picture_settings[layout][bottomLeft][x]\""
                + " = 1.25",
            "Content-Disposition: form-data; name=\"picture_settings[tags]\" = t");
  }

  @Test
  void objectsOfAListRepeatTheirNamesInOrder() {
    List<BracketParts> titles =
        List.of(
            title -> {
              title.text("name", "Engineer");
              title.text("id", "1");
            },
            title -> {
              title.text("name", "Architect");
              title.text("id", "2");
            });

    assertThat(
            parts(parts -> parts.object("open_to_work", work -> work.objects("job_title", titles))))
        .extracting(line -> line.substring(line.indexOf("name=")))
        .containsExactly(
            "name=\"open_to_work[job_title][name]\" = Engineer",
            "name=\"open_to_work[job_title][id]\" = 1",
            "name=\"open_to_work[job_title][name]\" = Architect",
            "name=\"open_to_work[job_title][id]\" = 2");
  }

  @Test
  void aFileHasItsNameAndType() {
    Upload picture = new Upload("me.jpg", "image/jpeg", ByteString.encodeUtf8("bytes"));

    assertThat(parts(parts -> parts.object("attachment", inner -> inner.file("file", picture))))
        .containsExactly(
            "Content-Disposition: form-data; name=\"attachment[file]\"; filename=\"me.jpg\""
                + "|Content-Type: image/jpeg = bytes");
  }

  @Test
  void aFileNameIsEscapedAsBrowsersDo() {
    Upload odd = new Upload("a\"b\r\nc\\é.png", "image/png", ByteString.EMPTY);

    assertThat(parts(parts -> parts.file("file", odd)))
        .containsExactly(
            "Content-Disposition: form-data; name=\"file\"; filename=\"a%22b%0D%0Ac\\é.png\""
                + "|Content-Type: image/png = ");
  }

  @Test
  void aNameIsEscapedAsBrowsersDo() {
    assertThat(parts(parts -> parts.text("a\"\n", "x")))
        .containsExactly("Content-Disposition: form-data; name=\"a%22%0A\" = x");
  }

  @Test
  void whatIsNoMediaTypeIsRefusedByName() {
    Upload odd = new Upload("a", "jpeg", ByteString.EMPTY);

    assertThatThrownBy(() -> parts(parts -> parts.file("picture", odd)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("picture: 'jpeg' is no media type, such as image/jpeg");
  }

  @Test
  void aFormWithoutPartsIsRefused() {
    assertThatThrownBy(() -> parts(parts -> parts.text("a", null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("nothing is set, so there is nothing to send");
  }
}
