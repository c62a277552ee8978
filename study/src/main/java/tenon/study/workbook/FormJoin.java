package tenon.study.workbook;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;
import tenon.model.Resource;

/**
 * Joins the rows of many forms. Firms, sites and products are the same where their ids are; a
 * recipe is the same where site and product are, a link where both sites and the product are,
 * whatever each sender calls it. A blank says nothing. Where two forms tell a fact differently, one
 * value is kept by the first rule of {@link FormConflict.Rule} that tells them apart.
 */
final class FormJoin {
  private static final Map<Resource, List<String>> NATURAL =
      Map.of(
          Resource.RECIPES, List.of("site_id", "product_id"),
          Resource.SOURCING, List.of("customer_site_id", "supplier_site_id", "product_id"));

  /** Columns of a link that its supplier knows better than its customer. */
  private static final Set<String> OF_SUPPLIER = Set.of("capacity_per_day", "activation_days");

  private static final int OWNER = 0;
  private static final int PARTY = 1;
  private static final int THIRD = 2;

  private record Local(Form form, String id) {}

  private final List<Form> forms;
  private final Map<String, String> firmOfSite = new HashMap<>();
  private final Map<String, Set<String>> makers = new HashMap<>();
  private final Map<Local, String> recipeIds = new HashMap<>();
  private final Map<String, String> siteOfRecipe = new HashMap<>();
  private final Map<Resource, List<JoinedRow>> joined = new EnumMap<>(Resource.class);
  private final List<FormConflict> conflicts = new ArrayList<>();

  /** Joins forms, in the order of their file names. */
  FormJoin(List<Form> forms) {
    this.forms = forms;
    owners();
    identified(Resource.RECIPES);
    for (Resource resource : Resource.values()) {
      // Recipes are joined before, since other tables speak of them.
      if (resource != Resource.RECIPES && NATURAL.containsKey(resource)) {
        identified(resource);
      } else if (resource != Resource.RECIPES) {
        keyed(resource);
      }
    }
  }

  Map<Resource, List<JoinedRow>> joined() {
    return joined;
  }

  List<FormConflict> conflicts() {
    return conflicts;
  }

  /** Firms that say of a site that it is their own. */
  static Map<String, Set<String>> ownSites(List<Form> forms) {
    Map<String, Set<String>> claims = new TreeMap<>();
    for (Form form : forms) {
      for (FormRow row : form.rows(Resource.SITES)) {
        if (row.isBy(row.cell("firm_id"))) {
          claims
              .computeIfAbsent(row.cell("site_id"), s -> new LinkedHashSet<>())
              .add(form.sender());
        }
      }
    }
    return claims;
  }

  private void owners() {
    Map<String, Set<String>> own = ownSites(forms);
    for (Form form : forms) {
      for (FormRow row : form.rows(Resource.SITES)) {
        String site = row.cell("site_id");
        Set<String> claims = own.get(site);
        firmOfSite.putIfAbsent(
            site, claims == null ? row.cell("firm_id") : claims.iterator().next());
      }
    }
    for (Form form : forms) {
      for (FormRow row : form.rows(Resource.RECIPES)) {
        String firm = firmOfSite.getOrDefault(row.cell("site_id"), "");
        makers.computeIfAbsent(row.cell("product_id"), p -> new HashSet<>()).add(firm);
      }
    }
  }

  private List<FormRow> rows(Resource resource) {
    return forms.stream().flatMap(form -> form.rows(resource).stream()).toList();
  }

  /** Joins the rows of a table by its key. */
  private void keyed(Resource resource) {
    Map<List<String>, List<FormRow>> groups = new LinkedHashMap<>();
    for (FormRow row : rows(resource)) {
      List<String> key = resource.key().stream().map(f -> text(row, f.name())).toList();
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
    }
    for (List<FormRow> group : groups.values()) {
      join(resource, group, null);
    }
  }

  /** Joins the rows of a table by what they are about, and finds an id for each. */
  private void identified(Resource resource) {
    String id = resource.key().getFirst().name();
    List<String> natural = Objects.requireNonNull(NATURAL.get(resource));
    Map<List<String>, List<FormRow>> groups = new LinkedHashMap<>();
    for (FormRow row : rows(resource)) {
      groups
          .computeIfAbsent(natural.stream().map(row::cell).toList(), k -> new ArrayList<>())
          .add(row);
    }
    List<List<FormRow>> identities = new ArrayList<>();
    for (List<FormRow> group : groups.values()) {
      Set<Form> once = new HashSet<>();
      if (group.stream().allMatch(row -> once.add(row.form()))) {
        identities.add(group);
      } else {
        // A form that tells several things of one pair tells them apart by their ids.
        identities.addAll(
            group.stream()
                .collect(
                    Collectors.groupingBy(
                        row -> row.cell(id), LinkedHashMap::new, Collectors.toList()))
                .values());
      }
    }
    Map<String, Integer> uses = new HashMap<>();
    for (List<FormRow> group : identities) {
      uses.merge(best(resource, group, id).cell(id), 1, Integer::sum);
    }
    Set<String> taken = new HashSet<>(uses.keySet());
    for (List<FormRow> group : identities) {
      FormRow named = best(resource, group, id);
      String key = named.cell(id);
      if (uses.getOrDefault(key, 0) > 1) {
        key = named.form().sender() + "-" + key;
        while (!taken.add(key)) {
          key += "-";
        }
      }
      if (resource == Resource.RECIPES) {
        String site = group.getFirst().cell("site_id");
        for (FormRow row : group) {
          recipeIds.put(new Local(row.form(), row.cell(id)), key);
        }
        siteOfRecipe.put(key, site);
      }
      join(resource, group, key);
    }
  }

