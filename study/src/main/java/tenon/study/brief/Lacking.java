package tenon.study.brief;

import java.util.List;
import tenon.model.Columns;
import tenon.model.Resource;
import tenon.packages.DataPackage;
import tenon.study.recipe.Stage;

/** What a package lacks for a stage. */
final class Lacking {
  private static final List<Resource> INDEX = List.of(Resource.HIERARCHY, Resource.INDICATORS);
  private static final List<Resource> CHAIN =
      List.of(
          Resource.REGIONS,
          Resource.FIRMS,
          Resource.SITES,
          Resource.PRODUCTS,
          Resource.SOURCING,
          Resource.DEMAND);

  private Lacking() {}

  /** The tables without rows that the stage needs, in the order in which they refer to others. */
  static List<String> tables(Stage stage, DataPackage data) {
    return (stage == Stage.ASSESS ? INDEX : CHAIN)
        .stream().filter(table -> isBare(data, table)).map(Resource::title).toList();
  }

  private static boolean isBare(DataPackage data, Resource table) {
    Columns rows = data.tables().get(table);
    return rows == null || rows.rows() == 0;
  }
}
