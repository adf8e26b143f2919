package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The sandbox as a whole: addresses, start data, size, threads. */
class SandboxTest {

  @Test
  void eachProviderHasABaseUrl() {
    try (Sandbox sandbox = Sandbox.start()) {
      URI control = sandbox.controlUrl();
      assertThat(control.getHost()).isEqualTo("127.0.0.1");
      assertThat(control.getPath()).isEqualTo("/sandbox");
      assertThat(sandbox.linkedapiUrl()).isEqualTo(control.resolve("/linkedapi"));
      assertThat(sandbox.connectsafelyUrl()).isEqualTo(control.resolve("/connectsafely/linkedin"));
      assertThat(sandbox.postpressUrl()).isEqualTo(control.resolve("/postpress/api/v1"));
    }
  }

  @Test
  void theShorterBaseUrlsWorkToo() {
    try (Sandbox sandbox = Sandbox.start()) {
      TestClient client = new TestClient(sandbox);
      Request.Builder profile = new Request.Builder().header("X-API-KEY", Sandbox.POSTPRESS_KEY);
      String root = sandbox.controlUrl().resolve("/").toString();
      Reply reply =
          client.checked(
              "ownProfile.get",
              profile.url(root + "postpress/users/me?account_id=acc_linkedin_1").build());
      assertThat(reply.status()).isEqualTo(200);
      Request invitation =
          new Request.Builder()
              .url(root + "connectsafely/organizations/105672170/follow-invitations")
              .header("Authorization", "Bearer " + Sandbox.CONNECTSAFELY_KEY)
              .post(
                  RequestBody.create(
                      "{\"profileUrns\":[\"urn:li:fsd_profile:A\"]}", TestClient.JSON))
              .build();
      assertThat(client.checked("followInvitations.send", invitation).status()).isEqualTo(200);
    }
  }

  @Test
  void aPathThatNoOperationHasIsA404ThatNamesTheBaseUrl() {
    try (Sandbox sandbox = Sandbox.start()) {
      TestClient client = new TestClient(sandbox);
      for (String path :
          List.of(
              "/postpress/v2/users/me", "/linkedapi", "/connectsafely/", "/linkedapi/admin/none")) {
        Reply reply = client.unchecked(TestClient.get(sandbox.controlUrl().resolve(path)));
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.text()).contains("Check the base URL");
      }
      assertThat(client.unchecked(TestClient.get(sandbox.controlUrl().resolve("/"))).status())
          .isEqualTo(404);
      assertThat(sandbox.requests())
          .extracting(ReceivedRequest::operation)
          .containsOnly("unknown")
          .hasSize(4);
      sandbox.clearRequests();
      assertThat(sandbox.requests()).isEmpty();
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (Sandbox sandbox = Sandbox.start()) {
      int port = sandbox.controlUrl().getPort();
      assertThatThrownBy(() -> Sandbox.start(port))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("The sandbox cannot listen on port " + port);
    }
  }

  @Test
  void theStartDataShowEveryKindOfAccount() {
    try (Sandbox sandbox = Sandbox.start()) {
      TestClient client = new TestClient(sandbox);
      JsonNode all = client.getAll();
      assertThat(all.get("accounts")).hasSize(12);
      assertThat(all.get("pendingConnectionSessions").findValuesAsText("status"))
          .containsExactly("pending", "streaming");
      for (Inventory.PostpressAccount account : sandbox.control().accounts().postpress()) {
        assertThat(client.profile(account.accountId()).status()).isEqualTo(200);
      }
    }
  }

  @Test
  void accountsOfTheSameNumberHaveTheSameProfileUrl() {
    try (Sandbox sandbox = Sandbox.start()) {
      TestClient client = new TestClient(sandbox);
      sandbox.control().reset(30);
      List<String> urls = client.getAll().get("accounts").findValuesAsText("url");
      assertThat(urls).hasSize(30).doesNotHaveDuplicates();
      List<String> profileUrls =
          IntStream.rangeClosed(1, 30)
              .mapToObj(
                  i ->
                      client
                          .profile("acc_linkedin_" + i)
                          .json()
                          .path("public_profile_url")
                          .asText())
              .toList();
      assertThat(profileUrls).isEqualTo(urls);
      assertThat(client.profile("acc_linkedin_31").status()).isEqualTo(404);
    }
  }

  @Test
  void aHundredThousandAccountsAreMadeAndListed() {
    try (Sandbox sandbox = Sandbox.start()) {
      TestClient client = new TestClient(sandbox);
      sandbox.control().reset(100_000);
      JsonNode accounts = client.getAll().get("accounts");
      assertThat(accounts).hasSize(100_000);
      assertThat(accounts.at("/99999/url").asText()).endsWith("-100000");
      assertThat(client.profile("acc_linkedin_100000").json().get("public_profile_url"))
          .isEqualTo(accounts.at("/99999/url"));
      Set<String> reconnections = new HashSet<>(accounts.findValuesAsText("reconnectionSessionId"));
      assertThat(reconnections).hasSize(100_000 / 12 * 2);
    }
  }

  @Test
  @DisplayName("Rule 5: concurrent getAll calls agree on the reconnection sessions")
  void concurrentCallsAgree() throws Exception {
    try (Sandbox sandbox = Sandbox.start()) {
      TestClient client = new TestClient(sandbox);
      sandbox.control().reset(600);
      ExecutorService threads = Executors.newFixedThreadPool(16);
      try {
        List<Callable<JsonNode>> calls = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
          calls.add(client::getAll);
        }
        Set<JsonNode> answers = new HashSet<>();
        for (Future<JsonNode> answer : threads.invokeAll(calls)) {
          answers.add(answer.get());
        }
        assertThat(answers).hasSize(1);
        assertThat(answers.iterator().next().findValuesAsText("reconnectionSessionId"))
            .hasSize(100)
            .doesNotHaveDuplicates();
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void theTestClientNoticesAnAnswerThatTheDocumentDoesNotDescribe() {
    try (Sandbox sandbox = Sandbox.start()) {
      TestClient client = new TestClient(sandbox);
      sandbox
          .control()
          .fault(Fault.on("getAll").body("{\"success\":true,\"result\":{}}", Answer.JSON));
      assertThatThrownBy(() -> client.linkedapi("getAll")).isInstanceOf(AssertionError.class);
    }
  }

  @Test
  void everyRuleHasATest() {
    Set<Integer> rules = new HashSet<>();
    Pattern rule = Pattern.compile("Rule (\\d+): .+");
    for (Class<?> tests :
        List.of(
            LinkedApiAccountRulesTest.class,
            LinkedApiSessionRulesTest.class,
            ConnectSafelyRulesTest.class,
            PostpressRulesTest.class,
            PostpressEditValidationTest.class)) {
      for (Method method : tests.getDeclaredMethods()) {
        DisplayName name = method.getAnnotation(DisplayName.class);
        Matcher matcher = rule.matcher(name == null ? "" : name.value());
        if (matcher.matches()) {
          rules.add(Integer.valueOf(matcher.group(1)));
        }
      }
    }
    assertThat(rules)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 42).boxed().toList());
  }
}
