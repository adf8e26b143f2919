package dev.roster.sandbox;

import org.jspecify.annotations.Nullable;

/** What a {@link ReceivedWrite} is about, as a provider's rules read it from a call. */
record Thing(@Nullable String account, @Nullable String target, boolean done) {}
