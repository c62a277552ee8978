package tenon.examples;

/** From low to high, both included. */
record Range(double low, double high) {
  Range {
    if (!(low <= high)) {
      throw new IllegalArgumentException("a range needs low <= high, not " + low + "-" + high);
    }
  }

  /** Reads {@code 2-4}, or {@code 3} for 3 to 3. */
  static Range parse(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      double value = Double.parseDouble(text);
      return new Range(value, value);
    }
    return new Range(
        Double.parseDouble(text.substring(0, dash)), Double.parseDouble(text.substring(dash + 1)));
  }

  /** The number at a fraction of the way. */
  double at(double fraction) {
    return low + (high - low) * fraction;
  }
}
