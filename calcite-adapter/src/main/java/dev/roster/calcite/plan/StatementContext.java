package dev.roster.calcite.plan;

import java.util.TimeZone;
import org.apache.calcite.DataContext;
import org.apache.calcite.adapter.java.JavaTypeFactory;
import org.apache.calcite.linq4j.QueryProvider;
import org.apache.calcite.schema.SchemaPlus;
import org.jspecify.annotations.Nullable;

/**
 * What a statement knows of its surroundings, with a clock that shows UTC. Calcite's shows the wall
 * clock of the JVM's time zone, and every TIMESTAMP here is UTC: {@code connected_at <
 * CURRENT_TIMESTAMP} would be wrong by hours, and other hours on another machine.
 *
 * <p>Calcite's own property {@code timeZone} would do the same, but it also changes how rows give
 * dates and timestamps to Java.
 */
// No record: what an execution shares is found by the identity of its context.
final class StatementContext implements DataContext {

  private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

  private final DataContext calcites;

  StatementContext(DataContext calcites) {
    this.calcites = calcites;
  }

  @Override
  public @Nullable Object get(String name) {
    if (name.equals(Variable.CURRENT_TIMESTAMP.camelName)
        || name.equals(Variable.LOCAL_TIMESTAMP.camelName)
        || name.equals(Variable.SYS_TIMESTAMP.camelName)) {
      return calcites.get(Variable.UTC_TIMESTAMP.camelName);
    }
    if (name.equals(Variable.TIME_ZONE.camelName)) {
      return UTC;
    }
    // Calcite's is "sa". Nobody has a name here, as JDBC's metadata say too.
    return name.equals(Variable.USER.camelName) ? "" : calcites.get(name);
  }

  @Override
  public @Nullable SchemaPlus getRootSchema() {
    return calcites.getRootSchema();
  }

  @Override
  public JavaTypeFactory getTypeFactory() {
    return calcites.getTypeFactory();
  }

  @Override
  public QueryProvider getQueryProvider() {
    return calcites.getQueryProvider();
  }
}
