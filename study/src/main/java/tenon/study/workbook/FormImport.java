package tenon.study.workbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tenon.model.Field;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.Nearest;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Refusal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Joins the forms of a directory into one package. */
final class FormImport {
  private static final String TASK = "import";
  private static final Pattern SUBDIVISION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");
  private static final List<String> CONFLICT_HEADER =
      List.of(
          "table",
          "key",
          "column",
          "kept_value",
          "kept_sender",
          "kept_at",
          "other_value",
          "other_sender",
          "other_at",
          "why");

  private final Path directory;
  private final Progress progress;
  private final List<Form> forms = new ArrayList<>();
  private final List<Finding> whole = new ArrayList<>();

  /**
   * What joining came to.
   *
   * @param loaded the package, or every fault of every form
   * @param forms all forms, with what was found in each
   * @param tables conflicts, and who told which row; empty where the forms are refused
   */
  record Outcome(Loaded<DataPackage> loaded, List<Form> forms, List<Table> tables) {}

  private FormImport(Path directory, Progress progress) {
    this.directory = directory;
    this.progress = progress;
  }

  /** Reads and joins all workbooks below a directory. */
  static Outcome read(Path directory, Progress progress) throws IOException {
    return new FormImport(directory, progress).read();
  }

  private Outcome read() throws IOException {
    List<Path> files = files();
    for (Path file : files) {
      String shown = directory.relativize(file).toString().replace('\\', '/');
      forms.add(WorkbookImport.form(file, shown));
      progress.report(TASK, forms.size(), files.size());
    }
    if (files.isEmpty() && whole.stream().noneMatch(Finding::isError)) {
      whole.add(Refusal.of("forms-none", directory.toString(), null));
    }
    List<Form> read = forms.stream().filter(form -> !form.rows().isEmpty()).toList();
    read.forEach(FormImport::checkSender);
    checkSites(read);
    checkCurrency(read);
    checkReferences(read);
    if (refused()) {
      return new Outcome(new Loaded.Rejected<>(told()), forms, List.of());
    }
    FormJoin join = new FormJoin(read);
    join.conflicts().forEach(FormImport::tell);
    sameCodes(join);
    return made(join, regions(join));
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    Set<String> others = new TreeSet<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        String name = WorkbookFile.shown(file);
        if (name.toLowerCase(Locale.ROOT).endsWith(".xlsx") && !name.startsWith("~$")) {
          files.add(file);
        } else if (!name.startsWith("~$") && !name.startsWith(".")) {
          others.add(name);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      whole.add(Refusal.of("forms-unreadable", directory.toString(), null));
    }
    if (!others.isEmpty()) {
      whole.add(
          Refusal.warning(
              "forms-other",
              directory.toString(),
              others.iterator().next(),
              Integer.toString(others.size())));
    }
    return files;
  }

  private boolean refused() {
    return whole.stream().anyMatch(Finding::isError) || forms.stream().anyMatch(Form::isBroken);
  }

  private List<Finding> told() {
    long broken = forms.stream().filter(Form::isBroken).count();
    List<Finding> all = new ArrayList<>(whole);
    if (broken > 0) {
      all.add(
          Refusal.of(
              "forms-broken",
              directory.toString(),
              null,
              Long.toString(broken),
              Integer.toString(forms.size())));
    }
    forms.forEach(form -> all.addAll(form.findings()));
    all.sort(Comparator.comparing(Finding::severity));
    return all;
  }

  private static void checkSender(Form form) {
    if (form.sender().isEmpty()) {
      form.whole().add(Refusal.of("form-no-firm", form.file(), null));
    }
  }

  /** A site that two firms call their own is two sites under one id. */
  private static void checkSites(List<Form> forms) {
    FormJoin.ownSites(forms)
        .forEach(
            (site, firms) -> {
              if (firms.size() > 1) {
                for (Form form : forms) {
                  for (FormRow row : form.rows(Resource.SITES)) {
                    if (row.cell("site_id").equals(site) && row.isBy(row.cell("firm_id"))) {
                      form.mark(
                          Resource.SITES,
                          row.row(),
                          "site_id",
                          Refusal.of("form-site-twice", "", site, String.join(", ", firms)));
                    }
                  }
                }
              }
            });
  }

  private static void checkCurrency(List<Form> forms) {
    Map<String, Form> first = new TreeMap<>();
    forms.stream()
        .filter(form -> !form.currency().isEmpty())
        .forEach(form -> first.putIfAbsent(form.currency(), form));
    if (first.size() > 1) {
      String all = String.join(", ", first.keySet());
      first.forEach(
          (currency, form) ->
              form.whole().add(Refusal.of("forms-currency", form.file(), currency, all)));
    }
  }

