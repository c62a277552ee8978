package tenon.study.page;

import java.math.BigDecimal;
import tenon.study.text.Numbers;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Trees of JSON that come out as the same bytes on every machine. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private Json() {}

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  public static ArrayNode array(Iterable<String> texts) {
    ArrayNode array = array();
    texts.forEach(array::add);
    return array;
  }

  /** A number to ten significant digits; {@code "inf"} where unlimited, null where unknown. */
  public static JsonNode number(double number) {
    if (Double.isNaN(number)) {
      return JsonNodeFactory.instance.nullNode();
    }
    if (Double.isInfinite(number)) {
      return JsonNodeFactory.instance.stringNode(Numbers.cell(number));
    }
    BigDecimal decimal = Numbers.decimal(number);
    return JsonNodeFactory.instance.numberNode(decimal);
  }

  /** A number with all its digits; {@code "inf"} where unlimited, null where unknown. */
  public static JsonNode exact(double number) {
    return Double.isFinite(number)
        ? JsonNodeFactory.instance.numberNode(number)
        : Json.number(number);
  }

  /** Numbers with all their digits. */
  public static ArrayNode exact(double[] numbers) {
    ArrayNode array = array();
    for (double number : numbers) {
      array.add(exact(number));
    }
    return array;
  }

  /** For readers: indented, ending with a line feed. */
  public static String pretty(JsonNode node) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return MAPPER.writer().with(printer).writeValueAsString(node) + "\n";
  }

  /**
   * For a script element of a page: no character of it can end the element, whatever the names in
   * the data are.
   */
  public static String forScript(JsonNode node) {
    return MAPPER
        .writeValueAsString(node)
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }
}
