package dev.roster.specs;

/** Something that every document must keep. */
@FunctionalInterface
interface Rule {

  /** Reports each place that breaks the rule. Never fails on a document that breaks other rules. */
  void check(SpecDocument document, Faults faults);
}
