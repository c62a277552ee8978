package tenon.study.standby;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tenon.model.Chain;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.respond.standby.Award;
import tenon.respond.standby.Offer;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.recipe.Domain;
import tenon.study.text.InferredMark;
import tenon.study.text.Refusal;

/** {@code tenon call PKG --product P --quantity Q --due D}: an urgent order and who takes it. */
public final class CallMethod {
  /** Name of the command. */
  public static final String NAME = "call";

  private CallMethod() {}

  /** The method. */
  public static Method method() {
    return new Method(
        NAME,
        NAME,
        "PKG",
        List.of(
            MethodOption.needed("product"),
            needed("quantity", 1e-9, 1e15),
            needed("due", 0, 1e5),
            MethodOption.text("to"),
            MethodOption.choice("mode", "cooperation", "competition"),
            MethodOption.text("priorities"),
            MethodOption.number("freight-per-unit-km", 0, 1e9, "0"),
            StandbyMethod.day("date"),
            MethodOption.text("lines"),
            MethodOption.text("answers"),
            MethodOption.text("book")),
        (asked, progress) -> run(asked));
  }

  private static MethodOption needed(String name, double low, double high) {
    return new MethodOption(name, new Domain.Numeric(low, false, high, false), "", true);
  }

  private static Loaded<Answer> run(Asked asked) throws IOException {
    return switch (PackageReader.read(asked.source())) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) ->
          run(asked, data, InferredMark.among(warnings));
    };
  }

  private static Loaded<Answer> run(Asked asked, DataPackage data, List<Finding> inferred)
      throws IOException {
    Chain chain = data.chain();
    List<Finding> findings = new ArrayList<>(inferred);
    StandbyMethod.known(asked.text("product"), chain.products().keys(), "products.csv", findings);
    StandbyMethod.known(asked.text("to"), chain.sites().keys(), "sites.csv", findings);
    Award.Weights weights = weights(asked, findings);
    Offers offers = new Offers(asked, chain, Validity.on(chain, asked.text("date"), findings));
    CallTables tables = new CallTables(asked, chain, offers);
    findings.addAll(tables.faults());
    findings.addAll(CallBook.faults(asked.path("book"), false));
    List<Offer> list = tables.offers();
    if (list.isEmpty() && !offers.made() && findings.stream().noneMatch(Finding::isError)) {
      findings.add(Refusal.of("call-nobody", "recipes.csv", asked.text("product")));
    }
    if (findings.stream().anyMatch(Finding::isError)) {
      return new Loaded.Rejected<>(findings);
    }
    double quantity = asked.number("quantity");
    CallAnswer told =
        new CallAnswer(
            asked,
            data,
            tables,
            Award.competition(list, quantity, weights),
            Award.cooperation(list, quantity, weights));
    List<Path> files = new ArrayList<>(PackageReader.files(asked.source()));
    for (String option : List.of("lines", "answers")) {
      Path file = asked.path(option);
      if (file != null) {
        files.add(file);
      }
    }
    Answer answer =
        new Answer(
            NAME,
            told.lines(),
            told.json(),
            List.of(told.table()),
            told.document(),
            files,
            asked.settings(),
            told.met());
    CallBook.keep(asked, answer);
    return new Loaded.Ready<>(answer, findings);
  }

  private static Award.Weights weights(Asked asked, List<Finding> faults) {
    String text = asked.text("priorities").isEmpty() ? "1,1,1,1" : asked.text("priorities");
    String[] parts = text.split(",", -1);
    double[] numbers = new double[4];
    double sum = 0;
    boolean right = parts.length == numbers.length;
    for (int at = 0; right && at < numbers.length; at++) {
      try {
        numbers[at] = Double.parseDouble(parts[at]);
      } catch (NumberFormatException none) {
        numbers[at] = -1;
      }
      right = numbers[at] >= 0 && Double.isFinite(numbers[at]);
      sum += numbers[at];
    }
    if (!right || !(sum > 0)) {
      faults.add(Refusal.of("call-weights", "--priorities", text));
    }
    return new Award.Weights(numbers[0], numbers[1], numbers[2], numbers[3]);
  }
}
