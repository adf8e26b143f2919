package dev.roster.calcite.postpress;

import com.squareup.moshi.JsonDataException;
import dev.roster.bindings.Field;
import dev.roster.bindings.Upload;
import dev.roster.bindings.json.Adapters;
import dev.roster.calcite.procedure.Arguments;
import dev.roster.calcite.procedure.Parameter;
import dev.roster.postpress.model.EditOwnProfileRequest;
import dev.roster.postpress.model.EditOwnProfileRequestJsonAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the request of an edit out of a procedure's arguments: a JSON tree, which the generated
 * adapter reads. So the adapter checks what the spec requires, and this class knows no field.
 *
 * <p>An argument that is null is not in the tree, an empty text is.
 */
final class EditRequest {

  private final List<EditField> fields;
  private final Arguments arguments;

  EditRequest(List<EditField> fields, Arguments arguments) {
    this.fields = fields;
    this.arguments = arguments;
  }

  /**
   * Returns the request.
   *
   * @throws dev.roster.calcite.error.SqlStateException 22023 naming the argument to change
   */
  EditOwnProfileRequest build() {
    Map<String, Object> tree = new LinkedHashMap<>();
    List<EditField> given = new ArrayList<>();
    for (EditField field : fields) {
      Object value = value(field);
      if (value != null) {
        put(tree, field.path(), value);
        given.add(field);
      }
    }
    EditOwnProfileRequest request = read(tree);
    given.forEach(field -> requireTaken(field, request));
    return request;
  }

  private EditOwnProfileRequest read(Map<String, Object> tree) {
    try {
      EditOwnProfileRequest request = EditOwnProfileRequestJsonAdapter.INSTANCE.fromJsonValue(tree);
      if (request == null) {
        throw new IllegalStateException("no request in a JSON object");
      }
      return request;
    } catch (JsonDataException | IllegalArgumentException broken) {
      throw new BrokenRule(fields, arguments).of(broken);
    }
  }

  // What reads the tree skips a member that does not belong where it stands, such as the file of
  // an attachment that is a link. To send the rest would be to lose it without a word.
  private void requireTaken(EditField given, EditOwnProfileRequest request) {
    for (Field<EditOwnProfileRequest> leaf : Field.flatten(EditOwnProfileRequest.FIELDS)) {
      if (leaf.path().equals(given.path()) && leaf.value(request) == null) {
        String group = given.path().get(given.path().size() - 2);
        throw arguments.refused(
            given.parameter().name(),
            "does not go with the other arguments of " + group + "; leave it out");
      }
    }
  }

  /** Returns the value in the form that a JSON tree has, or null if it was not given. */
  private @Nullable Object value(EditField field) {
    Parameter parameter = field.parameter();
    String name = parameter.name();
    return switch (parameter.kind()) {
      case TEXT -> arguments.text(name);
      case BOOLEAN -> arguments.bool(name);
      case INTEGER -> arguments.integer(name);
      case NUMBER -> arguments.number(name);
      case INSTANT -> Adapters.INSTANT.toJsonValue(arguments.instant(name));
      case BINARY -> file(field);
      case LIST -> list(name);
      case OBJECT, ANY -> arguments.json(name, Adapters.ANY);
    };
  }

  private @Nullable Object file(EditField field) {
    Parameter fileName = field.fileName();
    if (fileName == null) {
      throw new IllegalStateException(field.parameter().name() + " has no parameter for a name");
    }
    Upload upload = arguments.upload(field.parameter().name(), fileName.name());
    return Adapters.UPLOAD.toJsonValue(upload);
  }

  private @Nullable Object list(String name) {
    List<@Nullable Object> list = arguments.json(name, Adapters.ANY_LIST);
    if (list != null && list.isEmpty()) {
      // A form repeats a name once an element: without any, nothing would be sent.
      throw arguments.refused(
          name, "must hold an element: an edit cannot send an empty list; NULL leaves it as it is");
    }
    return list;
  }

  // The maps on the way are made here and hold nothing but what this method put there.
  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> tree, List<String> path, Object value) {
    Map<String, Object> group = tree;
    for (String name : path.subList(0, path.size() - 1)) {
      group = (Map<String, Object>) group.computeIfAbsent(name, any -> new LinkedHashMap<>());
    }
    group.put(path.get(path.size() - 1), value);
  }
}
