package dev.roster.integration.chaos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes queries of many shapes about a customer's accounts. */
final class Questions {

  private static final String PROFILE = "postpress.linkedin_profile";
  private static final String COLUMNS = "p.account_id, p.first_name, p.last_name, p.email";

  private final Customer customer;
  private final Random random;
  // Those that have fewer rows, and no others, where fewer accounts answer.
  private final List<Supplier<Question>> growing =
      List.of(
          this::one,
          this::inList,
          this::inListOfParameters,
          this::inSubQuery,
          this::exists,
          this::notExists,
          this::notIn,
          this::scalar,
          this::inner,
          this::left,
          this::right,
          this::comma,
          this::parentAndChild,
          this::self,
          this::lateral,
          this::joinedGroups,
          this::with,
          this::union,
          this::intersect,
          this::otherProviders,
          this::aliases,
          this::twoProviders);

  private final List<Supplier<Question>> others =
      List.of(
          this::scalarCount,
          this::groups,
          this::limited,
          this::limitedWithOffset,
          this::ranked,
          this::except,
          this::accounts,
          this::statuses,
          this::overview,
          this::toReconnect,
          this::twoProvidersLimited,
          this::explain,
          this::errorTypes,
          this::noRequests,
          this::catalog);

  Questions(Customer customer, Random random) {
    this.customer = customer;
    this.random = random;
  }

  /** Returns so many questions of each shape. */
  List<Question> make(int each) {
    return Stream.concat(
            growing.stream()
                .flatMap(shape -> Stream.generate(shape).limit(each))
                .map(Question::growing),
            others.stream().flatMap(shape -> Stream.generate(shape).limit(each)))
        .toList();
  }

  private Question one() {
    return unordered("SELECT * FROM " + PROFILE + " AS p WHERE p.account_id = ?", keys(1));
  }

  private Question inList() {
    return unordered(
        "SELECT %s FROM %s AS p WHERE p.account_id IN (%s)".formatted(COLUMNS, PROFILE, list()));
  }

  private Question inListOfParameters() {
    List<String> keys = keys(1 + random.nextInt(9));
    return ordered(
        "SELECT %s FROM %s AS p WHERE p.account_id IN (%s) ORDER BY p.account_id"
            .formatted(COLUMNS, PROFILE, String.join(", ", Collections.nCopies(keys.size(), "?"))),
        keys);
  }

  private Question inSubQuery() {
    return ordered(
        ("SELECT %s FROM %s AS p WHERE p.account_id IN (SELECT id FROM %s) ORDER BY"
                + " p.last_name DESC, p.account_id")
            .formatted(COLUMNS, PROFILE, values()));
  }

  private Question exists() {
    return unordered(
        ("SELECT k.n, k.id FROM %s WHERE EXISTS (SELECT 1 FROM %s AS p WHERE"
                + " p.account_id = k.id AND p.premium)")
            .formatted(values(), PROFILE));
  }

  private Question notExists() {
    return unordered(
        "SELECT k.id FROM %s WHERE NOT EXISTS (SELECT 1 FROM %s AS p WHERE p.account_id = k.id)"
            .formatted(values(), PROFILE));
  }

  private Question notIn() {
    return unordered(
        "SELECT k.id FROM %s WHERE k.id NOT IN (SELECT account_id FROM %s WHERE last_name < 'H')"
            .formatted(values(), PROFILE));
  }

  private Question scalar() {
    return unordered(
        "SELECT k.id, (SELECT p.email FROM %s AS p WHERE p.account_id = k.id) AS email FROM %s"
            .formatted(PROFILE, values()));
  }

  private Question scalarCount() {
    return ordered(
        ("SELECT k.id, (SELECT COUNT(*) FROM postpress.linkedin_organizations AS o WHERE"
                + " o.account_id = k.id) AS pages FROM %s ORDER BY k.n")
            .formatted(values()));
  }

  private Question inner() {
    return ordered(
        "SELECT k.n, %s FROM %s JOIN %s AS p ON p.account_id = k.id ORDER BY k.n"
            .formatted(COLUMNS, values(), PROFILE));
  }

