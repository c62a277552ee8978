package tenon.study.method;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenon.model.Loaded;
import tenon.model.Progress;
import tenon.study.answer.Answer;

/**
 * A method over a plain file.
 *
 * @param family command it stands under: {@code evaluate}
 * @param name its own name: {@code did}
 * @param source what its file is called in help: {@code PANEL.csv}
 * @param options what may be chosen
 * @param work how it is done
 */
public record Method(
    String family, String name, String source, List<MethodOption> options, Work work) {
  public Method {
    options = List.copyOf(options);
  }

  /** Does a method. */
  @FunctionalInterface
  public interface Work {
    /** The answer, or every fault of what was asked. */
    Loaded<Answer> answer(Asked asked, Progress progress) throws IOException;
  }

  /** Words of the command. */
  public String command() {
    return family + " " + name;
  }

  /** The method of a name among others. */
  public static Optional<Method> named(String name, List<Method> methods) {
    return methods.stream().filter(method -> method.name().equals(name)).findFirst();
  }

  /** The values of all options, those not given with their standard. */
  public Map<String, String> complete(Map<String, String> given) {
    Map<String, String> values = new HashMap<>();
    options.forEach(option -> values.put(option.name(), option.standard()));
    values.putAll(given);
    return values;
  }

  /** Options of several groups as one list. */
  @SafeVarargs
  public static List<MethodOption> join(List<MethodOption>... groups) {
    List<MethodOption> all = new ArrayList<>();
    for (List<MethodOption> group : groups) {
      all.addAll(group);
    }
    return all;
  }
}
