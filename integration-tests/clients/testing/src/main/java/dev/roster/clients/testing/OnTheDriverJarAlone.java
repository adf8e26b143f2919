package dev.roster.clients.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Driver;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tests of a client that have nothing of Roster but the driver jar, as its user has. */
public interface OnTheDriverJarAlone {

  @Test
  default void theDriverComesFromItsJar() throws Exception {
    Driver driver = DriverManager.getDriver("jdbc:roster:");
    assertThat(
            Path.of(driver.getClass().getProtectionDomain().getCodeSource().getLocation().toURI()))
        .isEqualTo(SandboxProcess.driverJar());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.calcite.jdbc.Driver",
        "org.apache.calcite.avatica.AvaticaConnection",
        "retrofit2.Retrofit",
        "com.squareup.moshi.Moshi",
        "okhttp3.OkHttpClient"
      })
  default void whatTheDriverIsMadeOfIsNotOnTheClassPath(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
  }
}