  /** Every name must stand in some form; what a region is, forms need not say. */
  private static void checkReferences(List<Form> forms) {
    Map<String, Set<String>> known = new HashMap<>();
    for (Form form : forms) {
      for (FormRow row : form.rows()) {
        Field id = row.resource().key().getFirst();
        if (id.type() == Field.Type.ID) {
          known
              .computeIfAbsent(row.resource().title(), t -> new LinkedHashSet<>())
              .add(row.cell(id.name()));
        }
      }
    }
    Map<String, Nearest> nearest = new HashMap<>();
    known.forEach((title, ids) -> nearest.put(title, new Nearest(List.copyOf(ids))));
    for (Form form : forms) {
      for (FormRow row : form.rows()) {
        for (Field field : row.resource().fields()) {
          String target = field.reference();
          String value = row.cell(field.name());
          if (target != null
              && !value.isEmpty()
              && !target.equals("regions")
              && !known.getOrDefault(target, Set.of()).contains(value)) {
            Nearest words = nearest.get(target);
            String near = words == null ? null : words.to(value);
            String code = near == null ? "form-unknown" : "form-unknown-near";
            form.mark(
                row.resource(),
                row.row(),
                field.name(),
                Refusal.of(code, "", value, target, near == null ? "" : near));
          }
        }
      }
    }
  }

  private static void tell(FormConflict conflict) {
    FormRow other = conflict.other();
    other
        .form()
        .mark(
            conflict.resource(),
            other.row(),
            conflict.column(),
            Refusal.warning(
                "form-conflict-" + conflict.why().word(),
                "",
                conflict.otherValue(),
                conflict.keptValue(),
                conflict.kept().form().sender(),
                conflict
                    .kept()
                    .form()
                    .cell(conflict.resource(), conflict.kept().row(), conflict.column())));
  }

  /** Two firms with one official number are likely one firm under two ids. */
  private void sameCodes(FormJoin join) {
    for (String column : List.of("credit_code", "lei")) {
      Map<String, Set<String>> firms = new TreeMap<>();
      for (JoinedRow row : join.joined().getOrDefault(Resource.FIRMS, List.of())) {
        if (!row.text(column).isEmpty()) {
          firms
              .computeIfAbsent(row.text(column), c -> new LinkedHashSet<>())
              .add(row.text("firm_id"));
        }
      }
      firms.forEach(
          (code, ids) -> {
            if (ids.size() > 1) {
              whole.add(
                  Refusal.warning(
                      "forms-same-code", directory.toString(), code, String.join(", ", ids)));
            }
          });
    }
  }

  /** Adds a row for each region that is only named; the number of them. */
  private static int regions(FormJoin join) {
    List<JoinedRow> regions =
        join.joined().computeIfAbsent(Resource.REGIONS, r -> new ArrayList<>());
    Set<String> known = new LinkedHashSet<>();
    regions.forEach(row -> known.add(row.text("region_id")));
    int before = known.size();
    for (Resource resource : Resource.values()) {
      for (Field field : resource.fields()) {
        if (Objects.equals(field.reference(), "regions")) {
          for (JoinedRow row : List.copyOf(join.joined().getOrDefault(resource, List.of()))) {
            String id = row.text(field.name());
            if (!id.isEmpty() && known.add(id)) {
              regions.add(region(id, row.from(field.name())));
            }
          }
        }
      }
    }
    return known.size() - before;
  }

  private static JoinedRow region(String id, FormRow from) {
    JoinedRow made = new JoinedRow(Resource.REGIONS, List.of(from));
    made.put("region_id", id, from);
    if (SUBDIVISION.matcher(id).matches()) {
      made.put("iso_3166_2", id, from);
    }
    return made;
  }

  private Outcome made(FormJoin join, int regions) throws IOException {
    Map<Resource, List<JoinedRow>> rows = new EnumMap<>(Resource.class);
    join.joined()
        .forEach(
            (resource, list) -> {
              if (!list.isEmpty()) {
                rows.put(resource, list);
              }
            });
    for (JoinedRow link : rows.getOrDefault(Resource.SOURCING, List.of())) {
      String own = link.text("evidence");
      String senders = "reported by " + link.senders();
      link.put(
          "evidence", own.isEmpty() ? senders : own + "; " + senders, link.sources().getFirst());
    }
    Loaded<DataPackage> loaded = throughPackage(rows, info(join, regions));
    for (Finding finding : loaded.findings()) {
      place(finding, rows);
    }
    boolean ready = loaded instanceof Loaded.Ready<DataPackage> && !refused();
    return switch (loaded) {
      case Loaded.Ready<DataPackage>(var data, var warnings) when ready ->
          new Outcome(
              new Loaded.Ready<>(data, told()), forms, List.of(conflicts(join), senders(rows)));
      case Loaded.Ready<DataPackage> ready2 ->
          new Outcome(new Loaded.Rejected<>(told()), forms, List.of());
      case Loaded.Rejected<DataPackage> rejected ->
          new Outcome(new Loaded.Rejected<>(told()), forms, List.of());
    };
  }

