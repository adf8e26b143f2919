package dev.roster.calcite.settings;

import java.util.regex.Pattern;

/** The whole numbers from one to another, as a property may have them. */
record WholeNumbers(long least, long most) {

  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,17}");

  boolean contain(String value) {
    if (!DIGITS.matcher(value).matches()) {
      return false;
    }
    long number = Long.parseLong(value);
    return least <= number && number <= most;
  }

  /** Shows them as a message goes on. */
  @Override
  public String toString() {
    return "a whole number from " + least + " to " + most;
  }
}