  private Question left() {
    return unordered(
        "SELECT k.n, k.id, p.last_name FROM %s LEFT JOIN %s AS p ON p.account_id = k.id AND k.n > 1"
            .formatted(values(), PROFILE));
  }

  private Question right() {
    return unordered(
        "SELECT k.id, p.first_name FROM %s AS p RIGHT JOIN %s ON p.account_id = k.id"
            .formatted(PROFILE, values()));
  }

  private Question comma() {
    return unordered(
        "SELECT k.n, %s FROM %s, %s AS p WHERE p.account_id = k.id AND p.last_name <> 'Abbot'"
            .formatted(COLUMNS, values(), PROFILE));
  }

  private Question parentAndChild() {
    return ordered(
        ("SELECT p.account_id, p.first_name, o.name FROM %s JOIN %s AS p ON p.account_id = k.id"
                + " LEFT JOIN postpress.linkedin_organizations AS o ON o.account_id = p.account_id"
                + " ORDER BY k.n, o.name")
            .formatted(values(), PROFILE));
  }

  private Question self() {
    return unordered(
        ("SELECT a.first_name, b.last_name FROM %s JOIN %s AS a ON a.account_id = k.id"
                + " JOIN %s AS b ON b.account_id = a.account_id")
            .formatted(values(), PROFILE, PROFILE));
  }

  private Question lateral() {
    return unordered(
        ("SELECT k.id, o.name FROM %s CROSS JOIN LATERAL (SELECT name FROM"
                + " postpress.linkedin_organizations AS o WHERE o.account_id = k.id"
                + " ORDER BY name LIMIT 1) AS o")
            .formatted(values()));
  }

  private Question groups() {
    return ordered(
        ("SELECT p.premium, COUNT(*), MIN(p.email) FROM %s AS p WHERE p.account_id IN"
                + " (%s) GROUP BY p.premium ORDER BY p.premium")
            .formatted(PROFILE, list()));
  }

  private Question joinedGroups() {
    return unordered(
        ("SELECT k.id, o.pages FROM %s LEFT JOIN (SELECT account_id, COUNT(*) AS pages FROM"
                + " postpress.linkedin_organizations GROUP BY account_id) AS o ON o.account_id = k.id")
            .formatted(values()));
  }

  private Question limited() {
    return unordered(
        "SELECT %s FROM %s JOIN %s AS p ON p.account_id = k.id LIMIT %d"
            .formatted(COLUMNS, values(), PROFILE, 1 + random.nextInt(4)));
  }

  private Question limitedWithOffset() {
    return ordered(
        ("SELECT %s FROM %s AS p WHERE p.account_id IN (%s) ORDER BY p.email OFFSET 1"
                + " ROWS FETCH NEXT 2 ROWS ONLY")
            .formatted(COLUMNS, PROFILE, list()));
  }

  private Question ranked() {
    return unordered(
        ("SELECT p.account_id, RANK() OVER (ORDER BY p.email) AS place FROM %s AS p"
                + " WHERE p.account_id IN (%s)")
            .formatted(PROFILE, list()));
  }

  private Question with() {
    return unordered(
        ("WITH w AS (SELECT %s FROM %s AS p WHERE p.account_id IN (%s)) SELECT a.email,"
                + " b.last_name FROM w AS a JOIN w AS b ON b.account_id = a.account_id")
            .formatted(COLUMNS, PROFILE, list()));
  }

  private Question union() {
    return unordered(combined("UNION ALL"));
  }

  private Question except() {
    return unordered(combined("EXCEPT"));
  }

  private Question intersect() {
    return unordered(combined("INTERSECT"));
  }

  private String combined(String operator) {
    return ("SELECT account_id, last_name FROM %s WHERE account_id IN (%s) %s SELECT"
            + " account_id, last_name FROM %s WHERE account_id IN (%s)")
        .formatted(PROFILE, list(), operator, PROFILE, list());
  }

