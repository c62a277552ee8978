package tenon.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;
import tenon.study.recipe.Domain;

/** {@code tenon FAMILY METHOD FILE ...}: its options are those that the method declares. */
@Command
final class MethodCommand extends AnswerCommand {
  private final Method method;
  private final Locale locale;
  private final Map<String, String> given = new HashMap<>();
  private Path source = Path.of("");

  MethodCommand(Console console, Method method, Locale locale) {
    super(console);
    this.method = method;
    this.locale = locale;
  }

  /** The command with an option for everything that may be chosen. */
  CommandSpec spec() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(this).name(method.name());
    spec.addPositional(
        PositionalParamSpec.builder()
            .index("0")
            .arity("1")
            .type(Path.class)
            .paramLabel(method.source())
            .descriptionKey("method.source")
            .setter(
                new ISetter() {
                  @Override
                  @SuppressWarnings("TypeParameterUnusedInFormals") // as picocli declares it
                  public <T> T set(T value) {
                    if (value instanceof Path path) {
                      source = path;
                    }
                    return value;
                  }
                })
            .build());
    method.options().forEach(option -> spec.addOption(option(spec, option)));
    return spec;
  }

  private OptionSpec option(CommandSpec spec, MethodOption option) {
    boolean flag = option.domain() instanceof Domain.Flag;
    return OptionSpec.builder("--" + option.name())
        .arity(flag ? "0" : "1")
        .type(flag ? boolean.class : String.class)
        .required(option.required())
        .paramLabel(flag ? "" : StageCommand.label(option.domain()))
        .descriptionKey("option." + option.name())
        .defaultValue(flag || option.standard().isEmpty() ? null : option.standard())
        .setter(setter(spec, option))
        .build();
  }

  private ISetter setter(CommandSpec spec, MethodOption option) {
    return new ISetter() {
      @Override
      @SuppressWarnings("TypeParameterUnusedInFormals") // as picocli declares it
      public <T> T set(T value) {
        if (value == null) {
          return value; // picocli clears an option before it reads the arguments
        }
        String canonical = option.domain().canonical(value.toString());
        if (canonical == null) {
          throw new ParameterException(
              spec.commandLine(),
              Wording.say(
                  locale,
                  "wrong.option",
                  "--" + option.name(),
                  value.toString(),
                  StageCommand.label(option.domain())));
        }
        boolean several = option.domain() instanceof Domain.Texts && !canonical.isEmpty();
        given.merge(
            option.name(), canonical, (old, more) -> several ? old + "," + more : more);
        return value;
      }
    };
  }

  @Override
  Path source() {
    return source;
  }

  @Override
  Loaded<Answer> answer(Progress progress) throws IOException {
    Asked asked =
        new Asked(
            source, method.complete(given), common.seed, common.threads(), common.locale());
    return method.work().answer(asked, progress);
  }
}
