package dev.roster.codegen.spec;

import org.jspecify.annotations.Nullable;

/** How short and how long a text may be in characters, or a list in items. Null: no limit. */
public record Limits(@Nullable Integer least, @Nullable Integer most) {

  /** No limit at either end. */
  public static final Limits NONE = new Limits(null, null);
}
