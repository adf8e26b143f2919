package dev.roster.connectsafely;

import com.squareup.moshi.Moshi;
import dev.roster.bindings.testing.ProviderServer;
import dev.roster.bindings.testing.SpecExample;
import dev.roster.connectsafely.model.FollowInvitationResult;
import dev.roster.connectsafely.model.FollowInvitationStatus;
import dev.roster.connectsafely.model.FollowInvitationsResult;
import dev.roster.connectsafely.model.JsonAdapters;
import java.util.List;

/** ConnectSafely on a port of this machine. */
final class ConnectSafelyServer extends ProviderServer<ConnectSafelyServer> {

  static final String KEY = "key_for_tests";
  static final String COMPANY = "105672170";
  static final String ACCOUNT = "696ce9e780e0483585e4e553";

  private static final Moshi MOSHI = new Moshi.Builder().add(JsonAdapters.FACTORY).build();

  ConnectSafelyServer() {
    super("/linkedin");
  }

  @Override
  protected ConnectSafelyServer self() {
    return this;
  }

  ConnectSafelyClient client() {
    return ConnectSafelyClient.builder().apiKey(KEY).baseUrl(url()).build();
  }

  /** Makes the next answer one in which each of {@code profileUrns} was invited. */
  ConnectSafelyServer invites(List<String> profileUrns) {
    return answers(
        profileUrns.stream()
            .map(
                urn ->
                    FollowInvitationResult.builder()
                        .profileUrn(urn)
                        .success(true)
                        .status(FollowInvitationStatus.SENT)
                        .build())
            .toList());
  }

  /** Makes the next answer one with {@code results}. */
  ConnectSafelyServer answers(List<FollowInvitationResult> results) {
    long invited = results.stream().filter(FollowInvitationResult::success).count();
    FollowInvitationsResult answer =
        FollowInvitationsResult.builder()
            .success(invited > 0)
            .accountId(ACCOUNT)
            .companyId(COMPANY)
            .totalRequested(results.size())
            .totalSuccessful(invited)
            .totalFailed(results.size() - invited)
            .results(results)
            .build();
    return answers(200, MOSHI.adapter(FollowInvitationsResult.class).toJson(answer));
  }

  /** Returns the text of an example, such as {@code sendFollowInvitations.200.json}. */
  static String example(String file) {
    return SpecExample.of("connectsafely", file);
  }
}
