package dev.roster.codegen.spec;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Map;

/** The header that carries the credential, and what stands before the credential in it. */
public record Credential(String header, String prefix) {

  /** Reads the one scheme of a document; a client sends one credential with every call. */
  static Credential read(Place place, OpenAPI document) {
    Map<String, SecurityScheme> schemes =
        document.getComponents() == null ? null : document.getComponents().getSecuritySchemes();
    Place at = place.in("components").in("securitySchemes");
    if (schemes == null || schemes.size() != 1) {
      throw at.error("must have one scheme, the one that every operation uses");
    }
    Map.Entry<String, SecurityScheme> scheme = schemes.entrySet().iterator().next();
    List<SecurityRequirement> security = document.getSecurity();
    if (security == null
        || security.size() != 1
        || !security.get(0).keySet().equals(schemes.keySet())) {
      throw place.in("security").error("must name the one scheme " + scheme.getKey());
    }
    return read(at.in(scheme.getKey()), scheme.getValue());
  }

  private static Credential read(Place place, SecurityScheme scheme) {
    if (scheme.getType() == SecurityScheme.Type.APIKEY
        && scheme.getIn() == SecurityScheme.In.HEADER) {
      return new Credential(scheme.getName(), "");
    }
    if (scheme.getType() == SecurityScheme.Type.HTTP && "bearer".equals(scheme.getScheme())) {
      return new Credential("Authorization", "Bearer ");
    }
    throw place.error("is neither an apiKey in a header nor http bearer; only these are supported");
  }
}
