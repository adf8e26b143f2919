package dev.roster.integration.chaos;

import java.util.List;

/**
 * A customer of all three providers, with credentials and accounts of its own.
 *
 * @param name the sandbox's name of it
 * @param accountsBefore how many accounts of Linked API the customers before it have: their ids are
 *     counted on
 */
record Customer(String name, int accountsBefore) {

  /** How many LinkedIn accounts are read only. */
  static final int READ = 24;

  /** How many there are; those that are not read only are edited. */
  static final int ACCOUNTS = 30;

  /** Returns its credentials as properties of a connection. */
  String credentials() {
    return "linkedapiToken=%s;connectsafelyKey=%s;postpressKey=%s".formatted(secrets().toArray());
  }

  /** Returns what must never be shown. */
  List<String> secrets() {
    return List.of("linked_" + name, "cs_" + name, "pp_" + name);
  }

  /** Returns an account of postpress. */
  String account(String provider, int number) {
    return "acc_" + (name.equals("sandbox") ? "" : name + "_") + provider + "_" + number;
  }

  /** Returns the SQL of the account of postpress that has the number of one of Linked API. */
  String accountOf(String id) {
    return "'%s' || CAST(CAST(SUBSTRING(%s FROM 34) AS INTEGER) - %d AS VARCHAR)"
        .formatted(account("linkedin", 0).replaceFirst("0$", ""), id, accountsBefore);
  }
}
