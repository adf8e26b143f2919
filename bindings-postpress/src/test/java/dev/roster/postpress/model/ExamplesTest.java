package dev.roster.postpress.model;

import dev.roster.bindings.testing.SpecExamplesTest;
import dev.roster.postpress.api.Operations;
import dev.roster.postpress.api.OwnProfileApi;

class ExamplesTest extends SpecExamplesTest {

  ExamplesTest() {
    super(Operations.ALL, OwnProfileApi.class, JsonAdapters.FACTORY);
  }
}
