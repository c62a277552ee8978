package tenon.examples;

import java.util.Map;
import java.util.Objects;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Resource;
import tenon.packages.DataPackage;

/**
 * The panel of {@link Regions} under the region ids of the Yangtze package, in which the delta is
 * one of six regions compared.
 */
final class SixRegions {
  private static final String OWN = "yangtze-delta";

  /** Ids by the name under which the panel knows the region. */
  private static final Map<String, String> IDS =
      Map.of(
          "Yangtze River Delta", OWN,
          "Pearl River Delta", "pearl-delta",
          "Beijing-Tianjin-Hebei", "jing-jin-ji",
          "Middle Yangtze River", "middle-yangtze",
          "Chengdu-Chongqing Area", "chengdu-chongqing",
          "Northeast Region", "northeast");

  private final DataPackage panel = Regions.generate(Regions.SEED);

  /** The regions of a chain, and the other five of the panel behind them. */
  Columns regions(Columns chain) {
    Columns.Builder table = new Columns.Builder(Resource.REGIONS);
    for (int row = 0; row < chain.rows(); row++) {
      table.row();
      for (Field field : Resource.REGIONS.fields()) {
        copy(chain, row, field, table);
      }
    }
    for (Regions.Published region : Regions.PUBLISHED) {
      if (!id(region.name()).equals(OWN)) {
        table
            .row()
            .set("region_id", id(region.name()))
            .set("name", region.name())
            .set("name_zh", region.nameZh())
            .set("parent_id", "CN")
            .set("level", "cluster")
            .set("jurisdiction", "CN");
      }
    }
    return table.build();
  }

  Columns hierarchy() {
    return Objects.requireNonNull(panel.tables().get(Resource.HIERARCHY));
  }

  Columns indicators() {
    Columns given = Objects.requireNonNull(panel.tables().get(Resource.INDICATORS));
    Columns.Builder table = new Columns.Builder(Resource.INDICATORS);
    for (int row = 0; row < given.rows(); row++) {
      table.row();
      for (Field field : Resource.INDICATORS.fields()) {
        if (field.name().equals("unit_id")) {
          table.set("unit_id", id(String.valueOf(given.text("unit_id", row))));
        } else {
          copy(given, row, field, table);
        }
      }
    }
    return table.build();
  }

  private static String id(String name) {
    return Objects.requireNonNull(IDS.get(name), name);
  }

  private static void copy(Columns from, int row, Field field, Columns.Builder to) {
    if (field.type() == Field.Type.NUMBER) {
      to.set(field.name(), from.number(field.name(), row));
    } else {
      String text = from.text(field.name(), row);
      if (text != null) {
        to.set(field.name(), text);
      }
    }
  }
}
