package tenon.study.part;

import org.jspecify.annotations.Nullable;
import tenon.model.Chain;
import tenon.packages.DataPackage;
import tenon.packages.PackageInfo;
import tenon.study.recipe.Recipe;
import tenon.study.text.InferredMark;
import tenon.study.text.Money;
import tenon.study.text.Names;
import tenon.study.text.Words;

/**
 * What a study is about, and in whose words it speaks.
 *
 * @param data the package
 * @param chain the chain in it
 * @param recipe how the study is made
 * @param rehearsed the scenario that is rehearsed, or null where there is none
 * @param words words in the reader's language
 * @param names names of the chain's rows in that language
 * @param mark marks what rests on links that nobody declared
 */
public record Subject(
    DataPackage data,
    Chain chain,
    Recipe recipe,
    @Nullable Rehearsed rehearsed,
    Words words,
    Names names,
    InferredMark mark) {

  public static Subject of(DataPackage data, Recipe recipe, @Nullable Rehearsed rehearsed) {
    Chain chain = data.chain();
    Words words = new Words(recipe.locale());
    return new Subject(
        data,
        chain,
        recipe,
        rehearsed,
        words,
        new Names(chain, words),
        new InferredMark(chain, words));
  }

  public PackageInfo info() {
    return data.info();
  }

  /** The package's money in words. */
  public Money money() {
    return new Money(words, info().currency());
  }
}
