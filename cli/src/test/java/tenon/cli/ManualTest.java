package tenon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tenon.model.Field;
import tenon.model.Resource;
import tenon.study.recipe.Setting;
import tenon.study.recipe.Stage;

/** The list of tables and columns in the guide follows from their declaration. */
class ManualTest {

  private static final Path MANUAL = Path.of("..", "docs", "guide", "columns.md");

  private static final Path SETTINGS = Path.of("..", "docs", "guide", "settings.md");

  @Test
  void theGuideListsTheColumnsAsTheyAreDeclared() throws IOException {
    if (Boolean.getBoolean("tenon.write")) {
      Files.writeString(MANUAL, manual(), UTF_8);
    }
    assertThat(MANUAL)
        .as("the declaration changed; ./dev docs writes the list again")
        .hasContent(manual());
  }

  @Test
  void theGuideListsTheSettingsAsTheyAreDeclared() throws IOException {
    if (Boolean.getBoolean("tenon.write")) {
      Files.writeString(SETTINGS, settings(), UTF_8);
    }
    assertThat(SETTINGS)
        .as("the declaration changed; ./dev docs writes the list again")
        .hasContent(settings());
  }

  private static String settings() {
    StringBuilder text = new StringBuilder();
    text.append("# Settings\n\n");
    text.append("Written from the declaration in the code; `./dev docs` writes it again. ");
    text.append("A stage's command takes them as options, `tenon report` as `--set KEY=VALUE`.\n");
    for (Stage stage : Stage.values()) {
      text.append("\n## ").append(stage.title()).append("\n\n");
      text.append("| key | option | standard | meaning |\n|---|---|---|---|\n");
      for (Setting setting : stage.settings()) {
        text.append("| `").append(setting.key()).append("` | `--").append(setting.option());
        text.append("` | ").append(setting.standard().isEmpty() ? "" : setting.standard());
        text.append(" | ").append(meaning(setting)).append(" |\n");
      }
    }
    return text.toString();
  }

  private static String meaning(Setting setting) {
    String words = Wording.bundle(Locale.ENGLISH).getString("setting." + setting.key());
    return words.replace(" (default: ${DEFAULT-VALUE})", "").replace("|", "\\|");
  }

  private static String manual() {
    StringBuilder text = new StringBuilder();
    text.append("# Tables and columns\n\n");
    text.append("Written from the declaration in the code; `./dev docs` writes it again. ");
    text.append("**Bold** columns form the key; * marks columns that must not be blank.\n");
    for (Resource resource : Resource.values()) {
      text.append("\n## ").append(resource.title()).append("\n\n");
      text.append("| column | holds | meaning |\n|---|---|---|\n");
      for (Field field : resource.fields()) {
        String name = "`" + field.name() + "`" + (field.required() ? "*" : "");
        text.append("| ").append(field.key() ? "**" + name + "**" : name);
        text.append(" | ").append(holds(field)).append(" | ").append(field.meaning());
        text.append(" |\n");
      }
    }
    return text.toString();
  }

  private static String holds(Field field) {
    return switch (field.type()) {
      case ID -> "id";
      case REF -> "id of " + field.reference();
      case LABEL, TEXT -> "text";
      case CATEGORY -> String.join(", ", field.categories());
      case DATE -> "date";
      case FLAG -> "true or false";
      case NUMBER -> number(field);
    };
  }

  private static String number(Field field) {
    StringBuilder text = new StringBuilder(field.whole() ? "whole number" : "number");
    boolean bounded = field.high() < Double.POSITIVE_INFINITY;
    if (!Double.isNaN(field.low())) {
      text.append(field.lowExcluded() ? " above " : " from ").append(plain(field.low()));
    }
    if (bounded) {
      text.append(field.lowExcluded() ? ", at most " : " to ").append(plain(field.high()));
    }
    return text.append(field.unlimited() ? ", or inf" : "").toString();
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }
}
