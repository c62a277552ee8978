package tenon.cli;

/** What a command ends with. */
final class ExitCode {
  /** Done. */
  static final int DONE = 0;

  /** Done, but the answer is no. */
  static final int NO = 1;

  /** Wrong input; the findings are on standard error. */
  static final int WRONG_INPUT = 2;

  /** A fault of ours. */
  static final int FAULT = 70;

  private ExitCode() {}
}
