package dev.roster.calcite.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What stands in FROM, and the expressions that it offers: account ids of postpress and session ids
 * of Linked API, which are keys, other texts, and numbers. A key may be null, may come more than
 * once, and may be one that nobody has.
 */
final class GeneratedFrom {

  private static final String PEER =
      "CASE country_code WHEN 'US' THEN 'acc_linkedin_1' WHEN 'DE' THEN 'acc_gmail_1'"
          + " WHEN 'GB' THEN 'acc_of_nobody' WHEN 'FR' THEN 'acc_telegram_1'"
          + " WHEN 'ES' THEN 'acc_linkedin_3' WHEN 'NL' THEN 'acc_imap_1' END";

  // Tables that can be read whole: text, account ids, session ids, other texts, numbers.
  private static final String[][] WHOLE = {
    {"linkedapi.accounts", "", "reconnection_session_id", "name headline status", "size:name"},
    {
      "(SELECT name, headline, status, country_code, reconnection_session_id AS sid,"
          + " CHAR_LENGTH(name) AS n, "
          + PEER
          + " AS peer FROM linkedapi.accounts)",
      "peer",
      "sid",
      "name headline country_code",
      "n"
    },
    {
      "(SELECT "
          + PEER
          + " AS peer, max(reconnection_session_id) AS sid, min(name) AS word, count(*) AS n"
          + " FROM linkedapi.accounts GROUP BY "
          + PEER
          + ")",
      "peer",
      "sid",
      "word",
      "n"
    },
    {"linkedapi.pending_connection_sessions", "", "session_id", "status", "size:status"},
    {"connectsafely.follow_invitations", "account_id", "", "company_id profile_urn", "attempt"},
    {
      "(SELECT account_id, provider, display_name, CHAR_LENGTH(email) AS n"
          + " FROM postpress.own_profile WHERE account_id IN"
          + " ('acc_linkedin_1', 'acc_linkedin_2', 'acc_gmail_1', 'acc_twitter_1'))",
      "account_id",
      "",
      "provider display_name",
      "n"
    },
  };

  private static final String VALUES =
      "(VALUES ('acc_linkedin_2', 1), (CAST(NULL AS VARCHAR), 2), ('acc_of_nobody', 3),"
          + " ('acc_linkedin_2', 4), ('acc_gmail_1', 5), ('acc_telegram_1', 6)) %s(id, n)";

  // Tables that need an account id: text, other texts, numbers.
  private static final String[][] BY_ACCOUNT = {
    {"postpress.own_profile", "provider provider_user_id display_name email", "size:provider"},
    {"postpress.linkedin_profile", "first_name headline location", "flag:premium"},
    {"postpress.linkedin_organizations", "id mailbox_id name", "size:name"},
    {"postpress.gmail_profile", "email allowed_scope", "messages_total threads_total"},
    {"postpress.gmail_aliases", "email display_name reply_to", "flag:is_primary"},
    {"postpress.telegram_profile", "first_name last_name username", "status_was_online flag:bot"},
    {"postpress.telegram_restrictions", "platform reason", "size:platform"},
    {"postpress.twitter_profile", "name screen_name", "followers_count flag:following"},
    {"postpress.outlook_profile", "email given_name", "size:email"},
    {"postpress.imap_profile", "imap_host smtp_host", "imap_port"},
    {
      "(SELECT account_id, max(name) AS word, count(*) AS n"
          + " FROM postpress.linkedin_organizations GROUP BY account_id)",
      "word",
      "n"
    },
    {
      "(SELECT account_id, display_name AS word, 1 AS n FROM postpress.gmail_aliases"
          + " UNION ALL SELECT account_id, platform, 2 FROM postpress.telegram_restrictions)",
      "word",
      "n"
    },
    {
      "(SELECT o.account_id, o.name AS word, p.headline AS line, CHAR_LENGTH(p.last_name) AS n"
          + " FROM postpress.linkedin_organizations o"
          + " JOIN postpress.linkedin_profile p ON p.account_id = o.account_id)",
      "word line",
      "n"
    },
    {
      "(SELECT account_id, platform AS word,"
          + " ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY platform) AS n"
          + " FROM postpress.telegram_restrictions)",
      "word",
      "n"
    },
    {
      "(SELECT DISTINCT account_id, provider AS word, 3 AS n FROM postpress.own_profile"
          + " WHERE email IS NOT NULL)",
      "word",
      "n"
    },
  };

  final StringBuilder text = new StringBuilder();
  final List<String> accounts = new ArrayList<>();
  final List<String> sessions = new ArrayList<>();
  final List<String> texts = new ArrayList<>();
  final List<String> numbers = new ArrayList<>();

  /** Returns one table that can be read whole; its keys, if it has any, are its first texts. */
  static GeneratedFrom whole(String alias, Random random) {
    GeneratedFrom from = new GeneratedFrom();
    int choice = random.nextInt(WHOLE.length + 3);
    if (choice >= WHOLE.length + 1) {
      from.text.append(VALUES.formatted(alias));
      from.columns(from.accounts, alias, "id");
      from.columns(from.numbers, alias, "n");
    } else {
      // The second is the most useful one: it has keys of both kinds.
      String[] table = WHOLE[choice == WHOLE.length ? 1 : choice];
      from.text.append(table[0]).append(' ').append(alias);
      from.columns(from.accounts, alias, table[1]);
      from.columns(from.sessions, alias, table[2]);
      from.columns(from.texts, alias, table[3]);
      from.columns(from.numbers, alias, table[4]);
    }
    from.texts.addAll(0, from.sessions);
    from.texts.addAll(0, from.accounts);
    return from;
  }

  /** Returns a table that needs a key, which is its first text. */
  static GeneratedFrom keyed(String alias, boolean bySession, Random random) {
    GeneratedFrom from = new GeneratedFrom();
    if (bySession) {
      from.text.append("linkedapi.connection_sessions ").append(alias);
      from.columns(from.sessions, alias, "session_id");
      from.columns(from.texts, alias, "session_id status type");
      from.columns(from.numbers, alias, "size:status");
    } else {
      // Rather one of the first, which have rows for most keys.
      int choice = Math.min(random.nextInt(BY_ACCOUNT.length), random.nextInt(BY_ACCOUNT.length));
      String[] table = BY_ACCOUNT[choice];
      from.text.append(table[0]).append(' ').append(alias);
      from.columns(from.accounts, alias, "account_id");
      from.columns(from.texts, alias, "account_id " + table[1]);
      from.columns(from.numbers, alias, table[2]);
    }
    return from;
  }

  /** Offers what another one offers too. */
  void offer(GeneratedFrom other) {
    accounts.addAll(other.accounts);
    sessions.addAll(other.sessions);
    texts.addAll(other.texts);
    numbers.addAll(other.numbers);
  }

  boolean hasKeys() {
    return !accounts.isEmpty() || !sessions.isEmpty();
  }

  private void columns(List<String> expressions, String alias, String names) {
    for (String name : names.isEmpty() ? new String[0] : names.split(" ")) {
      String column = alias + "." + name.substring(name.indexOf(':') + 1);
      expressions.add(
          name.startsWith("size:")
              ? "CHAR_LENGTH(" + column + ")"
              : name.startsWith("flag:") ? "CASE WHEN " + column + " THEN 1 ELSE 0 END" : column);
    }
  }
}
