package dev.roster.calcite.statement;

/**
 * A tag of a read whose answer is not to be kept for later statements, because it is about
 * something that changes while one looks at it.
 */
public enum Unkept {
  /** The tag. */
  TAG
}
