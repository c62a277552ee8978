package tenon.study.composite;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tenon.assess.fuzzy.Membership;
import tenon.assess.fuzzy.Operator;
import tenon.assess.statistics.Coupling;
import tenon.study.document.Block;
import tenon.study.text.Numbers;

/** Formulas of the statistics that a report shows, in the order of its sections. */
final class IndexFormulas {
  private final IndexReport report;

  IndexFormulas(IndexReport report) {
    this.report = report;
  }

  void add() {
    reliability();
    Membership membership = report.chosen.reading().membership();
    if (membership != null) {
      fuzzy(membership);
    }
    spread();
    if (report.neighbours != null) {
      space();
    }
    if (report.periods() > 1) {
      time();
    }
    dimensions();
    outside();
    if (!report.chosen.factors().isEmpty()) {
      robustness();
    }
  }

  private void entry(String key, String latex, String plain) {
    report.say("composite.m.s." + key);
    more(latex, plain);
  }

  /** The same, with what the study chose. */
  private void chosen(String key, String latex, String plain, String... choices) {
    report.say("composite.m.s." + key, choices);
    more(latex, plain);
  }

  private String word(String key) {
    return report.words.get("composite.m.s." + key);
  }

  /** The sign of an operator of the fuzzy evaluation. */
  static String sign(Operator operator) {
    return switch (operator) {
      case PRODUCT_SUM -> "M(·,+)";
      case MIN_MAX -> "M(∧,∨)";
      case PRODUCT_MAX -> "M(·,∨)";
      case MIN_BOUNDED_SUM -> "M(∧,+)";
    };
  }

  /** A membership function in words. */
  static String membership(IndexReport report, Membership membership) {
    return switch (membership) {
      case Membership.Trapezoid(double overlap) ->
          report.words.get("composite.fuzzy.trapezoid", Numbers.exactCell(overlap));
      case Membership.Crisp _ -> report.word("fuzzy.crisp");
      case Membership.Triangular _ -> report.word("fuzzy.triangular");
    };
  }

  private void more(String latex, String plain) {
    report.blocks.add(new Block.Formula(latex, plain));
  }

  private void reliability() {
    entry(
        "alpha",
        "\\alpha = \\frac{p}{p - 1} \\left( 1 - \\frac{\\sum_{j} s_j^2}{s^2} \\right)",
        "alpha = p / (p - 1) (1 - sum of s_j^2 / s^2)");
    entry(
        "kmo",
        "\\mathrm{KMO} = \\frac{\\sum_{i \\n"
            + "e j} r_{ij}^2}{\\sum_{i \\n"
            + "e j} r_{ij}^2 + \\sum_{i \\n"
            + "e j} q_{ij}^2}, \\quad q_{ij} = - \\frac{R^{-1}_{ij}}{\\sqrt{R^{-1}_{ii}"
            + " R^{-1}_{jj}}}",
        "KMO = sum r_ij^2 / (sum r_ij^2 + sum q_ij^2), q_ij = - Rinv_ij / sqrt(Rinv_ii Rinv_jj)");
    more(
        "\\chi^2 = - \\left( n - 1 - \\frac{2 p + 5}{6} \\right) \\ln |R|, \\quad \\mathrm{df} ="
            + " \\frac{p (p - 1)}{2}",
        "chi2 = - (n - 1 - (2 p + 5) / 6) ln det R, df = p (p - 1) / 2");
  }

  private void fuzzy(Membership membership) {
    chosen(
        "fuzzy",
        "B = w \\circ R, \\quad B_g = \\sum_{k} w_k r_{kg}, \\quad s = B V",
        "B = w o R, for M(.,+) B_g = sum of w_k r_kg, s = B V",
        membership(report, membership),
        report.chosen.reading().operators().stream()
            .map(IndexFormulas::sign)
            .collect(Collectors.joining(" ")),
        Arrays.stream(Membership.middles(report.grades.bounds()))
            .mapToObj(middle -> Numbers.exactCell(Math.rint(middle * 1e12) / 1e12))
            .collect(Collectors.joining(", ")));
  }

