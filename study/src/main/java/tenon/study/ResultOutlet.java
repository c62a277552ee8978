package tenon.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tenon.model.Finding;
import tenon.packages.Scratch;
import tenon.study.recipe.Recipe;
import tenon.study.text.Refusal;

/**
 * A result directory with tables, page and manifest; or one table, where the name ends in {@code
 * .csv}.
 */
record ResultOutlet(Path out) implements Outlet {
  private static final String TABLE = ".csv";

  @Override
  public List<Finding> faults(Path folder, Recipe recipe) throws IOException {
    if (!isTable()) {
      return ResultDirectory.faults(out, folder, StudyFiles.possible(recipe));
    }
    String name = String.valueOf(out.getFileName());
    if (recipe.stages().size() != 1) {
      return List.of(Refusal.of("table-of-several", name, null));
    }
    Scratch.check(out);
    return Files.isDirectory(out) ? List.of(Refusal.of("out-is-directory", name, null)) : List.of();
  }

  private boolean isTable() {
    return String.valueOf(out.getFileName()).endsWith(TABLE);
  }

  @Override
  public boolean needsPlan() {
    return false;
  }

  @Override
  public StudyOutcome write(StudyFiles files) throws IOException {
    if (isTable()) {
      ResultDirectory.writeFile(out, files.firstTable());
      return files.outcome(out, List.of(String.valueOf(out.getFileName())));
    }
    ResultDirectory.write(out, files::writeTo);
    return files.outcome(out, files.names());
  }
}
