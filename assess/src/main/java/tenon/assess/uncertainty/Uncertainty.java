package tenon.assess.uncertainty;

import tenon.assess.Notes;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Panel;

/** Varies the choices behind an index and tells how far scores and ranks move. */
public final class Uncertainty {
  private Uncertainty() {}

  /** Draws as many combinations as the spec asks for, and runs them. */
  public static Loaded<UncertaintyResult> run(Panel panel, UncertaintySpec spec) {
    boolean sound = spec.factors().stream().noneMatch(f -> f.alternatives().isEmpty());
    Design design =
        sound
            ? Design.drawn(spec.factors(), spec.replications(), spec.seed(), "")
            : Design.of(new int[0][]);
    return replay(panel, spec, design);
  }

  /** Runs a given design, whatever number of replications the spec asks for. */
  public static Loaded<UncertaintyResult> replay(Panel panel, UncertaintySpec spec, Design design) {
    Findings findings = new Findings();
    Setup setup = Setup.of(panel, spec, findings);
    if (setup == null || !fits(design, spec, findings)) {
      return new Loaded.Rejected<>(findings.list());
    }
    Runs.Outcomes nominal = setup.nominal();
    Runs.Outcomes varied = findings.hasErrors() ? nominal : setup.run(design);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    UncertaintyResult result =
        new UncertaintyResult(
            panel,
            spec,
            design,
            nominal.scores()[0],
            nominal.ranks()[0],
            varied.scores(),
            varied.ranks(),
            setup.told());
    return new Loaded.Ready<>(result, result.findings());
  }

  private static boolean fits(Design design, UncertaintySpec spec, Findings findings) {
    Notes notes = Notes.about(Setup.FACTORS, findings);
    for (int run = 0; run < design.runs(); run++) {
      for (int factor = 0; factor < spec.factors().size(); factor++) {
        int alternative = design.alternative(run, factor);
        int count = spec.factors().get(factor).alternatives().size();
        if (alternative < 0 || alternative >= count) {
          String name = spec.factors().get(factor).name();
          notes.error("design-beyond", name, "" + (alternative + 1), "" + (run + 1), "" + count);
        }
      }
    }
    return !findings.hasErrors();
  }
}
