package tenon.packages.mapping;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Resource;

/**
 * A mapping proposed from the heads and contents of exports. Each column of a source is held
 * against each column of a table: the likeness of the head to a dictionary in both languages, times
 * how well the content suits (type, range, codes with a check, words of a list, keys found in other
 * sources). A source becomes the table whose columns it fills best; columns are given out from the
 * surest down. The weights are judgements; how often they are right is measured in a test.
 */
public final class MappingProposal {
  private static final String BUNDLE = "tenon.packages.mapping.proposal";

  /** Below this a column is not proposed. */
  private static final double LEAST = 0.4;

  /** How much a table gains where the name of the source has a word of it. */
  private static final double NAMED = 0.35;

  /** Likeness of a head that says nothing where the values are keys of the table referred to. */
  private static final double FOUND = 0.55;

  /** What a word for the id of a table counts for a column that refers to the table. */
  private static final double INHERITED = 0.9;

  private static final List<Resource> TABLES =
      List.of(
          Resource.REGIONS,
          Resource.FIRMS,
          Resource.SITES,
          Resource.PRODUCTS,
          Resource.RECIPES,
          Resource.INPUTS,
          Resource.SOURCING,
          Resource.STOCKS,
          Resource.DEMAND);

  /** Columns without which a source is not that table; what else is required can be made up. */
  private static final Map<Resource, List<String>> CORE =
      Map.of(
          Resource.REGIONS, List.of("region_id"),
          Resource.FIRMS, List.of("firm_id"),
          Resource.SITES, List.of("site_id"),
          Resource.PRODUCTS, List.of("product_id"),
          Resource.RECIPES, List.of("site_id", "product_id"),
          Resource.INPUTS, List.of("recipe_id", "product_id", "quantity"),
          Resource.SOURCING, List.of("customer_site_id", "supplier_site_id", "product_id"),
          Resource.STOCKS, List.of("site_id", "product_id"),
          Resource.DEMAND, List.of("site_id", "product_id", "mean_per_day"));

  /**
   * One column that is proposed.
   *
   * @param source name of the source
   * @param head head of the column there
   * @param table table of the package
   * @param column its column
   * @param confidence 0 to 1
   */
  public record Choice(
      String source, String head, String table, String column, double confidence) {}

  private record Fit(
      ColumnProfile from, Field field, double likeness, double content, double factor) {
    double score() {
      double proof = 0.75 * from.proof(field);
      return Math.max(
          proof >= 0.6 ? proof : 0,
          content <= 0.1 ? 0.2 * likeness : likeness * (0.4 + 0.6 * content));
    }
  }

  private record Table(SourceProfile source, Resource resource, List<Fit> fits, double score) {}

  private final Locale locale;
  private final List<SourceProfile> sources;
  private final Map<Resource, Table> tables = new EnumMap<>(Resource.class);
  private final List<SourceProfile> unplaced = new ArrayList<>();
  private final Map<String, Set<String>> keys = new HashMap<>();

  private MappingProposal(List<SourceProfile> sources, Locale locale) {
    this.sources = sources;
    this.locale = locale;
    place();
    // Now that tables of keys are known, columns that hold these keys tell what they name.
    tables.forEach(
        (resource, table) ->
            table.fits.stream()
                .filter(fit -> fit.field.key() && fit.field.type() == Field.Type.ID)
                .forEach(fit -> keys.put(resource.title(), fit.from.values())));
    tables.clear();
    unplaced.clear();
    place();
  }

  /**
   * Proposes a mapping for a file or for the files of a directory.
   *
   * @param locale language of the comments
   * @return the proposal, or why nothing could be read or told apart
   */
  public static Loaded<MappingProposal> of(Path place, Locale locale) {
    Findings findings = new Findings();
    List<SourceProfile> sources = SourceProfile.all(place, findings);
    if (findings.hasErrors()) {
      return new Loaded.Rejected<>(findings.list());
    }
    MappingProposal proposal = new MappingProposal(sources, locale);
    if (proposal.tables.isEmpty()) {
      findings.add(
          StepRun.fault(String.valueOf(place.getFileName()), 0, null, "propose-unlike", null));
      return new Loaded.Rejected<>(findings.list());
    }
    return new Loaded.Ready<>(proposal, findings.list());
  }

  /** Every column that is proposed. */
  public List<Choice> choices() {
    List<Choice> choices = new ArrayList<>();
    for (Table table : tables.values()) {
      for (Fit fit : table.fits) {
        choices.add(
            new Choice(
                table.source.name(),
                fit.from.head(),
                table.resource.title(),
                fit.field.name(),
                fit.score()));
      }
    }
    return choices;
  }

  /** Columns of the sources that are not proposed for anything. */
  public List<String> leftOut() {
    List<String> left = new ArrayList<>();
    for (SourceProfile source : sources) {
      Set<String> used = new HashSet<>();
      choices().stream().filter(c -> c.source.equals(source.name())).forEach(c -> used.add(c.head));
      source.columns().stream()
          .map(ColumnProfile::head)
          .filter(head -> !used.contains(head))
          .forEach(head -> left.add(source.name() + ": " + head));
    }
    return left;
  }

  /** Gives each source a table, the surest first; a table has one source. */
  private void place() {
    List<Table> all = new ArrayList<>();
    for (SourceProfile source : sources) {
      for (Resource resource : TABLES) {
        Table table = table(source, resource);
        if (table != null) {
          all.add(table);
        }
      }
    }
    all.sort(Comparator.comparingDouble((Table table) -> -table.score));
    Set<SourceProfile> placed = new LinkedHashSet<>();
    for (Table table : all) {
      if (!placed.contains(table.source) && !tables.containsKey(table.resource)) {
        placed.add(table.source);
        tables.put(table.resource, table);
      }
    }
    sources.stream().filter(source -> !placed.contains(source)).forEach(unplaced::add);
  }

