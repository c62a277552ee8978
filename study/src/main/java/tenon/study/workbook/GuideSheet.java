package tenon.study.workbook;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.jspecify.annotations.Nullable;
import tenon.study.page.Json;
import tools.jackson.databind.node.ObjectNode;

/** What the sheet that guides says of the package as a whole. */
final class GuideSheet {
  private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

  private final @Nullable Sheet sheet;
  private final String fallbackName;
  private final Map<String, Integer> rows = new HashMap<>();

  GuideSheet(Workbook workbook, Path path) {
    String name = WorkbookFile.shown(path).toLowerCase(Locale.ROOT).replaceAll("\\.xlsx$", "");
    String slug = name.replaceAll("[^a-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
    fallbackName = slug.isEmpty() ? "workbook" : slug;
    Sheet found = null;
    for (Locale language : LANGUAGES) {
      Sheet there = workbook.getSheet(Titles.say(language, "guide"));
      found = found == null ? there : found;
    }
    sheet = found;
    if (found != null) {
      for (Row row : found) {
        String label = CellText.of(row.getCell(0)).strip();
        for (String key : WorkbookTemplate.KNOWN) {
          if (label.equals(key) || LANGUAGES.stream().anyMatch(l -> says(label, key, l))) {
            rows.putIfAbsent(key, row.getRowNum());
          }
        }
      }
    }
  }

  private static boolean says(String label, String key, Locale language) {
    return label.equals(WorkbookTemplate.label(key, language));
  }

  boolean is(Sheet other) {
    return other.equals(sheet)
        || LANGUAGES.stream().anyMatch(l -> other.getSheetName().equals(Titles.say(l, "guide")));
  }

  @Nullable Sheet sheet() {
    return sheet;
  }

  /** Row in which a member of the descriptor stands, or -1. */
  int row(@Nullable String member) {
    String key = member != null && member.equals("licenses") ? "licence" : member;
    return key == null ? -1 : rows.getOrDefault(key, -1);
  }

  /** Text beside a word; empty where it is not there. */
  String value(String key) {
    Integer row = rows.get(key);
    if (row == null || sheet == null) {
      return "";
    }
    return CellText.of(sheet.getRow(row).getCell(1)).strip();
  }

  /** The descriptor without its tables. */
  ObjectNode info() {
    ObjectNode root = Json.object();
    String name = value("name");
    root.put("name", name.isEmpty() ? fallbackName : name);
    for (String key : List.of("title", "description", "currency")) {
      if (!value(key).isEmpty()) {
        root.put(key, value(key));
      }
    }
    switch (value("synthetic").toLowerCase(Locale.ROOT)) {
      case "" -> {}
      case "true", "yes", "是" -> root.put("synthetic", true);
      case "false", "no", "否" -> root.put("synthetic", false);
      case String other -> root.put("synthetic", other);
    }
    if (!value("licence").isEmpty()) {
      root.putArray("licenses").addObject().put("name", value("licence"));
    }
    return root;
  }
}
