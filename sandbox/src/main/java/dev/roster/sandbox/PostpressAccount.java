package dev.roster.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An account linked at postpress. Guarded by its own monitor. */
final class PostpressAccount {

  static final String LINKEDIN = "LINKEDIN";

  final String id;
  final String provider;
  private final Supplier<ObjectNode> startProfile;

  /**
   * The profile once it was edited; before that it is made anew for each read, to keep many
   * accounts small.
   */
  private @Nullable ObjectNode editedProfile;

  /** The error type with which every call for the account is refused, or null. */
  @Nullable String errorType;

  /** The last edit that was taken, or null. */
  @Nullable Object lastEdit;

  int edits;
  private int pictures;

  PostpressAccount(String id, String provider, Supplier<ObjectNode> startProfile) {
    this.id = id;
    this.provider = provider;
    this.startProfile = startProfile;
  }

  ObjectNode profile() {
    return editedProfile != null ? editedProfile : startProfile.get();
  }

  /**
   * Applies what can be read back afterwards: headline, picture and place. The rest leaves no trace
   * in the profile.
   */
  void edit(JsonNode request) {
    ObjectNode profile = profile();
    if (request.has("headline")) {
      profile.set("headline", request.get("headline"));
    }
    if (request.has("location")) {
      profile.put("location", "Location " + request.at("/location/id").textValue());
    }
    if (request.has("picture")) {
      pictures++;
      profile.put(
          "profile_picture_url",
          "https://media.licdn.com/sandbox/" + id + "/picture-" + pictures + ".jpg");
    }
    editedProfile = profile;
    edits++;
  }
}
