package dev.roster.codegen.spec;

import org.jspecify.annotations.Nullable;

/**
 * A property of an object.
 *
 * @param place where the spec has it
 * @param name its name on the wire
 * @param shape what it holds
 * @param description one or two sentences
 * @param required whether it must be there
 * @param nullable whether it may be there and null
 * @param secret whether it holds a credential ({@code format: password})
 * @param constant its only value, a {@link String} or a {@link Boolean}, or null if it varies
 * @param limits the lengths it may have
 */
public record Property(
    Place place,
    String name,
    Shape shape,
    String description,
    boolean required,
    boolean nullable,
    boolean secret,
    @Nullable Object constant,
    Limits limits) {

  /** Returns whether the Java value may be null: an optional property, or one that allows null. */
  public boolean mayBeNull() {
    return constant == null && (!required || nullable);
  }
}
