package tenon.study.document;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a drawing as PNG (ISO/IEC 15948), 8 bits a colour, no transparency. Each line is told by
 * its differences from the line above, nearly all of which are 0 in a drawing: that takes a small
 * part of the time of a writer that tries every filter on every line, as the one of the JDK does.
 */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte FROM_ABOVE = 2;
  private static final int TRUE_COLOUR = 2;
  private static final int BLOCK = 1 << 16;

  private Png() {}

  /**
   * The file.
   *
   * @param image of type {@link BufferedImage#TYPE_INT_RGB}
   */
  static byte[] bytes(BufferedImage image) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(SIGNATURE);
    ByteBuffer head = ByteBuffer.allocate(13);
    head.putInt(image.getWidth()).putInt(image.getHeight());
    head.put((byte) 8).put((byte) TRUE_COLOUR);
    chunk(file, "IHDR", head.array());
    chunk(file, "IDAT", deflated(image));
    chunk(file, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    file.writeBytes(number(data.length));
    file.writeBytes(name);
    file.writeBytes(data);
    file.writeBytes(number((int) sum.getValue()));
  }

  private static byte[] number(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  private static byte[] deflated(BufferedImage image) {
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    int width = image.getWidth();
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    byte[] line = new byte[1 + 3 * width];
    byte[] block = new byte[BLOCK];
    line[0] = FROM_ABOVE;
    try (Deflater deflater = new Deflater()) {
      for (int row = 0; row < image.getHeight(); row++) {
        filter(pixels, row, width, line);
        deflater.setInput(line);
        while (!deflater.needsInput()) {
          data.write(block, 0, deflater.deflate(block));
        }
      }
      deflater.finish();
      while (!deflater.finished()) {
        data.write(block, 0, deflater.deflate(block));
      }
    }
    return data.toByteArray();
  }

  /** Red, green and blue of a line less those of the line above, modulo 256. */
  private static void filter(int[] pixels, int row, int width, byte[] line) {
    int from = row * width;
    for (int column = 0; column < width; column++) {
      int pixel = pixels[from + column];
      int above = row == 0 ? 0 : pixels[from - width + column];
      int at = 1 + 3 * column;
      line[at] = (byte) ((pixel >> 16) - (above >> 16));
      line[at + 1] = (byte) ((pixel >> 8) - (above >> 8));
      line[at + 2] = (byte) (pixel - above);
    }
  }
}
