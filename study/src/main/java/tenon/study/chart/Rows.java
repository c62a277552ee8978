package tenon.study.chart;

import java.util.ArrayList;
import java.util.List;
import tenon.study.chart.Svg.Anchor;
import tenon.study.text.Labels;

/**
 * Rows of a chart that runs from left to right, named at the left.
 *
 * @param frame the area
 * @param names lines of the name of each row
 * @param height height of one row
 */
record Rows(Frame frame, List<List<String>> names, double height) {
  private static final double ROW = 26;
  private static final double LINE = 14;
  private static final double LETTERS = 18;

  /** Rows with rules and numbers of the axis below them. */
  static Rows of(List<String> names, Axis x, Ticks across, double rightRoom) {
    List<List<String>> lines = new ArrayList<>();
    double widest = 0;
    int most = 1;
    for (String name : names) {
      List<String> broken = Labels.lines(name, LETTERS, 2);
      lines.add(broken);
      most = Math.max(most, broken.size());
      for (String line : broken) {
        widest = Math.max(widest, Svg.width(line));
      }
    }
    double height = most == 1 ? ROW : ROW + LINE - 4;
    double top = 8;
    double bottom = top + height * names.size();
    double last = Svg.width(x.text(across, across.high())) / 2 + 2;
    Frame frame =
        Frame.bare(
            bottom + 46,
            widest + 14,
            Frame.WIDTH - Math.max(rightRoom, last),
            top,
            bottom,
            across,
            new Ticks(0, 1, 1));
    frame.verticalRules(x);
    return new Rows(frame, lines, height);
  }

  double middle(int row) {
    return frame.top + height * (row + 0.5);
  }

  void name(int row, String colour) {
    List<String> lines = names.get(row);
    double y = middle(row) + 4 - LINE * (lines.size() - 1) / 2;
    for (String line : lines) {
      frame.svg.text(frame.left - 8, y, line, Anchor.END, colour);
      y += LINE;
    }
  }
}
