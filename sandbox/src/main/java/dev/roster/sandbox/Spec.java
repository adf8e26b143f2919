package dev.roster.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One provider's OpenAPI document, read from the class path: its operations, error types, schemas
 * and examples.
 *
 * <p>Documents never change while the program runs, so that each is read once, when it is first
 * asked for.
 */
final class Spec {

  private static final String FOLDER = "/dev/roster/specs/";
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final Map<Provider, Spec> SPECS = new ConcurrentHashMap<>();

  // What surrounds the schemas (paths, servers, Roster's own x- extensions) is no keyword of JSON
  // Schema; without this the validator warns of each.
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getOpenApi31())
          .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
          .build();

  private final JsonNode document;
  private final List<Operation> operations;
  private final String basePath;
  private final String location;
  private final SchemaRegistry registry;
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private Spec(String provider) {
    this.document = readYaml(provider + ".yaml");
    this.operations = readOperations(document);
    this.basePath = URI.create(document.at("/servers/0/url").textValue()).getPath();
    this.location = "urn:dev.roster.specs:" + provider;
    String text = document.toString();
    this.registry =
        SchemaRegistry.withDialect(
            DIALECT,
            builder ->
                builder
                    .schemas(Map.of(location, text))
                    .schemaRegistryConfig(
                        // Messages reach answers and tests, so that they must not follow the
                        // machine's language.
                        SchemaRegistryConfig.builder()
                            .formatAssertionsEnabled(true)
                            .locale(Locale.ROOT)
                            .build()));
  }

  static Spec of(Provider provider) {
    return SPECS.computeIfAbsent(provider, p -> new Spec(p.id()));
  }

  /** The operation with this x-operation-name or operationId, of whichever provider. */
  static Operation operation(String name) {
    for (Provider provider : Provider.values()) {
      for (Operation operation : of(provider).operations) {
        if (operation.name().equals(name) || operation.id().equals(name)) {
          return operation;
        }
      }
    }
    throw new IllegalArgumentException(
        "Unknown operation \"" + name + "\". Known are " + operationNames() + ".");
  }

  /** The JSON of an example file, named as below the folder {@code examples}. */
  static JsonNode example(String name) {
    return readJson("examples/" + name);
  }

  List<Operation> operations() {
    return operations;
  }

  /** The path of the provider's own base URL, empty when it has none. */
  String basePath() {
    return basePath;
  }

  /**
   * The document's sentence for a value of a named enum, or the value itself when the document has
   * none.
   */
  String describe(String enumName, String value) {
    return document
        .path("components")
        .path("schemas")
        .path(enumName)
        .path("x-enum-descriptions")
        .path(value)
        .asText(value);
  }

  /**
   * The status of an error type, from the operation itself or, where it does not name the type,
   * from any other.
   */
  int errorStatus(Operation operation, String errorType) {
    Integer own = operation.errorStatuses().get(errorType);
    if (own != null) {
      return own;
    }
    for (Operation other : operations) {
      Integer status = other.errorStatuses().get(errorType);
      if (status != null) {
        return status;
      }
    }
    throw new NoSuchElementException("No operation documents the error type " + errorType);
  }

  /** The node at a JSON pointer, with references followed. */
  JsonNode at(String pointer) {
    return resolve(document.at(pointer));
  }

  /** The schema that a reference names, or the schema itself when it is none. */
  JsonNode resolve(JsonNode schema) {
    JsonNode resolved = schema;
    while (resolved.has("$ref")) {
      resolved = document.at(resolved.get("$ref").textValue().substring(1));
    }
    return resolved;
  }

  /**
   * What is wrong with a value by the schema at a pointer, one sentence a fault; empty when nothing
   * is.
   */
  List<String> violations(String pointer, JsonNode value) {
    Schema schema =
        schemas.computeIfAbsent(
            pointer, p -> registry.getSchema(SchemaLocation.of(location + "#" + p)));
    List<String> sentences = new ArrayList<>();
    for (Error error : schema.validate(value)) {
      sentences.add(error.getInstanceLocation() + ": " + error.getMessage());
    }
    return sentences;
  }

  private static List<String> operationNames() {
    List<String> names = new ArrayList<>();
    for (Provider provider : Provider.values()) {
      of(provider).operations.forEach(operation -> names.add(operation.name()));
    }
    return names;
  }

  private static List<Operation> readOperations(JsonNode document) {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())) {
          operations.add(Operation.read(path.getKey(), method.getKey(), method.getValue()));
        }
      }
    }
    return List.copyOf(operations);
  }

  private static JsonNode readYaml(String name) {
    try (InputStream in = open(name)) {
      return new YAMLMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The spec " + name + " cannot be read", e);
    }
  }

  private static JsonNode readJson(String name) {
    try (InputStream in = open(name)) {
      return new JsonMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("The example " + name + " cannot be read", e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = Spec.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException(
          "The class path has no " + FOLDER + name + "; it comes with roster-specs");
    }
    return in;
  }
}
