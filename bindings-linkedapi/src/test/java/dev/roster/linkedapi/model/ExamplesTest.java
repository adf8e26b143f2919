package dev.roster.linkedapi.model;

import dev.roster.bindings.testing.SpecExamplesTest;
import dev.roster.linkedapi.api.AccountsApi;
import dev.roster.linkedapi.api.Operations;

class ExamplesTest extends SpecExamplesTest {

  ExamplesTest() {
    super(Operations.ALL, AccountsApi.class, JsonAdapters.FACTORY);
  }
}
