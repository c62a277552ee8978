package tenon.study.exposure;

import java.util.ArrayList;
import java.util.List;
import tenon.model.Basis;
import tenon.study.recipe.Recipe;
import tenon.study.recipe.Setting;
import tenon.study.text.Numbers;
import tenon.study.text.Words;
import tenon.twin.SiteExposure;

/** What the method takes for granted. */
final class ExposureAssumptions {
  private final ExposureFacts facts;
  private final Recipe recipe;
  private final Words words;
  private final String assessed;

  ExposureAssumptions(ExposureFacts facts) {
    this.facts = facts;
    recipe = facts.subject().recipe();
    words = facts.subject().words();
    assessed = Numbers.count(facts.ranked().size());
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(words.get("assume.alone"));
    lines.add(words.get("assume.best"));
    boolean lost = recipe.flag(Setting.EXPOSURE_STOCK_LOST);
    lines.add(words.get(lost ? "assume.stock.lost" : "assume.stock.kept"));
    lines.add(recovery());
    lines.add(
        words.get(
            "assume.interval",
            spread(Basis.OBSERVED),
            spread(Basis.DECLARED),
            spread(Basis.MODELLED),
            spread(Basis.ASSUMED)));
    lines.add(probability());
    lines.add(
        words.get("assume.horizon", Numbers.shown(recipe.number(Setting.EXPOSURE_HORIZON_DAYS))));
    if (!recipe.texts(Setting.EXPOSURE_ROLES).isEmpty()) {
      String roles = String.join(", ", recipe.texts(Setting.EXPOSURE_ROLES));
      lines.add(words.get("assume.roles", assessed, roles));
    }
    if (!recipe.texts(Setting.EXPOSURE_SITES).isEmpty()) {
      lines.add(words.get("assume.sites", assessed));
    }
    return List.copyOf(lines);
  }

  private String recovery() {
    long assumed = facts.ranked().stream().filter(row -> row.ttrBasis() == Basis.ASSUMED).count();
    String days = Numbers.shown(recipe.number(Setting.EXPOSURE_TTR_DAYS));
    return assumed == 0
        ? words.get("assume.ttr.none")
        : words.get("assume.ttr", Numbers.count(assumed), assessed, days);
  }

  private String probability() {
    long assumed = facts.ranked().stream().filter(SiteExposure::probabilityAssumed).count();
    String given = Numbers.probability(recipe.number(Setting.EXPOSURE_PROBABILITY));
    return assumed == 0
        ? words.get("assume.probability.none")
        : words.get("assume.probability", Numbers.count(assumed), assessed, given);
  }

  private static String spread(Basis basis) {
    return "±" + Numbers.percent(basis.relativeSpread());
  }
}
