package tenon.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Basis;
import tenon.model.Finding;
import tenon.twin.SiteExposure;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was taken for granted, and what the data left in doubt. */
final class AssumptionSection {
  private static final int EXAMPLES = 5;

  private final ExposureFacts facts;
  private final Words words;

  AssumptionSection(ExposureFacts facts, Words words) {
    this.facts = facts;
    this.words = words;
  }

  ArrayNode ofMethod() {
    ExposureRecipe recipe = facts.recipe();
    long ttr = facts.ranked().stream().filter(row -> row.ttrBasis() == Basis.ASSUMED).count();
    long probability = facts.ranked().stream().filter(SiteExposure::probabilityAssumed).count();
    String assessed = Numbers.count(facts.ranked().size());
    List<String> lines = new ArrayList<>();
    lines.add(words.get("assume.alone"));
    lines.add(words.get("assume.best"));
    lines.add(words.get(recipe.stockLost() ? "assume.stock.lost" : "assume.stock.kept"));
    lines.add(
        ttr == 0
            ? words.get("assume.ttr.none")
            : words.get(
                "assume.ttr",
                Numbers.count(ttr),
                assessed,
                Numbers.shown(recipe.assumedTtrDays())));
    lines.add(words.get("assume.interval", spread(Basis.OBSERVED), spread(Basis.DECLARED),
        spread(Basis.MODELLED), spread(Basis.ASSUMED)));
    lines.add(
        probability == 0
            ? words.get("assume.probability.none")
            : words.get(
                "assume.probability",
                Numbers.count(probability),
                assessed,
                Numbers.probability(recipe.assumedProbabilityPerYear())));
    lines.add(words.get("assume.horizon", Numbers.shown(recipe.horizonDays())));
    if (!recipe.roles().isEmpty()) {
      lines.add(words.get("assume.roles", assessed, String.join(", ", recipe.roles())));
    }
    if (!recipe.siteIds().isEmpty()) {
      lines.add(words.get("assume.sites", assessed));
    }
    return Json.array(lines);
  }

  private static String spread(Basis basis) {
    return "±" + Numbers.percent(basis.relativeSpread());
  }

  ArrayNode ofPackage() {
    return Json.array(facts.info().assumptions());
  }

  /** Findings by kind, each with its first examples. */
  ArrayNode findings() {
    Map<String, List<Finding>> kinds = new LinkedHashMap<>();
    for (Finding finding : facts.findings()) {
      kinds.computeIfAbsent(finding.code(), none -> new ArrayList<>()).add(finding);
    }
    ArrayNode array = Json.array();
    kinds.forEach(
        (code, findings) -> {
          ObjectNode node = array.addObject();
          node.put("title", words.get("findings.kind", code, Numbers.count(findings.size())));
          ArrayNode texts = node.putArray("texts");
          for (Finding finding : findings.subList(0, Math.min(EXAMPLES, findings.size()))) {
            texts.add(finding.text(words.locale()));
          }
          if (findings.size() > EXAMPLES) {
            texts.add(words.get("findings.more", Numbers.count(findings.size() - EXAMPLES)));
          }
        });
    return array;
  }
}
