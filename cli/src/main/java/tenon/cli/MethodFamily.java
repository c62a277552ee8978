package tenon.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tenon.study.capacity.CapacityMethod;
import tenon.study.composite.IndexStudy;
import tenon.study.design.DesignMethod;
import tenon.study.effect.EffectMethods;
import tenon.study.measure.MeasureMethods;
import tenon.study.method.Method;
import tenon.study.playbook.CaseMethods;
import tenon.study.playbook.PlaybookMethods;
import tenon.study.recovery.RecoveryMethods;
import tenon.study.standby.CallMethod;
import tenon.study.standby.StandbyMethod;
import tenon.study.stock.StockMethods;
import tenon.study.strategy.StrategyMethod;

/** {@code tenon FAMILY METHOD FILE ...}: methods over plain files that belong together. */
@Command
final class MethodFamily implements Runnable {
  /** Names of the families that are a command by themselves; others share that of a stage. */
  static final List<String> NAMES =
      List.of(
          EffectMethods.FAMILY,
          DesignMethod.NAME,
          StockMethods.FAMILY,
          PlaybookMethods.FAMILY,
          CaseMethods.FAMILY);

  /** Methods that are a command by themselves. */
  private static final List<Method> ALONE =
      List.of(StandbyMethod.method(), CallMethod.method(), StrategyMethod.method());

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Whether a method is asked for that stands under the command of a stage. */
  static boolean isMethodOfStage(String first, String second) {
    return !NAMES.contains(first) && Method.named(second, methods(first)).isPresent();
  }

  /** Whether an index by a study file is asked for, which stands under the name of its stage. */
  static boolean isStudyFile(String... arguments) {
    String option = "--" + IndexStudy.CONFIG;
    return arguments.length > 1
        && arguments[0].equals(IndexStudy.method().family())
        && List.of(arguments).stream().anyMatch(word -> word.startsWith(option));
  }

  /** The command of an index by a study file. */
  static CommandLine studyFile(Console console, Locale locale) {
    Method method = IndexStudy.method();
    // --set may be given several times, each changing something else.
    return new CommandLine(new MethodCommand(console, method, locale).spec().name(method.family()))
        .setOverwrittenOptionsAllowed(true);
  }

  /** Names of the methods that are a command by themselves. */
  static List<String> alone() {
    return ALONE.stream().map(Method::name).toList();
  }

  /** The command of a method that is one by itself. */
  static CommandLine alone(Console console, String name, Locale locale) {
    Method method = Method.named(name, ALONE).orElseThrow();
    return new CommandLine(new MethodCommand(console, method, locale).spec());
  }

  /** The methods of a family; none where there is no such family. */
  static List<Method> methods(String family) {
    return switch (family) {
      case EffectMethods.FAMILY -> EffectMethods.all();
      case MeasureMethods.FAMILY -> MeasureMethods.all();
      case "plan" -> List.of(RecoveryMethods.method(), CapacityMethod.method());
      case PlaybookMethods.FAMILY -> PlaybookMethods.all();
      case CaseMethods.FAMILY -> CaseMethods.all();
      case DesignMethod.NAME -> List.of(DesignMethod.method());
      case StockMethods.FAMILY -> StockMethods.all();
      default -> List.of();
    };
  }

  /**
   * The command of a family.
   *
   * @param method name of the only method to be made; where it names none, all are made
   */
  static CommandLine line(Console console, String family, String method, Locale locale) {
    List<Method> all = methods(family);
    if (all.size() == 1 && all.getFirst().name().equals(family)) {
      return new CommandLine(new MethodCommand(console, all.getFirst(), locale).spec());
    }
    List<Method> wanted = Method.named(method, all).map(List::of).orElse(all);
    CommandSpec spec = CommandSpec.forAnnotatedObject(new MethodFamily()).name(family);
    spec.mixinStandardHelpOptions(true);
    CommandLine line = new CommandLine(spec);
    add(line, console, wanted, locale);
    return line;
  }

  /** Adds methods to a command. */
  static void add(CommandLine line, Console console, List<Method> methods, Locale locale) {
    for (Method one : methods) {
      line.addSubcommand(new CommandLine(new MethodCommand(console, one, locale).spec()));
    }
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), spec.resourceBundle().getString("method.which"));
  }
}
