package tenon.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import tenon.study.Version;

/**
 * Entry of the command line: {@code tenon COMMAND ...}. Knows nothing of the library that reads
 * arguments, which takes longer to load than its version takes to say.
 */
public final class Tenon {

  private Tenon() {}

  public static void main(String[] arguments) {
    // The encoding of results must not depend on the machine.
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    boolean terminal = !asksVersion(arguments) && Console.onTerminal();
    int exit = run(new Console(out, err, terminal), arguments);
    out.flush();
    if (exit != ExitCode.DONE || othersRun()) {
      System.exit(exit);
    }
  }

  /**
   * Whether a thread of a library would keep the JVM from ending by itself. Where none does, that
   * is quicker than to make it end, which looks for a logger in every library first.
   */
  private static boolean othersRun() {
    Thread[] threads = new Thread[Thread.activeCount() + 1];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (!threads[i].equals(Thread.currentThread()) && !threads[i].isDaemon()) {
        return true;
      }
    }
    return false;
  }

  /** Runs one command and returns its exit code. */
  static int run(Console console, String... arguments) {
    if (asksVersion(arguments)) {
      console.out().println(version());
      return ExitCode.DONE;
    }
    return Root.run(console, arguments);
  }

  /** Says {@code tenon 0.1.0}. */
  static String version() {
    // Not by "+": joining texts that way loads a compiler of its own at the first use.
    return "tenon ".concat(Version.text());
  }

  private static boolean asksVersion(String... arguments) {
    return arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"));
  }
}
