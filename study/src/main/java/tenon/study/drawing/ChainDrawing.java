package tenon.study.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tenon.study.drawing.DrawnChain.Flow;
import tenon.study.text.Numbers;

/**
 * Places the marks of a drawn chain: columns by tier, suppliers left of customers; within a column
 * in the order of the barycentres of their neighbours, which untangles the flows; positions in the
 * units of the picture.
 *
 * <p>Source: K. Sugiyama, S. Tagawa, M. Toda, Methods for visual understanding of hierarchical
 * system structures, IEEE Trans. SMC 11(2), 1981. Ties keep the order before, so the result is one
 * and the same on every machine.
 */
final class ChainDrawing {
  static final double WIDTH = 1120;
  static final double TOP = 54;
  static final double ROW = 33;
  static final double BAR_WIDTH = 9;
  static final double BAR_HEIGHT = 22;

  /** How far a flow within a column swings out to the left. */
  static final double BULGE = 16;

  private static final double LEFT = BULGE;
  private static final int SWEEPS = 12;

  private final DrawnChain drawn;
  private final int[][] columns;
  private final double[] y;

  ChainDrawing(DrawnChain drawn) {
    this.drawn = drawn;
    columns = new int[drawn.columns()][];
    y = new double[drawn.nodes().size()];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = members(column);
    }
    for (int column = 0; column < columns.length; column++) {
      place(column);
    }
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (int i = 0; i < columns.length; i++) {
        order(sweep % 2 == 0 ? i : columns.length - 1 - i);
      }
    }
  }

  /** Left edge of a mark. */
  double x(int node) {
    return columnX(drawn.nodes().get(node).column());
  }

  double columnX(int column) {
    return LEFT + column * pitch();
  }

  /** Middle of a mark. */
  double y(int node) {
    return y[node];
  }

  /** Distance from one column to the next. */
  double pitch() {
    return (WIDTH - LEFT) / Math.max(1, columns.length);
  }

  double height() {
    int most = Arrays.stream(columns).mapToInt(column -> column.length).max().orElse(0);
    return TOP + most * ROW + 10;
  }

  /** Path of a flow from the right edge of its supplier to the left edge of its customer. */
  String path(Flow flow) {
    double fromX = x(flow.from()) + BAR_WIDTH;
    double toX = x(flow.to());
    double fromY = y[flow.from()];
    double toY = y[flow.to()];
    if (toX <= fromX) {
      // Within a column: an arc on the left, where no labels stand.
      double bulge = fromX - BAR_WIDTH - BULGE;
      return curve(fromX - BAR_WIDTH, fromY, bulge, bulge, toX, toY);
    }
    double middle = (fromX + toX) / 2;
    return curve(fromX, fromY, middle, middle, toX, toY);
  }

  private static String curve(
      double fromX, double fromY, double bendX, double bendToX, double toX, double toY) {
    return "M"
        + point(fromX, fromY)
        + "C"
        + point(bendX, fromY)
        + " "
        + point(bendToX, toY)
        + " "
        + point(toX, toY);
  }

  private static String point(double x, double y) {
    return coordinate(x) + "," + coordinate(y);
  }

  /** A coordinate to a tenth. */
  static String coordinate(double value) {
    return Numbers.cell(Math.rint(value * 10) / 10);
  }

  private int[] members(int column) {
    List<Integer> members = new ArrayList<>();
    for (int node = 0; node < drawn.nodes().size(); node++) {
      if (drawn.nodes().get(node).column() == column) {
        members.add(node);
      }
    }
    return members.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Spreads a column evenly about the middle of the picture. */
  private void place(int column) {
    int[] members = columns[column];
    double first = TOP + (height() - 10 - TOP - members.length * ROW) / 2 + ROW / 2;
    for (int i = 0; i < members.length; i++) {
      y[members[i]] = first + i * ROW;
    }
  }

  private void order(int column) {
    double[] barycentre = new double[y.length];
    for (int node : columns[column]) {
      barycentre[node] = barycentre(node);
    }
    columns[column] =
        Arrays.stream(columns[column])
            .boxed()
            .sorted(Comparator.comparingDouble(node -> barycentre[node]))
            .mapToInt(Integer::intValue)
            .toArray();
    place(column);
  }

  private double barycentre(int node) {
    double weighted = 0;
    double weights = 0;
    for (Flow flow : drawn.flows()) {
      int other = flow.from() == node ? flow.to() : flow.to() == node ? flow.from() : -1;
      if (other >= 0) {
        // The root tempers the few flows that outweigh all others.
        double weight = Math.sqrt(flow.weight());
        weighted += weight * y[other];
        weights += weight;
      }
    }
    return weights > 0 ? weighted / weights : y[node];
  }
}
