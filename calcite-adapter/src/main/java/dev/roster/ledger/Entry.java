package dev.roster.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of a thing: a row of its table. It holds no secret.
 *
 * @param id its number; later entries have greater ones
 * @param requestKey the key of the statement that made it
 * @param itemKey the key of the thing in that statement
 * @param attempt which entry with these two keys it is, from 1: where no key was given, a thing
 *     that failed is tried again as a new entry
 * @param procedure what does it, as {@code connectsafely.send_follow_invitations}
 * @param baseUrl where its provider is
 * @param account whom it is done by or to; null if there is none, or it was left out and no answer
 *     has named it yet
 * @param target what it is done to beside the account; null if nothing
 * @param hash what tells the thing from others, see {@link Intent#hash}
 * @param arguments the arguments as a JSON object; null where they are not kept
 * @param state what became of it
 * @param answer what the provider answered, as JSON without secrets; null if nothing was
 * @param secretLeftOut whether the answer held a secret, which is not kept
 * @param error why it failed, or why its outcome is not known; null otherwise
 * @param sqlState the five characters that go with the error; null if there is none
 * @param httpStatus the status of the answer; 0 if there was none
 * @param sender the process that claimed it, as {@code process 4711 on host}; null if none did
 * @param resolved whether a person decided its outcome
 * @param plannedAt when it was recorded
 * @param sentAt when it was claimed; null if it was not
 * @param settledAt when its outcome was recorded; null if there is none yet
 */
public record Entry(
    long id,
    String requestKey,
    String itemKey,
    int attempt,
    String procedure,
    String baseUrl,
    @Nullable String account,
    @Nullable String target,
    String hash,
    @Nullable String arguments,
    EntryState state,
    @Nullable String answer,
    boolean secretLeftOut,
    @Nullable String error,
    @Nullable String sqlState,
    int httpStatus,
    @Nullable String sender,
    boolean resolved,
    Instant plannedAt,
    @Nullable Instant sentAt,
    @Nullable Instant settledAt) {}
