package tenon.study.cascade;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tenon.model.Message;
import tenon.study.document.Block;
import tenon.study.document.Cell;
import tenon.study.document.Document;
import tenon.study.page.Json;
import tenon.study.page.Resources;
import tenon.study.text.Numbers;
import tenon.twin.firm.CascadeResult;
import tenon.twin.firm.Communities;
import tenon.twin.firm.Fall;
import tenon.twin.firm.FirmNetwork;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The report of cascades: who costs most, the network, and the course of one cascade. */
final class CascadeReport {
  private static final String BUNDLE = "tenon.study.cascade.words";
  private static final String SCRIPT = "/tenon/study/cascade/replay.js";
  private static final int ROWS = 20;
  private static final int TOLD = 6;

  /** A replay has no more steps than these; the first and the last are always among them. */
  private static final int STEPS = 60;

  private final FirmSource.Firms firms;
  private final FirmNetwork network;
  private final Locale locale;
  private final List<Block> blocks = new ArrayList<>();

  CascadeReport(FirmSource.Firms firms, Locale locale) {
    this.firms = firms;
    network = firms.network();
    this.locale = locale;
  }

  private String say(String key, String... arguments) {
    return Message.of(BUNDLE, key, arguments).in(locale);
  }

  /**
   * The document.
   *
   * @param costliest places of the results, the greatest loss first
   * @param every whether every firm was closed, so that results are firms
   * @param drawn whether the network is drawn
   * @param falls course of one cascade, or null
   */
  Document of(
      CascadeResult cascades,
      List<Integer> costliest,
      boolean every,
      boolean drawn,
      String first,
      @Nullable List<Fall> falls)
      throws IOException {
    blocks.add(new Block.Paragraph(say("report.how")));
    costliest(cascades, costliest, every);
    if (drawn || falls != null) {
      double[] esri =
          IntStream.range(0, network.firms())
              .mapToDouble(firm -> every ? cascades.esri(firm) : network.output(firm))
              .toArray();
      NetworkView view = new NetworkView(firms, Communities.of(network), esri, locale);
      if (drawn) {
        network(view, esri, every);
      }
      if (falls != null) {
        replay(view, first, falls);
      }
    }
    return new Document(
        say("report.name"),
        say("report.of", Integer.toString(network.firms()), Integer.toString(network.links())),
        locale,
        blocks);
  }

  private void costliest(CascadeResult cascades, List<Integer> costliest, boolean every) {
    List<List<Cell>> rows = new ArrayList<>();
    // In a large network every single firm is a small share of all.
    boolean small = !costliest.isEmpty() && cascades.esri(costliest.getFirst()) < 0.01;
    int decimals = small ? 4 : 2;
    for (int at : costliest.subList(0, Math.min(ROWS, costliest.size()))) {
      List<Cell> row = new ArrayList<>();
      if (every) {
        row.add(Cell.of(firms.firms().key(at)));
        row.add(Cell.of(firms.sectors().key(network.sector(at))));
      } else {
        row.add(Cell.of(firms.scenarios().get(at)));
      }
      row.add(percent(cascades.esri(at), decimals));
      row.add(percent(cascades.esriDown(at), decimals));
      row.add(percent(cascades.esriUp(at), decimals));
      rows.add(row);
    }
    List<String> header = new ArrayList<>();
    for (String key : every ? List.of("firm", "sector") : List.of("scenario")) {
      header.add(say("column." + key));
    }
    for (String key : List.of("esri", "down", "up")) {
      header.add(say("column." + key));
    }
    blocks.add(
        new Block.Grid(
            "costliest",
            say(every ? "report.costliest" : "report.scenarios"),
            header,
            rows,
            List.of(say("report.note"))));
  }

  private static Cell percent(double share, int decimals) {
    return Cell.of(Numbers.fixed(100 * share, decimals), 100 * share);
  }

  private void network(NetworkView view, double[] esri, boolean every) {
    double[] value = every ? view.greatest(esri) : view.unknown();
    blocks.add(
        new Block.Figure(
            "network",
            say(every ? "network.title" : "network.together"),
            view.draw(say(every ? "network.unit" : "network.plain"), value),
            List.of(say(every ? "network.note" : "network.note.plain"))));
  }

  private void replay(NetworkView view, String first, List<Fall> falls) throws IOException {
    List<Integer> steps = steps(falls);
    ObjectNode data = Json.object();
    data.put("play", say("replay.play"));
    data.put("pause", say("replay.pause"));
    ArrayNode frames = Json.array();
    boolean[] fallen = new boolean[network.firms()];
    List<double[]> shares = new ArrayList<>();
    int at = 0;
    for (int step : steps) {
      List<String> told = new ArrayList<>();
      int more = 0;
      while (at < falls.size() && falls.get(at).step() <= step) {
        Fall fall = falls.get(at++);
        if (!fallen[fall.firm()]) {
          fallen[fall.firm()] = true;
          if (told.size() < TOLD) {
            told.add(told(fall));
          } else {
            more++;
          }
        }
      }
      shares.add(view.share(fallen));
      ObjectNode frame = Json.object();
      String who = String.join(say("replay.comma"), told);
      frame.put(
          "text",
          say(
              more > 0 ? "replay.step.more" : "replay.step",
              Integer.toString(step),
              who,
              Integer.toString(more)));
      frames.add(frame);
    }
    double[] last = shares.isEmpty() ? view.unknown() : shares.getLast();
    double scale = NetworkView.scale(last);
    for (int nth = 0; nth < frames.size(); nth++) {
      double[] colour = DoubleStream.of(shares.get(nth)).map(share -> share / scale).toArray();
      ((ObjectNode) frames.get(nth)).set("share", Json.exact(colour));
    }
    data.set("frames", frames);
    Block.Figure figure =
        new Block.Figure(
            "replay",
            say("replay.title", first),
            view.draw(say("replay.unit"), last),
            List.of(say("replay.note")));
    blocks.add(new Block.Explorer(figure, Json.forScript(data), Resources.text(SCRIPT)));
  }

  private String told(Fall fall) {
    String name = firms.firms().key(fall.firm());
    return fall.cause() == Fall.SHOCK
        ? name
        : say("replay.because", name, firms.firms().key(fall.cause()));
  }

  /** Steps in which somebody fell; of many, evenly spread ones. */
  private static List<Integer> steps(List<Fall> falls) {
    TreeSet<Integer> all = new TreeSet<>();
    falls.forEach(fall -> all.add(fall.step()));
    List<Integer> steps = List.copyOf(all);
    if (steps.size() <= STEPS) {
      return steps;
    }
    List<Integer> some = new ArrayList<>();
    for (int nth = 0; nth < STEPS; nth++) {
      some.add(steps.get((int) ((long) nth * (steps.size() - 1) / (STEPS - 1))));
    }
    return some;
  }
}
