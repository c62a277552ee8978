package tenon.packages;

import java.util.List;
import tenon.model.Findings;
import tools.jackson.databind.JsonNode;

/**
 * Checks what a descriptor says about the form of a table's file: Tenon reads Parquet, and
 * comma-separated UTF-8 with double quotes and one header line; it refuses to guess at anything
 * else. What concerns text alone is not looked at where the file is Parquet.
 */
final class DialectCheck {
  private record Rule(String member, List<String> accepted) {}

  private static final List<Rule> FORM =
      List.of(
          new Rule("format", List.of("csv", "CSV", "parquet", "PARQUET")),
          new Rule("compression", List.of("", "no")),
          new Rule("type", List.of("table")));
  private static final List<Rule> TEXT =
      List.of(new Rule("encoding", List.of("utf-8", "UTF-8", "utf8", "UTF8", "utf-8-sig")));
  private static final List<Rule> DIALECT =
      List.of(
          new Rule("delimiter", List.of(",")),
          new Rule("quoteChar", List.of("\"")),
          new Rule("header", List.of("true")),
          new Rule("doubleQuote", List.of("true")),
          new Rule("skipInitialSpace", List.of("false")),
          new Rule("commentChar", List.of("")),
          new Rule("escapeChar", List.of("")),
          new Rule("headerRows", List.of("[1]")));

  private final String file;
  private final Findings findings;

  DialectCheck(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  /** Whether the file can be read as its descriptor describes it. */
  boolean accepts(JsonNode resource, String place, TableFormat format) {
    boolean form = holds(resource, place, FORM);
    if (format == TableFormat.PARQUET) {
      return form;
    }
    boolean text = holds(resource, place, TEXT);
    boolean dialect = holds(resource.path("dialect"), place + ".dialect", DIALECT);
    boolean nested = holds(resource.path("dialect").path("csv"), place + ".dialect.csv", DIALECT);
    missingValues(resource.path("schema").path("missingValues"), place);
    return form && text && dialect && nested;
  }

  private boolean holds(JsonNode node, String place, List<Rule> rules) {
    boolean holds = true;
    for (Rule rule : rules) {
      JsonNode value = node.path(rule.member());
      if (value.isMissingNode() || value.isNull()) {
        continue;
      }
      String text = value.isString() ? value.stringValue() : value.toString();
      if (!rule.accepted().contains(text)) {
        holds = false;
        findings.add(
            Fault.error("dialect", file)
                .column(place + "." + rule.member())
                .value(text)
                .args(rule.accepted().getFirst())
                .finding());
      }
    }
    return holds;
  }

  private void missingValues(JsonNode values, String place) {
    for (JsonNode value : values) {
      JsonNode word = value.isObject() ? value.path("value") : value;
      if (word.isString() && !word.stringValue().isEmpty()) {
        findings.add(
            Fault.warning("missing-values", file)
                .column(place + ".schema.missingValues")
                .value(word.stringValue())
                .finding());
      }
    }
  }
}
