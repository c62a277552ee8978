package tenon.model;

/** How much a finding weighs: an error refuses the input, a warning does not. */
public enum Severity {
  ERROR,
  WARNING
}
