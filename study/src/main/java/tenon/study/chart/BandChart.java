package tenon.study.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tenon.study.chart.Svg.Anchor;
import tenon.study.text.Labels;

/**
 * What goes from where to where: bands between places at the left and places at the right, as wide
 * as what they carry (Sankey 1898). Places keep the order of the left; the right stands in the
 * order of the middles of what comes in, which crosses few bands.
 */
public final class BandChart {
  private static final double SIDE = 238;
  private static final double TOP = 54;
  private static final double BAR = 8;
  private static final double GAP = 8;
  private static final double LEAST = 30;
  private static final double BANDS = 420;
  private static final double SMALL = 11;
  private static final double THINNEST = 0.8;
  private static final int STEPS = 24;

  /**
   * A place.
   *
   * @param name upper line
   * @param note lower line, may be empty
   */
  public record Place(String name, String note) {}

  /**
   * A band.
   *
   * @param from number of the place at the left
   * @param to number of the place at the right
   * @param amount more than 0
   * @param kind number of the name in the legend
   * @param tip shown to who points at it
   */
  public record Band(int from, int to, double amount, int kind, String tip) {}

  private final List<Place> left;
  private final List<Place> right;
  private final List<Band> bands;
  private final double scale;
  private final double[] leftTop;
  private final double[] rightTop;
  private final double height;

  private BandChart(List<Place> left, List<Place> right, List<Band> bands) {
    this.left = left;
    this.right = right;
    this.bands = bands;
    scale = BANDS / Math.max(Double.MIN_NORMAL, bands.stream().mapToDouble(Band::amount).sum());
    leftTop = new double[left.size()];
    rightTop = new double[right.size()];
    double leftEnd = stack(IntStream.range(0, left.size()).boxed().toList(), leftTop, true);
    double[] middle = middles();
    List<Integer> order =
        IntStream.range(0, right.size())
            .boxed()
            .sorted(Comparator.comparingDouble(place -> middle[place]))
            .toList();
    double rightEnd = stack(order, rightTop, false);
    height = Math.max(leftEnd, rightEnd) + 6;
  }

  /**
   * Draws the bands.
   *
   * @param amount what the width of a band is, with its unit
   * @param from head of the left
   * @param to head of the right
   * @param kinds names of the kinds of bands
   */
  public static String of(
      String amount,
      String from,
      String to,
      List<String> kinds,
      List<Place> left,
      List<Place> right,
      List<Band> bands) {
    return new BandChart(left, right, bands).draw(amount, from, to, kinds);
  }

  private double stack(List<Integer> order, double[] tops, boolean atLeft) {
    double y = TOP;
    for (int place : order) {
      double high = high(place, atLeft);
      tops[place] = y + (Math.max(high, LEAST) - high) / 2;
      y += Math.max(high, LEAST) + GAP;
    }
    return y;
  }

  private double high(int place, boolean atLeft) {
    return bands.stream()
        .filter(band -> (atLeft ? band.from() : band.to()) == place)
        .mapToDouble(this::wide)
        .sum();
  }

  private double wide(Band band) {
    return Math.max(THINNEST, band.amount() * scale);
  }

  private double[] middles() {
    double[] weighted = new double[right.size()];
    double[] weights = new double[right.size()];
    for (Band band : bands) {
      weighted[band.to()] += band.amount() * (leftTop[band.from()] + high(band.from(), true) / 2);
      weights[band.to()] += band.amount();
    }
    return IntStream.range(0, right.size())
        .mapToDouble(place -> weights[place] > 0 ? weighted[place] / weights[place] : 0)
        .toArray();
  }

  private String draw(String amount, String from, String to, List<String> kinds) {
    Svg svg = new Svg(Frame.WIDTH, height);
    double[][] starts = edges(true);
    double[][] ends = edges(false);
    List<Integer> order = new ArrayList<>(IntStream.range(0, bands.size()).boxed().toList());
    order.sort(Comparator.comparingDouble((Integer band) -> bands.get(band).amount()).reversed());
    for (int number : order) {
      Band band = bands.get(number);
      svg.told(band.tip());
      svg.polygon(ribbon(starts[number], ends[number]), Palette.deed(band.kind()), 0.62);
      svg.end();
    }
    places(svg, left, leftTop, true);
    places(svg, right, rightTop, false);
    svg.text(SIDE, TOP - 10, from, Anchor.END, Palette.INK, Svg.FONT, true);
    svg.text(Frame.WIDTH - SIDE, TOP - 10, to, Anchor.START, Palette.INK, Svg.FONT, true);
    double x = 2;
    for (int kind = 0; kind < kinds.size(); kind++) {
      int number = kind;
      if (bands.stream().noneMatch(band -> band.kind() == number)) {
        continue;
      }
      svg.rectangle(x, 6, 11, 11, Palette.deed(kind));
      svg.text(x + 16, 16, kinds.get(kind), Anchor.START, Palette.INK);
      x += 34 + Svg.width(kinds.get(kind));
    }
    svg.text(Frame.WIDTH - 2, 16, amount, Anchor.END, Palette.SOFT);
    return svg.picture(amount);
  }

  private void places(Svg svg, List<Place> places, double[] tops, boolean atLeft) {
    double fits = (SIDE - 12) / Svg.FONT / 1.04;
    double bar = atLeft ? SIDE : Frame.WIDTH - SIDE - BAR;
    double words = atLeft ? SIDE - 6 : Frame.WIDTH - SIDE + 6;
    Anchor anchor = atLeft ? Anchor.END : Anchor.START;
    for (int place = 0; place < places.size(); place++) {
      double high = high(place, atLeft);
      svg.rectangle(bar, tops[place], BAR, high, Palette.SOFT);
      double middle = tops[place] + high / 2;
      boolean noted = !places.get(place).note().isEmpty();
      String name = String.join("", Labels.lines(places.get(place).name(), fits, 1));
      svg.text(words, middle + (noted ? -2 : 4), name, anchor, Palette.INK);
      if (noted) {
        svg.text(words, middle + 12, places.get(place).note(), anchor, Palette.SOFT, SMALL, false);
      }
    }
  }

  /** Upper and lower ends of each band at one side, in the order of the places of the other. */
  private double[][] edges(boolean atLeft) {
    double[] used = new double[atLeft ? left.size() : right.size()];
    double[][] edges = new double[bands.size()][];
    List<Integer> order = new ArrayList<>(IntStream.range(0, bands.size()).boxed().toList());
    order.sort(
        Comparator.comparingDouble(
            (Integer band) ->
                atLeft ? rightTop[bands.get(band).to()] : leftTop[bands.get(band).from()]));
    for (int number : order) {
      Band band = bands.get(number);
      int place = atLeft ? band.from() : band.to();
      double top = (atLeft ? leftTop : rightTop)[place] + used[place];
      used[place] += wide(band);
      edges[number] = new double[] {top, top + wide(band)};
    }
    return edges;
  }

  private static List<double[]> ribbon(double[] start, double[] end) {
    List<double[]> points = new ArrayList<>();
    for (int edge = 0; edge < 2; edge++) {
      for (int step = 0; step <= STEPS; step++) {
        double share = (double) (edge == 0 ? step : STEPS - step) / STEPS;
        double eased = share * share * (3 - 2 * share);
        double x = SIDE + BAR + share * (Frame.WIDTH - 2 * SIDE - 2 * BAR);
        points.add(new double[] {x, start[edge] + eased * (end[edge] - start[edge])});
      }
    }
    return points;
  }
}
