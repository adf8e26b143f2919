package dev.roster.postpress;

import static dev.roster.postpress.PostpressServer.ACCOUNT;
import static dev.roster.postpress.PostpressServer.KEY;
import static dev.roster.postpress.PostpressServer.example;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.bindings.Drift;
import dev.roster.bindings.Drift.Kind;
import dev.roster.postpress.api.Operations;
import dev.roster.postpress.model.OwnProfile;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles that differ from the spec, and what is heard of it. */
class DriftTest {

  @AutoClose private final PostpressServer server = new PostpressServer();

  private final List<Drift> heard = new CopyOnWriteArrayList<>();

  private OwnProfile read(String body) {
    server.answers(200, body);
    return PostpressClient.builder()
        .apiKey(KEY)
        .baseUrl(server.url())
        .driftListener(heard::add)
        .build()
        .getOwnProfile(ACCOUNT)
        .withJson()
        .execute()
        .model();
  }

  @ParameterizedTest
  @ValueSource(strings = {"linkedin", "telegram", "twitter", "gmail", "outlook", "imap"})
  void theDocumentedProfilesHaveNone(String provider) {
    read(example("getOwnProfile." + provider + ".json"));

    assertThat(heard).isEmpty();
  }

  @Test
  void aProviderThatTheSpecDoesNotKnowIsAValueThatItDoesNotKnow() {
    OwnProfile profile = read("{\"object\":\"AccountOwnerProfile\",\"provider\":\"MASTODON\"}");

    assertThat(profile).isInstanceOf(OwnProfile.Unknown.class);
    assertThat(heard)
        .containsExactly(
            new Drift(
                Operations.GET_OWN_PROFILE,
                Kind.UNKNOWN_VALUE,
                "/provider",
                "OwnProfile has no variant of that name",
                "string",
                1));
  }

  @Test
  void anotherValueThanTheConstantOneIsAValueThatTheSpecDoesNotKnow() {
    read(example("getOwnProfile.imap.json").replace("AccountOwnerProfile", "Owner"));

    assertThat(heard)
        .containsExactly(
            new Drift(
                Operations.GET_OWN_PROFILE,
                Kind.UNKNOWN_VALUE,
                "/object",
                "always AccountOwnerProfile",
                "string",
                1));
  }

  @Test
  void aFieldOfANestedObjectIsToldWithItsWholePlace() {
    read(
        example("getOwnProfile.linkedin.json")
            .replaceFirst("\"organizations\"\\s*:\\s*\\[\\s*\\{", "$0\"era\":1,"));

    assertThat(heard).extracting(Drift::pointer).containsExactly("/organizations/*/era");
  }
}
