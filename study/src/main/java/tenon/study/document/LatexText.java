package tenon.study.document;

import java.util.Map;

/** Text inside LaTeX: what has a meaning there is escaped, and rare signs become mathematics. */
final class LatexText {
  private static final Map<Integer, String> SIGNS =
      Map.ofEntries(
          Map.entry((int) '\\', "\\textbackslash{}"),
          Map.entry((int) '{', "\\{"),
          Map.entry((int) '}', "\\}"),
          Map.entry((int) '$', "\\$"),
          Map.entry((int) '&', "\\&"),
          Map.entry((int) '%', "\\%"),
          Map.entry((int) '#', "\\#"),
          Map.entry((int) '_', "\\_"),
          Map.entry((int) '^', "\\textasciicircum{}"),
          Map.entry((int) '~', "\\textasciitilde{}"),
          Map.entry((int) '<', "\\textless{}"),
          Map.entry((int) '>', "\\textgreater{}"),
          Map.entry((int) '|', "\\textbar{}"),
          Map.entry((int) '"', "\\symbol{34}"),
          Map.entry((int) '≤', "$\\leq$"),
          Map.entry((int) '≥', "$\\geq$"),
          Map.entry((int) '≈', "$\\approx$"),
          Map.entry((int) '≠', "$\\neq$"),
          Map.entry((int) '×', "$\\times$"),
          Map.entry((int) '±', "$\\pm$"),
          Map.entry((int) '−', "$-$"),
          Map.entry((int) '·', "$\\cdot$"),
          Map.entry((int) '→', "$\\rightarrow$"),
          Map.entry((int) '∞', "$\\infty$"),
          Map.entry((int) '²', "$^2$"),
          Map.entry((int) '³', "$^3$"),
          Map.entry((int) '°', "$^\\circ$"),
          Map.entry((int) '√', "$\\surd$"),
          Map.entry((int) '∑', "$\\sum$"),
          Map.entry((int) '∈', "$\\in$"),
          Map.entry((int) '∧', "$\\wedge$"),
          Map.entry((int) '∨', "$\\vee$"),
          Map.entry((int) '…', "\\ldots{}"),
          Map.entry((int) '\u00a0', "~"),
          Map.entry((int) '\n', "\\\\\n"));

  /** Greek letters in the order of Unicode from alpha, without the final sigma. */
  private static final String[] GREEK =
      ("alpha beta gamma delta varepsilon zeta eta theta iota kappa lambda mu nu xi o pi rho "
              + "varsigma sigma tau upsilon varphi chi psi omega")
          .split(" ", -1);

  private static final Map<Integer, String> CAPITALS =
      Map.of(
          (int) 'Γ', "Gamma", (int) 'Δ', "Delta", (int) 'Θ', "Theta", (int) 'Λ', "Lambda",
          (int) 'Ξ', "Xi", (int) 'Π', "Pi", (int) 'Σ', "Sigma", (int) 'Φ', "Phi", (int) 'Ψ', "Psi",
          (int) 'Ω', "Omega");

  private LatexText() {}

  static String escape(String text) {
    StringBuilder latex = new StringBuilder();
    text.codePoints().forEach(character -> latex.append(escape(character)));
    return latex.toString();
  }

  private static String escape(int character) {
    String sign = SIGNS.get(character);
    if (sign != null) {
      return sign;
    }
    int greek = character - 'α';
    if (greek >= 0 && greek < GREEK.length) {
      return "$" + (GREEK[greek].equals("o") ? "o" : "\\" + GREEK[greek]) + "$";
    }
    String capital = CAPITALS.get(character);
    return capital == null ? Character.toString(character) : "$\\" + capital + "$";
  }

  /** Whether the text needs fonts for ideographs. */
  static boolean hasIdeographs(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.isIdeographic(c) || (c >= 0x3000 && c <= 0xFFEF));
  }
}
