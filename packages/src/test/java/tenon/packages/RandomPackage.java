package tenon.packages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import tenon.model.Columns;
import tenon.model.Field;
import tenon.model.Resource;

/** Packages with every table and column, full of nasty texts, and yet sound. */
final class RandomPackage {
  private static final List<String> PIECES =
      List.of(
          "a", "Z", "7", ",", "\"", "\"\"", "'", "=1+1", "-", "@", "#", ";", "|", "\\", "/", "{0}",
          "电", "子", "元件", "é", "ß", "🚢", "%", "NA", "inf", "null", "true", "1,234");
  private static final List<String> FREE =
      List.of("\n", "\r\n", "\r", "\t", " ", "\u3000", "\u00a0");

  private final SplittableRandom random;
  private final Map<Resource, List<String>> ids = new HashMap<>();

  RandomPackage(long seed) {
    random = new SplittableRandom(seed);
  }

  DataPackage build() {
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      if (random.nextInt(8) > 0) {
        tables.put(resource, table(resource));
      } else {
        ids.put(resource, List.of());
      }
    }
    return new DataPackage(info(), tables);
  }

  private PackageInfo info() {
    boolean blank = random.nextInt(3) == 0;
    return new PackageInfo(
        "random-" + random.nextInt(1000),
        text(true),
        blank ? "" : text(true),
        blank ? null : "1.0",
        random.nextBoolean() ? "CNY" : null,
        random.nextBoolean(),
        blank ? null : "CC-BY-4.0",
        blank ? List.of() : List.of(text(true), text(true)));
  }

  private Columns table(Resource resource) {
    Columns.Builder rows = new Columns.Builder(resource);
    List<String> own = new ArrayList<>();
    ids.put(resource, own);
    Set<String> keys = new HashSet<>();
    for (int row = random.nextInt(12); row > 0; row--) {
      row(resource, rows, own, keys);
    }
    return rows.build();
  }

  private void row(Resource resource, Columns.Builder rows, List<String> own, Set<String> keys) {
    Map<String, Object> cells = new HashMap<>();
    StringBuilder key = new StringBuilder();
    for (Field field : resource.fields()) {
      boolean wanted = field.required() || (field.key() && isChosen(resource, field));
      Object cell = wanted || random.nextInt(3) > 0 ? cell(field) : null;
      if (cell == null && wanted) {
        return; // nothing there to refer to
      }
      if (cell != null) {
        cells.put(field.name(), cell);
      }
      if (field.key()) {
        key.append(cell).append('\u0001');
      }
    }
    if (!keys.add(key.toString()) || !sound(resource, cells)) {
      return;
    }
    rows.row();
    for (Field field : resource.fields()) {
      switch (cells.get(field.name())) {
        case Double number -> rows.set(field.name(), number);
        case String text -> rows.set(field.name(), text);
        case null, default -> {}
      }
    }
    if (resource.key().getFirst().type() == Field.Type.ID) {
      own.add(String.valueOf(cells.get(resource.key().getFirst().name())));
    }
  }

  private static boolean isChosen(Resource resource, Field field) {
    return resource == Resource.DEPENDENCIES && field.name().equals("site_id");
  }

  /** Whether the row passes the checks of single rows and of the whole chain. */
  private static boolean sound(Resource resource, Map<String, Object> cells) {
    return switch (resource) {
      case SOURCING -> {
        cells.remove("share");
        cells.remove("valid_to");
        if (cells.get("capacity_per_day") instanceof Double most
            && cells.get("minimum_per_day") instanceof Double least
            && least > most) {
          cells.put("capacity_per_day", least);
        }
        yield !Objects.equals(cells.get("customer_site_id"), cells.get("supplier_site_id"));
      }
      case STOCKS -> {
        cells.remove("order_up_to");
        yield true;
      }
      case HOLIDAYS -> {
        cells.remove("last_day");
        yield true;
      }
      case RECIPES -> {
        cells.replace("yield", 0.9);
        yield true;
      }
      case INPUTS -> {
        cells.put("quantity", 0.5); // even of its own product
        yield true;
      }
      case HIERARCHY -> {
        cells.remove("low");
        cells.put("direction", 1.0);
        cells.put("weight", 1.0);
        yield true;
      }
      default -> true;
    };
  }

  private @Nullable Object cell(Field field) {
    return switch (field.type()) {
      case ID, LABEL -> text(false);
      case TEXT -> random.nextInt(10) == 0 ? "" : text(true);
      case REF -> {
        Resource target = Resource.named(String.valueOf(field.reference()));
        List<String> known = ids.getOrDefault(target, List.of());
        yield known.isEmpty() ? null : known.get(random.nextInt(known.size()));
      }
      case CATEGORY -> field.categories().get(random.nextInt(field.categories().size()));
      case FLAG -> random.nextBoolean() ? "true" : "false";
      case DATE -> LocalDate.ofEpochDay(random.nextInt(-100_000, 100_000)).toString();
      case NUMBER -> number(field);
    };
  }

  private Object number(Field field) {
    if (field.unlimited() && random.nextInt(5) == 0) {
      return Double.POSITIVE_INFINITY;
    }
    for (int i = 0; i < 100; i++) {
      double number =
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(-3, 100);
            case 1 -> random.nextDouble();
            case 2 -> Math.rint(random.nextDouble() * 1e17);
            default -> Double.longBitsToDouble(random.nextLong());
          };
      if (Math.abs(number) <= 1e18 && field.allows(number)) {
        return number;
      }
    }
    return 1.0;
  }

  private String text(boolean free) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      if (free && random.nextInt(3) == 0) {
        text.append(FREE.get(random.nextInt(FREE.size())));
      }
    }
    return text.toString();
  }
}
