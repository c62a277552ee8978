package tenon.study.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import tenon.study.chart.Svg.Anchor;

/** Keeps names of points apart: a name that finds no free side of its point is left out. */
final class Boxes {
  private static final double SIZE = 11;
  private static final double EDGE = 3;

  /** Of points drawn small. */
  private static final double RADIUS = 4;

  private final Frame frame;
  private final List<Rectangle2D.Double> taken = new ArrayList<>();

  Boxes(Frame frame) {
    this.frame = frame;
  }

  void take(double x, double y, double radius) {
    taken.add(new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  /** Writes the name right, left, above or below the point, where it is free first. */
  void name(double x, double y, String name) {
    name(x, y, RADIUS, name);
  }

  /**
   * As {@link #name(double, double, String)}, clear of a circle of the given radius; returns
   * whether there was room.
   */
  boolean name(double x, double y, double radius, String name) {
    double gap = radius + EDGE;
    double wide = Svg.width(name, SIZE);
    double[][] places = {
      {x + gap, y + 4},
      {x - gap - wide, y + 4},
      {x - wide / 2, y - gap},
      {x - wide / 2, y + gap + 8}
    };
    for (double[] place : places) {
      Rectangle2D.Double box =
          new Rectangle2D.Double(place[0], place[1] - SIZE + 1, wide, SIZE + 1);
      boolean inside =
          box.x >= frame.left
              && box.getMaxX() <= Frame.WIDTH
              && box.y >= frame.top - 8
              && box.getMaxY() <= frame.bottom + 2;
      if (inside && taken.stream().noneMatch(box::intersects)) {
        taken.add(box);
        frame.svg.text(place[0], place[1], name, Anchor.START, Palette.INK, SIZE, false);
        return true;
      }
    }
    return false;
  }
}
