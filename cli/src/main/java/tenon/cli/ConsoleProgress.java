package tenon.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tenon.model.Progress;

/** Draws a progress bar on standard error once a work has lasted a second and a person watches. */
final class ConsoleProgress implements Progress, AutoCloseable {
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  private final boolean shown;
  private final Locale locale;
  private final long start = System.nanoTime();
  private @Nullable ProgressBar bar;
  private String task = "";
  private long ofAll;

  private ConsoleProgress(boolean shown, Locale locale) {
    this.shown = shown;
    this.locale = locale;
  }

  static ConsoleProgress on(Console console, CommonOptions options) {
    return new ConsoleProgress(console.terminal() && !options.quiet, options.locale());
  }

  @Override
  public void report(String nowTask, long done, long total) {
    if (!shown || System.nanoTime() - start < PATIENCE) {
      return;
    }
    draw(nowTask, done, total);
  }

  private synchronized void draw(String nowTask, long done, long total) {
    if (bar == null || !task.equals(nowTask)) {
      close();
      task = nowTask;
      bar =
          new ProgressBarBuilder()
              .setTaskName(Wording.say(locale, "progress." + nowTask))
              .setInitialMax(total > 0 ? total : -1)
              .setStyle(ProgressBarStyle.ASCII)
              .clearDisplayOnFinish()
              .build();
    }
    // Another file of the same work has a length of its own.
    boolean same = total == ofAll;
    ofAll = total;
    bar.maxHint(total > 0 ? total : -1);
    bar.stepTo(same ? Math.max(done, bar.getCurrent()) : done);
  }

  @Override
  public synchronized void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
