package tenon.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadLimitsTest {
  private static final long BYTES = 1_000;
  private static final ReadLimits SMALL = new ReadLimits(BYTES, 5, 50, 3, 300);

  @TempDir Path directory;

  @Test
  void whatIsWithinTheLimitsIsRead() {
    assertThat(read("product_id,name,unit", "A,b,c", "B,b,c", "C", "D", "E".repeat(1)))
        .allMatch(text -> text.contains("1 cell where the header"));
  }

  @Test
  void tooManyBytesAreNotRead() {
    assertThat(read("product_id", "x".repeat(1_000)))
        .containsExactly(
            "ERROR products.csv has 1012 bytes, more than the limit of 1000."
                + " Split the package, or raise the limit.");
  }

  @Test
  void readingEndsAfterTooManyRows() {
    assertThat(read("product_id", "A", "B", "C", "D", "E", "F", "F", "F"))
        .containsExactly(
            "ERROR products.csv:7 is beyond the limit of 5 rows; the rest is not read."
                + " Split the package, or raise the limit.");
  }

  @Test
  void tooManyColumnsAreNotRead() {
    assertThat(read("product_id,name,unit,hs6", "A,b,c,d"))
        .containsExactly(
            "ERROR products.csv:1 has 4 columns, more than the limit of 3."
                + " Check the separators of the first line, or raise the limit.");
  }

  @Test
  void tooLongCellsAreNamed() {
    assertThat(read("product_id,name", "A," + "x".repeat(51), "B," + "\"\"".repeat(51)))
        .containsExactly(
            "ERROR products.csv:2 [name] has 51 characters, more than the limit of 50."
                + " Shorten the text, or raise the limit.");
  }

  @Test
  void aQuoteThatSwallowsTheFileDoesNotFillTheMemory() {
    Folder folder =
        new Folder(directory).table("products", "product_id,name", "A,\"" + "x\n".repeat(50_000));
    assertThat(Folder.texts(folder.read(new ReadLimits(1L << 40, 5, 50, 3, 300))))
        .containsExactly(
            "ERROR products.csv:2 begins a row with a cell longer than 50 characters; the rest of"
                + " the file is not read. Close its quote, which is most likely missing, shorten the"
                + " text, or raise the limit.");
  }

  @Test
  void aDescriptorThatIsTooLongIsNotRead() {
    assertThat(
            Folder.texts(new Folder(directory).descriptor("{" + " ".repeat(400) + "}").read(SMALL)))
        .singleElement()
        .asString()
        .contains("datapackage.json has 402 bytes, more than the limit of 300.");
  }

  @Test
  void limitsArePositive() {
    assertThatThrownBy(() -> new ReadLimits(1, 1, 0, 1, 1)).hasMessageContaining("at least 1");
  }

  private List<String> read(String... lines) {
    return Folder.texts(new Folder(directory).table("products", lines).read(SMALL));
  }
}
