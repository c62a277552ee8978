package tenon.study.composite;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.assess.Template;
import tenon.assess.Templates;
import tenon.assess.structure.ChainMeasure;
import tenon.assess.structure.UnitKind;
import tenon.assess.structure.UnitMeasures;
import tenon.packages.YamlObject;

/**
 * What a study wants of a chain.
 *
 * @param kind what its units are there
 * @param level level of the regions that are units; empty for those of the panel, or those with
 *     sites where there is no panel
 * @param period period of the values; empty for the last of the panel
 * @param byCode measures by indicator
 */
record ChainRequest(UnitKind kind, String level, String period, Map<String, Wanted> byCode) {

  /** Keys that belong to it. */
  static final List<String> KEYS = List.of("units", "level", "chain_period", "from_chain");

  private static final String TEMPLATE = "template";

  /**
   * A measure for an indicator.
   *
   * @param choice the measure
   * @param scale factor to the unit of the indicator; {@code NaN} for 100 where the indicator is in
   *     percent and the measure a fraction, else 1
   */
  record Wanted(UnitMeasures.Choice choice, double scale) {}

  /** Reads it; null where a study asks nothing of a chain. */
  static @Nullable ChainRequest of(YamlObject root, @Nullable String template) {
    String kind = root.word("units", kinds(), false);
    String level = root.text("level", false);
    String period = root.text("chain_period", false);
    UnitKind known = kind == null ? null : UnitKind.named(kind);
    if (!root.has("from_chain") && known == null) {
      return null;
    }
    return new ChainRequest(
        known == null ? UnitKind.REGIONS : known,
        level == null ? "" : level,
        period == null ? "" : period,
        root.has("from_chain") ? wanted(root, template) : Map.of());
  }

  private static List<String> kinds() {
    return List.of(UnitKind.values()).stream().map(UnitKind::title).toList();
  }

  private static Map<String, Wanted> wanted(YamlObject root, @Nullable String template) {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    if (!root.isMapping("from_chain")) {
      String word = root.text("from_chain", true);
      if (TEMPLATE.equals(word) && template != null && Templates.names().contains(template)) {
        return ofTemplate(Templates.named(template));
      }
      if (word != null) {
        PipelineReader.refuse(root, "from_chain", "from-chain-what", measures());
      }
      return wanted;
    }
    YamlObject codes = root.object("from_chain");
    if (codes == null) {
      return wanted;
    }
    for (String code : codes.keys()) {
      Wanted one = codes.isMapping(code) ? full(codes, code) : plain(codes, code);
      if (one != null) {
        wanted.put(code, one);
      }
    }
    return wanted;
  }

  private static String measures() {
    return String.join(", ", ChainMeasure.titles());
  }

  private static Map<String, Wanted> ofTemplate(Template template) {
    Map<String, Wanted> wanted = new LinkedHashMap<>();
    for (Template.Origin origin : template.origins()) {
      String from = origin.fromChain();
      if (from != null) {
        String[] words = from.split(" ", 2);
        ChainMeasure measure = ChainMeasure.named(words[0]);
        if (measure == null) {
          throw new IllegalStateException(template.name() + " names no measure: " + from);
        }
        double scale = words.length > 1 ? Double.parseDouble(words[1]) : Double.NaN;
        wanted.put(origin.code(), new Wanted(UnitMeasures.Choice.of(measure), scale));
      }
    }
    return wanted;
  }

  private static @Nullable Wanted plain(YamlObject codes, String code) {
    String word = codes.word(code, ChainMeasure.titles(), true);
    ChainMeasure measure = word == null ? null : ChainMeasure.named(word);
    if (measure == null) {
      return null;
    }
    if (measure.sectors() > 0) {
      PipelineReader.refuse(codes, code, "chain-sectors", Integer.toString(measure.sectors()));
      return null;
    }
    return new Wanted(UnitMeasures.Choice.of(measure), Double.NaN);
  }

  private static @Nullable Wanted full(YamlObject codes, String code) {
    YamlObject one = codes.object(code);
    if (one == null) {
      return null;
    }
    one.allow(List.of("measure", "n", "sectors", "scale"));
    String word = one.word("measure", ChainMeasure.titles(), true);
    double n = one.number("n", false, 1, 1e6);
    double scale = one.number("scale", false, -1e12, 1e12);
    List<String> sectors = one.has("sectors") ? one.texts("sectors") : List.of();
    ChainMeasure measure = word == null ? null : ChainMeasure.named(word);
    if (measure == null) {
      return null;
    }
    if (sectors.size() != measure.sectors()) {
      PipelineReader.refuse(one, "sectors", "chain-sectors", Integer.toString(measure.sectors()));
      return null;
    }
    if (one.has("n") && measure != ChainMeasure.OUTPUT_TOP_SHARE) {
      PipelineReader.refuse(one, "n", "chain-n", measure.title());
      return null;
    }
    int firms = Double.isNaN(n) ? 3 : (int) n;
    return new Wanted(new UnitMeasures.Choice(measure, firms, sectors), scale);
  }
}
