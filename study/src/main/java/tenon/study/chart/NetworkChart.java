package tenon.study.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tenon.study.chart.Svg.Anchor;
import tenon.study.text.Numbers;

/**
 * A network as circles and bands between them, laid out by forces (Fruchterman and Reingold 1991)
 * from a fixed start, so that the same network always looks the same. The first circles of the
 * picture are the knots in their order. Meant for up to a hundred knots: join greater networks
 * before.
 */
public final class NetworkChart {
  private static final double HEIGHT = 560;
  private static final double TOP = 40;
  private static final double MARGIN = 46;
  private static final double LARGEST = 30;
  private static final double SMALLEST = 4;
  private static final int ROUNDS = 400;
  private static final int APART = 200;
  private static final int DRAWN = 260;
  private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

  /**
   * A circle.
   *
   * @param name written beside it where there is room
   * @param size its area, at least 0
   * @param value its colour, from 0 to the greatest value of the picture; NaN for grey
   */
  public record Knot(String name, double size, double value) {}

  /** What flows between two knots, at least 0. */
  public record Flow(int from, int to, double amount) {}

  private final List<Knot> knots;
  private final List<Flow> flows;
  private final double[] x;
  private final double[] y;
  private final double[] radius;

  private final double greatest;

  private NetworkChart(List<Knot> knots, List<Flow> flows, double greatest) {
    this.knots = knots;
    this.greatest = greatest;
    double[] amounts = flows.stream().mapToDouble(Flow::amount).toArray();
    double most = Math.max(Double.MIN_NORMAL, Series.range(amounts, new double[] {0})[1]);
    this.flows =
        flows.stream()
            .filter(flow -> flow.from() != flow.to() && flow.amount() > 0)
            .sorted(Comparator.comparingDouble(Flow::amount).reversed())
            .limit(DRAWN)
            .map(flow -> new Flow(flow.from(), flow.to(), flow.amount() / most))
            .toList();
    double largest = knots.stream().mapToDouble(Knot::size).max().orElse(1);
    radius =
        knots.stream()
            .mapToDouble(
                knot ->
                    largest > 0
                        ? Math.max(SMALLEST, LARGEST * Math.sqrt(knot.size() / largest))
                        : SMALLEST)
            .toArray();
    x = new double[knots.size()];
    y = new double[knots.size()];
  }

  /**
   * Draws the network.
   *
   * @param unit what the colour tells
   * @param greatest share, above 0 and up to 1, that the darkest colour stands for
   */
  public static String of(String unit, List<Knot> knots, List<Flow> flows, double greatest) {
    NetworkChart chart = new NetworkChart(knots, flows, greatest);
    chart.layOut();
    chart.fit();
    chart.part();
    return chart.draw(unit);
  }

  /** Flows pull, all knots push; what may move in a round falls to nothing. */
  private void layOut() {
    int n = x.length;
    for (int at = 0; at < n; at++) {
      double far = Math.sqrt((at + 0.5) / n);
      x[at] = far * StrictMath.cos(at * GOLDEN_ANGLE);
      y[at] = far * StrictMath.sin(at * GOLDEN_ANGLE);
    }
    double ideal = 1.6 / Math.sqrt(Math.max(1, n));
    for (int round = 0; round < ROUNDS; round++) {
      double[] moveX = new double[n];
      double[] moveY = new double[n];
      for (int a = 0; a < n; a++) {
        // Towards the middle, so that parts without flows between them stay in the picture.
        moveX[a] -= 0.6 * x[a] * ideal;
        moveY[a] -= 0.6 * y[a] * ideal;
        for (int b = 0; b < a; b++) {
          double away = Math.max(1e-4, Math.hypot(x[a] - x[b], y[a] - y[b]));
          push(a, b, ideal * ideal / away, away, moveX, moveY);
        }
      }
      for (Flow flow : flows) {
        double away =
            Math.max(
                1e-4, Math.hypot(x[flow.from()] - x[flow.to()], y[flow.from()] - y[flow.to()]));
        double pull = -away * away / ideal * (0.15 + 0.85 * Math.sqrt(flow.amount()));
        push(flow.from(), flow.to(), pull, away, moveX, moveY);
      }
      double allowed = 0.12 * (1 - (double) round / ROUNDS);
      for (int a = 0; a < n; a++) {
        double wanted = Math.hypot(moveX[a], moveY[a]);
        double scale = wanted > allowed ? allowed / wanted : 1;
        x[a] += moveX[a] * scale;
        y[a] += moveY[a] * scale;
      }
    }
  }

  private void push(int a, int b, double force, double away, double[] moveX, double[] moveY) {
    double across = (x[a] - x[b]) / away * force;
    double up = (y[a] - y[b]) / away * force;
    moveX[a] += across;
    moveY[a] += up;
    moveX[b] -= across;
    moveY[b] -= up;
  }

