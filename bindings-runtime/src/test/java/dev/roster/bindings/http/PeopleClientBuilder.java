package dev.roster.bindings.http;

/** The builder of a client of {@link PeopleApi}, with no setting of its own. */
final class PeopleClientBuilder extends ApiClientBuilder<PeopleClientBuilder> {

  PeopleClientBuilder(String baseUrl) {
    this(baseUrl, "X-Token", "");
  }

  PeopleClientBuilder(String baseUrl, String credentialHeader, String credentialPrefix) {
    super(baseUrl, PeopleApi.OPERATIONS, PeopleApi.ADAPTERS, credentialHeader, credentialPrefix);
  }

  @Override
  protected PeopleClientBuilder self() {
    return this;
  }
}
