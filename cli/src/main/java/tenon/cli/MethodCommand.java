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
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;
import tenon.study.method.Asked;
import tenon.study.method.Method;
import tenon.study.method.MethodOption;

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
    return DomainOption.of(
            option.domain(),
            option.standard(),
            text -> take(spec, option, text),
            "--" + option.name())
        .required(option.required())
        .descriptionKey("option." + option.name())
        .build();
  }

  private void take(CommandSpec spec, MethodOption option, String text) {
    String canonical = option.domain().canonical(text);
    // A name may be left out, but not be nothing: that is most often a variable of a shell that is
    // not set.
    if (canonical == null || canonical.isBlank()) {
      throw DomainOption.refused(spec, locale, "--" + option.name(), text, option.domain());
    }
    given.put(option.name(), canonical);
  }

  @Override
  Path source() {
    return source;
  }

  @Override
  Loaded<Answer> answer(Progress progress) throws IOException {
    Asked asked =
        new Asked(source, method.complete(given), common.seed, common.threads(), common.locale());
    return method.work().answer(asked, progress);
  }
}
