package dev.roster.postpress;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.Operation;
import dev.roster.bindings.http.ApiClientBuilder;
import dev.roster.bindings.http.ApiTransport;
import dev.roster.postpress.api.Operations;
import dev.roster.postpress.api.OwnProfileApi;
import dev.roster.postpress.model.EditOwnProfileRequest;
import dev.roster.postpress.model.ErrorType;
import dev.roster.postpress.model.JsonAdapters;
import dev.roster.postpress.model.OwnProfile;
import dev.roster.postpress.model.ProfileEdited;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads and edits the profile of the owner of an account that is linked in postpress. With a client
 * from {@code PostpressClient.builder().apiKey(key).build()}:
 *
 * <pre>{@code
 * OwnProfile profile = client.getOwnProfile(accountId).execute();
 * if (profile instanceof LinkedInProfile linkedIn && linkedIn.headline() == null) {
 *   AddExperience founder =
 *       AddExperience.builder().role("Founder").company("Example Works").build();
 *   EditOwnProfileRequest edit =
 *       EditOwnProfileRequest.builder()
 *           .accountId(accountId)
 *           .headline("Founder at Example Works")
 *           .experience(founder)
 *           .build();
 *   client.editOwnProfile(edit).execute();
 * }
 * }</pre>
 *
 * <p>Each method returns an {@link ApiCall}, not yet sent, with a waiting and a not waiting form:
 * {@code execute()} and {@code executeAsync()}. An edit is sent at most once. One client serves any
 * number of threads and caches nothing.
 */
public final class PostpressClient {

  private final OwnProfileApi api;

  private PostpressClient(ApiTransport transport) {
    this.api = transport.create(OwnProfileApi.class);
  }

  /** Returns a builder; the API key is all it needs. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the type of a failure of this provider, known to the spec or not, or null where the
   * answer named none.
   */
  public static @Nullable ErrorType typeOf(ApiException failure) {
    String type = failure.errorType();
    return type == null ? null : ErrorType.of(type);
  }

  /**
   * Reads the profile of an account's owner, in the shape of the account's provider: {@link
   * OwnProfile} has a variant for each of the six, and {@link OwnProfile.Unknown} with the whole
   * JSON for one that this version does not know.
   *
   * @param accountId the linked account, as postpress names it
   * @throws IllegalArgumentException if the account id is blank
   */
  public ApiCall<OwnProfile> getOwnProfile(String accountId) {
    checkAccount(Operations.GET_OWN_PROFILE, accountId);
    return api.getOwnProfile(accountId);
  }

  /**
   * Edits the LinkedIn profile of an account's owner: what the request has is changed, all else
   * stays. The request carries a random {@code Idempotency-Key}; see {@link
   * #editOwnProfile(EditOwnProfileRequest, String)}.
   *
   * <p>{@link dev.roster.postpress.model.AddExperience} and {@link
   * dev.roster.postpress.model.AddEducation} add an entry, {@link
   * dev.roster.postpress.model.EditExperience} and {@link dev.roster.postpress.model.EditEducation}
   * change the one with their id.
   *
   * @throws IllegalArgumentException if the account id is blank, or a value cannot stand in a form:
   *     an empty list, a number that is not finite
   */
  public ApiCall<ProfileEdited> editOwnProfile(EditOwnProfileRequest request) {
    return editOwnProfile(request, UUID.randomUUID().toString());
  }

  /**
   * Edits the LinkedIn profile of an account's owner, with the caller's name for this edit.
   *
   * @param idempotencyKey the same for every attempt of one edit, in printable ASCII without
   *     spaces. postpress documents no such header and is sent it as a courtesy; do not rely on it
   *     to make an edit happen only once
   * @throws IllegalArgumentException if the account id or the key is blank, the key cannot stand in
   *     a header, or a value cannot stand in a form: an empty list, a number that is not finite
   */
  public ApiCall<ProfileEdited> editOwnProfile(
      EditOwnProfileRequest request, String idempotencyKey) {
    checkAccount(Operations.EDIT_OWN_PROFILE, request.accountId());
    checkKey(idempotencyKey);
    return api.editOwnProfile(idempotencyKey, request);
  }

  private static void checkAccount(Operation operation, String accountId) {
    if (accountId.isBlank()) {
      throw refused(operation, "the account id is blank; give the id of an account in postpress");
    }
  }

  private static void checkKey(String key) {
    if (key.isEmpty() || !key.chars().allMatch(c -> c > ' ' && c <= '~')) {
      throw refused(
          Operations.EDIT_OWN_PROFILE,
          "the idempotency key is empty or has a character that no header can hold; give printable"
              + " ASCII without spaces, such as a UUID");
    }
  }

  private static IllegalArgumentException refused(Operation operation, String why) {
    return new IllegalArgumentException(operation.qualifiedName() + ": " + why);
  }

  /** Gathers what a client needs. All but the API key has a default. */
  public static final class Builder extends ApiClientBuilder<Builder> {

    private Builder() {
      super(
          Operations.BASE_URL,
          Operations.ALL,
          JsonAdapters.FACTORY,
          Operations.CREDENTIAL_HEADER,
          Operations.CREDENTIAL_PREFIX);
    }

    @Override
    protected Builder self() {
      return this;
    }

    /**
     * Sets the API key.
     *
     * @throws IllegalArgumentException if it is blank or holds a character that no header can
     */
    public Builder apiKey(String apiKey) {
      return credential(apiKey);
    }

    /**
     * Returns the client.
     *
     * @throws IllegalStateException if no API key was given
     */
    public PostpressClient build() {
      return new PostpressClient(transport());
    }
  }
}
