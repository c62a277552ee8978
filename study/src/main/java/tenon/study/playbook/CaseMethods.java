package tenon.study.playbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.respond.cases.Case;
import tenon.respond.cases.CauseRate;
import tenon.respond.cases.Query;
import tenon.respond.cases.ResponseRecord;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods under {@code tenon cases}: a library is a folder with one YAML file for each case.
 */
public final class CaseMethods {
  /** Name of the family. */
  public static final String FAMILY = "cases";

  private CaseMethods() {}

  /** Every method, in the order of the help. */
  public static List<Method> all() {
    return List.of(
        new Method(
            FAMILY,
            "add",
            "CASE.yaml",
            List.of(MethodOption.needed("library")),
            (asked, progress) -> add(asked)),
        new Method(
            FAMILY,
            "search",
            "LIBRARY",
            List.of(
                MethodOption.text("chain"),
                MethodOption.text("region"),
                MethodOption.text("cause"),
                MethodOption.text("response"),
                MethodOption.text("words")),
            (asked, progress) -> search(asked)),
        new Method(
            FAMILY,
            "rates",
            "LIBRARY",
            List.of(
                MethodOption.text("chain"),
                MethodOption.text("region"),
                MethodOption.whole("from-year", 1800, 3000, "2000"),
                MethodOption.whole("to-year", 1800, 3000, "2025"),
                MethodOption.number("prior-per-year", 1e-9, 1000, "0.1"),
                MethodOption.number("prior-years", 1e-6, 1000, "2")),
            (asked, progress) -> rates(asked)));
  }

  private static Loaded<Answer> add(Asked asked) throws IOException {
    return switch (CaseFile.read(asked.source())) {
      case Loaded.Rejected<Case>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<Case>(var one, var warnings) -> {
        Path library = Path.of(asked.text("library"));
        Path place = library.resolve(one.id() + ".yaml");
        Path holder = Files.exists(place) ? place : holder(library, one.id());
        if (holder != null) {
          yield new Loaded.Rejected<>(
              List.of(Refusal.of("case-twice", holder.getFileName() + "", one.id())));
        }
        Files.createDirectories(library);
        Path fresh = Files.createTempFile(library, ".case", ".part");
        try {
          Files.copy(asked.source(), fresh, StandardCopyOption.REPLACE_EXISTING);
          Files.move(fresh, place);
        } finally {
          Files.deleteIfExists(fresh);
        }
        ObjectNode root = Json.object();
        root.put("case_id", one.id());
        yield new Loaded.Ready<>(
            new Answer(
                FAMILY + " add",
                List.of(new Words(asked.locale()).get("cases.added", one.id())),
                root,
                List.of(),
                null,
                List.of(asked.source()),
                asked.settings(),
                true),
            warnings);
      }
    };
  }

  /** The file of the library that holds a case, whatever its name; null where none does. */
  private static @Nullable Path holder(Path library, String id) throws IOException {
    if (Files.isDirectory(library)) {
      for (Path file : CaseLibrary.files(library)) {
        if (CaseFile.read(file) instanceof Loaded.Ready<Case>(var one, var _)
            && one.id().equals(id)) {
          return file;
        }
      }
    }
    return null;
  }

