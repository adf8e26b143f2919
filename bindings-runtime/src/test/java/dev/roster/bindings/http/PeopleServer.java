package dev.roster.bindings.http;

import dev.roster.bindings.http.PeopleApi.Person;
import dev.roster.bindings.testing.ProviderServer;
import java.util.function.UnaryOperator;

/** The provider that {@link PeopleApi} calls, on a port of this machine. */
final class PeopleServer extends ProviderServer<PeopleServer> {

  static final String TOKEN = "token_for_tests";
  static final Person ADA = new Person("p1", "Ada");
  static final String ADA_JSON = "{\"id\":\"p1\",\"name\":\"Ada\"}";
  static final String ADA_WRAPPED = "{\"success\":true,\"result\":" + ADA_JSON + "}";

  PeopleServer() {
    super("/v1");
  }

  @Override
  protected PeopleServer self() {
    return this;
  }

  PeopleApi api() {
    return api(builder -> builder);
  }

  PeopleApi api(UnaryOperator<PeopleClientBuilder> settings) {
    PeopleClientBuilder builder = new PeopleClientBuilder(url()).credential(TOKEN);
    return settings.apply(builder).transport().create(PeopleApi.class);
  }
}
