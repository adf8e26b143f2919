package dev.roster.calcite.plan;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParser;

/**
 * Quotes the words that SQL has reserved where they can only be names: after a point, after AS, as
 * the name of an argument, and everywhere if no statement has a place for the word. In {@code CALL
 * linkedapi.disconnect('…')}, {@code p.language}, {@code AS year}, {@code filter => 'STUDIO'} and
 * {@code SELECT sqlstate} Calcite's parser takes DISCONNECT, LANGUAGE, YEAR, FILTER and SQLSTATE
 * for keywords all the same.
 */
final class ReservedNames {

  // Text, quoted names and comments come first, so that nothing inside them is taken for a name. A
  // doubled quote simply ends one text and begins the next; nothing is repeated as a group, because
  // Java's matcher recurses once a repetition, and a list of invitations may be a long text.
  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^']*+'|(?<quoted>\"[^\"]*+\")|--[^\\n]*+|/\\*.*?\\*/"
              + "|\\b(?<name>[A-Za-z_][A-Za-z0-9_]*+)(?<argument>\\s*+=>)?+",
          Pattern.DOTALL);

  // What CAST has after AS: a name only if the list of columns goes on, or ends, behind it.
  private static final Set<String> TYPES =
      Set.of(
          """
          ANY ARRAY BIGINT BINARY BLOB BOOLEAN CHAR CHARACTER CLOB CURSOR DATE DEC DECIMAL DOUBLE
          FLOAT INT INTEGER INTERVAL MAP MULTISET NATIONAL NCHAR NUMERIC OF REAL ROW SMALLINT TIME
          TIMESTAMP TINYINT UNSIGNED UUID VARBINARY VARCHAR VARIANT
          """
              .trim()
              .split("\\s+"));

  private static final Pattern END_OF_COLUMN = Pattern.compile("\\s*+(?:,|\\z|(?i:FROM)\\b)");

  private static final SqlAbstractParserImpl.Metadata WORDS = SqlParser.create("").getMetadata();

  private ReservedNames() {}

  /** Returns the statement with such words in double quotes. */
  static String quoted(String sql) {
    StringBuilder quoted = new StringBuilder();
    Matcher token = TOKEN.matcher(sql);
    // Where the last name ended; a name that begins behind it and a dot is a part of it.
    int nameEnd = -1;
    boolean afterAs = false;
    while (token.find()) {
      String name = token.group("name");
      if (name == null) {
        nameEnd = token.group("quoted") == null ? -1 : token.end();
        afterAs = false;
        continue;
      }
      boolean part = nameEnd >= 0 && token.start() == nameEnd + 1 && sql.charAt(nameEnd) == '.';
      boolean alias =
          afterAs && sql.substring(nameEnd, token.start()).isBlank() && isAlias(name, token, sql);
      boolean standsForAName =
          part || alias || token.group("argument") != null || name.equalsIgnoreCase("sqlstate");
      if (standsForAName && WORDS.isReservedWord(name.toUpperCase(Locale.ROOT))) {
        token.appendReplacement(
            quoted,
            Matcher.quoteReplacement(
                '"' + name + '"' + sql.substring(token.end("name"), token.end())));
      }
      nameEnd = token.end("name");
      afterAs = !part && name.equalsIgnoreCase("as");
    }
    return token.appendTail(quoted).toString();
  }

  private static boolean isAlias(String word, Matcher token, String sql) {
    return !TYPES.contains(word.toUpperCase(Locale.ROOT))
        || END_OF_COLUMN.matcher(sql).region(token.end(), sql.length()).lookingAt();
  }
}
