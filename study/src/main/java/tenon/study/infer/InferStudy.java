package tenon.study.infer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tenon.assess.inference.Delivery;
import tenon.assess.inference.HiddenLinks;
import tenon.assess.inference.ImportShares;
import tenon.assess.inference.InferredLink;
import tenon.assess.inference.LinkInference;
import tenon.model.Chain;
import tenon.model.ChainEdit;
import tenon.model.Columns;
import tenon.model.Findings;
import tenon.model.Loaded;
import tenon.model.Message;
import tenon.model.Progress;
import tenon.model.Resource;
import tenon.packages.Bilingual;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.PackageWriter;
import tenon.packages.ReadLimits;
import tenon.study.answer.Answer;
import tenon.study.page.Json;
import tenon.study.page.Table;
import tenon.study.text.Numbers;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code tenon infer}: links that nobody has declared. */
public final class InferStudy {
  private static final String BUNDLE = "tenon.study.sources";
  private static final List<String> HEADER =
      List.of(
          "supplier_site_id",
          "customer_site_id",
          "product_id",
          "confidence",
          "evidence",
          "fills_gap",
          "by_delivery",
          "by_other_delivery",
          "by_sister_site",
          "by_market",
          "by_trade");

  private final Question question;
  private final DataPackage data;
  private final Chain chain;
  private final Locale locale;

  /**
   * What is asked.
   *
   * @param path the package
   * @param deliveries deliveries as CSV, or null
   * @param trade trade statistics, or null
   * @param target where a package with the links that fill gaps is written, or null
   * @param least least confidence
   * @param seed which known links are hidden together in the test
   */
  public record Question(
      Path path,
      @Nullable Path deliveries,
      @Nullable Path trade,
      @Nullable Path target,
      double least,
      long seed) {}

  private InferStudy(Question question, DataPackage data, Locale locale) {
    this.question = question;
    this.data = data;
    this.locale = locale;
    chain = data.chain();
  }

  /**
   * The answer, or every fault of the inputs; then no package is written.
   *
   * @throws IOException if the package cannot be written
   */
  public static Loaded<Answer> run(Question question, Locale locale, Progress progress)
      throws IOException {
    if (question.target() != null) {
      PackageWriter.check(question.target());
    }
    return switch (PackageReader.read(question.path(), ReadLimits.DEFAULT, progress)) {
      case Loaded.Rejected<DataPackage>(var errors) -> new Loaded.Rejected<>(errors);
      case Loaded.Ready<DataPackage>(var data, var warnings) -> {
        Findings findings = new Findings();
        warnings.forEach(findings::add);
        InferStudy study = new InferStudy(question, data, locale);
        List<Delivery> deliveries = study.deliveries(findings);
        Path trade = question.trade();
        ImportShares imports =
            trade == null
                ? ImportShares.NONE
                : TradeEvidence.read(trade, study.chain, findings, progress);
        yield findings.hasErrors()
            ? new Loaded.Rejected<>(findings.list())
            : new Loaded.Ready<>(study.answer(deliveries, imports), findings.list());
      }
    };
  }

  private List<Delivery> deliveries(Findings findings) {
    Path file = question.deliveries();
    if (file == null) {
      return List.of();
    }
    Loaded<List<Delivery>> loaded = DeliveryTable.read(file, chain);
    loaded.findings().forEach(findings::add);
    return switch (loaded) {
      case Loaded.Ready<List<Delivery>>(var read, var warnings) -> read;
      case Loaded.Rejected<List<Delivery>>(var errors) -> List.of();
    };
  }

  private Answer answer(List<Delivery> deliveries, ImportShares imports) throws IOException {
    List<InferredLink> links = LinkInference.infer(chain, deliveries, imports, question.least());
    HiddenLinks test =
        HiddenLinks.measure(chain, deliveries, imports, question.least(), question.seed());
    Path target = question.target();
    if (target != null) {
      PackageWriter.write(filled(links), target);
    }
    List<Path> inputs = new ArrayList<>(PackageReader.files(question.path()));
    Stream.of(question.deliveries(), question.trade())
        .filter(Objects::nonNull)
        .forEach(inputs::add);
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("least", Numbers.exactCell(question.least()));
    settings.put("seed", Long.toString(question.seed()));
    return new Answer(
        "infer",
        lines(links, test),
        json(links, test),
        tables(links, test),
        null,
        inputs,
        settings,
        true);
  }

  private List<String> lines(List<InferredLink> links, HiddenLinks test) {
    List<String> lines = new ArrayList<>();
    long gaps = links.stream().filter(InferredLink::fillsGap).count();
    lines.add(
        say(
            "infer.found",
            Numbers.count(links.size()),
            Numbers.shown(question.least()),
            Numbers.count(gaps)));
    if (test.hidden() > 0 && test.inferred() > 0) {
      lines.add(
          say(
              "infer.test",
              Numbers.count(test.hidden()),
              Numbers.percentFine(test.recall()),
              Numbers.percentFine(test.precision())));
    }
    lines.add(say("infer.legal"));
    return List.copyOf(lines);
  }

