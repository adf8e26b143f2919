package dev.roster.bindings.http;

import dev.roster.bindings.BracketParts;
import dev.roster.bindings.PartWriter;
import dev.roster.bindings.Upload;
import java.math.BigDecimal;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Writes parts of {@code multipart/form-data} with nested names in brackets:
 *
 * <pre>
 * parts.object("location", location)   →   location[id], location[postal_code]
 * parts.texts("skills", skills)        →   skills, skills
 * </pre>
 *
 * <p>A text part has no Content-Type, as in a browser's form; quotes and line ends in names are
 * percent-escaped as browsers do it. An empty list is refused: the notation has no word for it, and
 * a caller who wants to empty something must not see it stay as it was without an error.
 */
final class BracketPartWriter implements PartWriter {

  private final MultipartBody.Builder form;
  private final @Nullable String parent;

  private BracketPartWriter(MultipartBody.Builder form, @Nullable String parent) {
    this.form = form;
    this.parent = parent;
  }

  /**
   * Returns {@code model} as a form.
   *
   * @throws IllegalArgumentException if a value cannot be written, or if there is none at all
   */
  static RequestBody body(BracketParts model) {
    MultipartBody.Builder form = new MultipartBody.Builder().setType(MultipartBody.FORM);
    model.writeParts(new BracketPartWriter(form, null));
    try {
      return form.build();
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(
          model.getClass().getSimpleName() + ": nothing is set, so there is nothing to send", e);
    }
  }

  private String whole(String name) {
    return parent == null ? name : parent + "[" + name + "]";
  }

  @Override
  public void text(String name, @Nullable String value) {
    if (value != null) {
      form.addFormDataPart(whole(name), value);
    }
  }

  @Override
  public void bool(String name, @Nullable Boolean value) {
    text(name, value == null ? null : value.toString());
  }

  @Override
  public void integer(String name, @Nullable Long value) {
    text(name, value == null ? null : value.toString());
  }

  @Override
  public void number(String name, @Nullable Double value) {
    if (value == null) {
      return;
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(whole(name) + ": " + value + " is no number to send");
    }
    text(name, BigDecimal.valueOf(value).stripTrailingZeros().toPlainString());
  }

  @Override
  public void file(String name, @Nullable Upload value) {
    if (value == null) {
      return;
    }
    MediaType type = MediaType.parse(value.contentType());
    if (type == null) {
      throw new IllegalArgumentException(
          whole(name) + ": '" + value.contentType() + "' is no media type, such as image/jpeg");
    }
    form.addFormDataPart(whole(name), value.fileName(), RequestBody.create(value.content(), type));
  }

  @Override
  public void texts(String name, @Nullable List<String> values) {
    checkNotEmpty(name, values);
    if (values != null) {
      values.forEach(value -> text(name, value));
    }
  }

  @Override
  public void object(String name, @Nullable BracketParts value) {
    if (value != null) {
      value.writeParts(new BracketPartWriter(form, whole(name)));
    }
  }

  @Override
  public void objects(String name, @Nullable List<? extends BracketParts> values) {
    checkNotEmpty(name, values);
    if (values != null) {
      values.forEach(value -> object(name, value));
    }
  }

  private void checkNotEmpty(String name, @Nullable List<?> values) {
    if (values != null && values.isEmpty()) {
      throw new IllegalArgumentException(
          whole(name)
              + ": a form cannot say that a list is empty; leave it out, which changes nothing");
    }
  }
}
