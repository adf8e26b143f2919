package dev.roster.connectsafely.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.Operation;
import dev.roster.connectsafely.api.InvitationsApi;
import dev.roster.connectsafely.api.Operations;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example that stands beside the spec is read into its model and written again. */
class ExamplesTest {

  private static final Path EXAMPLES = Path.of("../specs/examples/connectsafely");

  private static final Moshi MOSHI = new Moshi.Builder().add(JsonAdapters.FACTORY).build();

  private static final JsonAdapter<Object> TREES = MOSHI.adapter(Object.class);

  static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void writesWhatItRead(String file) throws IOException {
    Object tree = TREES.fromJson(Files.readString(EXAMPLES.resolve(file)));
    JsonAdapter<Object> adapter = MOSHI.adapter(type(file));

    Object model = adapter.fromJson(TREES.toJson(tree));

    assertThat(TREES.fromJson(adapter.toJson(model))).isEqualTo(tree);
    assertThat(adapter.fromJson(adapter.toJson(model))).isEqualTo(model).hasSameHashCodeAs(model);
  }

  /** Returns what the example is of, by its name: {@code operation.request} or {@code .status}. */
  private static Type type(String file) {
    String id = file.substring(0, file.indexOf('.'));
    String part = file.substring(id.length() + 1);
    Method method =
        Arrays.stream(InvitationsApi.class.getMethods())
            .filter(one -> one.getName().equals(id))
            .findFirst()
            .orElseThrow();
    if (part.startsWith("request")) {
      return method.getParameterTypes()[method.getParameterCount() - 1];
    }
    if (part.matches("(4|5|default).*")) {
      return operation(id).error().model();
    }
    return ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
  }

  private static Operation operation(String id) {
    return Operations.ALL.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