  private void spread() {
    entry(
        "density",
        "f(x) = \\frac{1}{n h} \\sum_{i} \\varphi \\left( \\frac{x - x_i}{h} \\right), \\quad h ="
            + " 0.9 \\min \\left( s, \\frac{\\mathrm{IQR}}{1.34} \\right) n^{-1/5}",
        "f(x) = sum of phi((x - x_i) / h) / (n h), h = 0.9 min(s, IQR / 1.34) n^(-1/5)");
    if (report.groups == null) {
      return;
    }
    entry(
        "dagum",
        "G = \\frac{\\sum_{i} \\sum_{j} |y_i - y_j|}{2 n^2 \\mu} = G_w + G_{nb} + G_t, \\quad G_w ="
            + " \\sum_{j} G_{jj} p_j s_j",
        "G = sum of |y_i - y_j| / (2 n^2 mu) = Gw + Gnb + Gt, Gw = sum of G_jj p_j s_j");
    more(
        "G_{nb} = \\sum_{j} \\sum_{h < j} G_{jh} (p_j s_h + p_h s_j) D_{jh}, \\quad D_{jh} ="
            + " \\frac{d_{jh} - p_{jh}}{d_{jh} + p_{jh}}",
        "Gnb = sum of G_jh (p_j s_h + p_h s_j) D_jh, D_jh = (d_jh - p_jh) / (d_jh + p_jh)");
    more(
        "T = \\frac{1}{n} \\sum_{i} \\frac{y_i}{\\mu} \\ln \\frac{y_i}{\\mu}",
        "T = mean of y_i / mu ln(y_i / mu)");
  }

  private void space() {
    chosen(
        "moran",
        "I = \\frac{n}{S_0} \\frac{z' W z}{z' z}, \\quad I_i = \\frac{z_i}{m_2} \\sum_{j} w_{ij}"
            + " z_j, \\quad m_2 = \\frac{\\sum_{i} z_i^2}{n}",
        "I = n / S0 z'Wz / z'z, I_i = z_i / m2 sum of w_ij z_j, m2 = sum of z_i^2 / n",
        weights(),
        Integer.toString(report.chosen.reading().permutations()));
    more(
        "C = \\frac{(n - 1) \\sum_{i} \\sum_{j} w_{ij} (x_i - x_j)^2}{2 S_0 \\sum_{i} z_i^2}",
        "C = (n - 1) sum of w_ij (x_i - x_j)^2 / (2 S0 sum of z_i^2)");
  }

  /** Who is whose neighbour, in words. */
  private String weights() {
    return switch (Objects.requireNonNull(report.chosen.space())) {
      case Space.Pairs(Path file) ->
          report.words.get("composite.m.s.space.pairs", String.valueOf(file.getFileName()));
      case Space.Nearest(int count) ->
          report.words.get("composite.m.s.space.nearest", Integer.toString(count));
      case Space.Distance(double power, double within) when Double.isInfinite(within) ->
          report.words.get("composite.m.s.space.distance", Numbers.exactCell(power));
      case Space.Distance(double power, double within) ->
          report.words.get(
              "composite.m.s.space.within", Numbers.exactCell(power), Numbers.exactCell(within));
      case Space.Economic(String column) ->
          report.words.get("composite.m.s.space.economic", column);
    };
  }

