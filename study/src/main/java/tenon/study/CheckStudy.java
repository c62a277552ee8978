package tenon.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.packages.DataPackage;
import tenon.packages.PackageReader;
import tenon.packages.ReadLimits;
import tenon.study.page.FindingsJson;
import tenon.study.page.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is to be said of a package.
 *
 * @param sound whether the package can be used
 * @param findings every finding, errors first
 * @param rows number of rows by table, in the order of the declaration; empty where it is not sound
 * @param json the same for other programs
 */
public record CheckStudy(
    boolean sound, List<Finding> findings, Map<String, Integer> rows, String json) {

  /**
   * Reads a package and lists every finding.
   *
   * @param source directory of the package, or its descriptor
   * @param locale language of the texts in the JSON
   * @param progress hears how far the work has come
   * @throws IOException if a file cannot be read
   */
  public static CheckStudy run(Path source, Locale locale, Progress progress) throws IOException {
    Loaded<DataPackage> loaded = PackageReader.read(source, ReadLimits.DEFAULT, progress);
    Map<String, Integer> rows =
        loaded instanceof Loaded.Ready<DataPackage>(var data, var warnings)
            ? RowCounts.of(data)
            : Map.of();
    boolean sound = loaded instanceof Loaded.Ready<DataPackage>;
    return new CheckStudy(
        sound, loaded.findings(), rows, json(sound, loaded.findings(), rows, locale));
  }

  private static String json(
      boolean sound, List<Finding> findings, Map<String, Integer> rows, Locale locale) {
    ObjectNode root = Json.object();
    long errors = findings.stream().filter(Finding::isError).count();
    root.put("sound", sound);
    root.put("errors", errors);
    root.put("warnings", findings.size() - errors);
    root.set("rows", RowCounts.json(rows));
    root.set("findings", FindingsJson.of(findings, locale));
    return Json.pretty(root);
  }
}
