package tenon.packages;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenon.model.Finding;
import tenon.model.Message;
import tenon.model.Severity;

/**
 * Makes findings about one file in the words of one bundle: {@code code} says what is wrong, {@code
 * code.mend} what to write instead; both see the same arguments.
 *
 * @param bundle base name of the resource bundle
 * @param file the file, as findings call it
 */
public record Notice(String bundle, String file) {

  /** About a file of that name. */
  public static Notice about(String bundle, Path file) {
    return new Notice(bundle, PlainTable.shown(file));
  }

  public Finding error(
      String code,
      long line,
      @Nullable String column,
      @Nullable String value,
      Object... arguments) {
    return finding(Severity.ERROR, code, line, column, value, arguments);
  }

  public Finding warning(
      String code,
      long line,
      @Nullable String column,
      @Nullable String value,
      Object... arguments) {
    return finding(Severity.WARNING, code, line, column, value, arguments);
  }

  private Finding finding(
      Severity severity,
      String code,
      long line,
      @Nullable String column,
      @Nullable String value,
      Object... arguments) {
    List<String> texts = new ArrayList<>();
    for (Object argument : arguments) {
      texts.add(argument.toString());
    }
    return new Finding(
        severity,
        code,
        file,
        line,
        column,
        value,
        new Message(bundle, code, texts),
        new Message(bundle, code + ".mend", texts));
  }
}
