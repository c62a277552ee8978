package tenon.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import tenon.study.recipe.Domain;
import tenon.study.text.Numbers;

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

  /** That a value is none that the option takes, and which it takes. */
  static ParameterException refused(
      CommandSpec spec, Locale locale, String option, String value, Domain domain) {
    return new ParameterException(
        spec.commandLine(),
        Wording.say(locale, "wrong.value", option, value, domain.mend().in(locale)));
  }

  /** Refuses a number outside a range. */
  static void within(
      CommandSpec spec, Locale locale, String option, double value, Domain.Numeric range) {
    if (!range.holds(value)) {
      throw refused(spec, locale, option, Numbers.cell(value), range);
    }
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