  private FormRow best(Resource resource, List<FormRow> group, String column) {
    return group.stream()
        .filter(row -> !row.cell(column).isEmpty())
        .min(comparingInt(row -> rank(resource, row, column)))
        .orElse(group.getFirst());
  }

  /** The text of a cell, with a recipe under the id that it has in the package. */
  private String text(FormRow row, String column) {
    String cell = row.cell(column);
    return column.equals("recipe_id")
        ? recipeIds.getOrDefault(new Local(row.form(), cell), cell)
        : cell;
  }

  private void join(Resource resource, List<FormRow> group, @Nullable String id) {
    JoinedRow made = new JoinedRow(resource, group);
    List<FormConflict> found = new ArrayList<>();
    for (Field field : resource.fields()) {
      String column = field.name();
      List<FormRow> telling = group.stream().filter(row -> !row.cell(column).isEmpty()).toList();
      if (id != null && field.key()) {
        made.put(column, id, best(resource, group, column));
      } else if (!telling.isEmpty()) {
        FormRow kept = kept(resource, telling, field, found);
        made.put(column, text(kept, column), kept);
      }
    }
    for (FormConflict conflict : found) {
      conflicts.add(
          new FormConflict(
              resource,
              made.key(),
              conflict.column(),
              conflict.kept(),
              conflict.other(),
              conflict.why()));
    }
    joined.computeIfAbsent(resource, r -> new ArrayList<>()).add(made);
  }

  /** The row whose cell is kept. */
  private FormRow kept(
      Resource resource, List<FormRow> telling, Field field, List<FormConflict> found) {
    Map<String, FormRow> latest = new LinkedHashMap<>();
    for (FormRow row : telling) {
      latest.merge(row.form().sender(), row, FormJoin::later);
    }
    Map<String, Long> votes =
        latest.values().stream()
            .collect(Collectors.groupingBy(row -> value(field, row), Collectors.counting()));
    Comparator<FormRow> order =
        comparingInt((FormRow row) -> rank(resource, row, field.name()))
            .thenComparingLong(row -> -votes.getOrDefault(value(field, row), 0L));
    FormRow kept = latest.values().stream().min(order).orElseThrow();
    for (FormRow row : telling) {
      if (!value(field, row).equals(value(field, kept))) {
        FormConflict.Rule why =
            row.form().sender().equals(kept.form().sender())
                ? FormConflict.Rule.LATEST
                : why(resource, kept, row, field, votes);
        found.add(new FormConflict(resource, "", field.name(), kept, row, why));
      }
    }
    return kept;
  }

  private FormConflict.Rule why(
      Resource resource, FormRow kept, FormRow other, Field field, Map<String, Long> votes) {
    int rank = rank(resource, kept, field.name());
    if (rank < rank(resource, other, field.name())) {
      return rank == OWNER ? FormConflict.Rule.OWNER : FormConflict.Rule.PARTY;
    }
    return votes.getOrDefault(value(field, kept), 0L) > votes.getOrDefault(value(field, other), 0L)
        ? FormConflict.Rule.MAJORITY
        : FormConflict.Rule.FIRST;
  }

  private static String value(Field field, FormRow row) {
    return FormRow.plain(field, row.cell(field.name()));
  }

  /** Of two reports of one firm the later; days as {@code 2026-11-21} are ordered as texts. */
  private static FormRow later(FormRow before, FormRow after) {
    return before.form().reportedOn().compareTo(after.form().reportedOn()) > 0 ? before : after;
  }

  /** How near the sender is to the fact: its owner, the other party, or a third. */
  private int rank(Resource resource, FormRow row, String column) {
    return switch (resource) {
      case FIRMS -> row.isBy(row.cell("firm_id")) ? OWNER : THIRD;
      case PRODUCTS ->
          makers.getOrDefault(row.cell("product_id"), Set.of()).contains(row.form().sender())
              ? OWNER
              : THIRD;
      case SOURCING -> ofLink(row, column);
      case INPUTS, DEPENDENCIES -> {
        String recipe = siteOfRecipe.getOrDefault(text(row, "recipe_id"), row.cell("site_id"));
        yield ofSite(row, recipe);
      }
      default -> ofSite(row, row.cell("site_id"));
    };
  }

  private int ofSite(FormRow row, String site) {
    return row.isBy(firmOfSite.getOrDefault(site, "")) ? OWNER : THIRD;
  }

  private int ofLink(FormRow row, String column) {
    boolean customer = row.isBy(firmOfSite.getOrDefault(row.cell("customer_site_id"), ""));
    boolean supplier = row.isBy(firmOfSite.getOrDefault(row.cell("supplier_site_id"), ""));
    boolean owner = OF_SUPPLIER.contains(column) ? supplier : customer;
    return owner ? OWNER : customer || supplier ? PARTY : THIRD;
  }
}
