package tenon.study;

import java.util.List;
import tenon.study.PageTable.Cell;
import tools.jackson.databind.node.ObjectNode;

/** Where each number comes from. */
final class LineageSection {
  private static final List<String> NUMBERS =
      List.of("ttr", "margin", "interval", "tts", "probability", "priority", "firms", "single",
          "sole", "tier");

  private final ExposureFacts facts;
  private final Words words;

  LineageSection(ExposureFacts facts, Words words) {
    this.facts = facts;
    this.words = words;
  }

  ObjectNode numbers() {
    PageTable table =
        new PageTable("result.json", words)
            .words(words.get("column.number"))
            .words(words.get("column.formula"))
            .words(words.get("column.read"))
            .words(words.get("column.source"));
    for (String number : NUMBERS) {
      String key = "lineage." + number;
      table.row(
          Cell.text(words.get(key)),
          Cell.text(words.get(key + ".formula")),
          Cell.text(words.get(key + ".read")),
          Cell.text(words.get(key + ".source")));
    }
    return table.json();
  }

  ObjectNode inputs() {
    PageTable table =
        new PageTable(Manifest.FILE, words)
            .words(words.get("column.file"))
            .numbers(words.get("column.bytes"), "")
            .words(words.get("column.sha256"));
    for (InputFile file : facts.inputs()) {
      table.row(
          Cell.text(file.name()), Cell.count(file.bytes()), Cell.text(file.sha256()));
    }
    return table.json();
  }

  String command() {
    StringBuilder line = new StringBuilder();
    for (String word : facts.recipe().commandLine()) {
      line.append(line.isEmpty() ? "" : " ").append(quoted(word));
    }
    return line.toString();
  }

  /** As a shell takes it. */
  private static String quoted(String word) {
    return word.matches("[A-Za-z0-9._/:=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  String program() {
    return words.get("footer.program", Version.text(), Version.jdk());
  }
}
