package dev.roster.ledger;

import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Flyway from logging: what it tells holds the URL of the database, and what goes wrong it
 * throws besides. Public because Flyway makes it by its name.
 */
public final class SilentLog implements LogCreator, Log {

  /** Makes it. */
  public SilentLog() {}

  @Override
  public Log createLogger(Class<?> type) {
    return this;
  }

  @Override
  @SuppressWarnings("deprecation") // There is no other way to implement the interface.
  public boolean isDebugEnabled() {
    return false;
  }

  @Override
  public void debug(@Nullable String message) {}

  @Override
  public void info(@Nullable String message) {}

  @Override
  public void warn(@Nullable String message) {}

  @Override
  public void error(@Nullable String message) {}

  @Override
  public void error(@Nullable String message, @Nullable Exception failure) {}

  @Override
  public void notice(@Nullable String message) {}
}