  private ObjectNode info(FormJoin join, int regions) {
    ObjectNode root = Json.object();
    String folder = WorkbookFile.shown(directory.toAbsolutePath().normalize());
    String slug =
        folder
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9._-]+", "-")
            .replaceAll("^[-._]+|-+$", "");
    root.put("name", slug.isEmpty() ? "forms" : slug);
    root.put("title", Titles.say(Locale.ENGLISH, "forms.title"));
    forms.stream()
        .map(Form::currency)
        .filter(currency -> !currency.isEmpty())
        .findFirst()
        .ifPresent(currency -> root.put("currency", currency));
    long firms = forms.stream().map(Form::sender).distinct().count();
    ArrayNode assumptions = root.putArray("assumptions");
    assumptions.add(say("forms.read", forms.size(), firms));
    assumptions.add(say("forms.conflicts", join.conflicts().size()));
    assumptions.add(say("forms.regions", regions));
    return root;
  }

  private static String say(String key, Object... arguments) {
    String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    return Bilingual.of(Message.of(Titles.WORDS, key, texts));
  }

  private static Loaded<DataPackage> throughPackage(
      Map<Resource, List<JoinedRow>> rows, ObjectNode root) throws IOException {
    Path scratch = Files.createTempDirectory("tenon-forms-");
    List<Path> files = new ArrayList<>();
    try {
      ArrayNode resources = root.putArray("resources");
      for (Map.Entry<Resource, List<JoinedRow>> table : rows.entrySet()) {
        String title = table.getKey().title();
        Path file = scratch.resolve(title + ".csv");
        files.add(file);
        Files.writeString(file, table(table.getKey(), table.getValue()).csv());
        resources.addObject().put("name", title).put("path", title + ".csv");
      }
      Path descriptor = scratch.resolve("datapackage.json");
      files.add(descriptor);
      Files.writeString(descriptor, Json.pretty(root));
      return PackageReader.read(scratch, ReadLimits.DEFAULT, Progress.NONE);
    } finally {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(scratch);
    }
  }

  private static Table table(Resource resource, List<JoinedRow> rows) {
    List<String> columns =
        resource.fields().stream()
            .map(Field::name)
            .filter(name -> rows.stream().anyMatch(row -> !row.text(name).isEmpty()))
            .toList();
    return new Table(
        resource.title() + ".csv",
        columns,
        rows.stream().map(row -> columns.stream().map(row::text).toList()).toList());
  }

  /** Tells what the reader of packages found at the cell of the sender whose value is kept. */
  private void place(Finding finding, Map<Resource, List<JoinedRow>> rows) {
    String title = finding.file().replaceAll("\\.csv$", "");
    Resource resource = Resource.named(title);
    List<JoinedRow> table = resource == null ? null : rows.get(resource);
    int at = (int) finding.line() - 2;
    if (resource == null || table == null || at < 0 || at >= table.size()) {
      whole.add(at(finding));
      return;
    }
    String column = finding.column();
    FormRow from = table.get(at).from(column == null ? "" : column);
    from.form().mark(from.resource(), from.row(), column, finding);
  }

  private Finding at(Finding finding) {
    return new Finding(
        finding.severity(),
        finding.code(),
        directory + " " + finding.file(),
        0,
        finding.column(),
        finding.value(),
        finding.what(),
        finding.mend());
  }

  private static Table conflicts(FormJoin join) {
    List<List<String>> lines = new ArrayList<>();
    for (FormConflict conflict : join.conflicts()) {
      FormRow kept = conflict.kept();
      FormRow other = conflict.other();
      lines.add(
          List.of(
              conflict.resource().title(),
              conflict.key(),
              conflict.column(),
              conflict.keptValue(),
              kept.form().sender(),
              kept.form().cell(conflict.resource(), kept.row(), conflict.column()),
              conflict.otherValue(),
              other.form().sender(),
              other.form().cell(conflict.resource(), other.row(), conflict.column()),
              conflict.why().word()));
    }
    return new Table("conflicts.csv", CONFLICT_HEADER, lines);
  }

  private static Table senders(Map<Resource, List<JoinedRow>> rows) {
    List<List<String>> lines = new ArrayList<>();
    rows.forEach(
        (resource, table) -> {
          for (JoinedRow row : table) {
            Map<String, FormRow> once = new LinkedHashMap<>();
            row.sources().forEach(from -> once.putIfAbsent(from.form().file(), from));
            once.forEach(
                (file, from) ->
                    lines.add(
                        List.of(
                            resource.title(),
                            row.key(),
                            from.form().sender(),
                            file,
                            from.form().reportedOn())));
          }
        });
    return new Table(
        "senders.csv", List.of("table", "key", "firm_id", "file", "reported_on"), lines);
  }

  /** The workbook of a form with all that was found at its cells; null where that is nothing. */
  static byte @Nullable [] marked(Form form, Locale locale) throws IOException {
    if (form.marks().isEmpty()) {
      return null;
    }
    XSSFWorkbook workbook = WorkbookFile.open(form.path(), new ArrayList<>());
    if (workbook == null) {
      return null;
    }
    try {
      return MarkedCopy.bytes(workbook, form.marks(), locale);
    } finally {
      workbook.getPackage().revert();
    }
  }
}
