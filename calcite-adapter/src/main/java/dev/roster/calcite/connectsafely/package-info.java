/**
 * The schema {@code connectsafely}: invitations to follow a company page. {@link
 * dev.roster.calcite.connectsafely.ConnectSafely} lists what it has.
 */
@NullMarked
package dev.roster.calcite.connectsafely;

import org.jspecify.annotations.NullMarked;
