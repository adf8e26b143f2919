package dev.roster.codegen;

import dev.roster.codegen.spec.Api;
import dev.roster.codegen.spec.Spec;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

/**
 * Cuts a document down to what the OpenAPI Generator needs to know of it: one schema a model, one
 * operation an interface. It then asks for each file, and nothing of its own reading of the
 * document, which knows no 3.1 nullability, sorts variants and merges schemas, gets between.
 */
final class Outline {

  private Outline() {}

  static void cut(OpenAPI document, Spec spec) {
    document.setSecurity(null);
    document.setComponents(new Components());
    // An object without properties would count as free-form and get no file.
    spec.types()
        .types()
        .keySet()
        .forEach(
            name ->
                document
                    .getComponents()
                    .addSchemas(
                        name, new ObjectSchema().addProperty("outline", new StringSchema())));
    document.setPaths(new Paths());
    for (Api api : spec.apis()) {
      document.getPaths().addPathItem("/" + api.tag(), new PathItem().get(operation(api)));
    }
  }

  private static Operation operation(Api api) {
    return new Operation()
        .operationId("outline" + api.tag())
        .addTagsItem(api.tag())
        .responses(
            new ApiResponses()
                .addApiResponse("200", new ApiResponse().description("Stands for the tag.")));
  }
}
