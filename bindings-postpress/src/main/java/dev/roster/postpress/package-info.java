/**
 * The client of postpress: reading and editing the profile of a linked account's owner.
 *
 * <p>Start at {@link dev.roster.postpress.PostpressClient}. What is sent and answered is generated,
 * in {@link dev.roster.postpress.model}.
 */
@NullMarked
package dev.roster.postpress;

import org.jspecify.annotations.NullMarked;
