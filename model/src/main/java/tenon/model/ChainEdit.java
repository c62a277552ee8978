package tenon.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Changes to a chain, collected and then made at once: cells set, rows added, rows dropped. The
 * chain that was given stays as it is. Row numbers are those of the given chain throughout.
 */
public final class ChainEdit {
  /** Stands for a cell made unknown. */
  private static final Object UNKNOWN = new Object();

  private final Chain base;
  private final Map<Resource, Map<Integer, Map<Integer, Object>>> cells =
      new EnumMap<>(Resource.class);
  private final Map<Resource, Set<Integer>> dropped = new EnumMap<>(Resource.class);
  private final Map<Resource, List<Consumer<Columns.Builder>>> added =
      new EnumMap<>(Resource.class);

  private ChainEdit(Chain base) {
    this.base = base;
  }

  public static ChainEdit of(Chain chain) {
    return new ChainEdit(chain);
  }

  /** Sets a number; {@code NaN} makes it unknown. */
  public ChainEdit set(Resource resource, int row, String column, double number) {
    change(resource, row, column, number);
    return this;
  }

  /** Sets a cell that holds no number, as it is written to a file; null makes it unknown. */
  public ChainEdit set(Resource resource, int row, String column, @Nullable String text) {
    change(resource, row, column, text == null ? UNKNOWN : text);
    return this;
  }

  private void change(Resource resource, int row, String column, Object value) {
    cells
        .computeIfAbsent(resource, _ -> new HashMap<>())
        .computeIfAbsent(row, _ -> new HashMap<>())
        .put(resource.position(column), value);
  }

  /** Leaves a row out. What refers to it must be dropped as well. */
  public ChainEdit drop(Resource resource, int row) {
    dropped.computeIfAbsent(resource, _ -> new HashSet<>()).add(row);
    return this;
  }

  /** Adds a row behind the others; the setter fills it. */
  public ChainEdit add(Resource resource, Consumer<Columns.Builder> setter) {
    added.computeIfAbsent(resource, _ -> new ArrayList<>()).add(setter);
    return this;
  }

  /** Adds a row that is a copy of another but for its id, which the setter must give. */
  public ChainEdit addLike(Resource resource, int row, Consumer<Columns.Builder> setter) {
    Columns columns = base.table(resource);
    return add(
        resource,
        builder -> {
          copy(columns, row, withoutId(resource), builder);
          setter.accept(builder);
        });
  }

  private static Map<Integer, Object> withoutId(Resource resource) {
    Field key = resource.key().getFirst();
    return key.type() == Field.Type.ID ? Map.of(resource.position(key.name()), UNKNOWN) : Map.of();
  }

  /**
   * The changed chain.
   *
   * @throws IllegalArgumentException if a reference names no row, or a key names two
   */
  public Chain chain() {
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    for (Resource resource : Resource.values()) {
      Columns columns = base.table(resource);
      if (columns.rows() > 0 || added.containsKey(resource)) {
        boolean same =
            !cells.containsKey(resource)
                && !dropped.containsKey(resource)
                && !added.containsKey(resource);
        tables.put(resource, same ? columns : edited(resource, columns));
      }
    }
    Chain chain = Chain.of(tables);
    return chain.with(
        base.nodes().stream().filter(node -> chain.sites().keys().id(node.site()) >= 0).toList());
  }

  private Columns edited(Resource resource, Columns columns) {
    Columns.Builder builder = new Columns.Builder(resource).reserve(columns.rows());
    Map<Integer, Map<Integer, Object>> changes = cells.getOrDefault(resource, Map.of());
    Set<Integer> gone = dropped.getOrDefault(resource, Set.of());
    for (int row = 0; row < columns.rows(); row++) {
      if (!gone.contains(row)) {
        builder.row();
        copy(columns, row, changes.getOrDefault(row, Map.of()), builder);
      }
    }
    for (Consumer<Columns.Builder> setter : added.getOrDefault(resource, List.of())) {
      builder.row();
      setter.accept(builder);
    }
    return builder.build();
  }

  private static void copy(
      Columns columns, int row, Map<Integer, Object> changes, Columns.Builder builder) {
    List<Field> fields = columns.resource().fields();
    for (int f = 0; f < fields.size(); f++) {
      Field field = fields.get(f);
      Object change = changes.get(f);
      if (field.type() == Field.Type.NUMBER) {
        builder.setNumber(f, change instanceof Double number ? number : columns.number(f, row));
      } else if (change == null) {
        builder.set(field.name(), columns.text(field.name(), row));
      } else if (change instanceof String text) {
        builder.set(field.name(), text);
      }
    }
  }
}
