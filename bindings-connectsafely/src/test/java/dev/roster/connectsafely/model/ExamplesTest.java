package dev.roster.connectsafely.model;

import dev.roster.bindings.testing.SpecExamplesTest;
import dev.roster.connectsafely.api.InvitationsApi;
import dev.roster.connectsafely.api.Operations;

class ExamplesTest extends SpecExamplesTest {

  ExamplesTest() {
    super(Operations.ALL, InvitationsApi.class, JsonAdapters.FACTORY);
  }
}
