package dev.roster.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The numbers and switches that the documents leave open. {@link Control} sets them, a reset
 * restores them.
 */
final class Settings {

  /** How many accounts and unfinished sessions a tenant may have beyond those it starts with. */
  static final int SPARE_SEATS = 1_000;

  /**
   * How many seats a tenant has, or null for as many as it starts with and {@link #SPARE_SEATS}
   * more.
   */
  volatile @Nullable Integer seats;

  /** How many connection sessions a tenant may create within 24 hours. */
  volatile int dailyConnectionAttempts = 1_000;

  /** How long after its session's success an account appears. */
  volatile Duration newAccountDelay = Duration.ZERO;

  /** How long a reparse takes. */
  volatile Duration reparseTime = Duration.ofSeconds(1);

  /**
   * How long a session that was asked for stays in each status, or null when only control calls
   * move it.
   */
  volatile @Nullable Duration sessionStep;

  /** Whether an edit equal to the account's last one is refused. */
  volatile boolean repeatedEditsRefused;

  /** How many edits each postpress account accepts, or null for any number. */
  volatile @Nullable Integer editLimit;
}
