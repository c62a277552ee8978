package tenon.study.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import tenon.study.document.Block.Figure;

/** Pictures of one document, each drawn once for all the forms that show it. */
final class Pictures {
  private final Map<Figure, Picture> drawn = new HashMap<>();

  Picture of(Figure figure) throws IOException {
    Picture picture = drawn.get(figure);
    if (picture == null) {
      picture = Picture.of(figure);
      drawn.put(figure, picture);
    }
    return picture;
  }
}
