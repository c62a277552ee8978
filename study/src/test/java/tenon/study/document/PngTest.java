package tenon.study.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

  /** Read again by the JDK, whose reader checks the sums of the chunks. */
  @Test
  void everyPixelComesBack() throws IOException {
    Random random = new Random(1);
    for (int[] size : new int[][] {{1, 1}, {3, 2}, {700, 300}}) {
      BufferedImage image = new BufferedImage(size[0], size[1], BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < size[0]; x++) {
        for (int y = 0; y < size[1]; y++) {
          image.setRGB(x, y, random.nextInt());
        }
      }
      BufferedImage read = ImageIO.read(new ByteArrayInputStream(Png.bytes(image)));
      int[] pixels = read.getRGB(0, 0, size[0], size[1], null, 0, size[0]);
      assertThat(pixels).isEqualTo(image.getRGB(0, 0, size[0], size[1], null, 0, size[0]));
    }
  }
}
