package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Api;
import dev.roster.codegen.spec.Place;
import dev.roster.codegen.spec.Spec;
import dev.roster.codegen.spec.Type;
import dev.roster.codegen.spec.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The views of a spec, which its templates print.
 *
 * @param types by schema: under the keys {@code object}, {@code union} and {@code enumeration} one
 *     view and twice false
 * @param apis by class name
 * @param operations of all tags
 */
public record Views(
    Map<String, Map<String, Object>> types, Map<String, Object> apis, Object operations) {

  /**
   * Makes all views, so that whatever cannot be written is refused before the first file is.
   *
   * @throws dev.roster.codegen.spec.SpecException if names of the spec give no Java names, or equal
   *     ones
   */
  public static Views of(Spec spec, String modelPackage) {
    Usage usage = new Usage(spec);
    Map<String, Map<String, Object>> types = new LinkedHashMap<>();
    Map<String, String> files = new HashMap<>();
    for (Type type : spec.types().types().values()) {
      types.put(type.name(), view(type, usage));
      checkFile(files, type.place(), type.name());
      checkFile(files, type.place(), type.name() + "JsonAdapter");
    }
    Map<String, Object> apis = new LinkedHashMap<>();
    List<String> names = new ArrayList<>();
    for (Api api : spec.apis()) {
      ApiView view = ApiView.of(api, modelPackage);
      apis.put(view.name(), view);
      if (names.contains(view.name().toLowerCase(Locale.ROOT))) {
        throw api.place().error("has the Java name " + view.name() + " of another tag");
      }
      names.add(view.name().toLowerCase(Locale.ROOT));
    }
    return new Views(types, apis, OperationsView.of(spec, modelPackage));
  }

  private static Map<String, Object> view(Type type, Usage usage) {
    if (type instanceof Type.ObjectType object) {
      return of(ObjectView.of(object, usage), false, false);
    }
    if (type instanceof Type.UnionType union) {
      return of(false, UnionView.of(union, usage), false);
    }
    return of(false, false, EnumView.of((Type.EnumType) type));
  }

  private static Map<String, Object> of(Object object, Object union, Object enumeration) {
    return Map.of("object", object, "union", union, "enumeration", enumeration);
  }

  /** Returns the views of the schema of that name. */
  public Map<String, Object> type(String name) {
    return Objects.requireNonNull(types.get(name), name);
  }

  /** Some file systems do not tell capitals from small letters. */
  private static void checkFile(Map<String, String> files, Place place, String name) {
    String other = files.put(name.toLowerCase(Locale.ROOT), name);
    if (other != null) {
      throw place.error("would be written to the file of " + other + "; rename one of them");
    }
  }

  /** Returns the class name of a tag's interface. */
  public static String apiName(String tag) {
    return JavaNames.api(new Place("", "tags"), tag);
  }

  /** Returns sentences of a spec as a Javadoc comment of a package. */
  public static String packageDoc(String text) {
    return Javadoc.of(text).indented(0);
  }
}
