package tenon.study.playbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tenon.model.Finding;
import tenon.model.Loaded;
import tenon.respond.cases.Case;
import tenon.study.text.Refusal;

/** A library of cases: a folder with one YAML file for each, or one such file. */
public final class CaseLibrary {
  private CaseLibrary() {}

  /**
   * Every case by file name; rejected with all that is wrong with any of them.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static Loaded<List<Case>> read(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    Map<String, Path> known = new HashMap<>();
    for (Path file : files(folder)) {
      Loaded<Case> read = CaseFile.read(file);
      findings.addAll(read.findings());
      if (read instanceof Loaded.Ready<Case>(var one, var _)) {
        cases.add(one);
        Path other = known.putIfAbsent(one.id(), file);
        if (other != null) {
          String first = String.valueOf(other.getFileName());
          findings.add(
              Refusal.of("case-id-twice", String.valueOf(file.getFileName()), one.id(), first));
        }
      }
    }
    return findings.stream().anyMatch(Finding::isError)
        ? new Loaded.Rejected<>(findings)
        : new Loaded.Ready<>(List.copyOf(cases), findings);
  }

  /** The files of a library. */
  public static List<Path> files(Path folder) throws IOException {
    return PlaybookMethods.files(folder);
  }
}
