package dev.roster.codegen.emit;

import dev.roster.codegen.spec.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Makes Java names of the names on the wire: {@code first_name} becomes {@code firstName} and
 * {@code FIRST_NAME}. Acronyms become words.
 */
final class JavaNames {

  /** Names that a member without parameters may not have: the methods of Object and our own. */
  private static final Set<String> TAKEN_MEMBERS =
      Set.of(
          "getClass",
          "hashCode",
          "toString",
          "notify",
          "notifyAll",
          "wait",
          "clone",
          "finalize",
          "builder",
          "toBuilder");

  /** Types that generated files import or see without import; a schema must not hide them. */
  private static final Set<String> TAKEN_TYPES =
      Set.of(
          "Adapters",
          "ApiCall",
          "ApiOperation",
          "ArrayList",
          "Body",
          "Boolean",
          "BracketMultipart",
          "BracketParts",
          "Builder",
          "Class",
          "Collections",
          "DELETE",
          "Double",
          "Duration",
          "Expected",
          "ExplicitNull",
          "Field",
          "GET",
          "HEAD",
          "Header",
          "IOException",
          "Instant",
          "Instants",
          "JsonAdapter",
          "JsonAdapters",
          "JsonClass",
          "JsonReader",
          "JsonWriter",
          "Known",
          "Lengths",
          "List",
          "Long",
          "Map",
          "Moshi",
          "Nullable",
          "OPTIONS",
          "Object",
          "Objects",
          "Operation",
          "Operations",
          "Override",
          "PATCH",
          "POST",
          "PUT",
          "PartWriter",
          "Path",
          "Query",
          "RawJson",
          "Required",
          "Scalars",
          "Set",
          "String",
          "Type",
          "Unknown",
          "Upload",
          "Variants");

  private JavaNames() {}

  /** Returns the name of an accessor, setter, parameter or method. */
  static String member(Place place, String name) {
    List<String> words = words(place, name);
    StringBuilder member = new StringBuilder(words.get(0).toLowerCase(Locale.ROOT));
    words.subList(1, words.size()).forEach(word -> member.append(capital(word)));
    if (Character.isDigit(member.charAt(0))) {
      member.insert(0, '_');
    }
    String result = member.toString();
    return SourceVersion.isKeyword(result) || TAKEN_MEMBERS.contains(result)
        ? result + "_"
        : result;
  }

  /** Returns the name of a constant. */
  static String constant(Place place, String name) {
    String constant = String.join("_", words(place, name)).toUpperCase(Locale.ROOT);
    return Character.isDigit(constant.charAt(0)) ? "_" + constant : constant;
  }

  /** Returns the name of an interface for a tag. */
  static String api(Place place, String tag) {
    StringBuilder type = new StringBuilder();
    words(place, tag).forEach(word -> type.append(capital(word)));
    return type.append("Api").toString();
  }

  /** Returns a schema's name, which is taken as it is. */
  static String type(Place place, String name) {
    if (!SourceVersion.isIdentifier(name)
        || SourceVersion.isKeyword(name)
        || !Character.isUpperCase(name.charAt(0))) {
      throw place.error("is no Java class name; write it in PascalCase");
    }
    if (TAKEN_TYPES.contains(name)) {
      throw place.error("has the name of a Java type that generated code uses; rename it");
    }
    return name;
  }

  /** Locale.ROOT everywhere: in Turkish the capital of i is another letter. */
  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + word.substring(1).toLowerCase(Locale.ROOT);
  }

  /** Splits at everything that is no letter or digit, and where lower case turns to upper. */
  private static List<String> words(Place place, String name) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letterOrDigit = Character.isLetterOrDigit(c);
      if (!letterOrDigit || startsWord(name, i)) {
        if (word.length() > 0) {
          words.add(word.toString());
        }
        word.setLength(0);
      }
      if (letterOrDigit) {
        word.append(c);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    if (words.isEmpty()) {
      throw place.error("has the name '" + name + "', of which no Java name can be made");
    }
    return words;
  }

  /** Whether a capital at {@code i} starts a word: {@code avatar|Url}, {@code JSON|Value}. */
  private static boolean startsWord(String name, int i) {
    if (i == 0 || !Character.isUpperCase(name.charAt(i))) {
      return false;
    }
    return !Character.isUpperCase(name.charAt(i - 1))
        || (i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1)));
  }
}
