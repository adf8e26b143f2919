package dev.roster.bindings.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.roster.bindings.BracketMultipart;
import dev.roster.bindings.Operation;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example that stands beside a spec is read into its model and written again. A binding
 * extends this with what it generated.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class SpecExamplesTest {

  private final List<Operation> operations;
  private final Class<?> api;
  private final Path directory;
  private final Moshi moshi;
  private final JsonAdapter<Object> trees;

  /**
   * Makes the test of one provider.
   *
   * @param operations the provider's operations
   * @param api the interface that has them all
   * @param adapters the JSON adapters of its models
   */
  protected SpecExamplesTest(
      List<Operation> operations, Class<?> api, JsonAdapter.Factory adapters) {
    this.operations = operations;
    this.api = api;
    this.directory = Path.of("../specs/examples", operations.get(0).provider());
    this.moshi = new Moshi.Builder().add(adapters).build();
    this.trees = moshi.adapter(Object.class);
  }

  /** An example by its file's name: {@code operation.request} or {@code operation.status}. */
  private record Example(String operation, String part) {

    static Example of(String file) {
      int dot = file.indexOf('.');
      return new Example(file.substring(0, dot), file.substring(dot + 1));
    }

    boolean isRequest() {
      return part.startsWith("request");
    }

    boolean isFailure() {
      return part.matches("(4|5|default).*");
    }
  }

  List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> !isForm(Example.of(file)))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void writesWhatItRead(String file) throws IOException {
    Example example = Example.of(file);
    Object tree = payload(example, trees.fromJson(Files.readString(directory.resolve(file))));
    JsonAdapter<Object> adapter = moshi.adapter(type(example));

    Object model = adapter.fromJson(trees.toJson(tree));

    assertThat(trees.fromJson(adapter.toJson(model))).isEqualTo(tree);
    assertThat(adapter.fromJson(adapter.toJson(model))).isEqualTo(model).hasSameHashCodeAs(model);
  }

  // The examples of a form list its parts, and are no JSON of the request's model.
  private boolean isForm(Example example) {
    return example.isRequest() && body(example).isAnnotationPresent(BracketMultipart.class);
  }

  // A success is wrapped, and the models are of what is in it.
  private Object payload(Example example, Object tree) {
    Operation.Envelope envelope = operation(example).envelope();
    if (envelope == null || example.isRequest() || example.isFailure()) {
      return tree;
    }
    return Objects.requireNonNull(((Map<?, ?>) tree).get(envelope.payload()), envelope.payload());
  }

  private Type type(Example example) {
    if (example.isRequest()) {
      return body(example).getType();
    }
    if (example.isFailure()) {
      return operation(example).error().model();
    }
    return ((ParameterizedType) method(example).getGenericReturnType()).getActualTypeArguments()[0];
  }

  private Parameter body(Example example) {
    Parameter[] parameters = method(example).getParameters();
    return parameters[parameters.length - 1];
  }

  private Method method(Example example) {
    return Arrays.stream(api.getMethods())
        .filter(method -> method.getName().equals(example.operation()))
        .findFirst()
        .orElseThrow();
  }

  private Operation operation(Example example) {
    return operations.stream()
        .filter(operation -> operation.id().equals(example.operation()))
        .findFirst()
        .orElseThrow();
  }
}
