package dev.roster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the sandbox remembers of the things that requests asked for. */
class ReceivedWriteTest {

  private static final String COMPANY = "105672170";
  private static final String KNOWN = "urn:li:fsd_profile:A";
  private static final String OTHER = "urn:li:fsd_profile:B";

  private final Sandbox sandbox = Sandbox.start();
  private final TestClient client = new TestClient(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void eachPersonOfAnInvitationIsThere() {
    client.invite(COMPANY, KNOWN, "malformed");
    client.invite(COMPANY, KNOWN, OTHER);
    assertThat(sandbox.writes())
        .extracting(ReceivedWrite::operation, ReceivedWrite::target, ReceivedWrite::done)
        .containsExactly(
            tuple("followInvitations.send", COMPANY + " " + KNOWN, true),
            tuple("followInvitations.send", COMPANY + " malformed", false),
            tuple("followInvitations.send", COMPANY + " " + KNOWN, false),
            tuple("followInvitations.send", COMPANY + " " + OTHER, true));
  }

  @Test
  void whatIsRefusedOrCutIsThereAndNotDone() {
    client.invite("105672172", KNOWN);
    sandbox.control().fault(Fault.on("followInvitations.send").status(503));
    client.unchecked(client.invitation(COMPANY, KNOWN));
    sandbox.control().fault(Fault.on("followInvitations.send").cut(Fault.Cut.BEFORE));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> client.unchecked(client.invitation(COMPANY, KNOWN)));
    assertThat(sandbox.writes())
        .extracting(ReceivedWrite::done)
        .containsExactly(false, false, false);
  }

  @Test
  void whatIsDoneIsThereWhateverTheAnswerSays() {
    sandbox.control().fault(Fault.on("followInvitations.send").status(500).carryingOut());
    client.unchecked(client.invitation(COMPANY, KNOWN));
    sandbox.control().fault(Fault.on("followInvitations.send").cut(Fault.Cut.AFTER));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> client.unchecked(client.invitation(COMPANY, OTHER)));
    assertThat(sandbox.writes()).extracting(ReceivedWrite::done).containsExactly(true, true);
  }

  @Test
  void editsAndSessionsAreThereAndReadsAreNot() {
    client.getAll();
    client.profile("acc_linkedin_1");
    client.edit("acc_linkedin_1", "headline", "New");
    client.edit("acc_telegram_1", "headline", "New");
    String session = client.createSession();
    client.onSession("cancelConnectionSession", session);
    client.sessionStatus(session);
    assertThat(sandbox.writes())
        .extracting(ReceivedWrite::account, ReceivedWrite::target, ReceivedWrite::done)
        .containsExactly(
            tuple("acc_linkedin_1", "New", true),
            tuple("acc_telegram_1", "New", false),
            tuple(null, null, true),
            tuple(null, session, true));
  }

  @Test
  void theyAreReadOverHttpAndForgottenWithTheRequests() {
    client.edit("acc_linkedin_1", "headline", "New");
    JsonNode write = client.control("GET", "/writes", null).json().get(0);
    assertThat(write.get("operation").asText()).isEqualTo("ownProfile.edit");
    assertThat(write.get("account").asText()).isEqualTo("acc_linkedin_1");
    assertThat(write.get("target").asText()).isEqualTo("New");
    assertThat(write.get("done").asBoolean()).isTrue();
    client.control("DELETE", "/requests", null);
    assertThat(client.control("GET", "/writes", null).json()).isEmpty();
  }
}
