package tenon.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import tenon.model.Finding;
import tenon.study.recipe.Recipe;

/** Where and in what form a study is left. */
interface Outlet {

  /**
   * Why it cannot be left there; asked before anything is computed.
   *
   * @param folder directory of the package
   */
  List<Finding> faults(Path folder, Recipe recipe) throws IOException;

  /** Whether it has to tell a plan, also for a package that says nothing of what might break. */
  boolean needsPlan();

  /** Leaves the whole, or nothing. */
  StudyOutcome write(StudyFiles files) throws IOException;
}
