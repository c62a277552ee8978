package tenon.study.standby;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.recipe.Domain;
import tenon.study.text.InferredMark;
import tenon.study.text.Numbers;
import tenon.study.text.Refusal;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon call PKG --product P --quantity Q --due D}: an urgent order and who takes it. */
public final class CallMethod {
  /** Name of the command. */
  public static final String NAME = "call";

  private static final List<String> HEADER =
      List.of(
          "site_id",
          "line",
          "answer",
          "possible",
          "given",
          "ready_days",
          "transit_days",
          "days",
          "cost_per_unit",
          "distance_km",
          "risk",
          "burden",
          "inferred");

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
            MethodOption.text("lines"),
            MethodOption.text("answers"),
            MethodOption.text("book")),
        (asked, progress) -> run(asked));
  }

  private static MethodOption needed(String name, double low, double high) {
    return new MethodOption(name, new Domain.Numeric(low, false, high, false), "", true);
  }

  private static Loaded<Answer> run(Asked asked) throws IOException {
    Chain chain;
    List<Finding> told;
    switch (PackageReader.read(asked.source())) {
      case Loaded.Rejected<DataPackage>(var errors) -> {
        return new Loaded.Rejected<>(errors);
      }
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        chain = data.chain();
        told = InferredMark.among(warnings);
      }
    }
    List<Finding> faults = new ArrayList<>();
    StandbyMethod.known(asked.text("product"), chain.products().keys(), "products.csv", faults);
    StandbyMethod.known(asked.text("to"), chain.sites().keys(), "sites.csv", faults);
    Award.Weights weights = weights(asked, faults);
    Offers offers = new Offers(asked, chain);
    Loaded<List<Offer>> read = offers.read();
    if (!faults.isEmpty()) {
      faults.addAll(read.findings());
      return new Loaded.Rejected<>(faults);
    }
    return switch (read) {
      case Loaded.Rejected<List<Offer>>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<List<Offer>>(var list, var _) -> {
        double quantity = asked.number("quantity");
        Award award =
            asked.text("mode").equals("competition")
                ? Award.competition(list, quantity, weights)
                : Award.cooperation(list, quantity, weights);
        Answer answer = answer(asked, chain, offers, list, award);
        keep(asked, answer);
        yield new Loaded.Ready<>(answer, told);
      }
    };
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

  /** Appends what was asked and answered: one line of JSON a call. */
  private static void keep(Asked asked, Answer answer) throws IOException {
    Path book = asked.path("book");
    if (book != null) {
      ObjectNode kept = Json.object();
      ObjectNode question = kept.putObject("asked");
      asked.settings().forEach(question::put);
      kept.set("answer", answer.result());
      Files.writeString(
          book,
          kept.toString() + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    }
  }

  private static Answer answer(
      Asked asked, Chain chain, Offers offers, List<Offer> list, Award award) {
    double quantity = asked.number("quantity");
    double cost = 0;
    List<String> who = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    ObjectNode root = Json.object();
    root.put("product_id", asked.text("product"));
    root.set("quantity", Json.exact(quantity));
    root.set("given", Json.exact(award.given()));
    root.set("short", Json.exact(quantity - award.given()));
    root.put("mode", asked.text("mode"));
    ArrayNode array = root.putArray("offers");
    Words words = new Words(asked.locale());
    InferredMark mark = new InferredMark(chain, words);
    for (Offer offer : list) {
      double given = 0;
      double burden = Double.NaN;
      for (Award.Part part : award.parts()) {
        if (part.offer().equals(offer)) {
          given = part.quantity();
          burden = part.burden();
        }
      }
      String site = chain.sites().keys().key(offer.site());
      if (given > 0) {
        cost += given * offer.costPerUnit();
        who.add(site + " " + Numbers.shown(given) + mark.of(offers.link(offer.site())));
      }
      ObjectNode node = array.addObject();
      node.put("site_id", site);
      node.put("line", offer.line());
      node.put("answer", offers.answer(offer));
      node.set("possible", Json.exact(offer.quantity()));
      node.set("given", Json.exact(given));
      node.set("days", Json.exact(offer.daysFor(given > 0 ? given : offer.quantity())));
      node.set("cost_per_unit", Json.exact(offer.costPerUnit()));
      node.set("distance_km", Json.exact(offer.distanceKm()));
      node.set("risk", Json.exact(offer.risk()));
      boolean inferred = !mark.of(offers.link(offer.site())).isEmpty();
      node.put("inferred", inferred);
      rows.add(
          List.of(
              site,
              offer.line(),
              offers.answer(offer),
              Numbers.exactCell(offer.quantity()),
              Numbers.exactCell(given),
              Numbers.exactCell(offer.readyDays()),
              Numbers.exactCell(offer.transitDays()),
              Numbers.exactCell(offer.daysFor(given > 0 ? given : offer.quantity())),
              Numbers.exactCell(offer.costPerUnit()),
              Numbers.exactCell(offer.distanceKm()),
              Numbers.exactCell(offer.risk()),
              Numbers.exactCell(burden),
              Boolean.toString(inferred)));
    }
    root.set("cost", Json.exact(cost));
    boolean met = award.given() >= quantity * (1 - 1e-9);
    String line =
        words.get(
            met ? "call.done" : "call.short",
            Numbers.shown(award.given()),
            Numbers.shown(quantity),
            Numbers.shown(asked.number("due")),
            String.join(", ", who));
    return new Answer(
        NAME,
        List.of(line),
        root,
        List.of(new Table("offers.csv", HEADER, rows)),
        null,
        List.copyOf(PackageReader.files(asked.source())),
        asked.settings(),
        met);
  }
}
