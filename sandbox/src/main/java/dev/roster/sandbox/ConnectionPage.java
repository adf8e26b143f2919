package dev.roster.sandbox;

import java.util.List;
import java.util.Map;

/**
 * The page behind a connection link, below {@code /connection}. A person plays the log-in there:
 * each button moves the session to another status.
 */
final class ConnectionPage {

  private final Control control;

  ConnectionPage(Control control) {
    this.control = control;
  }

  Answer answer(String method, Target target, String body) {
    List<String> segments = target.segments();
    if (segments.size() != 1) {
      return notFound();
    }
    String sessionId = segments.get(0);
    SessionStatus status;
    try {
      status = SessionStatus.of(control.sessionStatus(sessionId));
    } catch (IllegalArgumentException e) {
      return notFound();
    }
    if (method.equals("POST")) {
      return move(sessionId, Target.form(body));
    }
    return Answer.text(200, Answer.HTML, page(sessionId, status));
  }

  private Answer move(String sessionId, Map<String, List<String>> form) {
    try {
      control.advance(
          sessionId,
          form.getOrDefault("status", List.of("")).get(0),
          form.getOrDefault("countryCode", List.of("US")).get(0));
    } catch (IllegalArgumentException e) {
      return Answer.text(409, Answer.TEXT, e.getMessage() + "\n");
    }
    return Answer.text(303, Answer.TEXT, "").withHeader("Location", "/connection/" + sessionId);
  }

  private static String page(String sessionId, SessionStatus status) {
    StringBuilder buttons = new StringBuilder();
    for (SessionStatus target : SessionStatus.values()) {
      if (status.mayBecome(target) && target != SessionStatus.CANCELLED) {
        buttons.append(
            "<button name=\"status\" value=\"%s\">%s</button>\n"
                .formatted(target.wire(), target.wire()));
      }
    }
    String form =
        buttons.isEmpty()
            ? "<p>The session is finished.</p>"
            : """
              <form method="post">
              <p><label>Country <input name="countryCode" value="US" pattern="[A-Z]{2}" size="2"></label></p>
              <p>Move it to:</p>
              %s</form>"""
                .formatted(buttons);
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><title>Connect LinkedIn (sandbox)</title></head>
        <body>
        <h1>Connect LinkedIn (sandbox)</h1>
        <p>Session <code>%s</code> is <strong>%s</strong>.</p>
        %s
        </body></html>
        """
        .formatted(sessionId, status.wire(), form);
  }

  private static Answer notFound() {
    return Answer.text(404, Answer.TEXT, "There is no such connection session.\n");
  }
}
