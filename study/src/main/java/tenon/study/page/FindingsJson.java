package tenon.study.page;

import java.util.List;
import java.util.Locale;
import tenon.model.Finding;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Findings for other programs: the parts apart, and the whole as text. */
public final class FindingsJson {
  private FindingsJson() {}

  public static ArrayNode of(List<Finding> findings, Locale locale) {
    ArrayNode array = Json.array();
    for (Finding finding : findings) {
      ObjectNode node = array.addObject();
      node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
      node.put("code", finding.code());
      node.put("file", finding.file());
      node.put("line", finding.line());
      node.put("column", finding.column());
      node.put("value", finding.value());
      node.put("what", finding.what().in(locale));
      node.put("mend", finding.mend().in(locale));
      node.put("text", finding.text(locale));
    }
    return array;
  }
}
