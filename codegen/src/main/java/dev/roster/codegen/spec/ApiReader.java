package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads the paths of a document, operation by operation. */
final class ApiReader {

  private final OpenAPI document;
  private final CallReader calls;

  ApiReader(Types types, OpenAPI document) {
    this.document = document;
    this.calls = new CallReader(types, document.getComponents());
  }

  /** Reads all operations; tags and operations keep the order of the paths. */
  List<Api> read(Place root) {
    Map<String, List<Call>> byTag = new LinkedHashMap<>();
    Place paths = root.in("paths");
    if (document.getPaths() == null || document.getPaths().isEmpty()) {
      throw paths.error("has no operation");
    }
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (method, operation) -> add(byTag, paths, path, item, method, operation)));
    List<Api> apis = new ArrayList<>();
    byTag.forEach((tag, read) -> apis.add(api(root.in("tags"), tag, read)));
    return List.copyOf(apis);
  }

  private void add(
      Map<String, List<Call>> byTag,
      Place paths,
      String path,
      PathItem item,
      PathItem.HttpMethod method,
      Operation operation) {
    Place place =
        operation.getOperationId() == null
            ? paths.in(path).in(method.name().toLowerCase(Locale.ROOT))
            : new Place(paths.file(), "operation " + operation.getOperationId());
    List<String> tags = operation.getTags();
    if (tags == null || tags.size() != 1) {
      throw place.error("must have one tag, which names its interface");
    }
    byTag
        .computeIfAbsent(tags.get(0), tag -> new ArrayList<>())
        .add(calls.read(place, path, item, method, operation));
  }

  private Api api(Place place, String name, List<Call> read) {
    List<Tag> tags = document.getTags() == null ? List.of() : document.getTags();
    Tag tag =
        tags.stream()
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> place.error("does not describe " + name));
    return new Api(
        place.in(name),
        name,
        Texts.described(place.in(name), tag.getDescription()),
        List.copyOf(read));
  }
}
