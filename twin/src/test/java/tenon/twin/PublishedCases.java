package tenon.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import tenon.model.Chain;
import tenon.model.Progress;
import tools.jackson.databind.JsonNode;

/** Cases computed by another program from the formulas of Simchi-Levi et al. (2015). */
public final class PublishedCases {
  private static final double TOLERANCE = 1e-6;
  private static final double TTS_CAP = 1000;

  private PublishedCases() {}

  /** Five nodes with a derivation by hand; tolerance 1e-6 as the case states. */
  public static void agreesWithFiveNodes(JsonNode json) {
    StringBuilder text = new StringBuilder();
    JsonNode nodes = json.at("/input/nodes");
    for (Map.Entry<String, JsonNode> node : nodes.properties()) {
      String id = node.getKey();
      JsonNode facts = node.getValue();
      String product = facts.has("product") ? "product-" + id : facts.path("makes").asString();
      text.append(String.format(Locale.ROOT, "%s makes %s %s/d%s\n", id, product, facts.get("cap"), from(facts.path("bom"))));
      text.append(String.format(Locale.ROOT, "%s holds %s %s\n", id, facts.get("inv"), product));
      text.append(String.format(Locale.ROOT, "site %s ttr %s observed p 0.05\n", id, facts.get("ttr")));
      if (facts.has("product")) {
        text.append(String.format(Locale.ROOT, "%s needs %s %s\n", id, facts.get("demand"), product));
        text.append(String.format(Locale.ROOT, "product %s margin %s criticality 1\n", product, facts.get("margin")));
      }
    }
    for (JsonNode arc : json.at("/input/arcs")) {
      String supplier = arc.get(0).asString();
      String product = nodes.at("/" + supplier + "/makes").asString();
      text.append(String.format(Locale.ROOT, "%s -%s-> %s inf/d\n", supplier, product, arc.get(1).asString()));
    }
    Chain chain = ChainText.chain(text.toString());
    for (SiteExposure exposure : assess(chain).sites()) {
      String id = chain.sites().keys().key(exposure.site());
      JsonNode expected = json.at("/expected/" + id);
      assertThat(exposure.lostMargin()).as(id).isCloseTo(number(expected, "PI"), close());
      assertThat(exposure.ttsDays()).as(id).isCloseTo(number(expected, "TTS"), close());
      assertThat(exposure.exposed()).as(id).isEqualTo(expected.get("exposed").asBoolean());
      for (DemandLoss loss : exposure.losses()) {
        String at = chain.sites().keys().key(chain.demands().site(loss.demand()));
        assertThat(loss.units()).isCloseTo(number(expected.get("lost"), at), close());
      }
    }
  }

  /** Three tiers of 35 nodes: every node, and 20 pairs. */
  public static void agreesWithThirtyFiveNodes(JsonNode json) {
    Chain chain = chainOfThirtyFiveNodes(json);
    Map<String, SiteExposure> bySite = new TreeMap<>();
    assess(chain).sites().forEach(e -> bySite.put(chain.sites().keys().key(e.site()), e));
    for (JsonNode expected : json.get("results_single")) {
      SiteExposure exposure = Objects.requireNonNull(bySite.get(expected.get("node").asString()));
      assertThat(exposure.lostMargin())
          .as(expected.toString())
          .isCloseTo(number(expected, "lost_profit"), close());
      assertThat(Math.min(TTS_CAP, exposure.ttsDays()))
          .as(expected.toString())
          .isCloseTo(number(expected, "tts"), close());
    }
    try (SiteSets sets = new SiteSets(chain, ExposureSpec.standard())) {
      for (JsonNode expected : json.get("results_pairs")) {
        String first = expected.at("/nodes/0").asString();
        String second = expected.at("/nodes/1").asString();
        assertThat(sets.lostMargin(number(expected, "ttr"), first, second))
            .as(expected.toString())
            .isCloseTo(number(expected, "lost_profit"), close());
        assertThat(Math.min(TTS_CAP, sets.ttsDays(first, second)))
            .as(expected.toString())
            .isCloseTo(number(expected, "tts"), close());
      }
    }
  }

  private static Chain chainOfThirtyFiveNodes(JsonNode json) {
    StringBuilder text = new StringBuilder();
    Map<String, String> makes = new TreeMap<>();
    Map<String, String> ttr = new TreeMap<>();
    for (JsonNode single : json.get("results_single")) {
      ttr.put(single.get("node").asString(), single.get("ttr").toString());
    }
    for (JsonNode node : json.get("nodes")) {
      String id = node.get("id").asString();
      String product = node.get("material").asString();
      makes.put(id, product);
      text.append(String.format(Locale.ROOT, "%s makes %s %s/d%s\n", id, product, node.get("capacity"), from(json.at("/bom/" + id))));
      text.append(String.format(Locale.ROOT, "%s holds %s %s\n", id, node.get("stock"), product));
      text.append(String.format(Locale.ROOT, "site %s ttr %s observed p 0.05\n", id, ttr.getOrDefault(id, "?")));
      if (node.has("demand")) {
        text.append(String.format(Locale.ROOT, "%s needs %s %s\n", id, node.get("demand"), product));
        text.append(String.format(Locale.ROOT, "product %s margin %s criticality 1\n", product, node.get("profit")));
      }
    }
    for (JsonNode edge : json.get("edges")) {
      String supplier = edge.get(0).asString();
      text.append(String.format(Locale.ROOT, "%s -%s-> %s inf/d\n", supplier, makes.getOrDefault(supplier, "?"), edge.get(1).asString()));
    }
    return ChainText.chain(text.toString());
  }

  private static String from(JsonNode bom) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, JsonNode> input : bom.properties()) {
      text.append(text.isEmpty() ? " from " : " + ");
      text.append(input.getValue()).append(' ').append(input.getKey());
    }
    return text.toString();
  }

  private static ExposureResult assess(Chain chain) {
    return Exposure.assess(chain, ExposureSpec.standard().withThreads(2), Progress.NONE);
  }

  private static double number(JsonNode node, String name) {
    return node.get(name).asDouble();
  }

  private static Offset<Double> close() {
    return within(TOLERANCE);
  }
}
