package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import okhttp3.Headers;
import okio.Buffer;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reading of multipart bodies, written by hand here so that no client's habits are taken for
 * the standard.
 */
class MultipartFormTest {

  private static final String TYPE = "multipart/form-data; boundary=xyz";

  @Test
  void textsAndFilesAreTold() {
    List<FormPart> parts =
        read(
            TYPE,
            """
            --xyz
            Content-Disposition: form-data; name="location[id]"

            105015875
            --xyz
            Content-Type: image/jpeg
            Content-Disposition: form-data; name="picture"; filename="me.jpg"

            binary
            --xyz--
            """);
    assertThat(parts)
        .containsExactly(
            new FormPart("location[id]", null, ByteString.encodeUtf8("105015875")),
            new FormPart("picture", "me.jpg", ByteString.encodeUtf8("binary")));
  }

  @Test
  void lineBreaksAndDashesBelongToTheContent() {
    ByteString content =
        ByteString.of(new byte[] {13, 10, 45, 45, 0, -1, 13, 10, 13, 10, 45, 45, 120});
    Buffer body =
        new Buffer()
            .writeUtf8(
                "--xyz\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\"\r\n\r\n")
            .write(content)
            .writeUtf8("\r\n--xyz--");
    assertThat(MultipartForm.read(call(TYPE, body.readByteString()), MultipartFormTest::refuse))
        .containsExactly(new FormPart("a", "b", content));
  }

  @Test
  void emptyContentAndAnEmptyFormAreRead() {
    assertThat(read(TYPE, "--xyz\ncontent-disposition: form-data; name=\"a\"\n\n\n--xyz--\n"))
        .containsExactly(new FormPart("a", null, ByteString.EMPTY));
    assertThat(read(TYPE, "--xyz--\n")).isEmpty();
  }

  @Test
  void quotedNamesAndBoundariesAreRead() {
    assertThat(
            read(
                "multipart/form-data; charset=utf-8; boundary=\"a b\"",
                "--a b\nContent-Disposition: form-data; name=\"x\\\"y\"; filename=\"%22ü\"\n\nv\n--a b--\n"))
        .containsExactly(new FormPart("x\"y", "\"ü", ByteString.encodeUtf8("v")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "something else",
        "--xyz\n",
        "--xyz\nContent-Disposition: form-data; name=\"a\"\n\nno end",
        "--xyz\nContent-Disposition: form-data\n\nno name\n--xyz--",
        "--xyz\nContent-Type: text/plain\n\nno disposition\n--xyz--",
        "--xyz\nContent-Disposition: attachment; name=\"a\"\n\nno form data\n--xyz--",
        "--xyzContent-Disposition: form-data; name=\"a\"\n\nno break\n--xyz--"
      })
  void brokenBodiesAreRefused(String body) {
    assertThatThrownBy(() -> read(TYPE, body)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"multipart/form-data", "multipart/mixed; boundary=xyz", "application/json"})
  void otherContentTypesAreRefused(String contentType) {
    assertThatThrownBy(() -> read(contentType, "--xyz--\n")).isInstanceOf(Refusal.class);
  }

  /**
   * Reads a body whose line breaks are written as in Java, for they are two characters on the wire.
   */
  private static List<FormPart> read(String contentType, String body) {
    return MultipartForm.read(
        call(contentType, ByteString.encodeUtf8(body.replace("\n", "\r\n"))),
        MultipartFormTest::refuse);
  }

  private static Call call(String contentType, ByteString body) {
    return new Call(
        Spec.operation("ownProfile.edit"),
        Map.of(),
        Map.of(),
        Headers.of("Content-Type", contentType),
        body);
  }

  private static Refusal refuse(String detail) {
    return Refusal.type("errors/unprocessable_entity", detail);
  }
}
