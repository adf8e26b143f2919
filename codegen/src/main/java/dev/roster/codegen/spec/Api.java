package dev.roster.codegen.spec;

import java.util.List;

/** The operations of one tag. */
public record Api(Place place, String tag, String description, List<Call> calls) {}
