package tenon.packages.willems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tenon.model.Message;

/** What the import assumed, each with the number of stages it touched. */
final class Assumptions {
  /** So many goals of service are listed, and then the number of the rest. */
  private static final int LISTED = 12;

  private final Network network;
  private final List<Message> messages = new ArrayList<>();

  private Assumptions(Network network) {
    this.network = network;
  }

  /** All assumptions of an import, in the order of the tables they concern. */
  static List<Message> of(Network network) {
    Assumptions all = new Assumptions(network);
    all.add("stages", network.stages().size());
    all.add("firm");
    all.add("arcs", network.arcs().size());
    all.add("cost");
    all.times();
    all.demand();
    all.service();
    all.add("blank");
    return List.copyOf(all.messages);
  }

  private void times() {
    add("times", count(network::timeIsOnLink), count(i -> !network.timeIsOnLink(i)));
    IntPredicate spread = i -> network.stages().get(i).time().sdDays() > 0;
    if (count(spread) > 0) {
      IntPredicate lost = spread.and(i -> !network.timeIsOnLink(i));
      double most = 0;
      for (int i = 0; i < network.stages().size(); i++) {
        most = lost.test(i) ? Math.max(most, network.stages().get(i).time().sdDays()) : most;
      }
      String days = number(Math.rint(100 * most) / 100);
      add("spread", count(spread.and(network::timeIsOnLink)), count(lost), days);
    }
    long discrete = count(i -> network.stages().get(i).time().discrete());
    if (discrete > 0) {
      add("discrete", discrete);
    }
  }

  private void demand() {
    add(
        "demand",
        count(i -> network.stages().get(i).demanded()),
        count(i -> network.stages().get(i).meanDemand() == 0));
  }

  /** Lists the goals of service, which no table has a column for. */
  private void service() {
    Map<String, Integer> goals = new TreeMap<>();
    for (Stage stage : network.stages()) {
      boolean stated = !Double.isNaN(stage.serviceLevel()) || !Double.isNaN(stage.maxServiceDays());
      if (stated) {
        String goal = number(stage.serviceLevel()) + " / " + number(stage.maxServiceDays());
        goals.merge(goal, 1, Integer::sum);
      }
    }
    if (goals.isEmpty()) {
      return;
    }
    List<String> texts = new ArrayList<>();
    goals.forEach((goal, stages) -> texts.add(goal + " (" + stages + ")"));
    int rest = Math.max(0, texts.size() - LISTED);
    List<String> shown = texts.subList(0, texts.size() - rest);
    add("service", String.join(", ", shown) + (rest > 0 ? ", ... (+" + rest + ")" : ""));
  }

  private long count(IntPredicate stages) {
    return IntStream.range(0, network.stages().size()).filter(stages).count();
  }

  /** Whole numbers without a point, unknown ones as a question mark. */
  private static String number(double number) {
    if (Double.isNaN(number)) {
      return "?";
    }
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }

  private void add(String key, Object... arguments) {
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    messages.add(Message.of(Sheet.BUNDLE, "assumption." + key, texts));
  }
}
