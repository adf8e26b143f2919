package dev.roster.bindings;

/** A model that can be sent as parts of a form, nested names in brackets: {@code location[id]}. */
public interface BracketParts {

  /** Writes the parts of this model, those of nested models included, in the order of the spec. */
  void writeParts(PartWriter parts);
}
