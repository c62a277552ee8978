package tenon.study.document;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tenon.study.document.Block.Figure;

/**
 * A picture as PNG, for the forms that cannot hold SVG.
 *
 * @param png the file
 * @param width width in the units of the SVG
 * @param height height in the units of the SVG
 */
@SuppressWarnings("ArrayRecordComponent") // never written after construction, nor compared
record Picture(byte[] png, double width, double height) {

  /** Points of the picture per unit of the SVG: sharp in print at the width of a page. */
  private static final int SCALE = 3;

  /** Draws the figure on white, without a screen. */
  static Picture of(Figure figure) throws IOException {
    System.setProperty("java.awt.headless", "true");
    SVGDocument svg = load(figure);
    double width = svg.size().getWidth();
    double height = svg.size().getHeight();
    BufferedImage image =
        new BufferedImage(
            (int) Math.ceil(width * SCALE),
            (int) Math.ceil(height * SCALE),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.scale(SCALE, SCALE);
    svg.render(null, graphics, new ViewBox((float) width, (float) height));
    graphics.dispose();
    return new Picture(Png.bytes(image), width, height);
  }

  /** Faces without serifs that hold Chinese, the first that is installed is taken. */
  private static final List<String> CHINESE =
      List.of(
          "PingFang SC",
          "Microsoft YaHei",
          "Noto Sans CJK SC",
          "Source Han Sans SC",
          "WenQuanYi Micro Hei",
          "SimHei");

  /**
   * The face of a picture: left to itself the machine may set Chinese in a brush face, so that one
   * is named where there is Chinese.
   */
  private static String face(String svg) {
    boolean han =
        svg.codePoints()
            .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
    if (!han) {
      return "sans-serif";
    }
    List<String> installed =
        List.of(
            GraphicsEnvironment.getLocalGraphicsEnvironment()
                .getAvailableFontFamilyNames(Locale.ROOT));
    return CHINESE.stream().filter(installed::contains).findFirst().orElse("sans-serif");
  }

  /** Reads the SVG; nothing outside it is loaded. */
  private static SVGDocument load(Figure figure) throws IOException {
    // Fonts of other systems are not here; the library would fall back to one with serifs.
    String here =
        figure
            .svg()
            .replaceAll("font-family=\"[^\"]*\"", "font-family=\"" + face(figure.svg()) + "\"");
    byte[] svg = here.getBytes(StandardCharsets.UTF_8);
    SVGDocument document =
        new SVGLoader().load(new ByteArrayInputStream(svg), null, LoaderContext.createDefault());
    if (document == null) {
      throw new IOException("figure " + figure.id() + " is not SVG");
    }
    return document;
  }
}
