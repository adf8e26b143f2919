package dev.roster.specs;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.util.Locale;

/**
 * The document is what OpenAPI 3.1 allows: the official JSON Schema of the format, together with
 * the one of its schema objects.
 */
final class MetaSchemaRule {

  /** The JSON Schema of a whole document; the copy of it lies in the jar of openapi-parser. */
  private static final String OPENAPI_3_1 =
      "https://spec.openapis.org/oas/3.1/schema-base/2025-09-15";

  private static final Schema SCHEMA =
      SchemaRegistry.withDialect(
              Dialects.getDraft202012(),
              registry ->
                  registry
                      .schemaIdResolvers(
                          ids ->
                              ids.mapPrefix("https://spec.openapis.org/oas/", "classpath:openapi/"))
                      .schemaRegistryConfig(
                          SchemaRegistryConfig.builder().locale(Locale.ENGLISH).build()))
          .getSchema(SchemaLocation.of(OPENAPI_3_1));

  private MetaSchemaRule() {}

  static void conformsToOpenApi(SpecDocument document, Faults faults) {
    for (Error error : SCHEMA.validate(document.root().node())) {
      faults.addIn(
          document.file(),
          error.getInstanceLocation().toString(),
          "is not OpenAPI 3.1: " + error.getMessage());
    }
  }
}
