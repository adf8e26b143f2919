package dev.roster.postpress;

import dev.roster.bindings.testing.ProviderServer;
import dev.roster.bindings.testing.SpecExample;

/** postpress on a port of this machine. */
final class PostpressServer extends ProviderServer<PostpressServer> {

  static final String KEY = "key_for_tests";
  static final String ACCOUNT = "acc_linkedin_01HXYZ4QK3WJ8FN3M6QH7TZ8GR";

  PostpressServer() {
    super("/api/v1");
  }

  @Override
  protected PostpressServer self() {
    return this;
  }

  PostpressClient client() {
    return PostpressClient.builder().apiKey(KEY).baseUrl(url()).build();
  }

  /** Returns the text of an example, such as {@code getOwnProfile.imap.json}. */
  static String example(String file) {
    return SpecExample.of("postpress", file);
  }
}
