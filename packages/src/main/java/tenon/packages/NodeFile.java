package tenon.packages;

import java.util.List;
import tenon.model.node.NodeSpec;
import tenon.model.node.SiteNode;

/**
 * A node as its file describes it.
 *
 * @param root the file, for findings about it
 * @param name what it is called
 * @param unit unit of all times, a word
 * @param waitTarget greatest mean wait that is acceptable; NaN where none is given
 * @param day units of time that it is open in a day of a chain; NaN where neither the file nor the
 *     unit tells
 * @param morning whether the jobs of a day of a chain all come in the morning
 * @param products products it tells apart; empty where it tells none apart
 * @param lot units of a product in a job where the product states none
 * @param spec the node
 */
public record NodeFile(
    YamlObject root,
    String name,
    String unit,
    double waitTarget,
    double day,
    boolean morning,
    List<SiteNode.Product> products,
    double lot,
    NodeSpec spec) {
  public NodeFile {
    products = List.copyOf(products);
  }
}
