package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Map;

/**
 * One provider's spec, read whole.
 *
 * @param file the file it stands in, such as {@code specs/linkedapi.yaml}
 * @param provider the provider's id
 * @param title the provider's name
 * @param description what the API is for
 * @param baseUrl the address of the live service
 * @param credential where the credential goes
 * @param types the schemas
 * @param apis the operations by tag
 */
public record Spec(
    String file,
    String provider,
    String title,
    String description,
    String baseUrl,
    Credential credential,
    Types types,
    List<Api> apis) {

  /**
   * Reads a document whose references point into itself.
   *
   * @param file the name of its file, for messages
   * @param text what stands in the file
   * @param document the same, parsed
   * @throws SpecException if it says something that cannot become Java
   */
  public static Spec read(String file, String text, OpenAPI document) {
    Place place = new Place(file, "");
    RequiredNames.check(place, text);
    String version = document.getOpenapi();
    if (version == null || !version.startsWith("3.1")) {
      throw place.in("openapi").error("is " + version + "; the generator reads 3.1");
    }
    Place info = place.in("info");
    Types types = Types.read(place.in("components").in("schemas"), schemas(place, document));
    return new Spec(
        file,
        new Extensions(info, document.getInfo().getExtensions())
            .text("x-provider", "the provider's id, such as linkedapi"),
        document.getInfo().getTitle(),
        Texts.described(info, document.getInfo().getDescription()),
        baseUrl(place.in("servers"), document.getServers()),
        Credential.read(place, document),
        types,
        new ApiReader(types, document).read(place));
  }

  // The library declares the map without the parameter of Schema.
  @SuppressWarnings("unchecked")
  private static Map<String, Schema<?>> schemas(Place place, OpenAPI document) {
    if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
      throw place.in("components").error("has no schemas");
    }
    Map<String, ?> schemas = document.getComponents().getSchemas();
    return (Map<String, Schema<?>>) schemas;
  }

  private static String baseUrl(Place place, List<Server> servers) {
    if (servers == null || servers.size() != 1 || servers.get(0).getVariables() != null) {
      throw place.error("must have one server without variables, the default base URL");
    }
    return servers.get(0).getUrl();
  }
}
