package dev.roster.connectsafely;

import dev.roster.bindings.ApiCall;
import dev.roster.bindings.Operation;
import dev.roster.bindings.http.ApiClientBuilder;
import dev.roster.bindings.http.ApiTransport;
import dev.roster.connectsafely.api.InvitationsApi;
import dev.roster.connectsafely.api.Operations;
import dev.roster.connectsafely.model.FollowInvitationsRequest;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import dev.roster.connectsafely.model.JsonAdapters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Invites people to follow a company page on LinkedIn, through ConnectSafely. With a client from
 * {@code ConnectSafelyClient.builder().apiKey(key).build()}:
 *
 * <pre>{@code
 * InvitationReport report = client.inviteAll("105672170", profileUrns).execute();
 * for (Invitation failed : report.failures()) {
 *   problems.add(failed.profileUrn() + ": " + failed.error());
 * }
 * }</pre>
 *
 * <p>An invitation cannot be taken back and may go out twice when it is sent twice, so nothing here
 * is ever sent again by itself. One client serves any number of threads.
 */
public final class ConnectSafelyClient {

  private static final Operation SEND = Operations.SEND_FOLLOW_INVITATIONS;

  /** What the provider takes in one request; the request model refuses more. */
  static final int MOST_IN_A_REQUEST = 50;

  private final InvitationsApi invitations;

  private ConnectSafelyClient(ApiTransport transport) {
    this.invitations = transport.create(InvitationsApi.class);
  }

  /** Returns a builder that needs an API key; all else has a default. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a call that invites at most 50 people in one request. {@link #inviteAll} takes any
   * number of them.
   *
   * <p>An answer whose {@code success} is false, because every invitation failed, is a result like
   * any other and no exception; {@link InvitationReport#of} tells what failed, and its {@link
   * InvitationReport#orThrow} is the strict form. A malformed URN and one that is given twice are
   * sent as they are: they fail by themselves, not the whole request.
   *
   * @param companyId the company's LinkedIn id in digits, such as 105672170; it goes into the path,
   *     and the request's own copy of it is not sent
   * @throws IllegalArgumentException if the company id is no number, the account id is blank, or
   *     there is nobody to invite
   */
  public ApiCall<FollowInvitationsResult> sendFollowInvitations(
      String companyId, FollowInvitationsRequest request) {
    checkCompany(companyId);
    checkAccount(request.accountId());
    checkSomebody(request.profileUrns());
    return invitations.sendFollowInvitations(
        companyId, request.toBuilder().companyId(null).build());
  }

  /**
   * Returns what {@link #inviteAll(String, List, String)} does in the name of the default account.
   */
  public InvitationBatch inviteAll(String companyId, List<String> profileUrns) {
    return inviteAll(companyId, profileUrns, null);
  }

  /**
   * Returns a batch that invites any number of people, in as many requests as it takes, 50 people
   * in each but the last. Nothing is sent yet.
   *
   * @param companyId the company's LinkedIn id in digits, such as 105672170
   * @param profileUrns the URNs of the people's profiles; malformed and repeated ones are sent as
   *     they are and fail by themselves
   * @param accountId the provider's id of the LinkedIn account that invites, or null for the
   *     workspace's default account
   * @throws IllegalArgumentException if the company id is no number, the account id is blank, or
   *     there is nobody to invite
   */
  public InvitationBatch inviteAll(
      String companyId, List<String> profileUrns, @Nullable String accountId) {
    checkCompany(companyId);
    checkAccount(accountId);
    checkSomebody(profileUrns);
    return new InvitationBatch(
        companyId,
        accountId,
        List.copyOf(profileUrns),
        request -> sendFollowInvitations(companyId, request));
  }

  private static void checkCompany(String companyId) {
    // Not Character.isDigit: it takes the digits of every script.
    boolean digits = companyId.chars().allMatch(c -> c >= '0' && c <= '9');
    if (companyId.isEmpty() || !digits) {
      throw refused(
          "the company id '"
              + companyId
              + "' is no number; give the last part of the organization's URN, such as 105672170");
    }
  }

  // It would not be a mistake to the provider, which then invites in the name of another account.
  private static void checkAccount(@Nullable String accountId) {
    if (accountId != null && accountId.isBlank()) {
      throw refused("the account id is blank; leave it out for the workspace's default account");
    }
  }

  private static void checkSomebody(List<String> profileUrns) {
    if (profileUrns.isEmpty()) {
      throw refused("there is nobody to invite; give at least one profile URN");
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException(SEND.qualifiedName() + ": " + why);
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
     * Sets the workspace's API key, without {@code Bearer}.
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
    public ConnectSafelyClient build() {
      return new ConnectSafelyClient(transport());
    }
  }
}
