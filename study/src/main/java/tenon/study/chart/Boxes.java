package tenon.study.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import tenon.study.chart.Svg.Anchor;

/**
 * Keeps names of points apart: a name stands beside its point, or where no side is free a little
 * away at the end of a thin line; one that finds no room there either is left out.
 */
final class Boxes {
  private static final double SIZE = 11;
  private static final double EDGE = 3;

  /** Between a name and what stands beside it. */
  private static final double CLEAR = 2.5;

  /** How far from its point a name may stand. */
  private static final double[] AWAY = {10, 22, 36, 52};

  private static final int TURNS = 8;

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

  /** Keeps names off words that stand already, written from a corner. */
  void take(double x, double y, String words, boolean toTheLeft) {
    double wide = Svg.width(words, Svg.FONT);
    taken.add(new Rectangle2D.Double(toTheLeft ? x - wide : x, y - SIZE, wide, SIZE + 3));
  }

  /** Writes the name above the point, or where it is free next. */
  void above(double x, double y, String name) {
    double wide = Svg.width(name, SIZE);
    if (!write(x - wide / 2, y - RADIUS - EDGE, wide, name)) {
      name(x, y, name);
    }
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
    if (name.isEmpty()) {
      return true;
    }
    double gap = radius + EDGE;
    double wide = Svg.width(name, SIZE);
    double[][] places = {
      {x + gap, y + 4},
      {x - gap - wide, y + 4},
      {x - wide / 2, y - gap},
      {x - wide / 2, y + gap + 8}
    };
    for (double[] place : places) {
      if (write(place[0], place[1], wide, name)) {
        return true;
      }
    }
    for (double away : AWAY) {
      for (int turn = 0; turn < TURNS; turn++) {
        double angle = 2 * Math.PI * (turn + .5) / TURNS;
        double atX = x + (gap + away) * Math.cos(angle);
        double atY = y - (gap + away) * Math.sin(angle);
        double left = Math.cos(angle) > 0 ? atX : atX - wide;
        if (write(left, atY + 4, wide, name)) {
          frame.svg.line(
              x + radius * Math.cos(angle),
              y - radius * Math.sin(angle),
              atX,
              atY,
              Palette.AXIS,
              0.6);
          return true;
        }
      }
    }
    return false;
  }

  private boolean write(double left, double base, double wide, String name) {
    Rectangle2D.Double box = new Rectangle2D.Double(left, base - SIZE + 1, wide, SIZE + 1);
    boolean inside =
        box.x >= frame.left
            && box.getMaxX() <= Frame.WIDTH
            && box.y >= frame.top - 8
            && box.getMaxY() <= frame.bottom + 2;
    Rectangle2D.Double clear =
        new Rectangle2D.Double(box.x - CLEAR, box.y, box.width + 2 * CLEAR, box.height);
    if (inside && taken.stream().noneMatch(clear::intersects)) {
      taken.add(box);
      frame.svg.text(left, base, name, Anchor.START, Palette.INK, SIZE, false);
      return true;
    }
    return false;
  }
}
