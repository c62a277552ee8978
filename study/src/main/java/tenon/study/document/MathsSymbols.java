package tenon.study.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.study.document.Maths.Kind;
import tenon.study.document.Maths.Symbol;

/** Names of symbols in LaTeX. */
final class MathsSymbols {
  private static final String GREEK =
      "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ "
          + "iota ι kappa κ lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi ϕ "
          + "varphi φ chi χ psi ψ omega ω ell ℓ";
  private static final String CAPITALS =
      "Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω infty ∞ "
          + "emptyset ∅ partial ∂ nabla ∇ top ⊤";
  private static final String OPERATORS =
      "sum ∑ prod ∏ int ∫ cup ∪ cap ∩ bigcup ⋃ bigcap ⋂ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ "
          + "approx ≈ sim ∼ equiv ≡ propto ∝ in ∈ notin ∉ subset ⊂ subseteq ⊆ setminus ∖ times × "
          + "cdot · pm ± mp ∓ to → rightarrow → leftarrow ← Rightarrow ⇒ Leftrightarrow ⇔ mapsto ↦ "
          + "mid ∣ vert | Vert ‖ lVert ‖ rVert ‖ lvert | rvert | forall ∀ exists ∃ ldots … dots … "
          + "cdots ⋯ vdots ⋮ circ ∘ otimes ⊗ oplus ⊕ odot ⊙ ll ≪ gg ≫ lfloor ⌊ rfloor ⌋ lceil ⌈ "
          + "rceil ⌉ langle ⟨ rangle ⟩ prime ′ perp ⊥ wedge ∧ vee ∨ neg ¬ colon : star ⋆ ast ∗ "
          + "div ÷ { { } } | ‖ % % & & # # _ _ $ $ lbrace { rbrace }";
  private static final String FUNCTIONS =
      "min max sup inf lim argmin argmax log ln exp sin cos tan det Pr arg var cov rank tr diag";
  private static final Set<String> LIMITS =
      Set.of("∑", "∏", "⋃", "⋂", "min", "max", "sup", "inf", "lim", "argmin", "argmax");
  private static final Map<String, String> SPACES =
      Map.of(
          ",", "0.17em", ":", "0.22em", ";", "0.28em", " ", "0.3em", "quad", "1em", "qquad", "2em");
  private static final Map<String, String> ACCENTS =
      Map.of(
          "hat",
          "^",
          "widehat",
          "^",
          "bar",
          "¯",
          "overline",
          "¯",
          "tilde",
          "~",
          "widetilde",
          "~",
          "dot",
          "˙",
          "ddot",
          "¨",
          "vec",
          "→");
  private static final Map<String, Symbol> NAMED = named();

  private MathsSymbols() {}

  static @Nullable Symbol named(String name) {
    return NAMED.get(name);
  }

  static @Nullable String accent(String name) {
    return ACCENTS.get(name);
  }

  static boolean hasLimits(Symbol symbol) {
    return symbol.kind() != Kind.WORDS && LIMITS.contains(symbol.text());
  }

  /** Letters for sets of numbers. */
  static String doubleStruck(String letters) {
    String plain = "RNZQCEPI1";
    String struck = "ℝℕℤℚℂ𝔼ℙ𝕀𝟙";
    int[] marks = struck.codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.charAt(i);
      int at = plain.indexOf(letter);
      text.appendCodePoint(at < 0 ? letter : marks[at]);
    }
    return text.toString();
  }

  private static Map<String, Symbol> named() {
    Map<String, Symbol> named = new HashMap<>();
    put(named, GREEK, Kind.VARIABLE);
    put(named, CAPITALS, Kind.UPRIGHT);
    put(named, OPERATORS, Kind.OPERATOR);
    for (String function : FUNCTIONS.split(" ", -1)) {
      named.put(function, new Symbol(function, Kind.UPRIGHT));
    }
    SPACES.forEach((name, width) -> named.put(name, new Symbol(width, Kind.SPACE)));
    return Map.copyOf(named);
  }

  private static void put(Map<String, Symbol> named, String pairs, Kind kind) {
    String[] words = pairs.split(" ", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      named.put(words[i], new Symbol(words[i + 1], kind));
    }
  }
}
