package tenon.study.economy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenon.model.IndustryTable;
import tenon.model.Loaded;
import tenon.packages.YamlObject;
import tenon.twin.sector.ArioEvent;
import tenon.twin.sector.ArioSpec;

/**
 * Parameters and events of an ARIO run, read from YAML or JSON: {@code model_params}, {@code
 * steps}, and {@code event} or {@code events}; or one event alone. The names are those of BoARIO;
 * {@code None} leaves a parameter as usual.
 */
final class ArioFile {
  private static final List<String> PARAMETERS =
      List.of(
          "order_type",
          "alpha_base",
          "alpha_max",
          "alpha_tau",
          "rebuild_tau",
          "main_inv_dur",
          "monetary_factor",
          "temporal_units_by_step",
          "iotable_year_to_temporal_unit_factor",
          "infinite_inventories_sect",
          "inventory_dict",
          "productive_capital_vector",
          "productive_capital_to_VA_dict",
          "psi_param",
          "inventory_restoration_tau");
  private static final double MOST = Double.MAX_VALUE;
  private static final double MILLION = 1e6;

  /**
   * What a run is asked for.
   *
   * @param spec parameters
   * @param events what happens
   */
  record Run(ArioSpec spec, List<ArioEvent> events) {}

  private final IndustryTable table;
  private double money = MILLION;
  private double rebuildTau = 60;

  private ArioFile(IndustryTable table) {
    this.table = table;
  }

  static Loaded<Run> read(Path file, IndustryTable table) {
    return YamlObject.read(file, root -> new ArioFile(table).run(root));
  }

  private @Nullable Run run(YamlObject root) {
    ArioSpec spec = ArioSpec.usual();
    int steps = whole(root, "steps", 365, 1, 1_000_000);
    YamlObject parameters = given(root, "model_params") ? root.object("model_params") : null;
    if (parameters != null) {
      parameters.allow(PARAMETERS);
      spec = spec(parameters);
    }
    List<YamlObject> given = new ArrayList<>();
    if (root.isSequence("events")) {
      given.addAll(root.objects("events"));
    } else if (root.isMapping("event")) {
      YamlObject one = root.object("event");
      if (one != null) {
        given.add(one);
      }
    } else if (root.has("event_type")) {
      given.add(root);
    } else {
      root.missing("event");
    }
    List<ArioEvent> events = new ArrayList<>();
    for (YamlObject object : given) {
      ArioEvent event = new EventReader(object, table, money, rebuildTau).read();
      if (event != null) {
        events.add(event);
      }
    }
    return events.size() == given.size() ? new Run(spec.withSteps(steps), events) : null;
  }

  private ArioSpec spec(YamlObject from) {
    ArioSpec usual = ArioSpec.usual();
    String order =
        given(from, "order_type") ? from.word("order_type", List.of("alt", "noalt"), false) : "alt";
    money = number(from, "monetary_factor", MILLION, 1e-12, MOST);
    rebuildTau = number(from, "rebuild_tau", 60, 1e-9, MOST);
    Map<String, Double> inventories = new LinkedHashMap<>(bySector(from, "inventory_dict"));
    if (given(from, "infinite_inventories_sect")) {
      for (String sector : from.texts("infinite_inventories_sect")) {
        sector(from, "infinite_inventories_sect", sector);
        inventories.put(sector, Double.POSITIVE_INFINITY);
      }
    }
    boolean bySector = from.isMapping("inventory_restoration_tau");
    return new ArioSpec(
        usual.steps(),
        number(from, "temporal_units_by_step", 1, 1e-9, MOST),
        number(from, "iotable_year_to_temporal_unit_factor", 365, 1e-9, MOST),
        !"noalt".equals(order),
        number(from, "alpha_base", 1, 1, MOST),
        number(from, "alpha_max", 1.25, 1, MOST),
        number(from, "alpha_tau", 365, 1e-9, MOST),
        number(from, "main_inv_dur", 90, 1e-9, MOST),
        inventories,
        bySector ? usual.restoration() : number(from, "inventory_restoration_tau", 60, 1e-9, MOST),
        bySector ? bySector(from, "inventory_restoration_tau") : Map.of(),
        number(from, "psi_param", 0.8, 0, 1),
        usual.capitalRatio(),
        bySector(from, "productive_capital_to_VA_dict"),
        capital(from),
        false,
        10 / money);
  }

  private List<Double> capital(YamlObject from) {
    List<Double> capital = new ArrayList<>();
    YamlObject byIndustry =
        given(from, "productive_capital_vector") ? from.object("productive_capital_vector") : null;
    for (int i = 0; byIndustry != null && i < table.count(); i++) {
      capital.add(byIndustry.number(table.industries().get(i).label(), true, 0, MOST));
    }
    return capital;
  }

  private Map<String, Double> bySector(YamlObject from, String key) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    YamlObject object = from.isMapping(key) ? from.object(key) : null;
    if (object != null) {
      for (String sector : object.keys()) {
        sector(from, key, sector);
        String text = object.text(sector, true);
        boolean endless = text != null && text.toLowerCase(Locale.ROOT).startsWith("inf");
        numbers.put(
            sector, endless ? Double.POSITIVE_INFINITY : object.number(sector, true, 1e-9, MOST));
      }
    }
    return numbers;
  }

  private void sector(YamlObject from, String key, String sector) {
    if (!table.sectors().contains(sector)) {
      EventReader.refuse(from, key, "ario-sector", sector, table.sectors());
    }
  }

  static boolean given(YamlObject from, String key) {
    if (!from.has(key)) {
      return false;
    }
    if (from.isMapping(key) || from.isSequence(key)) {
      return true;
    }
    String text = from.text(key, false);
    return text != null && !List.of("None", "null", "~").contains(text);
  }

  static double number(YamlObject from, String key, double usual, double least, double most) {
    if (!given(from, key)) {
      return usual;
    }
    double number = from.number(key, true, least, most);
    return Double.isNaN(number) ? usual : number;
  }

  /** A number of steps. */
  static int whole(YamlObject from, String key, int usual, int least, int most) {
    double number = number(from, key, usual, least, most);
    if (number != Math.rint(number)) {
      EventReader.refuse(from, key, "ario-whole", Double.toString(number), List.of());
    }
    return (int) number;
  }
}
