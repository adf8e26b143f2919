package dev.roster.calcite.postpress;

import dev.roster.bindings.Field;
import dev.roster.postpress.model.GmailAlias;
import dev.roster.postpress.model.GmailProfile;
import dev.roster.postpress.model.LinkedInProfile;
import dev.roster.postpress.model.OutlookProfile;
import dev.roster.postpress.model.OwnProfile;
import dev.roster.postpress.model.TelegramProfile;
import dev.roster.postpress.model.TwitterProfile;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the profiles of different providers have in common under different names. No spec says this,
 * so the names and sentences stand here. Nothing is made up: where a provider does not say, the
 * value is null.
 */
final class CommonFields {

  static final List<Field<OwnProfile>> ALL =
      List.of(
          Field.enumeration(
              "provider",
              "The provider of the account, such as LINKEDIN; one that Roster does not know as"
                  + " postpress wrote it.",
              providers(),
              OwnProfile::provider),
          Field.text(
                  "provider_user_id",
                  "The provider's own identifier of the user, of LinkedIn, Telegram, Twitter and"
                      + " Outlook accounts; else NULL.",
                  CommonFields::providerUserId)
              .optional(),
          Field.text(
                  "display_name",
                  "The user's name: given and family name, or the name that others see, of Gmail"
                      + " that of the main address. NULL where there is none.",
                  CommonFields::displayName)
              .optional(),
          Field.text(
                  "email",
                  "The e-mail address, of LinkedIn, Gmail and Outlook accounts; else NULL.",
                  CommonFields::email)
              .optional(),
          Field.text(
                  "profile_url",
                  "The address under which anybody can open the profile. LinkedIn only; else NULL.",
                  CommonFields::profileUrl)
              .optional(),
          Field.text(
                  "picture_url",
                  "The address of the profile picture, of LinkedIn, Telegram and Twitter accounts;"
                      + " else NULL.",
                  CommonFields::pictureUrl)
              .optional());

  private CommonFields() {}

  private static List<String> providers() {
    return OwnProfile.FIELDS.stream()
        .filter(field -> field.name().equals("provider"))
        .flatMap(field -> field.values().stream())
        .toList();
  }

  private static @Nullable String providerUserId(OwnProfile profile) {
    if (profile instanceof LinkedInProfile linkedIn) {
      return linkedIn.providerId();
    }
    if (profile instanceof TelegramProfile telegram) {
      return telegram.providerId();
    }
    if (profile instanceof TwitterProfile twitter) {
      return twitter.id();
    }
    return profile instanceof OutlookProfile outlook ? outlook.id() : null;
  }

  private static @Nullable String displayName(OwnProfile profile) {
    if (profile instanceof LinkedInProfile linkedIn) {
      return joined(linkedIn.firstName(), linkedIn.lastName());
    }
    if (profile instanceof TelegramProfile telegram) {
      String name = joined(telegram.firstName(), telegram.lastName());
      return name == null ? telegram.username() : name;
    }
    if (profile instanceof TwitterProfile twitter) {
      return twitter.name();
    }
    if (profile instanceof GmailProfile gmail) {
      return gmail.aliases().stream()
          .filter(alias -> Boolean.TRUE.equals(alias.isPrimary()))
          .map(GmailAlias::displayName)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    return profile instanceof OutlookProfile outlook ? outlook.displayName() : null;
  }

  private static @Nullable String joined(@Nullable String first, @Nullable String last) {
    String both =
        Stream.of(first, last)
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" "));
    return both.isEmpty() ? null : both;
  }

  private static @Nullable String email(OwnProfile profile) {
    if (profile instanceof LinkedInProfile linkedIn) {
      return linkedIn.email();
    }
    if (profile instanceof GmailProfile gmail) {
      return gmail.email();
    }
    return profile instanceof OutlookProfile outlook ? outlook.email() : null;
  }

  private static @Nullable String profileUrl(OwnProfile profile) {
    return profile instanceof LinkedInProfile linkedIn ? linkedIn.publicProfileUrl() : null;
  }

  private static @Nullable String pictureUrl(OwnProfile profile) {
    if (profile instanceof LinkedInProfile linkedIn) {
      return linkedIn.profilePictureUrl();
    }
    if (profile instanceof TelegramProfile telegram) {
      return telegram.profilePictureUrl();
    }
    return profile instanceof TwitterProfile twitter ? twitter.profileImageUrlHttps() : null;
  }
}