  /** Fills the area in both directions; knots without flows must not shrink all others. */
  private void fit() {
    boolean[] tied = new boolean[x.length];
    for (Flow flow : flows) {
      tied[flow.from()] = true;
      tied[flow.to()] = true;
    }
    int[] seen = IntStream.range(0, x.length).filter(at -> flows.isEmpty() || tied[at]).toArray();
    double[] wide = Series.range(IntStream.of(seen).mapToDouble(at -> x[at]).toArray());
    double[] high = Series.range(IntStream.of(seen).mapToDouble(at -> y[at]).toArray());
    for (int at = 0; at < x.length; at++) {
      double across = wide[1] > wide[0] ? (x[at] - wide[0]) / (wide[1] - wide[0]) : 0.5;
      double up = high[1] > high[0] ? (y[at] - high[0]) / (high[1] - high[0]) : 0.5;
      across = Math.clamp(across, 0, 1);
      up = Math.clamp(up, 0, 1);
      x[at] = MARGIN + across * (Frame.WIDTH - 2 * MARGIN);
      y[at] = TOP + MARGIN / 2 + up * (HEIGHT - TOP - MARGIN);
    }
  }

  /** Moves circles apart that overlap. */
  private void part() {
    for (int round = 0; round < APART; round++) {
      for (int a = 0; a < x.length; a++) {
        for (int b = 0; b < a; b++) {
          double away = Math.max(1e-3, Math.hypot(x[a] - x[b], y[a] - y[b]));
          double overlap = radius[a] + radius[b] + 4 - away;
          if (overlap > 0) {
            double across = (x[a] - x[b]) / away * overlap / 2;
            double up = (y[a] - y[b]) / away * overlap / 2;
            place(a, x[a] + across, y[a] + up);
            place(b, x[b] - across, y[b] - up);
          }
        }
      }
    }
  }

  private void place(int at, double across, double up) {
    x[at] = Math.clamp(across, radius[at] + 2, Frame.WIDTH - radius[at] - 2);
    y[at] = Math.clamp(up, TOP + radius[at], HEIGHT - radius[at] - 2);
  }

  private String draw(String unit) {
    Frame frame =
        Frame.bare(
            HEIGHT, 1, Frame.WIDTH - 1, TOP, HEIGHT - 1, new Ticks(0, 1, 1), new Ticks(0, 1, 1));
    Svg svg = frame.svg;
    for (Flow flow : flows.reversed()) {
      double wide = 0.4 + 5 * Math.sqrt(flow.amount());
      svg.polyline(band(flow), "#c9cfd4", wide, "");
    }
    Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
    Boxes boxes = new Boxes(frame);
    for (int at = 0; at < x.length; at++) {
      double value = knots.get(at).value();
      String colour =
          Double.isNaN(value)
              ? "#b9b9b4"
              : Palette.amount(0.12 + 0.88 * Math.clamp(value / greatest, 0, 1));
      svg.circle(x[at], y[at], radius[at], colour, "#ffffff");
      boxes.take(x[at], y[at], radius[at] * 0.75);
    }
    Arrays.sort(order, Comparator.comparingDouble((Integer at) -> -knots.get(at).size()));
    for (int at : order) {
      if (!knots.get(at).name().isEmpty()) {
        boxes.name(x[at], y[at], radius[at], knots.get(at).name());
      }
    }
    svg.text(2, 15, unit, Anchor.START, Palette.SOFT);
    if (!knots.stream().allMatch(knot -> Double.isNaN(knot.value()))) {
      legend(svg, Math.min(Svg.width(unit) + 24, Frame.WIDTH - 210));
    }
    return svg.picture(unit);
  }

  private void legend(Svg svg, double left) {
    for (int step = 0; step <= 10; step++) {
      svg.rectangle(left + step * 12, 5, 12, 12, Palette.amount(0.12 + 0.88 * step / 10));
    }
    String most = Numbers.shown(100 * greatest);
    svg.text(left + 138, 15, "0–" + most + "%", Anchor.START, Palette.SOFT);
  }

  /** Bent to the right of its way, so that both directions are seen. */
  private List<double[]> band(Flow flow) {
    double fromX = x[flow.from()];
    double fromY = y[flow.from()];
    double acrossX = x[flow.to()] - fromX;
    double acrossY = y[flow.to()] - fromY;
    List<double[]> points = new ArrayList<>();
    for (int step = 0; step <= 8; step++) {
      double share = step / 8.0;
      double bend = 0.36 * share * (1 - share);
      points.add(
          new double[] {
            fromX + share * acrossX - bend * acrossY, fromY + share * acrossY + bend * acrossX
          });
    }
    return points;
  }
}
