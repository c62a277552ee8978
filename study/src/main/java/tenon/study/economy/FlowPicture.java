package tenon.study.economy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tenon.model.IndustryTable;

/**
 * Who sells to whom, as bands between sellers at the left and buyers at the right: the greatest
 * industries by name, all others together; the width of a band is its money.
 */
final class FlowPicture {
  private static final int NAMED = 12;
  private static final int WIDTH = 960;
  private static final int HEIGHT = 620;
  private static final int TOP = 20;
  private static final int GAP = 6;
  private static final int LEFT = 230;
  private static final int RIGHT = 730;
  private static final int BAR = 12;
  private static final String[] COLOURS = {
    "#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#7f6a00", "#5e4fa2",
    "#a6761d", "#1b9e77", "#b2182b", "#4d4d4d", "#999999"
  };

  private FlowPicture() {}

  static String of(IndustryTable table, Locale locale) {
    int n = table.count();
    double[] sold = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        sold[i] += Math.max(0, table.intermediate(i, j)) + Math.max(0, table.intermediate(j, i));
      }
    }
    List<Integer> named = EconomyTables.greatest(sold, Math.min(n, NAMED));
    int groups = n > NAMED ? named.size() + 1 : named.size();
    int[] group = new int[n];
    Arrays.fill(group, groups - 1);
    for (int g = 0; g < named.size(); g++) {
      group[named.get(g)] = g;
    }
    double[][] flow = new double[groups][groups];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        flow[group[i]][group[j]] += Math.max(0, table.intermediate(i, j));
      }
    }
    List<String> names = new ArrayList<>();
    named.forEach(i -> names.add(table.title(i, locale)));
    if (groups > named.size()) {
      names.add("+ " + (n - named.size()));
    }
    return draw(flow, names);
  }

  private static String draw(double[][] flow, List<String> names) {
    int groups = flow.length;
    double[] out = new double[groups];
    double[] in = new double[groups];
    double total = 0;
    for (int g = 0; g < groups; g++) {
      for (int h = 0; h < groups; h++) {
        out[g] += flow[g][h];
        in[h] += flow[g][h];
        total += flow[g][h];
      }
    }
    double scale = total == 0 ? 0 : (HEIGHT - 2.0 * TOP - GAP * (groups - 1)) / total;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"13\">",
            WIDTH,
            HEIGHT));
    double[] fromY = new double[groups];
    double[] toY = new double[groups];
    double left = TOP;
    double right = TOP;
    for (int g = 0; g < groups; g++) {
      fromY[g] = left;
      toY[g] = right;
      bar(svg, LEFT - BAR, left, out[g] * scale, g);
      bar(svg, RIGHT, right, in[g] * scale, g);
      label(svg, LEFT - BAR - 6, left + out[g] * scale / 2, "end", names.get(g));
      label(svg, RIGHT + BAR + 6, right + in[g] * scale / 2, "start", names.get(g));
      left += out[g] * scale + GAP;
      right += in[g] * scale + GAP;
    }
    for (int g = 0; g < groups; g++) {
      for (int h = 0; h < groups; h++) {
        double width = flow[g][h] * scale;
        if (width > 0.05) {
          band(svg, fromY[g] + width / 2, toY[h] + width / 2, width, g);
        }
        fromY[g] += width;
        toY[h] += width;
      }
    }
    return svg.append("</svg>").toString();
  }

  private static void bar(StringBuilder svg, double x, double y, double height, int g) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.0f\" y=\"%.2f\" width=\"%d\" height=\"%.2f\" fill=\"%s\"/>",
            x,
            y,
            BAR,
            height,
            COLOURS[g % COLOURS.length]));
  }

  private static void label(StringBuilder svg, double x, double y, String anchor, String name) {
    String shown = name.length() > 30 ? name.substring(0, 29) + "…" : name;
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.0f\" y=\"%.2f\" text-anchor=\"%s\" fill=\"currentColor\">%s</text>",
            x,
            y + 4,
            anchor,
            shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")));
  }

  private static void band(StringBuilder svg, double from, double to, double width, int g) {
    double middle = (LEFT + RIGHT) / 2.0;
    svg.append(
        String.format(
            Locale.ROOT,
            "<path d=\"M%d %.2fC%.0f %.2f %.0f %.2f %d %.2f\" fill=\"none\" stroke=\"%s\""
                + " stroke-width=\"%.2f\" stroke-opacity=\"0.45\"/>",
            LEFT,
            from,
            middle,
            from,
            middle,
            to,
            RIGHT,
            to,
            COLOURS[g % COLOURS.length],
            width));
  }
}
