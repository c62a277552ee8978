package tenon.cli;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what is wrong with the words of a command, in the language asked for, and where its options
 * are told. The library's own sentences are English and name classes of Java.
 */
record WrongUsage(Console console, Locale locale) implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    PrintStream err = console.err();
    err.println(sentence(wrong));
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      List<String> near = unmatched.getSuggestions();
      if (!near.isEmpty()) {
        err.println(say("wrong.meant", String.join(", ", near)));
      }
    }
    CommandLine line = wrong.getCommandLine();
    err.println(say("wrong.help", line.getCommandSpec().qualifiedName()));
    return ExitCode.WRONG_INPUT;
  }

  private String sentence(ParameterException wrong) {
    return switch (wrong) {
      case UnmatchedArgumentException unmatched when unmatched.isUnknownOption() ->
          say("wrong.unknown.option", unmatched.getUnmatched().getFirst());
      case UnmatchedArgumentException unmatched ->
          say("wrong.unmatched", String.join(" ", unmatched.getUnmatched()));
      case OverwrittenOptionException twice -> say("wrong.twice", name(twice.getOverwritten()));
      case MissingParameterException missing when isWithoutValue(missing) ->
          say("wrong.valueless", name(missing.getMissing().getFirst()));
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          say(
              "wrong.missing",
              missing.getMissing().stream()
                  .map(WrongUsage::written)
                  .distinct()
                  .collect(Collectors.joining(", ")));
      case ParameterException other when other.getArgSpec() != null && other.getValue() != null ->
          say("wrong.value", name(other.getArgSpec()), other.getValue(), mend(other.getArgSpec()));
      default -> String.valueOf(wrong.getMessage());
    };
  }

  /** Whether the option stands there and only what should follow it does not. */
  private static boolean isWithoutValue(MissingParameterException missing) {
    return missing.getMissing().size() == 1
        && missing.getMissing().getFirst() instanceof OptionSpec option
        && !option.required();
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String written(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + "=" + option.paramLabel()
        : argument.paramLabel();
  }

  private String mend(ArgSpec argument) {
    Class<?> type = argument.isMultiValue() ? argument.auxiliaryTypes()[0] : argument.type();
    if (type.isEnum()) {
      String choices =
          Arrays.stream(type.getEnumConstants())
              .map(choice -> String.valueOf(choice).toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      return say("wrong.mend.choice", choices);
    }
    if (type.equals(int.class)
        || type.equals(Integer.class)
        || type.equals(long.class)
        || type.equals(Long.class)) {
      return say("wrong.mend.whole");
    }
    if (type.equals(double.class) || type.equals(Double.class)) {
      return say("wrong.mend.number");
    }
    return type.equals(LocalDate.class) ? say("wrong.mend.day") : say("wrong.mend.other");
  }

  private String say(String key, String... arguments) {
    return Wording.say(locale, key, arguments);
  }
}
