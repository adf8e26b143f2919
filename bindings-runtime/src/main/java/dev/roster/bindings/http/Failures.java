package dev.roster.bindings.http;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import dev.roster.bindings.ApiException;
import dev.roster.bindings.ApiTransportException;
import dev.roster.bindings.ApiTransportException.Kind;
import dev.roster.bindings.Operation;
import dev.roster.bindings.Operation.Failure;
import dev.roster.bindings.UnreadableAnswerException;
import java.io.EOFException;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Makes the exceptions of one operation. Their messages say where, what happened and what to do:
 *
 * <pre>
 * linkedapi accounts.disconnect: 401 invalidLinkedApiToken: The token is wrong. Check the ...
 * </pre>
 */
final class Failures {

  private static final int MOST_CHARACTERS = 300;

  private final Operation operation;
  private final HttpUrl baseUrl;
  private final Credential credential;

  Failures(Operation operation, HttpUrl baseUrl, Credential credential) {
    this.operation = operation;
    this.baseUrl = baseUrl;
    this.credential = credential;
  }

  Operation operation() {
    return operation;
  }

  /** Returns the exception for an answer that is not a success. */
  ApiException answered(Response response, ErrorReader.Said said) {
    Failure documented = documented(response.code(), said.type());
    String what;
    String advice;
    if (response.isRedirect() || response.code() / 100 == 3) {
      what = response.code() + ", a redirect to " + target(response) + ", which is not followed";
      advice = "Check the base URL.";
    } else {
      what = what(response, said, documented);
      // A failure under status 200 is advised on as under the status that its type belongs to.
      int status =
          response.isSuccessful() && documented != null ? documented.status() : response.code();
      // A 404 that the provider does not document may come from any server at that address.
      advice =
          status == 404 && documented == null
              ? "Check the base URL, " + address() + ", and the ids of the request."
              : advice(status, response.header("Retry-After"));
    }
    return new ApiException(
        sentence(what, advice),
        operation,
        response.code(),
        credential.redact(response.headers()),
        said.type(),
        said.message(),
        said.model(),
        said.unread());
  }

  /** Returns the exception for a success whose body is not what the spec says. */
  UnreadableAnswerException unreadable(Response response, Exception cause) {
    String what =
        response.code() + ", but the answer cannot be read: " + foreign(response) + reason(cause);
    String advice =
        operation.readOnly()
            ? "Check the base URL, and the answer against the spec."
            : "The call may have taken effect: look before sending it again.";
    return new UnreadableAnswerException(
        sentence(what, advice),
        operation,
        response.code(),
        credential.redact(response.headers()),
        withoutSecret(cause));
  }

  // Moshi's words repeat the value, and that may be our own secret.
  private Exception withoutSecret(Exception cause) {
    for (Throwable one = cause; one != null; one = one.getCause()) {
      String said = one.getMessage();
      if (said != null && !said.equals(credential.redact(said))) {
        JsonDataException masked =
            new JsonDataException(credential.redact(String.valueOf(cause.getMessage())));
        masked.setStackTrace(cause.getStackTrace());
        return masked;
      }
    }
    return cause;
  }

  /** Returns the exception for a call without an answer. */
  ApiTransportException notAnswered(Kind kind, boolean mayHaveBeenSent, IOException cause) {
    String what =
        switch (kind) {
          case NOT_CONNECTED -> "no connection to " + place(baseUrl) + " (" + reason(cause) + ")";
          case CUT -> "the connection to " + place(baseUrl) + " was cut (" + reason(cause) + ")";
          case TIMEOUT -> "timed out (" + reason(cause) + ")";
          case CANCELLED -> "cancelled";
        };
    String advice;
    if (!mayHaveBeenSent) {
      advice = "Nothing was sent.";
      if (kind == Kind.NOT_CONNECTED || kind == Kind.TIMEOUT) {
        advice += " Check the network and the base URL.";
      }
    } else if (operation.readOnly()) {
      advice = kind == Kind.CANCELLED ? "" : "Try again.";
    } else {
      advice = "The call may have taken effect: look before sending it again.";
    }
    return new ApiTransportException(
        sentence(what, advice), operation, kind, mayHaveBeenSent, cause);
  }

