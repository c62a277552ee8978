package tenon.study.standby;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Keys;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.respond.cases.Case;
import tenon.respond.standby.SecondSource;
import tenon.respond.standby.StandbyEntry;
import tenon.respond.standby.StandbyLibrary;
import tenon.respond.standby.Witness;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.playbook.CaseLibrary;
import tenon.study.recipe.Domain;
import tenon.study.text.InferredMark;
import tenon.study.text.Refusal;

/** {@code tenon standby PKG --product P}: who else could make what a site makes. */
public final class StandbyMethod {
  /** Name of the command. */
  public static final String NAME = "standby";

  private StandbyMethod() {}

  /** The method. */
  public static Method method() {
    return new Method(
        NAME,
        NAME,
        "PKG",
        List.of(
            MethodOption.text("product"),
            MethodOption.text("site"),
            MethodOption.text("capability"),
            MethodOption.number("min-capacity", 0, 1e15, "0"),
            MethodOption.number("within-days", 0, 1e6, ""),
            MethodOption.text("region"),
            MethodOption.text("jurisdiction"),
            MethodOption.text("technology"),
            MethodOption.text("evidence"),
            day("date"),
            MethodOption.text("history"),
            MethodOption.text("cases"),
            MethodOption.text("book"),
            MethodOption.flag("worth"),
            MethodOption.number("activation-days", 0, 1e5, "30")),
        StandbyMethod::run);
  }

  /** A day, or none. */
  static MethodOption day(String name) {
    return new MethodOption(name, new Domain.Open(new Domain.Day()), "", false);
  }

  private static Loaded<Answer> run(Asked asked, Progress progress) throws IOException {
    return switch (PackageReader.read(asked.source())) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) ->
          run(asked, data, InferredMark.among(warnings), progress);
    };
  }

  private static Loaded<Answer> run(
      Asked asked, DataPackage data, List<Finding> inferred, Progress progress) throws IOException {
    Chain chain = data.chain();
    List<Finding> faults = new ArrayList<>(inferred);
    known(asked.text("product"), chain.products().keys(), "products.csv", faults);
    known(asked.text("site"), chain.sites().keys(), "sites.csv", faults);
    known(asked.text("region"), chain.regions().keys(), "regions.csv", faults);
    Loaded<List<Witness>> history = History.read(asked.path("history"), chain);
    faults.addAll(history.findings());
    Path library = asked.path("cases");
    Loaded<List<Case>> cases =
        library == null ? new Loaded.Ready<>(List.of(), List.of()) : CaseLibrary.read(library);
    faults.addAll(cases.findings());
    faults.addAll(CallBook.faults(asked.path("book"), true));
    List<Witness> witnesses = new ArrayList<>();
    if (history instanceof Loaded.Ready<List<Witness>>(var past, var _)) {
      witnesses.addAll(past);
    }
    if (cases instanceof Loaded.Ready<List<Case>>(var told, var _)) {
      witnesses.addAll(History.of(told, chain, faults));
    }
    witnesses.addAll(CallBook.witnesses(asked.path("book"), chain, faults));
    Validity open = Validity.on(chain, asked.text("date"), faults);
    StandbyLibrary all = StandbyLibrary.of(chain, open, witnesses);
    Search search = new Search(asked, chain);
    faults.addAll(search.unknown(all));
    if (faults.stream().anyMatch(Finding::isError)) {
      return new Loaded.Rejected<>(faults);
    }
    List<StandbyEntry> whole = all.entries().stream().filter(search::wants).toList();
    List<StandbyEntry> entries =
        whole.stream().map(search::narrowed).sorted(StandbyEntry.WORST_FIRST).toList();
    List<SecondSource> worths =
        asked.flag("worth") ? Worths.of(chain, entries, asked, progress) : List.of();
    StandbyAnswer answer = new StandbyAnswer(asked, data, search, whole, entries, worths);
    return new Loaded.Ready<>(
        new Answer(
            NAME,
            answer.lines(all),
            answer.json(),
            answer.tables(),
            answer.document(),
            inputs(asked),
            asked.settings(),
            true),
        faults);
  }

  /** Tells an id that is asked for and not there, with some that are. */
  static void known(String id, Keys keys, String file, List<Finding> faults) {
    if (!id.isEmpty() && keys.id(id) < 0) {
      faults.add(
          Refusal.of(
              "standby-unknown", file, id, String.join(", ", keys.stream().limit(8).toList())));
    }
  }

  private static List<Path> inputs(Asked asked) throws IOException {
    List<Path> files = new ArrayList<>(PackageReader.files(asked.source()));
    Path library = asked.path("cases");
    if (library != null) {
      files.addAll(CaseLibrary.files(library));
    }
    for (String option : List.of("history", "book")) {
      Path file = asked.path(option);
      if (file != null) {
        files.add(file);
      }
    }
    return files;
  }
}
