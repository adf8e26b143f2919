package dev.roster.connectsafely;

import org.jspecify.annotations.Nullable;

/**
 * Invitations that could not be sent to their end. Nothing of what is known is lost: {@link
 * #report} has each invitation, those that went out before included.
 *
 * <p>{@link #getCause} is the {@link dev.roster.bindings.ApiException} or {@link
 * dev.roster.bindings.ApiTransportException} of the request that failed, or null where every
 * request was answered and no invitation went out ({@link InvitationReport#orThrow}).
 */
public final class InvitationsFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient InvitationReport report;

  /** Made by the binding; public so that tests of callers can make one. */
  public InvitationsFailedException(
      String message, InvitationReport report, @Nullable Throwable cause) {
    super(message, cause);
    this.report = report;
  }

  /** Returns what became of each invitation. */
  public InvitationReport report() {
    return report;
  }
}