  private Question otherProviders() {
    return unordered(
        ("SELECT account_id, provider, display_name FROM postpress.own_profile WHERE"
                + " account_id IN (%s)")
            .formatted(
                text(
                    List.of(
                        customer.account("gmail", 1),
                        customer.account("telegram", 2),
                        customer.account("imap", 1),
                        customer.account("linkedin", 1 + random.nextInt(Customer.READ))))));
  }

  private Question aliases() {
    return unordered(
        "SELECT * FROM postpress.gmail_aliases WHERE account_id = ?",
        List.of(customer.account("gmail", 1)));
  }

  private Question accounts() {
    return ordered(
        "SELECT id, name, url, avatar_url, headline, status, connected_at FROM linkedapi.accounts"
            + " WHERE country_code <> 'DE' ORDER BY name, id");
  }

  private Question statuses() {
    return unordered("SELECT status, COUNT(*) FROM linkedapi.accounts GROUP BY status");
  }

  private Question overview() {
    return unordered(
        "SELECT id, name, avatar_parsed, headline_parsed FROM roster.account_overview WHERE status"
            + " = 'active'");
  }

  private Question toReconnect() {
    return unordered("SELECT id, name, url FROM roster.accounts_to_reconnect");
  }

  private Question twoProviders() {
    return ordered(
        ("SELECT a.id, a.name, p.first_name, p.last_name FROM linkedapi.accounts AS a"
                + " JOIN %s AS p ON p.account_id = %s ORDER BY a.id")
            .formatted(PROFILE, customer.accountOf("a.id")));
  }

  private Question twoProvidersLimited() {
    return unordered(
        ("SELECT a.id, p.email FROM linkedapi.accounts AS a JOIN %s AS p ON p.account_id"
                + " = %s WHERE a.status <> 'frozen' LIMIT 3")
            .formatted(PROFILE, customer.accountOf("a.id")));
  }

  private Question explain() {
    return silent(
        "EXPLAIN PLAN WITH TYPE FOR SELECT * FROM %s WHERE account_id IN (%s)"
            .formatted(PROFILE, list()));
  }

  private Question errorTypes() {
    return silent(
        "SELECT provider, status, sqlstate, COUNT(*) FROM roster.error_types GROUP BY provider,"
            + " status, sqlstate");
  }

  private Question noRequests() {
    return silent("SELECT COUNT(*) FROM roster.requests WHERE operation = 'nothing of the kind'");
  }

  private Question catalog() {
    return silent(
        "SELECT table_schema, COUNT(*) FROM information_schema.tables GROUP BY table_schema");
  }

  private static Question unordered(String sql) {
    return unordered(sql, List.of());
  }

  private static Question unordered(String sql, List<String> parameters) {
    return new Question(sql, parameters, false, true);
  }

  private static Question ordered(String sql) {
    return ordered(sql, List.of());
  }

  private static Question ordered(String sql, List<String> parameters) {
    return new Question(sql, parameters, true, true);
  }

  private static Question silent(String sql) {
    return new Question(sql, List.of(), false, false);
  }

  /** Distinct accounts, at times with one that is nobody's. */
  private List<String> keys(int count) {
    List<Integer> numbers =
        IntStream.rangeClosed(1, Customer.READ)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(numbers, random);
    List<String> keys = new ArrayList<>();
    numbers.subList(0, count).forEach(number -> keys.add(customer.account("linkedin", number)));
    if (random.nextInt(3) == 0) {
      keys.set(random.nextInt(count), "acc_of_nobody");
    }
    return keys;
  }

  private String list() {
    return text(keys(1 + random.nextInt(9)));
  }

  private static String text(List<String> keys) {
    return keys.stream().map(key -> "'" + key + "'").collect(Collectors.joining(", "));
  }

  /** Rows (n, id) named k; the first key is there twice. */
  private String values() {
    List<String> keys = keys(1 + random.nextInt(9));
    keys.add(keys.get(0));
    return IntStream.range(0, keys.size())
        .mapToObj(n -> "(" + n + ", '" + keys.get(n) + "')")
        .collect(Collectors.joining(", ", "(VALUES ", ") AS k (n, id)"));
  }
}