  private static Loaded<Answer> search(Asked asked) throws IOException {
    Loaded<List<Case>> read = CaseLibrary.read(asked.source());
    List<Finding> findings = new ArrayList<>(read.findings());
    if (!(read instanceof Loaded.Ready<List<Case>>(var all, var _))) {
      return new Loaded.Rejected<>(findings);
    }
    Query query =
        new Query(
            asked.text("chain"),
            asked.text("region"),
            asked.text("cause"),
            asked.text("response"),
            asked.text("words"));
    List<Case> found = query.in(all);
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("cases");
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Case one : found) {
      ObjectNode node = array.addObject();
      node.put("case_id", one.id());
      node.put("title", one.title());
      node.put("cause", one.cause());
      node.put("from", one.from().toString());
      node.set("chains", Json.array(one.chains()));
      node.put("region", one.region());
      node.set("conditions", Json.array(one.conditions()));
      node.put("evidence", one.evidence());
      Case.Effect effect = one.effect();
      if (effect != null) {
        ObjectNode policy = node.putObject("effect");
        policy.put("on", effect.on());
        policy.set("estimate", Json.exact(effect.estimate()));
        policy.set("low", Json.exact(effect.low()));
        policy.set("high", Json.exact(effect.high()));
      }
      lines.add(one.from() + "  " + one.id() + "  " + one.cause() + "  " + one.title());
      rows.add(
          List.of(
              one.id(),
              one.title(),
              String.join(";", one.chains()),
              one.region(),
              one.cause(),
              one.from().toString(),
              Numbers.exactCell(one.durationDays()),
              Numbers.exactCell(one.lossShare()),
              String.join("; ", one.conditions()),
              effect == null ? "" : effect.on(),
              effect == null ? "" : Numbers.exactCell(effect.estimate()),
              effect == null ? "" : Numbers.exactCell(effect.low()),
              effect == null ? "" : Numbers.exactCell(effect.high()),
              one.evidence()));
    }
    Words words = new Words(asked.locale());
    List<List<String>> responses = new ArrayList<>();
    ArrayNode records = root.putArray("responses");
    for (ResponseRecord record : ResponseRecord.of(found)) {
      ObjectNode node = records.addObject();
      node.put("response", record.response());
      node.put("times", record.times());
      node.set("share_solved", Json.exact(record.shareSolved()));
      String share = Numbers.percentFine(record.shareSolved());
      lines.add(
          words.get(
              Double.isNaN(record.shareSolved()) ? "cases.response.untold" : "cases.response",
              record.response(),
              Numbers.count(record.times()),
              share));
      responses.add(
          List.of(
              record.response(),
              Integer.toString(record.times()),
              Numbers.exactCell(record.shareSolved()),
              Numbers.exactCell(record.startedAfterHours()),
              Numbers.exactCell(record.cost()),
              String.join(";", record.cases())));
    }
    lines.addFirst(
        words.get("cases.found", Numbers.count(found.size()), Numbers.count(all.size())));
    if (found.isEmpty() && !all.isEmpty()) {
      lines.add(
          words.get(
              "cases.known",
              known(all.stream().flatMap(one -> one.chains().stream())),
              known(all.stream().map(Case::cause)),
              known(
                  all.stream()
                      .flatMap(one -> one.outcomes().stream())
                      .map(Case.Outcome::response))));
    }
    return new Loaded.Ready<>(
        new Answer(
            FAMILY + " search",
            lines,
            root,
            List.of(
                new Table(
                    "cases.csv",
                    List.of(
                        "case_id",
                        "title",
                        "chains",
                        "region",
                        "cause",
                        "from",
                        "duration_days",
                        "loss_share",
                        "conditions",
                        "effect_on",
                        "effect",
                        "effect_low",
                        "effect_high",
                        "evidence"),
                    rows),
                new Table(
                    "responses.csv",
                    List.of(
                        "response",
                        "times",
                        "share_solved",
                        "started_after_hours",
                        "cost",
                        "cases"),
                    responses)),
            null,
            PlaybookMethods.files(asked.source()),
            asked.settings(),
            true),
        findings);
  }

  private static String known(Stream<String> codes) {
    return codes.distinct().sorted().collect(Collectors.joining(", "));
  }

  private static Loaded<Answer> rates(Asked asked) throws IOException {
    Loaded<List<Case>> read = CaseLibrary.read(asked.source());
    List<Finding> findings = new ArrayList<>(read.findings());
    int first = asked.whole("from-year", 2000);
    int last = asked.whole("to-year", 2025);
    if (last < first) {
      findings.add(Refusal.of("years-order", "", Integer.toString(last), Integer.toString(first)));
    }
    if (!(read instanceof Loaded.Ready<List<Case>>(var all, var _)) || last < first) {
      return new Loaded.Rejected<>(findings);
    }
    List<Case> chosen = new Query(asked.text("chain"), asked.text("region"), "", "", "").in(all);
    CauseRate.Prior prior =
        new CauseRate.Prior(asked.number("prior-per-year"), asked.number("prior-years"));
    ObjectNode root = Json.object();
    ArrayNode array = root.putArray("causes");
    List<List<String>> rows = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    Words words = new Words(asked.locale());
    long outside =
        chosen.stream()
            .mapToInt(one -> one.from().getYear())
            .filter(year -> year < first || year > last)
            .count();
    if (outside > 0) {
      String years = first + "–" + last;
      findings.add(
          Refusal.warning("cases-outside", asked.source() + "", null, outside + "", years));
    }
    for (CauseRate rate : CauseRate.of(chosen, first, last, prior)) {
      ObjectNode node = array.addObject();
      node.put("cause", rate.cause());
      node.put("cases", rate.cases());
      node.set("per_year", Json.exact(rate.perYear()));
      node.set("low", Json.exact(rate.interval().low()));
      node.set("high", Json.exact(rate.interval().high()));
      node.set("probability_per_year", Json.exact(rate.probability()));
      rows.add(
          List.of(
              rate.cause(),
              Integer.toString(rate.cases()),
              Numbers.exactCell(rate.perYear()),
              Numbers.exactCell(rate.interval().low()),
              Numbers.exactCell(rate.interval().high()),
              Numbers.exactCell(rate.probability()),
              Numbers.exactCell(rate.meanDurationDays()),
              Numbers.exactCell(rate.meanLossShare())));
      lines.add(
          words.get(
              "cases.rate",
              rate.cause(),
              Numbers.count(rate.cases()),
              Numbers.probability(rate.probability()),
              Numbers.shown(rate.interval().low()),
              Numbers.shown(rate.interval().high())));
    }
    return new Loaded.Ready<>(
        new Answer(
            FAMILY + " rates",
            lines,
            root,
            List.of(
                new Table(
                    "rates.csv",
                    List.of(
                        "cause",
                        "cases",
                        "per_year",
                        "low",
                        "high",
                        "probability_per_year",
                        "mean_duration_days",
                        "mean_loss_share"),
                    rows)),
            null,
            PlaybookMethods.files(asked.source()),
            asked.settings(),
            true),
        findings);
  }
}
