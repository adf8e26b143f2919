package dev.roster.calcite.postpress;

import dev.roster.calcite.error.SqlStateException;
import dev.roster.calcite.procedure.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Says which argument broke a rule of the spec. The generated code that checks the rules knows
 * paths in the request ({@code $.experience.attachment}) and properties of models ({@code
 * EditLocation.postal_code}); who writes SQL knows the arguments.
 */
final class BrokenRule {

  // Required value 'url' missing at $.experience.attachment
  private static final Pattern MISSING =
      Pattern.compile("Required value '([^']+)' missing at \\$(\\S*)");
  // Expected STRING but was {}, ..., at path $.skills[0]; Required value missing at $.skills[0]
  private static final Pattern AT_PATH = Pattern.compile("(?:at|at path|before) \\$(\\S+)");
  // EditLocation.postal_code: at most 5 characters, given 6
  private static final Pattern OF_PROPERTY = Pattern.compile("\\w+\\.(\\w+): (.+)", Pattern.DOTALL);

  private final List<EditField> fields;
  private final Arguments arguments;

  BrokenRule(List<EditField> fields, Arguments arguments) {
    this.fields = fields;
    this.arguments = arguments;
  }

  /** Returns the failure to throw instead of what the generated code threw: 22023. */
  SqlStateException of(RuntimeException broken) {
    String message = Objects.toString(broken.getMessage(), broken.toString());
    Matcher property = OF_PROPERTY.matcher(message);
    if (property.matches()) {
      return refused(named(property.group(1)), "must have " + property.group(2));
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.find()) {
      List<String> group = path(missing.group(2));
      List<String> path = new ArrayList<>(group);
      path.add(missing.group(1));
      List<EditField> absent = fields.stream().filter(field -> field.isWithin(path)).toList();
      if (!absent.isEmpty()) {
        String incomplete = group.get(group.size() - 1);
        return refused(absent, "must be given: " + incomplete + " is incomplete without it");
      }
    }
    Matcher at = AT_PATH.matcher(message);
    List<String> path = at.find() ? path(at.group(1)) : List.of();
    return refused(
        fields.stream().filter(field -> field.isOrContains(path)).toList(),
        "is not what the provider takes: " + message);
  }

  private SqlStateException refused(List<EditField> broken, String rule) {
    // A rule that cannot be placed is told all the same, about the arguments as a whole.
    return arguments.refused(
        broken.isEmpty()
            ? "list"
            : broken.stream()
                .map(field -> field.parameter().name())
                .collect(Collectors.joining(" or ")),
        rule);
  }

  private List<EditField> named(String property) {
    return fields.stream()
        .filter(field -> field.path().get(field.path().size() - 1).equals(property))
        .toList();
  }

  private static List<String> path(String dotted) {
    return Arrays.stream(dotted.replaceAll("\\[\\d+]", "").split("\\.", -1))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