  private void time() {
    entry(
        "convergence",
        "\\mathrm{CV}_t = \\frac{s_t}{\\bar{y}_t}, \\quad \\ln \\frac{y_{i,t+1}}{y_{it}} = a + b"
            + " \\ln y_{it} + \\mu_i + \\n"
            + "u_t + \\varepsilon_{it}",
        "CV_t = sd_t / mean_t, ln(y_i,t+1 / y_it) = a + b ln y_it + mu_i + nu_t + e_it");
    more(
        "\\frac{1}{T} \\ln \\frac{y_{iT}}{y_{i0}} = a + b \\ln y_{i0} + \\varepsilon_i, \\quad"
            + " \\mathrm{speed} = - \\frac{\\ln(1 + b T)}{T}",
        "ln(y_iT / y_i0) / T = a + b ln y_i0 + e_i, speed = - ln(1 + b T) / T");
    Reading.Classes classes = report.chosen.reading().classes();
    chosen(
        "markov",
        "p_{kl} = \\frac{n_{kl}}{\\sum_{m} n_{km}}, \\quad \\chi^2 = \\sum_{s} \\sum_{k} \\sum_{l}"
            + " n_{k|s} \\frac{(p_{kl|s} - p_{kl})^2}{p_{kl}}",
        "p_kl = n_kl / sum of n_km, chi2 = sum of n_k|s (p_kl|s - p_kl)^2 / p_kl",
        Integer.toString(classes.count()),
        word(classes.pooled() ? "markov.pooled" : "markov.each"));
  }

  private void dimensions() {
    Map<String, Double> shares = report.chosen.reading().coupling().weights();
    String weights =
        shares.isEmpty()
            ? word("coupling.equal")
            : new TreeMap<>(shares)
                .entrySet().stream()
                    .map(one -> one.getKey() + " " + Numbers.exactCell(one.getValue()))
                    .collect(Collectors.joining(", "));
    if (report.chosen.reading().coupling().form() == Coupling.Form.STANDARD) {
      chosen(
          "coupling",
          "C = \\frac{n (\\prod_{k} U_k)^{1/n}}{\\sum_{k} U_k}, \\quad T = \\sum_{k} a_k U_k,"
              + " \\quad D = \\sqrt{C T}",
          "C = n (product of U_k)^(1/n) / sum of U_k, T = sum of a_k U_k, D = sqrt(C T)",
          weights);
    } else {
      chosen(
          "coupling",
          "C = \\sqrt{\\left( 1 - \\frac{2 \\sum_{i > j} |U_i - U_j|}{n (n - 1)} \\right) \\left("
              + " \\prod_{k} \\frac{U_k}{\\max U} \\right)^{1/(n-1)}}, \\quad T = \\sum_{k} a_k"
              + " U_k, \\quad D = \\sqrt{C T}",
          "C = sqrt((1 - 2 sum of |U_i - U_j| / (n (n - 1))) (product of U_k / max U)^(1/(n-1))),"
              + " T = sum of a_k U_k, D = sqrt(C T) (Wang et al. 2021)",
          weights);
    }
    entry(
        "obstacles",
        "O_j = \\frac{w_j (1 - z_j)}{\\sum_{k} w_k (1 - z_k)}",
        "O_j = w_j (1 - z_j) / sum of w_k (1 - z_k)");
  }

  private void outside() {
    if (report.periods() > 1) {
      entry(
          "drivers",
          "\\Delta I = \\sum_{k} w_k (z_{k1} - z_{k0})",
          "change of I = sum of w_k (z_k1 - z_k0)");
    }
    if (report.chosen.drivers().isEmpty()) {
      return;
    }
    if (report.neighbours != null) {
      entry(
          "durbin",
          "y = \\rho W y + X \\beta + W X \\theta + \\varepsilon, \\quad S_k = (I - \\rho W)^{-1}"
              + " (I \\beta_k + W \\theta_k)",
          "y = rho W y + X beta + W X theta + e, S_k = inverse(I - rho W) (I beta_k + W theta_k)");
    }
  }

  private void robustness() {
    entry(
        "sobol",
        "S_i = \\frac{V(E(y | x_i))}{V(y)}, \\quad \\mathrm{ST}_i = 1 - \\frac{V(E(y | x_{\\sim"
            + " i}))}{V(y)}",
        "S_i = V(E(y | x_i)) / V(y), ST_i = 1 - V(E(y | all but x_i)) / V(y)");
  }
}