  private String what(Response response, ErrorReader.Said said, @Nullable Failure documented) {
    StringBuilder what = new StringBuilder().append(response.code());
    if (said.type() != null) {
      what.append(' ').append(said.type());
    } else if (response.isSuccessful()) {
      what.append(", but no success");
    }
    if (said.message() != null) {
      what.append(": ").append(said.message());
    } else if (said.unread() != null) {
      what.append(": ").append(foreign(response)).append("no error that can be read");
    } else if (documented != null) {
      what.append(": ").append(documented.description());
    }
    return what.toString();
  }

  private @Nullable Failure documented(int status, @Nullable String type) {
    for (Failure failure : operation.failures()) {
      if (type == null
          ? failure.type() == null && failure.status() == status
          : type.equals(failure.type())) {
        return failure;
      }
    }
    return null;
  }

  private String advice(int status, @Nullable String retryAfter) {
    return switch (status) {
      case 400, 422 -> "Correct the request.";
      case 401 -> "Check the credential, and whether the account is there and connected.";
      case 402 -> "Check the plan and its payment with the provider.";
      case 403 -> "Check what the credential and the account are allowed to do.";
      case 404 -> "Check the ids of the request, and the base URL.";
      case 409 -> "Look at what the provider has by now, and decide again.";
      case 413 -> "Send less: fewer items, or a smaller file.";
      case 429 ->
          retryAfter == null
              ? "Wait before the next call."
              : "Wait before the next call (Retry-After: " + clean(retryAfter) + ").";
      case 501 -> "The provider does not offer this.";
      default -> {
        // Under a status of success there is nothing to advise on. A 408 may come from anything in
        // between, after the request was passed on.
        if (status < 400) {
          yield "";
        }
        if (status < 500 && status != 408) {
          yield "Check the request, and the base URL.";
        }
        yield operation.readOnly()
            ? "Try again later."
            : "The call may have taken effect: look before sending it again.";
      }
    };
  }

  private static String target(Response response) {
    String location = response.header("Location");
    HttpUrl target = location == null ? null : response.request().url().resolve(location);
    return target == null ? "nowhere" : place(target);
  }

  private String address() {
    HttpUrl bare =
        baseUrl.newBuilder().username("").password("").query(null).fragment(null).build();
    return clean(bare.toString());
  }

  private static String place(HttpUrl url) {
    boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
    return usual ? url.host() : url.host() + ":" + url.port();
  }

  private static String foreign(Response response) {
    MediaType type = response.body().contentType();
    return type == null || type.subtype().contains("json")
        ? ""
        : "the body is " + type.type() + "/" + type.subtype() + ", ";
  }

  private static String reason(Exception cause) {
    String said = cause.getMessage();
    if (cause instanceof EOFException) {
      return "the JSON ends too early";
    }
    if (said == null) {
      return cause.getClass().getSimpleName();
    }
    // Moshi's own words advise its caller, not ours.
    return cause instanceof JsonEncodingException
        ? said.replace("Use JsonReader.setLenient(true) to accept malformed JSON", "broken JSON")
        : said;
  }

  private String sentence(String what, String advice) {
    String said = clean(what);
    String end = ".!?…".indexOf(said.charAt(said.length() - 1)) < 0 ? "." : "";
    return operation.qualifiedName() + ": " + said + end + (advice.isEmpty() ? "" : " " + advice);
  }

  /**
   * Returns what a provider says as a part of a message: it may hold line ends that forge log
   * lines, a page of text, our own secret.
   */
  String clean(String said) {
    String redacted = String.valueOf(credential.redact(said));
    String line = redacted.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
  }
}
