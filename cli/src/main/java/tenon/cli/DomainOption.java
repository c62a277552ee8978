package tenon.cli;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import tenon.study.recipe.Domain;

/** Options for choices that the study declares by the values they may take. */
final class DomainOption {

  private DomainOption() {}

  /**
   * An option as its domain wants it: a flag takes no value, a list may be given with commas or by
   * the option several times, anything else once.
   *
   * @param standard value where it is not given; empty for none
   * @param taker gets what is given as one text, a list joined by commas
   */
  static OptionSpec.Builder of(
      Domain domain, String standard, Consumer<String> taker, String... names) {
    boolean flag = domain instanceof Domain.Flag;
    boolean several = domain instanceof Domain.Texts;
    Held held = new Held(taker);
    OptionSpec.Builder option =
        OptionSpec.builder(names)
            .arity(flag ? "0" : "1")
            .paramLabel(label(domain))
            .defaultValue(flag || standard.isEmpty() ? null : standard)
            .getter(held)
            .setter(held);
    return several
        ? option.type(List.class).auxiliaryTypes(String.class)
        : option.type(flag ? boolean.class : String.class);
  }

  /** What picocli has given to an option: it adds to the list that it finds here. */
  private static final class Held implements IGetter, ISetter {
    private final Consumer<String> taker;
    private @Nullable Object value;

    Held(Consumer<String> taker) {
      this.taker = taker;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as picocli declares it
    public <T> @Nullable T get() {
      return (T) value;
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as picocli declares it
    public <T> T set(T given) {
      value = given;
      if (given instanceof Collection<?> texts) {
        if (!texts.isEmpty()) { // picocli hands over the list once before it fills it
          taker.accept(texts.stream().map(Object::toString).collect(Collectors.joining(",")));
        }
      } else if (given != null) { // picocli clears an option before it reads the arguments
        taker.accept(given.toString());
      }
      return given;
    }
  }

  /** What the help shows for a value. */
  static String label(Domain domain) {
    return switch (domain) {
      case Domain.Numeric number -> "N";
      case Domain.Choice choice -> String.join("|", choice.words());
      case Domain.Open open -> label(open.domain());
      case Domain.Day day -> "DATE";
      case Domain.Flag flag -> "";
      case Domain.Text text -> "TEXT";
      case Domain.Texts texts -> "TEXT,...";
    };
  }
}
