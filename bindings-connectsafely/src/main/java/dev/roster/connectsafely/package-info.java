/**
 * The client of ConnectSafely: invitations to follow a company page on LinkedIn.
 *
 * <p>Start at {@link dev.roster.connectsafely.ConnectSafelyClient}. What is sent and answered is
 * generated, in {@link dev.roster.connectsafely.model}.
 */
@NullMarked
package dev.roster.connectsafely;

import org.jspecify.annotations.NullMarked;
