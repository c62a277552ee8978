package tenon.study.exposure;

import java.util.List;
import tenon.study.page.Json;
import tenon.study.page.PageTable;
import tenon.study.page.PageTable.Cell;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Numbers;
import tenon.study.text.Scale;
import tenon.study.text.Words;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The ranking of firms. */
final class FirmSection {
  private static final int TOP = 15;

  private final ExposureFacts facts;
  private final Words words;
  private final Names names;
  private final Money money;
  private final Scale priorityScale;
  private final Scale marginScale;

  FirmSection(ExposureFacts facts) {
    this.facts = facts;
    words = facts.subject().words();
    names = facts.subject().names();
    money = facts.subject().money();
    priorityScale =
        Scale.of(facts.firms().stream().mapToDouble(FirmExposure::priority).max().orElse(0), words);
    marginScale =
        Scale.of(
            facts.firms().stream().mapToDouble(FirmExposure::lostMargin).max().orElse(0), words);
  }

  String title() {
    FirmExposure first = facts.firms().getFirst();
    return words.get(
        "firms.title",
        names.firm(first.firm()),
        Numbers.percent(first.priority() / facts.priorityTotal()));
  }

  ObjectNode bars() {
    ObjectNode node = Json.object();
    node.put("left", words.get("axis.priority", money.unit(priorityScale)));
    ArrayNode rows = node.putArray("rows");
    List<FirmExposure> top =
        facts.firms().stream().filter(row -> row.priority() > 0).limit(TOP).toList();
    int rank = 0;
    for (FirmExposure row : top) {
      ObjectNode bar = rows.addObject();
      bar.put("name", ++rank + ". " + names.firm(row.firm()));
      bar.set("left", Json.number(priorityScale.of(row.priority())));
      bar.put("leftText", priorityScale.text(row.priority()));
      bar.put(
          "tip",
          words.get(
              "firms.tip",
              names.firm(row.firm()),
              money.text(row.priority()),
              Numbers.count(row.exposed()),
              Numbers.count(row.sites())));
    }
    return node;
  }

  ObjectNode table() {
    PageTable table =
        new PageTable("firms.csv", words)
            .numbers(words.get("column.rank"), "")
            .words(words.get("column.firm"))
            .words(words.get("column.role"))
            .numbers(words.get("column.sites"), "")
            .numbers(words.get("column.exposed"), "")
            .numbers(words.get("column.margin.sum"), money.unit(marginScale))
            .numbers(
                words.get("column.priority"), words.get("per.year", money.unit(priorityScale)));
    int rank = 0;
    for (FirmExposure row : facts.firms()) {
      String role = facts.chain().firms().role(row.firm());
      table.row(
          Cell.count(++rank),
          Cell.text(names.firm(row.firm())),
          Cell.text(role == null ? "" : words.code("role", role)),
          Cell.count(row.sites()),
          Cell.count(row.exposed()),
          Cell.scaled(row.lostMargin(), marginScale),
          Cell.scaled(row.priority(), priorityScale));
    }
    return table.json();
  }
}