  private @Nullable Table table(SourceProfile source, Resource resource) {
    List<Fit> all = new ArrayList<>();
    for (ColumnProfile column : source.columns()) {
      for (Field field : resource.fields()) {
        Fit fit = fit(source, resource, column, field);
        if (fit.score() >= LEAST) {
          all.add(fit);
        }
      }
    }
    all.sort(
        Comparator.comparingDouble((Fit fit) -> -fit.score())
            .thenComparingDouble(fit -> -fit.content)
            .thenComparingInt(fit -> resource.position(fit.field.name())));
    Map<String, Fit> byField = new LinkedHashMap<>();
    Set<ColumnProfile> used = new HashSet<>();
    for (Fit fit : all) {
      if (!byField.containsKey(fit.field.name()) && used.add(fit.from)) {
        byField.put(fit.field.name(), fit);
      }
    }
    List<String> core = Objects.requireNonNull(CORE.get(resource));
    if (!byField.keySet().containsAll(core)) {
      return null;
    }
    List<Fit> fits = new ArrayList<>();
    resource
        .fields()
        .forEach(
            f -> {
              Fit fit = byField.get(f.name());
              if (fit != null) {
                fits.add(fit);
              }
            });
    double filled = source.columns().stream().filter(c -> c.filled() > 0).count();
    double score = fits.stream().mapToDouble(Fit::score).sum() / Math.max(1, filled);
    Fit id = byField.get(resource.key().getFirst().name());
    boolean entity = core.size() == 1;
    if (entity && id != null && !id.from.unique()) {
      score *= 0.6;
    }
    if (!entity) {
      score += 0.1 * (core.size() - 1);
    }
    if (Heads.names(source.name(), resource)) {
      score += NAMED;
    }
    return new Table(source, resource, fits, score);
  }

  private Fit fit(SourceProfile source, Resource resource, ColumnProfile column, Field field) {
    double likeness = Math.max(Heads.like(column.head(), resource, field), named(column, field));
    double factor = Heads.factor(column.head(), field);
    if (likeness == 0 && column.proof(field) == 0) {
      return new Fit(column, field, 0, 0, 1);
    }
    double content = column.suits(field, factor);
    if (field.type() == Field.Type.REF && content > 0.5 && foundElsewhere(source, column)) {
      content = 1;
    }
    if (field.high() == 1 && factor == 1 && (column.percent() || column.most() > 1)) {
      factor = 0.01;
    }
    return new Fit(column, field, likeness, content, factor);
  }

  /** How surely a column names rows of the table that the field refers to. */
  private double named(ColumnProfile column, Field field) {
    Resource target = Resource.named(String.valueOf(field.reference()));
    if (target == null) {
      return 0;
    }
    Set<String> known = keys.getOrDefault(target.title(), Set.of());
    double found = known.size() >= 3 && column.among(known) >= 0.9 ? FOUND : 0;
    return Math.max(found, INHERITED * Heads.like(column.head(), target, target.key().getFirst()));
  }

  /** Whether the values of a column are keys of another source. */
  private boolean foundElsewhere(SourceProfile source, ColumnProfile column) {
    return sources.stream()
        .filter(other -> !other.name().equals(source.name()))
        .flatMap(other -> other.columns().stream())
        .anyMatch(key -> key.unique() && key.distinct() >= 3 && column.among(key.values()) >= 0.9);
  }

  /**
   * The mapping as YAML, with the confidence and the reason of each column as comments.
   *
   * @param from directory that names of files start from
   */
  public String yaml(Path from) {
    return new ProposalYaml(this, from).text();
  }

  List<SourceProfile> sources() {
    return sources;
  }

  List<SourceProfile> unplaced() {
    return unplaced;
  }

  Set<Resource> placed() {
    return tables.keySet();
  }

  String sourceOf(Resource resource) {
    Table table = tables.get(resource);
    return table == null ? "" : table.source.name();
  }

  /** Columns of a table with how each is made, and why. */
  List<ProposalYaml.Line> lines(Resource resource) {
    Table table = tables.get(resource);
    List<ProposalYaml.Line> lines = new ArrayList<>();
    if (table != null) {
      for (Fit fit : table.fits) {
        lines.add(
            new ProposalYaml.Line(
                fit.field, fit.from, fit.factor, fit.score(), reason(table.source, fit)));
      }
    }
    return lines;
  }

  private String reason(SourceProfile source, Fit fit) {
    List<String> why = new ArrayList<>();
    if (fit.likeness >= 0.999) {
      why.add(say("head.same"));
    } else if (fit.likeness > 0) {
      why.add(say("head.like", percent(fit.likeness)));
    }
    ColumnProfile column = fit.from;
    if (fit.field.type() == Field.Type.NUMBER) {
      why.add(say("content.number", percent(column.numeric())));
    } else if (column.proof(fit.field) > 0.5) {
      why.add(say("content.proof", percent(column.proof(fit.field))));
    } else if (fit.field.type() == Field.Type.REF && foundElsewhere(source, column)) {
      why.add(say("content.keys"));
    } else if (column.unique()) {
      why.add(say("content.unique", Integer.toString(column.distinct())));
    } else {
      why.add(say("content.values", String.join(", ", column.examples(3))));
    }
    if (fit.factor != 1) {
      why.add(say("content.unit", Values.text((Object) fit.factor)));
    }
    return String.join("; ", why);
  }

  private static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  String say(String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }
}
