/** Sends calls: connections, credentials, time-outs, bodies and errors. */
@NullMarked
package dev.roster.bindings.http;

import org.jspecify.annotations.NullMarked;
