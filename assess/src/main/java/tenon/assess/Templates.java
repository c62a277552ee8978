package tenon.assess;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Resource;

/** The systems of indicators that ship with this room. */
public final class Templates {
  private static final String REGIONAL = "regional-chain-resilience";
  private static final String REGIONAL_SOURCE =
      "Zhang J. (2024), Study how to enhance and restructure the resilience of regional industrial"
          + " chains under the new development model, ARISE 4(4), 100-125";

  private static final String TRADE_SOURCE =
      "Dimensions and indicators: Yu, Zhang, Yang, Yao (2025), Journal of Distribution Science"
          + " 23(12)";
  private static final String DIGITAL_SOURCE =
      "Indicators of intelligent manufacturing and digital investment: Zhang J. (2024), ARISE 4(4),"
          + " 100-125; the other indicators and the grouping are our own choice";
  private static final String SYNERGY_SOURCE =
      "Matching, driving and conversion rates: Zhang J. (2024), ARISE 4(4), 100-125; the other"
          + " indicators and the grouping are our own choice";
  private static final String ALLOCATION_SOURCE =
      "Capital turnover, equipment utilisation and labour productivity: Zhang J. (2024), ARISE"
          + " 4(4), 100-125; the other indicators and the grouping are our own choice";
  private static final String OWN_SOURCE =
      "Our own choice of indicators; no published system is reproduced";

  /** Source by name. */
  private static final Map<String, String> SOURCES = sources();

  private Templates() {}

  private static Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>();
    sources.put(REGIONAL, REGIONAL_SOURCE);
    sources.put("urban-trade-resilience", TRADE_SOURCE);
    sources.put("urban-trade-resilience-raw", TRADE_SOURCE);
    sources.put("new-quality-productive-forces", OWN_SOURCE);
    sources.put("industrial-synergy", SYNERGY_SOURCE);
    sources.put("resource-allocation", ALLOCATION_SOURCE);
    sources.put("business-environment", OWN_SOURCE);
    sources.put("digital-maturity", DIGITAL_SOURCE);
    sources.put("green-development", OWN_SOURCE);
    return Collections.unmodifiableMap(sources);
  }

  /** Names of all templates. */
  public static List<String> names() {
    return List.copyOf(SOURCES.keySet());
  }

  /**
   * The template of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Template named(String name) {
    String source = SOURCES.get(name);
    if (source == null) {
      throw new IllegalArgumentException(name + " is none of " + names());
    }
    return read(name, source);
  }

  /**
   * Regional industrial-chain resilience: three dimensions, six elements, twelve indicators, with
   * the published weights. The goalposts are our own choice, since none are published; see {@link
   * Template#origins}.
   */
  public static Columns regionalChainResilience() {
    return named(REGIONAL).hierarchy();
  }

  private static Template read(String name, String source) {
    List<String> lines = lines(name + ".csv");
    List<String> header = List.of(lines.getFirst().split(",", -1));
    Columns.Builder hierarchy = new Columns.Builder(Resource.HIERARCHY);
    List<Template.Origin> origins = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      // Our own resource holds no quoted cells, so a cell ends at every comma.
      Row row = new Row(header, List.of(line.split(",", -1)));
      hierarchy.row();
      for (Field field : Resource.HIERARCHY.fields()) {
        set(hierarchy, field, row.text(field.name()));
      }
      origins.add(row.origin());
    }
    return new Template(name, source, hierarchy.build(), origins);
  }

  private static void set(Columns.Builder hierarchy, Field field, @Nullable String cell) {
    if (cell == null) {
      return;
    }
    if (field.type() == Field.Type.NUMBER) {
      hierarchy.set(field.name(), Double.parseDouble(cell));
    } else {
      hierarchy.set(field.name(), cell);
    }
  }

  private static List<String> lines(String resource) {
    try (InputStream stream = Templates.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The jar lacks " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("The jar cannot be read at " + resource, e);
    }
  }

  private record Row(List<String> header, List<String> cells) {
    @Nullable String text(String column) {
      int at = header.indexOf(column);
      return at < 0 || cells.get(at).isEmpty() ? null : cells.get(at);
    }

    Template.Origin origin() {
      return new Template.Origin(
          cells.getFirst(),
          from("weight_from"),
          from("goalposts_from"),
          from("target_from"),
          text("note"),
          text("note_zh"),
          text("from_chain"));
    }

    private Template.@Nullable From from(String column) {
      String word = text(column);
      return word == null ? null : Template.From.valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