  private ObjectNode json(List<InferredLink> links, HiddenLinks test) {
    ObjectNode root = Json.object();
    root.put("evidence", "inferred");
    root.put("legal_note", Message.of(BUNDLE, "infer.legal").in(Locale.ENGLISH));
    root.put("legal_note_zh", Message.of(BUNDLE, "infer.legal").in(Locale.SIMPLIFIED_CHINESE));
    ArrayNode array = root.putArray("links");
    for (InferredLink link : links) {
      ObjectNode node = array.addObject();
      node.put("supplier_site_id", site(link.supplier()));
      node.put("customer_site_id", site(link.customer()));
      node.put("product_id", chain.products().keys().key(link.product()));
      node.set("confidence", Json.exact(link.confidence()));
      node.put("evidence", evidence(link));
      node.put("fills_gap", link.fillsGap());
    }
    ObjectNode hidden = root.putObject("hidden_links");
    hidden.put("hidden", test.hidden());
    hidden.put("found", test.found());
    hidden.put("inferred", test.inferred());
    hidden.set("recall", Json.exact(test.recall()));
    hidden.set("precision", Json.exact(test.precision()));
    return root;
  }

  private List<Table> tables(List<InferredLink> links, HiddenLinks test) {
    List<List<String>> rows = new ArrayList<>();
    for (InferredLink link : links) {
      rows.add(
          List.of(
              site(link.supplier()),
              site(link.customer()),
              chain.products().keys().key(link.product()),
              Numbers.exactCell(link.confidence()),
              evidence(link),
              Boolean.toString(link.fillsGap()),
              Numbers.exactCell(link.byDelivery()),
              Numbers.exactCell(link.byOther()),
              Numbers.exactCell(link.bySister()),
              Numbers.exactCell(link.byMarket()),
              Numbers.exactCell(link.byTrade())));
    }
    List<List<String>> bins = new ArrayList<>();
    for (HiddenLinks.Bin bin : test.bins()) {
      bins.add(
          List.of(
              Numbers.exactCell(bin.low()),
              Numbers.exactCell(bin.high()),
              Integer.toString(bin.inferred()),
              Integer.toString(bin.right()),
              Numbers.exactCell((double) bin.right() / bin.inferred())));
    }
    return List.of(
        new Table("inferred.csv", HEADER, rows),
        new Table(
            "hidden_links.csv",
            List.of("confidence_from", "confidence_to", "inferred", "right", "share_right"),
            bins));
  }

  private static String evidence(InferredLink link) {
    List<String> causes = new ArrayList<>();
    if (link.byDelivery() > 0) {
      causes.add("deliveries");
    }
    if (link.byOther() > 0) {
      causes.add("other deliveries");
    }
    if (link.bySister() > 0) {
      causes.add("another site of the firm");
    }
    if (link.byMarket() > 0) {
      causes.add("share of the market");
    }
    if (link.byTrade() > 0) {
      causes.add("trade statistics");
    }
    return "inferred: " + String.join(", ", causes);
  }

  /** The package with the links that fill gaps; no known link is touched. */
  private DataPackage filled(List<InferredLink> links) {
    ChainEdit edit = ChainEdit.of(chain);
    Set<String> taken = new HashSet<>(chain.links().keys().stream().toList());
    for (InferredLink link : links) {
      if (link.fillsGap()) {
        String product = chain.products().keys().key(link.product());
        String id =
            "inferred-" + site(link.supplier()) + "-" + site(link.customer()) + "-" + product;
        while (!taken.add(id)) {
          id += "-";
        }
        String key = id;
        edit.add(
            Resource.SOURCING,
            row ->
                row.set("link_id", key)
                    .set("customer_site_id", site(link.customer()))
                    .set("supplier_site_id", site(link.supplier()))
                    .set("product_id", product)
                    .set("status", "active")
                    .set("confidence", link.confidence())
                    .set("evidence", evidence(link)));
      }
    }
    Map<Resource, Columns> tables = new EnumMap<>(Resource.class);
    tables.putAll(data.tables());
    tables.put(Resource.SOURCING, edit.chain().table(Resource.SOURCING));
    List<String> assumptions = new ArrayList<>();
    for (String key : List.of("infer.assumption", "infer.legal")) {
      assumptions.add(Bilingual.of(Message.of(BUNDLE, key)));
    }
    return new DataPackage(data.info().assuming(assumptions), tables, data.nodes());
  }

  private String site(int site) {
    return chain.sites().keys().key(site);
  }

  private String say(String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }
}
